import type { Prices } from './assignment.ts';
import type { Graph } from './graph.ts';
import { int, type Lanes, real } from './lanes.ts';
import { pairOf } from './pairs.ts';
import { foldWeights } from './weights.ts';

/** What a certificate is made from: an answer, the prices that are said to prove it, and the edges that were barred. */
export interface Claim {
  readonly prices: Prices;
  roomOf(person: number): number;
  isEdgeBarred(edge: number): boolean;
  isOwnRoomBarred(person: number): boolean;
}

/** Whether an assignment has been proved best among all that use no barred edge, or the first thing found wrong. */
export type Certificate =
  | { readonly certified: true; readonly value: Lanes }
  | { readonly certified: false; readonly why: string };

/** Below this, the sum of two prices is exact in a double. */
const EXACT = 2 ** 52;

/**
 * Proves that no assignment is worth more, from the answer and its prices alone, without any of the solver's workings.
 *
 * By linear-programming duality it is enough that nobody is without a room who must have one, no room has two people,
 * no edge that is left pays more than its two ends cost, unused ends cost nothing, and the weights add up to the prices.
 */
export function certify(graph: Graph, claim: Claim): Certificate {
  const weight = foldWeights(graph).of;
  const taken = whoIsWhere(graph, claim);
  if (typeof taken === 'string') return { certified: false, why: taken };
  const why =
    faultInPrices(graph, claim.prices) ??
    faultInEdges(graph, weight, claim) ??
    faultInSpares(graph, claim, taken);
  if (why !== null) return { certified: false, why };
  return compareTotals(graph, weight, claim);
}

/** @returns by room, the person in it or -1; or what is wrong */
function whoIsWhere(graph: Graph, claim: Claim): Int32Array | string {
  const taken = new Int32Array(graph.rooms).fill(-1);
  for (let p = 0; p < graph.people; p++) {
    const room = claim.roomOf(p);
    if (room === -1) {
      if (int(graph.home, p) >= 0) return `Person ${p} is a resident and has no room.`;
      continue;
    }
    if (room < 0 || room >= graph.rooms) return `Person ${p} is in room ${room}, which does not exist.`;
    if (int(taken, room) >= 0) return `Room ${room} holds both person ${int(taken, room)} and person ${p}.`;
    if (!isAllowed(graph, claim, p, room)) return `Person ${p} may not have room ${room}.`;
    taken[room] = p;
  }
  return taken;
}

/** Whether a person and a room are joined by anything that is not barred. */
function isAllowed(graph: Graph, claim: Claim, person: number, room: number): boolean {
  if (room === int(graph.home, person)) return !claim.isOwnRoomBarred(person);
  const edge = pairOf(graph, person, room);
  return edge >= 0 && !claim.isEdgeBarred(edge);
}

function faultInPrices(graph: Graph, { person, room }: Prices): string | null {
  const exact = (price: number) => Number.isInteger(price) && Math.abs(price) <= EXACT;
  for (let p = 0; p < graph.people; p++) {
    const price = person[p] ?? Number.NaN;
    if (!exact(price)) return `The price of person ${p} is not an exact integer.`;
    if (int(graph.home, p) < 0 && price < 0) return `Newcomer ${p} has a negative price.`;
  }
  for (let r = 0; r < graph.rooms; r++) {
    const price = room[r] ?? Number.NaN;
    if (!exact(price)) return `The price of room ${r} is not an exact integer.`;
    if (price < 0) return `Room ${r} has a negative price.`;
  }
  return null;
}

/** No edge pays more than its ends cost, and the edge in use pays exactly that. */
function faultInEdges(graph: Graph, weights: Float64Array, claim: Claim): string | null {
  const { person, room } = claim.prices;
  const fault = (p: number, r: number, weight: number): string | null => {
    const cost = real(person, p) + real(room, r);
    if (cost < weight) return `Person ${p} and room ${r} together cost less than they are worth.`;
    return claim.roomOf(p) === r && cost !== weight
      ? `Person ${p} is in room ${r}, which costs more than it is worth.`
      : null;
  };
  for (let p = 0; p < graph.people; p++) {
    for (let e = int(graph.start, p); e < int(graph.start, p + 1); e++) {
      if (claim.isEdgeBarred(e)) continue;
      const why = fault(p, int(graph.room, e), real(weights, e));
      if (why !== null) return why;
    }
    const home = int(graph.home, p);
    const why = home < 0 || claim.isOwnRoomBarred(p) ? null : fault(p, home, 0);
    if (why !== null) return why;
  }
  return null;
}

/** Empty rooms and unplaced newcomers cost nothing. */
function faultInSpares(graph: Graph, claim: Claim, taken: Int32Array): string | null {
  const { person, room } = claim.prices;
  for (let p = 0; p < graph.people; p++)
    if (claim.roomOf(p) === -1 && real(person, p) !== 0) return `Person ${p} has no room and yet a price.`;
  for (let r = 0; r < graph.rooms; r++)
    if (int(taken, r) === -1 && real(room, r) !== 0) return `Room ${r} is empty and yet has a price.`;
  return null;
}

/** Sums in whole numbers of any size, so that no rounding can make two totals agree. */
function compareTotals(graph: Graph, weights: Float64Array, claim: Claim): Certificate {
  const cost = sum(claim.prices.person) + sum(claim.prices.room);
  let worth = 0n;
  let high = 0;
  let low = 0;
  for (let p = 0; p < graph.people; p++) {
    const room = claim.roomOf(p);
    if (room < 0 || room === int(graph.home, p)) continue;
    const edge = pairOf(graph, p, room);
    worth += BigInt(real(weights, edge));
    high += real(graph.high, edge);
    low += real(graph.low, edge);
  }
  return worth === cost
    ? { certified: true, value: { high, low } }
    : { certified: false, why: `The plan is worth ${worth}; its prices say ${cost}.` };
}

function sum(prices: Float64Array): bigint {
  return prices.reduce((total, price) => total + BigInt(price), 0n);
}

/** @throws Error when an assignment cannot be proved best over its graph, which would be a fault of the solver */
export function assertProved(graph: Graph, assignment: Claim): void {
  const proof = certify(graph, assignment);
  if (!proof.certified) throw new Error(`The plan could not be proved best: ${proof.why}`);
}
