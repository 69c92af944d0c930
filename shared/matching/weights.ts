import type { Graph } from './graph.ts';
import { int, real } from './lanes.ts';

/** The two lanes of every edge folded into one whole number, and what one rank of the first lane weighs in it. */
export interface Weights {
  /** By edge. */
  readonly of: Float64Array;
  /** By person: the rank of the first lane of their edges; 0 where it is 0. */
  readonly rankOf: Uint8Array;
  /** The largest weight of the second lane, of either sign, without it. */
  readonly largest: number;
  /** More than the second lanes along any path can add up to. */
  readonly rank: number;
}

/** Four path lengths of folded weights still add up exactly in a double below this. */
const LIMIT = 2 ** 51;

/** Points or waits are too large, for so many people, to be added exactly in a double. */
export class TooLargeToAdd extends RangeError {}

/** Whether the weights of a graph are whole numbers that can be folded and added along any path exactly. */
export function isAddable(graph: Graph): boolean {
  return graph.high.every(Number.isSafeInteger) && isWithin(scaleOf(graph));
}

const isWithin = ({ ranks, rank }: Scale): boolean => rank * (ranks.size + 1) <= LIMIT;

interface Scale extends Pick<Weights, 'largest' | 'rank'> {
  /** By weight of the first lane: its rank. */
  readonly ranks: ReadonlyMap<number, number>;
}

function scaleOf(graph: Graph): Scale {
  const { people, rooms, low } = graph;
  const steps = 2 * Math.min(people, rooms + 1);
  let largest = 0;
  for (let e = 0; e < low.length; e++) largest = Math.max(largest, Math.abs(real(low, e)));
  return { largest, rank: steps * largest + 1, ranks: rankHighs(graph) };
}

/**
 * Folds the lanes of a graph so that the best plan by the one number is the best plan lane by lane.
 *
 * Two plans differ by paths and cycles that can be switched one without another. Everybody along such a path has a room
 * before and after, save at its two ends, so at most one person gains a place and one loses theirs: it is enough that
 * one **rank** of the first lane outweighs every sum of second lanes along a path, however far apart the weights of the
 * first lane are. That keeps strict tiers of 100,000 people exact in a double.
 * @throws TooLargeToAdd when the numbers are too large to add exactly
 * @throws RangeError when a person's edges disagree about the first lane
 */
export function foldWeights(graph: Graph): Weights {
  const { people, start, high, low } = graph;
  const { ranks, ...scale } = scaleOf(graph);
  const { rank } = scale;
  if (!isWithin({ ranks, ...scale }))
    throw new TooLargeToAdd(
      'Points, with these waiting times and this many people, are too large to be added exactly. Give points or waits in a coarser measure.',
    );
  const of = new Float64Array(low.length);
  const rankOf = new Uint8Array(people);
  for (let p = 0; p < people; p++) {
    const first = int(start, p);
    const end = int(start, p + 1);
    if (first === end) continue;
    rankOf[p] = ranks.get(real(high, first)) ?? 0;
    const bonus = int(rankOf, p) * rank;
    for (let e = first; e < end; e++) {
      if (real(high, e) !== real(high, first))
        throw new RangeError(`The edges of person ${p} disagree about the first lane of their weight.`);
      of[e] = bonus + real(low, e);
    }
  }
  return { of, rankOf, ...scale };
}

/** By weight of the first lane: its rank among all that occur; nothing has rank 0. */
function rankHighs({ high }: Graph): ReadonlyMap<number, number> {
  const met = new Set<number>();
  let last = 0;
  for (let e = 0; e < high.length; e++) {
    if (real(high, e) === last) continue;
    last = real(high, e);
    met.add(last);
  }
  met.delete(0);
  return new Map([...met].sort((a, b) => a - b).map((one, i) => [one, i + 1]));
}
