import type { Prices } from './assignment.ts';
import type { Graph } from './graph.ts';
import { int, isLess, type Lanes, real } from './lanes.ts';

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
  const taken = whoIsWhere(graph, claim);
  if (typeof taken === 'string') return { certified: false, why: taken };
  const why =
    faultInPrices(graph, claim.prices) ?? faultInEdges(graph, claim) ?? faultInSpares(graph, claim, taken);
  if (why !== null) return { certified: false, why };
  return compareTotals(graph, claim);
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
    if (weightOf(graph, claim, p, room) === null) return `Person ${p} may not have room ${room}.`;
    taken[room] = p;
  }
  return taken;
}

/** @returns the weight of a room for a person, or null when the two are not joined by anything that is left */
function weightOf(graph: Graph, claim: Claim, person: number, room: number): Lanes | null {
  if (room === int(graph.home, person)) return claim.isOwnRoomBarred(person) ? null : { high: 0, low: 0 };
  for (let e = int(graph.start, person); e < int(graph.start, person + 1); e++) {
    if (int(graph.room, e) !== room) continue;
    return claim.isEdgeBarred(e) ? null : { high: real(graph.high, e), low: real(graph.low, e) };
  }
  return null;
}

function faultInPrices(graph: Graph, prices: Prices): string | null {
  const exact = (price: number | undefined) =>
    price !== undefined && Number.isInteger(price) && Math.abs(price) <= EXACT;
  for (let p = 0; p < graph.people; p++) {
    const high = prices.personHigh[p];
    const low = prices.personLow[p];
    if (!exact(high) || !exact(low)) return `The price of person ${p} is not an exact integer.`;
    if (int(graph.home, p) < 0 && isLess(high ?? 0, low ?? 0, 0, 0))
      return `Newcomer ${p} has a negative price.`;
  }
  for (let r = 0; r < graph.rooms; r++) {
    const high = prices.roomHigh[r];
    const low = prices.roomLow[r];
    if (!exact(high) || !exact(low)) return `The price of room ${r} is not an exact integer.`;
    if (isLess(high ?? 0, low ?? 0, 0, 0)) return `Room ${r} has a negative price.`;
  }
  return null;
}

/** No edge pays more than its ends cost, and the edge in use pays exactly that. */
function faultInEdges(graph: Graph, claim: Claim): string | null {
  const { personHigh, personLow, roomHigh, roomLow } = claim.prices;
  const fault = (p: number, r: number, high: number, low: number): string | null => {
    const costHigh = real(personHigh, p) + real(roomHigh, r);
    const costLow = real(personLow, p) + real(roomLow, r);
    if (isLess(costHigh, costLow, high, low))
      return `Person ${p} and room ${r} together cost less than they are worth.`;
    const tight = costHigh === high && costLow === low;
    return claim.roomOf(p) === r && !tight
      ? `Person ${p} is in room ${r}, which costs more than it is worth.`
      : null;
  };
  for (let p = 0; p < graph.people; p++) {
    for (let e = int(graph.start, p); e < int(graph.start, p + 1); e++) {
      if (claim.isEdgeBarred(e)) continue;
      const why = fault(p, int(graph.room, e), real(graph.high, e), real(graph.low, e));
      if (why !== null) return why;
    }
    const home = int(graph.home, p);
    const why = home < 0 || claim.isOwnRoomBarred(p) ? null : fault(p, home, 0, 0);
    if (why !== null) return why;
  }
  return null;
}

/** Empty rooms and unplaced newcomers cost nothing. */
function faultInSpares(graph: Graph, claim: Claim, taken: Int32Array): string | null {
  const { personHigh, personLow, roomHigh, roomLow } = claim.prices;
  for (let p = 0; p < graph.people; p++)
    if (claim.roomOf(p) === -1 && (real(personHigh, p) !== 0 || real(personLow, p) !== 0))
      return `Person ${p} has no room and yet a price.`;
  for (let r = 0; r < graph.rooms; r++)
    if (int(taken, r) === -1 && (real(roomHigh, r) !== 0 || real(roomLow, r) !== 0))
      return `Room ${r} is empty and yet has a price.`;
  return null;
}

/** Sums in whole numbers of any size, so that no rounding can make two totals agree. */
function compareTotals(graph: Graph, claim: Claim): Certificate {
  const { personHigh, personLow, roomHigh, roomLow } = claim.prices;
  let [high, low, costHigh, costLow] = [
    0n,
    0n,
    sum(personHigh) + sum(roomHigh),
    sum(personLow) + sum(roomLow),
  ];
  for (let p = 0; p < graph.people; p++) {
    const weight = weightOf(graph, claim, p, claim.roomOf(p));
    if (weight === null) continue;
    high += BigInt(weight.high);
    low += BigInt(weight.low);
  }
  if (high !== costHigh || low !== costLow)
    return {
      certified: false,
      why: `The plan is worth ${high}, ${low}; its prices say ${costHigh}, ${costLow}.`,
    };
  return { certified: true, value: { high: Number(high), low: Number(low) } };
}

function sum(prices: Float64Array): bigint {
  return prices.reduce((total, price) => total + BigInt(price), 0n);
}
