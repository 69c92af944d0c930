import type { SearchOptions } from './branch.ts';
import { hasNoRings, layOut, solveCapped, unlayered } from './capped.ts';
import { assertProved } from './certificate.ts';
import { chainsOf, type Placed } from './chains.ts';
import type { Graph } from './graph.ts';
import { compareLanes, int, type Lanes, real } from './lanes.ts';
import { isAddable } from './weights.ts';

/** Who is where, what that is worth, and what no plan can exceed. */
export interface Solved {
  readonly placed: Placed;
  readonly value: Lanes;
  readonly upperBound: Lanes;
}

/** Longest chains that are laid out by position: the layers of longer ones would be many times the instance. */
const mostLayers = 8;
/** Most edges laid out, of all positions together, so that they fit in memory beside the instance. */
const mostLayeredEdges = 4_000_000;
/** Up to so many people every tighter cap is searched too; up to the second number those of `capsTried`. */
const peopleOfEveryCap = 200;
const peopleOfSomeCaps = 5_000;
const capsTried = [1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 24, 32, 48, 64];

/**
 * The best plan found with chains of at most so many moves. The best plan of all is asked first: where it keeps to the cap
 * there is nothing to search. While the plan is not proved best, those under tighter caps are looked at too, as they keep
 * to this one, so that a looser cap gives no worse a plan; how many of them depends on how many people there are.
 * @param layers whether nothing but the cap has to be kept, so that chains may be laid out by position
 * @param search the best plan found over a graph whose chains have at most so many moves; null for any number
 */
export function solveWithCap(
  graph: Graph,
  cap: number,
  { layers, ...options }: SearchOptions & { readonly layers: boolean },
  search: (graph: Graph, cap: number | null) => Solved,
): Solved {
  const free = search(graph, null);
  const fits = longest(graph, free.placed) <= cap;
  if (fits && isProved(free)) return free;
  const byPosition = layers && hasNoRings(graph);
  const under = (most: number): Solved => {
    // A move into a room somebody lives in makes them move too.
    if (most === 1) return search(intoVacancies(graph), null);
    const laidOut = byPosition ? layered(graph, most, options) : null;
    if (laidOut !== null && isProved(laidOut)) return laidOut;
    const repaired = search(graph, most);
    return laidOut === null ? repaired : bestOf(laidOut, repaired);
  };
  let best = under(cap);
  best = fits ? bestOf(best, free) : { ...best, upperBound: lesser(best.upperBound, free.upperBound) };
  for (const most of tighterCaps(graph, cap, byPosition)) {
    if (isProved(best)) break;
    const plan = under(most);
    best = { ...moreWorth(best, plan), upperBound: best.upperBound };
    // Under caps tighter still no plan is worth more than this one.
    if (isProved(plan)) break;
  }
  return best;
}

/** The tighter caps to be searched, the loosest first. */
function tighterCaps(graph: Graph, cap: number, byPosition: boolean): number[] {
  if (graph.people <= peopleOfEveryCap) return Array.from({ length: cap - 1 }, (_, i) => cap - 1 - i);
  // Of very many people one move is soon planned; two only where chains are laid out.
  const most = graph.people <= peopleOfSomeCaps ? cap - 1 : Math.min(cap - 1, byPosition ? 2 : 1);
  return capsTried.filter((one) => one <= most).reverse();
}

const isProved = ({ value, upperBound }: Solved): boolean => compareLanes(value, upperBound) >= 0;
const lesser = (a: Lanes, b: Lanes): Lanes => (compareLanes(b, a) < 0 ? b : a);
const moreWorth = (a: Solved, b: Solved): Solved => (compareLanes(b.value, a.value) > 0 ? b : a);

/** Of two answers to one question the better plan, under the tighter bound. */
const bestOf = (a: Solved, b: Solved): Solved => ({
  ...moreWorth(a, b),
  upperBound: lesser(a.upperBound, b.upperBound),
});

const longest = (graph: Graph, placed: Placed): number =>
  chainsOf(graph, placed).reduce((most, { moves }) => Math.max(most, moves.length), 0);

/** @returns null where the layers would be too large, or their weights could not be added exactly */
function layered(graph: Graph, cap: number, options: SearchOptions): Solved | null {
  if (cap > mostLayers || cap * graph.room.length > mostLayeredEdges) return null;
  const layers = layOut(graph, cap);
  if (!isAddable(layers.graph)) return null;
  const { assignment, value, upperBound } = solveCapped(layers, options);
  assertProved(layers.graph, assignment);
  const placed = unlayered(graph, layers, assignment);
  if (chainsOf(graph, placed).some(({ moves, cycle }) => cycle || moves.length > cap))
    throw new Error('The plan breaks a rule.');
  return { placed, value, upperBound };
}

/** The same people and rooms with the moves into rooms nobody lives in. */
function intoVacancies(graph: Graph): Graph {
  const vacant = new Uint8Array(graph.rooms).fill(1);
  for (const room of graph.home) if (room >= 0) vacant[room] = 0;
  const kept: number[] = [];
  const start = new Int32Array(graph.people + 1);
  for (let person = 0; person < graph.people; person++) {
    for (let e = int(graph.start, person); e < int(graph.start, person + 1); e++)
      if (vacant[int(graph.room, e)]) kept.push(e);
    start[person + 1] = kept.length;
  }
  return {
    ...graph,
    start,
    room: Int32Array.from(kept, (e) => int(graph.room, e)),
    high: Float64Array.from(kept, (e) => real(graph.high, e)),
    low: Float64Array.from(kept, (e) => real(graph.low, e)),
  };
}
