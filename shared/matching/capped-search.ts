import type { SearchOptions } from './branch.ts';
import { hasNoRings, layOut, solveCapped, unlayered } from './capped.ts';
import { assertProved } from './certificate.ts';
import { chainsOf, type Placed } from './chains.ts';
import type { Graph } from './graph.ts';
import { compareLanes, int, type Lanes, real } from './lanes.ts';

/** Who is where, what that is worth, and what no plan can exceed. */
export interface Solved {
  readonly placed: Placed;
  readonly value: Lanes;
  readonly upperBound: Lanes;
}

/** Longest chains that are laid out by position: the layers of longer ones would be many times the instance. */
const mostLayers = 8;

/**
 * The best plan found with chains of at most so many moves. The best plan of all is asked first: where it keeps to the cap
 * there is nothing to search. Otherwise plans under tighter caps are looked at too, as they keep to this one, so that a
 * looser cap gives no worse a plan; of caps over `mostLayers`, not each is.
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
  if (longest(graph, free.placed) <= cap) return free;
  const byPosition = layers && hasNoRings(graph);
  const under = (most: number): Solved => {
    // A move into a room somebody lives in makes them move too.
    if (most === 1) return search(intoVacancies(graph), null);
    return byPosition && most <= mostLayers ? layered(graph, most, options) : search(graph, most);
  };
  const asked = under(cap);
  const tighter = Array.from({ length: Math.min(cap - 1, mostLayers) }, (_, i) => under(i + 1));
  const best = tighter.reduce((a, b) => (compareLanes(b.value, a.value) > 0 ? b : a), asked);
  const isBound = compareLanes(asked.upperBound, free.upperBound) < 0;
  return { ...best, upperBound: isBound ? asked.upperBound : free.upperBound };
}

const longest = (graph: Graph, placed: Placed): number =>
  chainsOf(graph, placed).reduce((most, { moves }) => Math.max(most, moves.length), 0);

function layered(graph: Graph, cap: number, options: SearchOptions): Solved {
  const layers = layOut(graph, cap);
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
