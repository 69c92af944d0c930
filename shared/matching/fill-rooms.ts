import { add, int, real } from './lanes.ts';
import type { Network } from './network.ts';
import { AWAY, EMPTY, isBarred, priceRoom, type Residual, UNPLACED } from './residual.ts';
import { RoomHeap } from './room-heap.ts';

/** The end of a path: nobody. */
const NOBODY = -1;

/**
 * Fills empty rooms, each over the best chain of moves: it goes to whoever gains most by it, or stays empty.
 *
 * Dijkstra's method from all the rooms at once. Each grows a tree of the rooms whose people might move along; a step is
 * somebody leaving one room for another, and its length is what that gives up against the current prices (price of
 * person + price of room − weight), never negative. A tree is done when it reaches the cheapest way to stop: a newcomer
 * without a room, or a room that is left empty. Then everybody on the way moves, the prices in the tree change just
 * enough for those moves to cost nothing, and its rooms are free for the other trees to grow into. One tree for each
 * room, one after the other, would give the same worth and walk through the same rooms again and again.
 *
 * While a tree grows, the price of a room in it is `price − (now − distance)` and that of its person goes up by as
 * much; what is stored are the prices from before, so growing costs nothing until a tree is done
 * (Kuhn-Munkres with a forest; Ahuja, Magnanti and Orlin, Network Flows, chapters 9 and 12).
 *
 * One object serves every copy of a plan over its network: it keeps nothing between two calls.
 */
export class RoomFilling {
  /** Rooms reached and not yet part of a tree, by distance. The distances of a tree's rooms stay readable. */
  readonly #reached: RoomHeap;
  /** Trees by how far they have to grow to the best end they know; a tree goes by its first room. */
  readonly #ends: RoomHeap;
  readonly #inTree: Uint8Array;
  /** By room reached: the first room of its tree, and the room its person would move to. */
  readonly #tree: Int32Array;
  readonly #next: Int32Array;
  /** By tree: the newcomer who would end it, or NOBODY, and the room they would take or that would be left empty. */
  readonly #endPerson: Int32Array;
  readonly #endRoom: Int32Array;
  /** By tree: the rooms it has ever reached; another tree may have taken some over. */
  readonly #members = new Map<number, number[]>();

  constructor({ graph }: Network) {
    this.#reached = new RoomHeap(graph.rooms);
    this.#ends = new RoomHeap(graph.rooms);
    this.#inTree = new Uint8Array(graph.rooms);
    this.#tree = new Int32Array(graph.rooms);
    this.#next = new Int32Array(graph.rooms);
    this.#endPerson = new Int32Array(graph.rooms);
    this.#endRoom = new Int32Array(graph.rooms);
  }

