import type { Graph } from './graph.ts';
import { int, real } from './lanes.ts';
import type { Network } from './network.ts';
import { pairOf } from './pairs.ts';

/** In `roomOf`: the person has no room. */
export const UNPLACED = -1;
/** In `roomOf`: the person is not part of the plan yet. */
export const AWAY = -2;
/** In `personIn`: nobody is in the room. */
export const EMPTY = -1;

/**
 * A matching with the prices that prove it best, over one network, less the edges barred so far.
 *
 * What holds between two operations, for everybody and every room that is part of the plan:
 * - for every edge that is not barred, and every own room that is not barred, price of person + price of room ≥ weight,
 *   with equality where the person is in that room;
 * - no room has a negative price, and an empty one costs nothing;
 * - no newcomer has a negative price, and an unplaced one costs nothing. A resident's price may have either sign,
 *   because a resident may not be left without a room.
 *
 * A room that is not part of the plan yet has an infinite price, so that nobody reaches for it.
 */
export interface Residual {
  readonly network: Network;
  readonly person: Float64Array;
  readonly room: Float64Array;
  readonly roomOf: Int32Array;
  readonly personIn: Int32Array;
  /** One bit an edge, then one bit a person for their own room. */
  readonly barred: Uint32Array;
}

/** Nobody in the plan yet, every room empty, nothing barred; everything is priced at 0. */
export function blankResidual(network: Network): Residual {
  const { people, rooms, room } = network.graph;
  return {
    network,
    person: new Float64Array(people),
    room: new Float64Array(rooms),
    roomOf: new Int32Array(people).fill(AWAY),
    personIn: new Int32Array(rooms).fill(EMPTY),
    barred: new Uint32Array(Math.ceil((room.length + people) / 32)),
  };
}

/** @returns a copy that shares nothing but the network */
export function copyResidual(from: Residual): Residual {
  return {
    network: from.network,
    person: from.person.slice(),
    room: from.room.slice(),
    roomOf: from.roomOf.slice(),
    personIn: from.personIn.slice(),
    barred: from.barred.slice(),
  };
}

/** @param bit an edge, or the number of edges + a person for that person's own room */
export function isBarred(barred: Uint32Array, bit: number): boolean {
  return (((barred[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** Bars one bit for good. */
export function bar(barred: Uint32Array, bit: number): void {
  barred[bit >>> 5] = (barred[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

/** @returns the bit of the edge or own room that joins the two, or -1 when nothing does */
export function bitBetween(graph: Graph, person: number, room: number): number {
  return room === int(graph.home, person) ? graph.room.length + person : pairOf(graph, person, room);
}

/** Gives a person the smallest price at which no edge of theirs pays more than its two ends cost; -Infinity without any. */
export function pricePerson({ network, person, room, barred }: Residual, p: number): void {
  const { graph, weight } = network;
  const home = int(graph.home, p);
  let price = home < 0 ? 0 : Number.NEGATIVE_INFINITY;
  for (let e = int(graph.start, p), end = int(graph.start, p + 1); e < end; e++) {
    const gain = real(weight, e) - real(room, int(graph.room, e));
    if (gain > price && !isBarred(barred, e)) price = gain;
  }
  if (home >= 0 && !isBarred(barred, graph.room.length + p)) price = Math.max(price, -real(room, home));
  person[p] = price;
}

/** Gives a room the smallest price at which no edge to it pays more than its two ends cost. */
export function priceRoom({ network, person, room, roomOf, barred }: Residual, r: number): void {
  const { graph, startInto, edgeInto, personInto, weightInto, ceiling, residentOf } = network;
  const groups = ceiling.length;
  let price = 0;
  for (let i = int(startInto, r * groups), end = int(startInto, (r + 1) * groups); i < end; i++) {
    const p = int(personInto, i);
    const gain = real(weightInto, i) - real(person, p);
    if (gain > price && int(roomOf, p) !== AWAY && !isBarred(barred, int(edgeInto, i))) price = gain;
  }
  const resident = int(residentOf, r);
  if (resident >= 0 && int(roomOf, resident) !== AWAY && !isBarred(barred, graph.room.length + resident))
    price = Math.max(price, -real(person, resident));
  room[r] = price;
}
