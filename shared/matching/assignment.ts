import { RoomFilling } from './fill-rooms.ts';
import type { Graph } from './graph.ts';
import { int, type Lanes, real } from './lanes.ts';
import { makeNetwork, type Network } from './network.ts';
import { PersonPlacing } from './place-person.ts';
import {
  AWAY,
  bar,
  bitBetween,
  blankResidual,
  copyResidual,
  EMPTY,
  isBarred,
  type Residual,
  UNPLACED,
} from './residual.ts';
import { everybodyStays } from './start.ts';

export type { Graph } from './graph.ts';

/** The prices that prove an assignment best, in folded weights (`weights.ts`). A reader must not change them. */
export interface Prices {
  readonly person: Float64Array;
  readonly room: Float64Array;
}

/** The two searches everything is built on. */
interface Search {
  readonly rooms: RoomFilling;
  readonly people: PersonPlacing;
}

const searchOver = (network: Network): Search => ({
  rooms: new RoomFilling(network),
  people: new PersonPlacing(network),
});

/**
 * The best assignment of people to rooms, and what it takes to change it a little and stay best: every resident has
 * exactly one room (their own, at weight 0, or another), every newcomer at most one, every room at most one person,
 * and the sum of the weights is the largest there is, lexicographically. Chains and cycles of moves of any length come
 * out of it by themselves.
 *
 * Every change is one or two shortest-path searches, so the assignment after it is again the best one. After a change
 * that answers false the assignment is spoilt.
 */
export class Assignment {
  readonly #state: Residual;
  readonly #search: Search;

  private constructor(state: Residual, search: Search) {
    this.#state = state;
    this.#search = search;
  }

  /**
   * The best assignment of everybody: everybody stays, then all vacancies are filled over their best chains.
   * @param onProgress hears how many people are in the plan, of how many
   * @throws RangeError as `assertGraph` and `foldWeights`
   */
  static solve(graph: Graph, onProgress?: (done: number, people: number) => void): Assignment {
    const network = makeNetwork(graph);
    const search = searchOver(network);
    const { state, out } = everybodyStays(network);
    for (const person of out) {
      search.rooms.fill(state, [int(graph.home, person)]);
      if (!search.people.place(state, person))
        throw new Error(`Person ${person} lost their own room while the plan was made.`);
    }
    const vacancies = [...network.residentOf.keys()].filter((room) => int(network.residentOf, room) < 0);
    search.rooms.fill(state, vacancies, (done) =>
      onProgress?.(Math.floor((graph.people * done) / vacancies.length), graph.people),
    );
    onProgress?.(graph.people, graph.people);
    return new Assignment(state, search);
  }

  /**
   * An assignment nobody is part of yet, to be filled with `insertPerson` and `insertRoom`.
   * @param closed rooms that are not part of it yet either
   * @throws RangeError as `assertGraph` and `foldWeights`
   */
  static blank(graph: Graph, closed: readonly number[] = []): Assignment {
    const network = makeNetwork(graph);
    const state = blankResidual(network);
    for (const r of closed) state.room[r] = Number.POSITIVE_INFINITY;
    return new Assignment(state, searchOver(network));
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
    for (let e = 0; e < graph.room.length; e++) bar(barred, e);
    return assignment;
  }

  get graph(): Graph {
    return this.#network.graph;
  }

  get prices(): Prices {
    return this.#state;
  }

  get #network(): Network {
    return this.#state.network;
  }

  /** @returns an independent copy; the network and the searcher, which keeps nothing, are shared */
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
   * Adds a person who is not part of the assignment.
   * @returns false, and nothing is changed, when a resident can be given no room without taking one from another
   */
  insertPerson(person: number): boolean {
    if (int(this.#state.roomOf, person) !== AWAY)
      throw new Error(`Person ${person} is already part of the plan.`);
    return this.#search.people.place(this.#state, person);
  }

  /** Adds a room that was closed; it goes to whoever gains most by it, over any chain, or stays empty. */
  insertRoom(room: number): void {
    if (this.#state.room[room] !== Number.POSITIVE_INFINITY)
      throw new Error(`Room ${room} is already part of the plan.`);
    this.#search.rooms.fill(this.#state, [room]);
  }

  /** Takes a person out of the assignment, as one who withdraws; their room goes to whoever gains most by it. */
  removePerson(person: number): void {
    const { roomOf, personIn } = this.#state;
    const room = int(roomOf, person);
    if (room === AWAY) throw new Error(`Person ${person} is not part of the plan.`);
    roomOf[person] = AWAY;
    if (room < 0) return;
    personIn[room] = EMPTY;
    this.#search.rooms.fill(this.#state, [room]);
  }

  /**
   * Closes a room; whoever was in it finds another, or (a newcomer) none.
   * @returns false when a resident is left without a room
   */
  removeRoom(room: number): boolean {
    const { room: price, roomOf, personIn } = this.#state;
    if (price[room] === Number.POSITIVE_INFINITY) throw new Error(`Room ${room} is not part of the plan.`);
    const person = int(personIn, room);
    price[room] = Number.POSITIVE_INFINITY;
    personIn[room] = EMPTY;
    if (person === EMPTY) return true;
    roomOf[person] = AWAY;
    return this.#search.people.place(this.#state, person);
  }

  /**
   * Bars a person from rooms for good (their own home included, when it is listed) and makes the best of it.
   * Rooms the person could not have had anyway are skipped.
   * @returns false when a resident is left without a room
   */
  forbid(person: number, rooms: readonly number[]): boolean {
    const { barred, roomOf } = this.#state;
    for (const r of rooms) {
      const bit = bitBetween(this.graph, person, r);
      if (bit >= 0) bar(barred, bit);
    }
    const room = int(roomOf, person);
    if (room < 0 || !rooms.includes(room)) return true;
    this.removePerson(person);
    return this.#search.people.place(this.#state, person);
  }

  /** @returns the sum of the weights of everybody's rooms */
  value(): Lanes {
    const { graph } = this;
    const { roomOf } = this.#state;
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
