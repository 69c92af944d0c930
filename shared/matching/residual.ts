import type { Graph } from './graph.ts';
import { int, isLess, real } from './lanes.ts';

/** In `roomOf`: the person has no room. */
export const UNPLACED = -1;
/** In `roomOf`: the person is not part of the plan yet. */
export const AWAY = -2;
/** In `personIn`: nobody is in the room. */
export const EMPTY = -1;

/**
 * A matching with the prices that prove it best, over one graph, less the edges barred so far.
 *
 * What holds between two operations:
 * - for every edge that is not barred, and every own room that is not barred, price of person + price of room ≥ weight
 *   (lexicographically), with equality where the person is in that room;
 * - no room has a negative price, and an empty one costs nothing;
 * - no newcomer has a negative price, and an unplaced one costs nothing. A resident's price may have either sign,
 *   because a resident may not be left without a room.
 *
 * A room that is not part of the plan yet has an infinite price, so that nobody reaches for it.
 */
export interface Residual {
  readonly graph: Graph;
  readonly personHigh: Float64Array;
  readonly personLow: Float64Array;
  readonly roomHigh: Float64Array;
  readonly roomLow: Float64Array;
  readonly roomOf: Int32Array;
  readonly personIn: Int32Array;
  /** One bit an edge, then one bit a person for their own room. */
  readonly barred: Uint32Array;
}

/** Nobody and no room in the plan yet, nothing barred; everything is priced at 0. */
export function blankResidual(graph: Graph): Residual {
  return {
    graph,
    personHigh: new Float64Array(graph.people),
    personLow: new Float64Array(graph.people),
    roomHigh: new Float64Array(graph.rooms),
    roomLow: new Float64Array(graph.rooms),
    roomOf: new Int32Array(graph.people).fill(AWAY),
    personIn: new Int32Array(graph.rooms).fill(EMPTY),
    barred: new Uint32Array(Math.ceil((graph.room.length + graph.people) / 32)),
  };
}

/** @returns a copy that shares nothing but the graph */
export function copyResidual(from: Residual): Residual {
  return {
    graph: from.graph,
    personHigh: from.personHigh.slice(),
    personLow: from.personLow.slice(),
    roomHigh: from.roomHigh.slice(),
    roomLow: from.roomLow.slice(),
    roomOf: from.roomOf.slice(),
    personIn: from.personIn.slice(),
    barred: from.barred.slice(),
  };
}

/** @param bit an edge, or the number of edges + a person for that person's own room */
export function isBarred(barred: Uint32Array, bit: number): boolean {
  return (((barred[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** Sets or clears one bit of `barred`. */
export function setBarred(barred: Uint32Array, bit: number, value: boolean): void {
  const word = barred[bit >>> 5] ?? 0;
  barred[bit >>> 5] = value ? word | (1 << (bit & 31)) : word & ~(1 << (bit & 31));
}

/** @returns the bit of the edge or own room that joins the two, or -1 when nothing does */
export function bitBetween(graph: Graph, person: number, room: number): number {
  if (room === int(graph.home, person)) return graph.room.length + person;
  for (let e = int(graph.start, person); e < int(graph.start, person + 1); e++)
    if (int(graph.room, e) === room) return e;
  return -1;
}

/** Gives a person the smallest price at which no edge of theirs pays more than its two ends cost. */
export function priceNewPerson(state: Residual, person: number): void {
  const { graph, roomHigh, roomLow, barred } = state;
  const home = int(graph.home, person);
  let high = home < 0 ? 0 : Number.NEGATIVE_INFINITY;
  let low = 0;
  const offer = (h: number, l: number) => {
    if (isLess(high, low, h, l)) [high, low] = [h, l];
  };
  for (let e = int(graph.start, person); e < int(graph.start, person + 1); e++) {
    const r = int(graph.room, e);
    if (!isBarred(barred, e))
      offer(real(graph.high, e) - real(roomHigh, r), real(graph.low, e) - real(roomLow, r));
  }
  if (home >= 0 && !isBarred(barred, graph.room.length + person))
    offer(0 - real(roomHigh, home), 0 - real(roomLow, home));
  state.personHigh[person] = high;
  state.personLow[person] = low;
}

/** Gives a room the smallest price at which no edge to it pays more than its two ends cost; reads every edge. */
export function priceNewRoom(state: Residual, room: number): void {
  const { graph, personHigh, personLow, roomOf } = state;
  let high = 0;
  let low = 0;
  for (let p = 0; p < graph.people; p++) {
    if (int(roomOf, p) === AWAY) continue;
    const bit = bitBetween(graph, p, room);
    if (bit < 0 || isBarred(state.barred, bit)) continue;
    const own = bit >= graph.room.length;
    const offerHigh = (own ? 0 : real(graph.high, bit)) - real(personHigh, p);
    const offerLow = (own ? 0 : real(graph.low, bit)) - real(personLow, p);
    if (isLess(high, low, offerHigh, offerLow)) [high, low] = [offerHigh, offerLow];
  }
  state.roomHigh[room] = high;
  state.roomLow[room] = low;
}
