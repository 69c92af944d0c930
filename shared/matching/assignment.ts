import { assertGraph, type Graph } from './graph.ts';
import { int, type Lanes, real } from './lanes.ts';
import {
  AWAY,
  bitBetween,
  blankResidual,
  copyResidual,
  EMPTY,
  isBarred,
  priceNewPerson,
  priceNewRoom,
  type Residual,
  setBarred,
  UNPLACED,
} from './residual.ts';
import { PathSearch } from './shortest-path.ts';

export type { Graph } from './graph.ts';

/** The prices that prove an assignment best, lane by lane. A reader must not change them. */
export interface Prices {
  readonly personHigh: Float64Array;
  readonly personLow: Float64Array;
  readonly roomHigh: Float64Array;
  readonly roomLow: Float64Array;
}

/**
 * The best assignment of people to rooms, and what it takes to change it a little and stay best: every resident has
 * exactly one room (their own, at weight 0, or another), every newcomer at most one, every room at most one person,
 * and the sum of the weights is the largest there is, lexicographically. Chains and cycles of moves of any length come
 * out of it by themselves.
 *
 * Every change is one shortest-path search, so the assignment after it is again the best one.
 */
export class Assignment {
  readonly #state: Residual;
  readonly #search: PathSearch;

  private constructor(state: Residual, search: PathSearch) {
    this.#state = state;
    this.#search = search;
  }

  /**
   * The best assignment of everybody.
   * @param onProgress hears how many people are in the plan, of how many, after each person
   * @throws RangeError as `assertGraph`
   */
  static solve(graph: Graph, onProgress?: (done: number, people: number) => void): Assignment {
    const assignment = Assignment.blank(graph);
    for (let p = 0; p < graph.people; p++) {
      if (!assignment.insertPerson(p))
        throw new Error(`Person ${p} lost their own room while the plan was made.`);
      onProgress?.(p + 1, graph.people);
    }
    return assignment;
  }

  /**
   * An assignment nobody is part of yet, to be filled with `insertPerson` and `insertRoom`.
   * @param closed rooms that are not part of it yet either
   * @throws RangeError as `assertGraph`
   */
  static blank(graph: Graph, closed: readonly number[] = []): Assignment {
    assertGraph(graph);
    const state = blankResidual(graph);
    for (const r of closed) state.roomHigh[r] = Number.POSITIVE_INFINITY;
    return new Assignment(state, new PathSearch(graph));
  }

  /** Everybody stays where they are: the best assignment once every edge is barred, which this one has done. */
  static stay(graph: Graph): Assignment {
    const assignment = Assignment.blank(graph);
    const { roomOf, personIn, barred } = assignment.#state;
    for (let p = 0; p < graph.people; p++) {
      const home = int(graph.home, p);
      roomOf[p] = home < 0 ? UNPLACED : home;
      if (home >= 0) personIn[home] = p;
    }
    for (let e = 0; e < graph.room.length; e++) setBarred(barred, e, true);
    return assignment;
  }

  get graph(): Graph {
    return this.#state.graph;
  }

  get prices(): Prices {
    return this.#state;
  }

  /** @returns an independent copy; the graph and the searcher, which keeps nothing, are shared */
  clone(): Assignment {
    return new Assignment(copyResidual(this.#state), this.#search);
  }

  /** @returns the person's room, or -1 when they have none */
  roomOf(person: number): number {
    return Math.max(int(this.#state.roomOf, person), UNPLACED);
  }

  /** @returns the person in the room, or -1 when it is empty */
  personIn(room: number): number {
    return int(this.#state.personIn, room);
  }

  /** @param edge a position in the graph's `room` */
  isEdgeBarred(edge: number): boolean {
    return isBarred(this.#state.barred, edge);
  }

  isOwnRoomBarred(person: number): boolean {
    return isBarred(this.#state.barred, this.graph.room.length + person);
  }

  /**
   * Adds a person who is not part of the assignment yet.
   * @returns false, and nothing is changed, when a resident can be given no room without taking one from another
   */
  insertPerson(person: number): boolean {
    const state = this.#state;
    if (int(state.roomOf, person) !== AWAY) throw new Error(`Person ${person} is already part of the plan.`);
    priceNewPerson(state, person);
    if (state.personHigh[person] === Number.NEGATIVE_INFINITY) return false;
    return this.#search.fromPerson(state, person, null);
  }

  /** Adds a room that was closed; it goes to whoever gains most by it, over any chain, or stays empty. */
  insertRoom(room: number): void {
    const state = this.#state;
    if (state.roomHigh[room] !== Number.POSITIVE_INFINITY)
      throw new Error(`Room ${room} is already part of the plan.`);
    priceNewRoom(state, room);
    this.#search.fromNobody(state, room);
  }

  /**
   * Bars a person from rooms for good (their own home included, when it is listed) and makes the best of it.
   * Rooms the person could not have had anyway are skipped.
   * @returns false, and nothing is changed, when a resident would be left without a room
   */
  forbid(person: number, rooms: readonly number[]): boolean {
    const { graph, barred, roomOf, personIn } = this.#state;
    const bits = rooms
      .map((r) => bitBetween(graph, person, r))
      .filter((bit) => bit >= 0 && !isBarred(barred, bit));
    for (const bit of bits) setBarred(barred, bit, true);
    const room = int(roomOf, person);
    if (room < 0 || !rooms.includes(room)) return true;
    personIn[room] = EMPTY;
    if (this.#search.fromPerson(this.#state, person, room)) return true;
    personIn[room] = person;
    for (const bit of bits) setBarred(barred, bit, false);
    return false;
  }

  /** @returns the sum of the weights of everybody's rooms */
  value(): Lanes {
    const { graph, roomOf } = this.#state;
    let high = 0;
    let low = 0;
    for (let p = 0; p < graph.people; p++) {
      const room = int(roomOf, p);
      if (room < 0 || room === int(graph.home, p)) continue;
      const edge = bitBetween(graph, p, room);
      high += real(graph.high, edge);
      low += real(graph.low, edge);
    }
    return { high, low };
  }
}
