import { add, int, real } from './lanes.ts';
import type { Network } from './network.ts';
import { EMPTY, isBarred, pricePerson, type Residual, UNPLACED } from './residual.ts';
import { RoomHeap } from './room-heap.ts';

/** The end of a path: nobody, or nowhere. */
const NONE = -1;

/**
 * Finds a person a room, over the best chain of moves: `RoomFilling` the other way round, for one person at a time.
 *
 * Dijkstra's method over rooms. A step into a room sends whoever is there on to the next, and a path ends at an empty
 * room or with a newcomer who goes without. Afterwards the prices change just enough for the steps taken to cost
 * nothing, so the plan is best again (successive shortest paths).
 *
 * One object serves every copy of a plan over its network: it keeps nothing between two calls.
 */
export class PersonPlacing {
  readonly #heap: RoomHeap;
  /** Rooms reached in this search. */
  readonly #reached: number[] = [];
  /** By room reached: the room its taker comes from; NONE for the person to be placed. */
  readonly #next: Int32Array;
  /** The length of the best path found so far, and where it ends. */
  #best = 0;
  #endRoom = NONE;
  #endPerson = NONE;

  constructor({ graph }: Network) {
    this.#heap = new RoomHeap(graph.rooms);
    this.#next = new Int32Array(graph.rooms);
  }

  /**
   * A person who is not part of the plan yet gets a room, over any chain of moves, or (a newcomer) none.
   * @returns false, and nothing is changed, when a resident can be given no room without taking one from another
   */
  place(state: Residual, person: number): boolean {
    pricePerson(state, person);
    if (real(state.person, person) === Number.NEGATIVE_INFINITY) return false;
    const isNewcomer = int(state.network.graph.home, person) < 0;
    this.#best = isNewcomer ? real(state.person, person) : Number.POSITIVE_INFINITY;
    this.#endRoom = NONE;
    this.#endPerson = isNewcomer ? person : NONE;
    const heap = this.#heap;
    if (this.#best > 0) this.#reachRooms(state, person, NONE, 0);
    for (let r = heap.pop(); r >= 0; r = heap.pop()) {
      const distance = real(heap.distance, r);
      if (distance >= this.#best) break;
      this.#reachRooms(state, int(state.personIn, r), r, distance);
    }
    if (this.#best === Number.POSITIVE_INFINITY) {
      this.#forget();
      return false;
    }
    add(state.person, person, -this.#best);
    this.#reprice(state);
    this.#pushOut(state, person);
    this.#forget();
    return true;
  }

  /** Every room a person could have instead of the one they leave, and for a newcomer none, which ends a path. */
  #reachRooms(state: Residual, person: number, from: number, distance: number): void {
    const { graph, weight } = state.network;
    const base = distance + real(state.person, person);
    for (let e = int(graph.start, person), end = int(graph.start, person + 1); e < end; e++) {
      const room = int(graph.room, e);
      const length = base + real(state.room, room) - real(weight, e);
      if (length >= this.#best || isBarred(state.barred, e)) continue;
      this.#reachRoom(state, room, from, length);
    }
    const home = int(graph.home, person);
    if (home >= 0) {
      const length = base + real(state.room, home);
      if (length < this.#best && !isBarred(state.barred, graph.room.length + person))
        this.#reachRoom(state, home, from, length);
    } else if (from !== NONE && base < this.#best) {
      this.#best = base;
      this.#endRoom = from;
      this.#endPerson = person;
    }
  }

  #reachRoom(state: Residual, room: number, from: number, length: number): void {
    if (room === from || length >= real(this.#heap.distance, room)) return;
    this.#next[room] = from;
    if (int(state.personIn, room) !== EMPTY) {
      this.#reached.push(room);
      this.#heap.lower(room, length);
      return;
    }
    this.#best = length;
    this.#endRoom = room;
    this.#endPerson = NONE;
  }

  /** Everything nearer than the end of the path moves by the difference: rooms up, the people in them down. */
  #reprice(state: Residual): void {
    for (const room of new Set(this.#reached)) {
      const short = this.#best - real(this.#heap.distance, room);
      if (short <= 0) continue;
      add(state.room, room, short);
      add(state.person, int(state.personIn, room), -short);
    }
  }

  #forget(): void {
    for (const room of this.#reached) this.#heap.forget(room);
    this.#reached.length = 0;
  }

  /** Along the path found, from its end: every room goes to whoever comes from the room before, the first to `person`. */
  #pushOut(state: Residual, person: number): void {
    if (this.#endPerson === person) {
      state.roomOf[person] = UNPLACED;
      return;
    }
    if (this.#endPerson !== NONE) state.roomOf[this.#endPerson] = UNPLACED;
    let room = this.#endRoom;
    while (room !== NONE) {
      const from = int(this.#next, room);
      const taker = from === NONE ? person : int(state.personIn, from);
      state.personIn[room] = taker;
      state.roomOf[taker] = room;
      room = from;
    }
  }
}
