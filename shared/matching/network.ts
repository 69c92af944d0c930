import { assertGraph, type Graph } from './graph.ts';
import { int, real } from './lanes.ts';
import { foldWeights } from './weights.ts';

/** A graph made ready for searching: folded weights, and every edge by the room it leads to. Shared by all plans over it. */
export interface Network {
  readonly graph: Graph;
  /** By edge. */
  readonly weight: Float64Array;
  /** The edges again, by the room they lead to. */
  readonly edgeInto: Int32Array;
  readonly personInto: Int32Array;
  readonly weightInto: Float64Array;
  /**
   * By room and group, length rooms × groups + 1: where the group's edges begin in the three columns above. Newcomers
   * whose weights have the highest rank come first, residents last: a search that has found an end in one tier need
   * not look at those of a later one.
   */
  readonly startInto: Int32Array;
  /** By group: no edge of it weighs more. Infinity for residents, whose prices may be negative. */
  readonly ceiling: Float64Array;
  /** By room: who lives there today, or -1. */
  readonly residentOf: Int32Array;
}

/** @throws RangeError as `assertGraph` and `foldWeights` */
export function makeNetwork(graph: Graph): Network {
  assertGraph(graph);
  const { rooms, home } = graph;
  const weights = foldWeights(graph);
  const residentOf = new Int32Array(rooms).fill(-1);
  home.forEach((r, p) => {
    if (r >= 0) residentOf[r] = p;
  });
  const newcomerRanks = weights.rankOf.filter((_, p) => int(home, p) < 0);
  const topRank = newcomerRanks.reduce((most, rank) => Math.max(most, rank), 0);
  const groupOf = weights.rankOf.map((rank, p) => (int(home, p) < 0 ? topRank - rank : topRank + 1));
  const ceiling = Float64Array.from({ length: topRank + 2 }, (_, group) =>
    group > topRank ? Number.POSITIVE_INFINITY : (topRank - group) * weights.rank + weights.largest,
  );
  return {
    graph,
    weight: weights.of,
    ...edgesByRoom(graph, weights.of, groupOf, ceiling.length),
    ceiling,
    residentOf,
  };
}

function edgesByRoom(
  { people, rooms, start, room }: Graph,
  weight: Float64Array,
  groupOf: Uint8Array,
  groups: number,
): Pick<Network, 'startInto' | 'edgeInto' | 'personInto' | 'weightInto'> {
  const startInto = new Int32Array(rooms * groups + 1);
  const slot = (p: number, e: number) => int(room, e) * groups + int(groupOf, p);
  for (let p = 0; p < people; p++)
    for (let e = int(start, p), end = int(start, p + 1); e < end; e++)
      startInto[slot(p, e) + 1] = int(startInto, slot(p, e) + 1) + 1;
  for (let i = 1; i < startInto.length; i++) startInto[i] = int(startInto, i) + int(startInto, i - 1);
  const next = startInto.slice();
  const edgeInto = new Int32Array(room.length);
  const personInto = new Int32Array(room.length);
  const weightInto = new Float64Array(room.length);
  for (let p = 0; p < people; p++) {
    for (let e = int(start, p), end = int(start, p + 1); e < end; e++) {
      const at = int(next, slot(p, e));
      next[slot(p, e)] = at + 1;
      edgeInto[at] = e;
      personInto[at] = p;
      weightInto[at] = real(weight, e);
    }
  }
  return { startInto, edgeInto, personInto, weightInto };
}
