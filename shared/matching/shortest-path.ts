import type { Graph } from './graph.ts';
import { LabelHeap } from './label-heap.ts';
import { add, int, isLess, real } from './lanes.ts';
import { AWAY, EMPTY, isBarred, type Residual, UNPLACED } from './residual.ts';

/**
 * The one search everything is built on: the cheapest way to make room for somebody, or to fill a room.
 *
 * Nodes are the rooms (by number), the hub, then the people. The hub stands for "nobody" and for "nowhere" at once and
 * always costs 0. A step says what happens, and its length is what it gives up against the current prices:
 *
 * | step | meaning | length |
 * |---|---|---|
 * | person → room | takes the room | prices of both − weight |
 * | room → its person | who was there must go elsewhere | 0 |
 * | empty room → hub | nobody has to go elsewhere | 0 |
 * | newcomer → hub | ends up unplaced | price of the newcomer |
 * | hub → room | is left empty | price of the room |
 * | hub → unplaced newcomer | looks for a room | 0 |
 *
 * No length is negative, so Dijkstra's method finds the shortest path; the prices then move just enough for the steps
 * on it to have length 0 (Ahuja, Magnanti and Orlin, Network Flows, chapter 9: successive shortest paths).
 *
 * One searcher serves every copy of a matching over its graph: it keeps nothing between two calls.
 */