  /**
   * @param rooms empty rooms that are not part of the plan yet, whatever their price
   * @param onFilled hears how many of them are done
   */
  fill(state: Residual, rooms: readonly number[], onFilled?: (done: number) => void): void {
    for (const room of rooms) priceRoom(state, room);
    for (const room of rooms) if (real(state.room, room) > 0) this.#plant(state, room);
    while (this.#members.size > 0) {
      const tree = this.#ends.top();
      const room = this.#reached.top();
      if (room >= 0 && real(this.#reached.distance, room) < real(this.#ends.distance, tree)) {
        this.#reached.pop();
        this.#inTree[room] = 1;
        this.#grow(state, room);
      } else if (this.#isStale(state, tree)) this.#growAgain(state, tree);
      else {
        this.#finish(state, tree);
        onFilled?.(rooms.length - this.#members.size);
      }
    }
  }

  #plant(state: Residual, room: number): void {
    this.#members.set(room, [room]);
    this.#tree[room] = room;
    this.#reached.lower(room, 0);
    this.#offerEnd(room, real(state.room, room), NOBODY, room);
  }

  #offerEnd(tree: number, distance: number, person: number, room: number): void {
    this.#ends.lower(tree, distance);
    this.#endPerson[tree] = person;
    this.#endRoom[tree] = room;
  }

  /** Reaches everybody who could take a room: from nowhere, which would end its tree, or from a room they would leave. */
  #grow(state: Residual, room: number): void {
    const { graph, startInto, edgeInto, personInto, weightInto, ceiling, residentOf } = state.network;
    const tree = int(this.#tree, room);
    const ends = this.#ends.distance;
    const base = real(this.#reached.distance, room) + real(state.room, room);
    if (base < real(ends, tree)) this.#offerEnd(tree, base, NOBODY, room);
    const { person: price, barred } = state;
    const groups = ceiling.length;
    for (let group = 0; group < groups; group++) {
      // Newcomers' prices are never negative, so none of this group can be nearer than the best end.
      if (base - real(ceiling, group) >= real(ends, tree)) continue;
      const slot = room * groups + group;
      for (let i = int(startInto, slot), end = int(startInto, slot + 1); i < end; i++) {
        const person = int(personInto, i);
        const distance = base + real(price, person) - real(weightInto, i);
        if (distance < real(ends, tree) && !isBarred(barred, int(edgeInto, i)))
          this.#reach(state, person, room, distance);
      }
    }
    const resident = int(residentOf, room);
    if (resident < 0 || isBarred(state.barred, graph.room.length + resident)) return;
    const distance = base + real(state.person, resident);
    if (distance < real(ends, tree)) this.#reach(state, resident, room, distance);
  }

  /** Notes that a person could take a room of a tree. Nobody is noted who is further away than the tree's best end. */
  #reach(state: Residual, person: number, to: number, distance: number): void {
    const from = int(state.roomOf, person);
    const tree = int(this.#tree, to);
    if (from === UNPLACED) {
      this.#offerEnd(tree, distance, person, to);
      return;
    }
    if (from === AWAY || this.#inTree[from] || distance >= real(this.#reached.distance, from)) return;
    this.#reached.lower(from, distance);
    this.#next[from] = to;
    if (int(this.#tree, from) === tree && this.#members.get(tree)?.at(-1) === from) return;
    this.#tree[from] = tree;
    this.#members.get(tree)?.push(from);
  }

  /** Whether the newcomer who would end a tree has been given a room by another. */
  #isStale(state: Residual, tree: number): boolean {
    const person = int(this.#endPerson, tree);
    return person !== NOBODY && int(state.roomOf, person) !== UNPLACED;
  }

  /** Looks again from every room of a tree, as what lay beyond an end that has gone was not noted. */
  #growAgain(state: Residual, tree: number): void {
    this.#ends.forget(tree);
    const rooms = this.#members.get(tree) ?? [];
    this.#offerEnd(tree, real(state.room, tree), NOBODY, tree);
    for (const room of rooms.slice())
      if (this.#inTree[room] && int(this.#tree, room) === tree) this.#grow(state, room);
  }

  /** Makes the moves of a tree that has reached its end, and lets go of its rooms. */
  #finish(state: Residual, tree: number): void {
    const rooms = this.#members.get(tree) ?? [];
    const now = real(this.#ends.distance, tree);
    this.#ends.forget(tree);
    this.#members.delete(tree);
    const freed: number[] = [];
    for (const room of rooms) {
      const distance = real(this.#reached.distance, room);
      if (int(this.#tree, room) !== tree || distance === Number.POSITIVE_INFINITY) continue;
      if (this.#inTree[room]) {
        add(state.room, room, distance - now);
        const person = int(state.personIn, room);
        if (person !== EMPTY) add(state.person, person, now - distance);
      }
      this.#inTree[room] = 0;
      this.#reached.forget(room);
      freed.push(room);
    }
    this.#move(state, tree);
    if (this.#members.size === 0) return;
    for (const room of freed) {
      const person = int(state.personIn, room);
      if (person !== EMPTY) this.#reachFrom(state, person);
    }
  }

  /** From the end of a tree to its first room, everybody takes the next room. */
  #move(state: Residual, tree: number): void {
    const end = int(this.#endRoom, tree);
    let taker = int(this.#endPerson, tree);
    let to = end;
    if (taker === NOBODY) {
      if (end === tree) return;
      taker = int(state.personIn, end);
      state.personIn[end] = EMPTY;
      to = int(this.#next, end);
    }
    for (;;) {
      const before = int(state.personIn, to);
      state.personIn[to] = taker;
      state.roomOf[taker] = to;
      if (to === tree) return;
      taker = before;
      to = int(this.#next, to);
    }
  }

  /** Lets the trees reach a person again whose room has been let go. */
  #reachFrom(state: Residual, person: number): void {
    const { graph, weight } = state.network;
    for (let e = int(graph.start, person), end = int(graph.start, person + 1); e < end; e++) {
      const room = int(graph.room, e);
      if (this.#inTree[room] && !isBarred(state.barred, e))
        this.#reachInto(state, person, room, real(weight, e));
    }
    const home = int(graph.home, person);
    if (home >= 0 && this.#inTree[home] && !isBarred(state.barred, graph.room.length + person))
      this.#reachInto(state, person, home, 0);
  }

  #reachInto(state: Residual, person: number, room: number, weight: number): void {
    const distance =
      real(this.#reached.distance, room) + real(state.room, room) + real(state.person, person) - weight;
    if (distance < real(this.#ends.distance, int(this.#tree, room)))
      this.#reach(state, person, room, distance);
  }
}
