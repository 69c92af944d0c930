import { int, real } from './lanes.ts';

/** The place of a room that is not waiting. */
const NOWHERE = -1;

/**
 * A binary heap of rooms by distance. Equal distances come out by number, so a search is repeatable. Distances stay
 * readable after a room has come out, until it is forgotten; a room without one is infinitely far away.
 */
export class RoomHeap {
  readonly distance: Float64Array;
  readonly #heap: Int32Array;
  readonly #place: Int32Array;
  #size = 0;

  constructor(rooms: number) {
    this.distance = new Float64Array(rooms).fill(Number.POSITIVE_INFINITY);
    this.#heap = new Int32Array(rooms);
    this.#place = new Int32Array(rooms).fill(NOWHERE);
  }

  /** Gives a room a smaller distance than it has, and lets it wait its turn. */
  lower(room: number, distance: number): void {
    this.distance[room] = distance;
    const place = int(this.#place, room);
    this.#rise(room, distance, place === NOWHERE ? this.#size++ : place);
  }

  /** @returns the nearest waiting room, or -1 when none waits */
  top(): number {
    return this.#size === 0 ? -1 : int(this.#heap, 0);
  }

  /** Takes out the nearest waiting room, as `top`. */
  pop(): number {
    const top = this.top();
    if (top >= 0) this.#takeOut(top);
    return top;
  }

  /** Takes a room's distance away, and the room itself when it is waiting. */
  forget(room: number): void {
    this.distance[room] = Number.POSITIVE_INFINITY;
    if (int(this.#place, room) !== NOWHERE) this.#takeOut(room);
  }

  #takeOut(room: number): void {
    const place = int(this.#place, room);
    this.#place[room] = NOWHERE;
    const last = int(this.#heap, --this.#size);
    if (last === room) return;
    this.#rise(last, real(this.distance, last), place);
    this.#sink(last, int(this.#place, last));
  }

  #rise(room: number, distance: number, from: number): void {
    let place = from;
    while (place > 0) {
      const up = (place - 1) >> 1;
      const above = int(this.#heap, up);
      const aboveAt = real(this.distance, above);
      if (aboveAt < distance || (aboveAt === distance && above < room)) break;
      this.#put(above, place);
      place = up;
    }
    this.#put(room, place);
  }

  #sink(room: number, from: number): void {
    const distance = real(this.distance, room);
    let place = from;
    for (;;) {
      let down = 2 * place + 1;
      if (down >= this.#size) break;
      let below = int(this.#heap, down);
      let belowAt = real(this.distance, below);
      if (down + 1 < this.#size) {
        const other = int(this.#heap, down + 1);
        const otherAt = real(this.distance, other);
        if (otherAt < belowAt || (otherAt === belowAt && other < below)) {
          down++;
          below = other;
          belowAt = otherAt;
        }
      }
      if (belowAt > distance || (belowAt === distance && below > room)) break;
      this.#put(below, place);
      place = down;
    }
    this.#put(room, place);
  }

  #put(room: number, place: number): void {
    this.#heap[place] = room;
    this.#place[room] = place;
  }
}