export class PathSearch {
  readonly #graph: Graph;
  readonly #hub: number;
  readonly #labels: LabelHeap;
  /** By node: the node before it on the best path found so far. */
  readonly #via: Int32Array;
  /** People whose turn has come, in order; valid up to `#seenCount`. */
  readonly #seen: Int32Array;
  readonly #seenHigh: Float64Array;
  readonly #seenLow: Float64Array;
  #seenCount = 0;
  #target = -1;
  /** The shortest way to the target known so far; longer labels are not worth keeping. */
  #bestHigh = Number.POSITIVE_INFINITY;
  #bestLow = Number.NEGATIVE_INFINITY;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#hub = graph.rooms;
    this.#labels = new LabelHeap(graph.rooms + 1);
    this.#via = new Int32Array(graph.rooms + 1 + graph.people);
    this.#seen = new Int32Array(graph.people);
    this.#seenHigh = new Float64Array(graph.people);
    this.#seenLow = new Float64Array(graph.people);
  }

  /**
   * A person who is in no room (or whose room has just been taken from the matching) finds one, or nowhere.
   * @param target the room that lost its person, or null for "nowhere": any empty room or unplaced newcomer will do
   * @returns whether there was a way; if not, nothing has changed
   */
  fromPerson(state: Residual, person: number, target: number | null): boolean {
    this.#begin(target ?? this.#hub);
    this.#leave(state, person, 0, 0);
    return this.#run(state) && this.#carryOut(state, this.#hub + 1 + person);
  }

  /** A room that has just been added is filled by whoever gains most, or left empty. */
  fromNobody(state: Residual, room: number): boolean {
    this.#begin(room);
    this.#reach(state, this.#hub, 0, 0, this.#hub);
    return this.#run(state) && this.#carryOut(state, this.#hub);
  }

  #begin(target: number): void {
    this.#labels.clear();
    this.#seenCount = 0;
    this.#target = target;
    this.#bestHigh = Number.POSITIVE_INFINITY;
    this.#bestLow = Number.NEGATIVE_INFINITY;
  }

  #run(state: Residual): boolean {
    const labels = this.#labels;
    for (;;) {
      const node = labels.pop();
      if (node < 0) return false;
      if (node === this.#target) return true;
      const high = real(labels.high, node);
      const low = real(labels.low, node);
      if (node === this.#hub) {
        this.#leaveHub(state, high, low);
        continue;
      }
      const mate = int(state.personIn, node);
      if (mate === EMPTY) continue;
      this.#via[this.#hub + 1 + mate] = node;
      this.#leave(state, mate, high, low);
    }
  }

  /** Every way out of a person: other rooms, their own room, and for a newcomer nowhere. */
  #leave(state: Residual, person: number, high: number, low: number): void {
    const { home, start, room, high: weightHigh, low: weightLow } = this.#graph;
    const { roomHigh, roomLow, barred } = state;
    const node = this.#hub + 1 + person;
    this.#see(person, high, low);
    const fromHigh = high + real(state.personHigh, person);
    const fromLow = low + real(state.personLow, person);
    for (let e = int(start, person), end = int(start, person + 1); e < end; e++) {
      const r = int(room, e);
      const toHigh = fromHigh + real(roomHigh, r) - real(weightHigh, e);
      if (toHigh > this.#bestHigh || isBarred(barred, e)) continue;
      this.#reach(state, r, toHigh, fromLow + real(roomLow, r) - real(weightLow, e), node);
    }
    const own = int(home, person);
    if (own < 0) this.#reach(state, this.#hub, fromHigh, fromLow, node);
    else if (!isBarred(barred, room.length + person))
      this.#reach(state, own, fromHigh + real(roomHigh, own), fromLow + real(roomLow, own), node);
  }

  /** Every way out of the hub: a room is left empty, or an unplaced newcomer looks for one. */
  #leaveHub(state: Residual, high: number, low: number): void {
    const { rooms, people } = this.#graph;
    for (let r = 0; r < rooms; r++)
      this.#reach(state, r, high + real(state.roomHigh, r), low + real(state.roomLow, r), this.#hub);
    for (let p = 0; p < people; p++) {
      if (int(state.roomOf, p) !== UNPLACED) continue;
      this.#via[this.#hub + 1 + p] = this.#hub;
      this.#leave(state, p, high, low);
    }
  }

  #see(person: number, high: number, low: number): void {
    this.#seen[this.#seenCount] = person;
    this.#seenHigh[this.#seenCount] = high;
    this.#seenLow[this.#seenCount++] = low;
  }

  #reach(state: Residual, node: number, high: number, low: number, from: number): void {
    if (!isLess(high, low, this.#bestHigh, this.#bestLow)) return;
    if (!this.#labels.improves(node, high, low)) return;
    this.#via[node] = from;
    this.#labels.lower(node, high, low);
    if (node === this.#target) {
      this.#bestHigh = high;
      this.#bestLow = low;
    } else if (node !== this.#hub && int(state.personIn, node) === EMPTY && from !== this.#hub)
      this.#reach(state, this.#hub, high, low, node);
  }

  /** Moves the prices, then the people, along the path found. */
  #carryOut(state: Residual, source: number): true {
    this.#reprice(state);
    let node = this.#target;
    while (node !== source) {
      const before = int(this.#via, node);
      if (node < this.#hub) this.#fill(state, node, before);
      else if (node === this.#hub && before > this.#hub) state.roomOf[before - this.#hub - 1] = UNPLACED;
      node = before;
    }
    return true;
  }

  #fill(state: Residual, room: number, taker: number): void {
    if (taker === this.#hub) state.personIn[room] = EMPTY;
    else {
      const person = taker - this.#hub - 1;
      state.personIn[room] = person;
      state.roomOf[person] = room;
    }
  }

  /**
   * Everything nearer than the target moves by the difference: people down, rooms up. Then all prices shift together,
   * people against rooms, so that the hub costs 0 again.
   */
  #reprice(state: Residual): void {
    const { high, low, labelled, labelledCount } = this.#labels;
    const endHigh = this.#bestHigh;
    const endLow = this.#bestLow;
    for (let i = 0; i < this.#seenCount; i++) {
      const person = int(this.#seen, i);
      add(state.personHigh, person, real(this.#seenHigh, i) - endHigh);
      add(state.personLow, person, real(this.#seenLow, i) - endLow);
    }
    for (let i = 0; i < labelledCount; i++) {
      const room = int(labelled, i);
      const h = real(high, room);
      const l = real(low, room);
      if (room === this.#hub || !isLess(h, l, endHigh, endLow)) continue;
      add(state.roomHigh, room, endHigh - h);
      add(state.roomLow, room, endLow - l);
    }
    const hubHigh = real(high, this.#hub);
    const hubLow = real(low, this.#hub);
    if (isLess(hubHigh, hubLow, endHigh, endLow)) this.#shift(state, endHigh - hubHigh, endLow - hubLow);
  }

  #shift(state: Residual, high: number, low: number): void {
    for (let p = 0; p < this.#graph.people; p++) {
      if (int(state.roomOf, p) === AWAY) continue;
      add(state.personHigh, p, high);
      add(state.personLow, p, low);
    }
    for (let r = 0; r < this.#graph.rooms; r++) {
      add(state.roomHigh, r, -high);
      add(state.roomLow, r, -low);
    }
  }
}
