import { int, real } from './lanes.ts';
import type { Network } from './network.ts';
import { AWAY, blankResidual, type Residual, UNPLACED } from './residual.ts';

/**
 * Everybody stays: the best plan while no vacancy is open, with prices that prove it. A lived-in room costs what its
 * best chain is worth: the most anybody gains by moving in, plus, for a resident, what their own room costs. Vacancies
 * are closed, to be filled (`fill-rooms.ts`).
 *
 * Residents who would gain by a swap in a ring have no such prices. One of each ring is left out of the plan, with
 * their room closed, and is in `out`: fill their room, then place them.
 */
export function everybodyStays(network: Network): {
  readonly state: Residual;
  readonly out: readonly number[];
} {
  const { graph, residentOf } = network;
  const state = blankResidual(network);
  for (let r = 0; r < graph.rooms; r++) {
    const resident = int(residentOf, r);
    state.personIn[r] = resident;
    if (resident < 0) state.room[r] = Number.POSITIVE_INFINITY;
  }
  for (let p = 0; p < graph.people; p++) {
    const home = int(graph.home, p);
    state.roomOf[p] = home < 0 ? UNPLACED : home;
    if (home < 0) raise(state, p, 0, null, null);
  }
  const out = priceChains(state);
  for (let p = 0; p < graph.people; p++) {
    const home = int(graph.home, p);
    if (home >= 0) state.person[p] = int(state.roomOf, p) === AWAY ? 0 : 0 - real(state.room, home);
  }
  return { state, out };
}

/** Rooms whose price has grown and has not been passed on, each at most once, first in first out. */
class Queue {
  readonly #rooms: Int32Array;
  readonly #waiting: Uint8Array;
  #first = 0;
  #size = 0;

  constructor(rooms: number) {
    this.#rooms = new Int32Array(rooms);
    this.#waiting = new Uint8Array(rooms);
  }

  push(room: number): void {
    if (this.#waiting[room]) return;
    this.#waiting[room] = 1;
    this.#rooms[(this.#first + this.#size++) % this.#rooms.length] = room;
  }

  pop(): number {
    if (this.#size === 0) return -1;
    const room = int(this.#rooms, this.#first);
    this.#first = (this.#first + 1) % this.#rooms.length;
    this.#size--;
    this.#waiting[room] = 0;
    return room;
  }
}

/** Passes prices on along chains until none grows. @returns residents left out, because prices would grow for ever */
function priceChains(state: Residual): number[] {
  const { graph, residentOf } = state.network;
  const queue = new Queue(graph.rooms);
  const cause = new Int32Array(graph.rooms).fill(-1);
  const out: number[] = [];
  for (let r = 0; r < graph.rooms; r++) if (int(residentOf, r) >= 0) queue.push(r);
  let passed = 0;
  for (let room = queue.pop(); room >= 0; room = queue.pop()) {
    const resident = int(residentOf, room);
    if (int(state.roomOf, resident) === AWAY) continue;
    raise(state, resident, real(state.room, room), cause, queue);
    if (++passed % graph.rooms === 0) out.push(...leaveOutRings(state, cause));
  }
  return out;
}

/** Raises the price of each lived-in room a person wants to what they would gain there, if it is less. */
function raise(
  { network, room: price }: Residual,
  person: number,
  from: number,
  cause: Int32Array | null,
  queue: Queue | null,
): void {
  const { graph, weight } = network;
  for (let e = int(graph.start, person), end = int(graph.start, person + 1); e < end; e++) {
    const room = int(graph.room, e);
    const worth = real(weight, e) + from;
    if (worth <= real(price, room)) continue;
    price[room] = worth;
    if (cause) cause[room] = int(graph.home, person);
    queue?.push(room);
  }
}

/** Takes one resident out of each ring of rooms whose prices raise each other. */
function leaveOutRings(state: Residual, cause: Int32Array): number[] {
  const { residentOf } = state.network;
  const walk = new Int32Array(cause.length);
  const out: number[] = [];
  for (let first = 0; first < cause.length; first++) {
    let room = first;
    while (room >= 0 && walk[room] === 0) {
      walk[room] = first + 1;
      room = int(cause, room);
    }
    if (room < 0 || walk[room] !== first + 1) continue;
    const resident = int(residentOf, room);
    out.push(resident);
    state.roomOf[resident] = AWAY;
    state.personIn[room] = -1;
    state.room[room] = Number.POSITIVE_INFINITY;
    cause[room] = -1;
  }
  return out;
}
