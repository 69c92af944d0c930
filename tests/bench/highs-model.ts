import type { Highs } from 'highs';
import type { Graph } from '../../shared/matching/graph.ts';
import type { Run } from './measure.ts';
import { sayWorth, timed } from './measure.ts';

/** Seconds after which HiGHS is stopped. */
export const HIGHS_SECONDS = 120;

/** An assignment as the columns HiGHS takes: a variable an edge or own room, a row a person, then a row a room. */
function modelOf(solver: Highs, graph: Graph, unit: number) {
  const cost: number[] = [];
  const indices: number[] = [];
  const join = (person: number, room: number, weight: number) => {
    cost.push(weight);
    indices.push(person, graph.people + room);
  };
  for (let p = 0; p < graph.people; p++) {
    if (graph.home[p]! >= 0) join(p, graph.home[p]!, 0);
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++)
      join(p, graph.room[e]!, graph.high[e]! * unit + graph.low[e]!);
  }
  const [numCols, numRows] = [cost.length, graph.people + graph.rooms];
  const mustHave = (row: number) => row < graph.people && graph.home[row]! >= 0;
  return {
    ...{ numCols, numRows, sense: solver.constants.objectiveSense.maximize },
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(solver.infinity),
    rowLower: Float64Array.from({ length: numRows }, (_, row) => (mustHave(row) ? 1 : -solver.infinity)),
    rowUpper: new Float64Array(numRows).fill(1),
    matrix: {
      ...({ format: 'csc', numRows, numCols } as const),
      starts: Int32Array.from({ length: numCols + 1 }, (_, column) => 2 * column),
      indices: Int32Array.from(indices),
      values: new Float64Array(indices.length).fill(1),
    },
  };
}

/** What a solution is worth, from who is where: the solver's own sum is rounded. */
function worthOf(graph: Graph, used: ArrayLike<number>): { high: number; low: number } {
  const worth = { high: 0, low: 0 };
  let column = 0;
  for (let p = 0; p < graph.people; p++) {
    if (graph.home[p]! >= 0) column++;
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++, column++)
      if (used[column]! > 0.5) {
        worth.high += graph.high[e]!;
        worth.low += graph.low[e]!;
      }
  }
  return worth;
}

/** How HiGHS is told to solve: by its own choice, which is the simplex method, or by its interior-point method. */
export const highsMethods = ['choose', 'ipm'] as const;
export type HighsMethod = (typeof highsMethods)[number];

/**
 * The best assignment by HiGHS as a linear program. Making the model is timed apart from solving it.
 * @param unit what one of the first lane is worth in the second
 * @returns null when it did not finish in its time
 */
export function solveByHighs(solver: Highs, graph: Graph, unit: number, method: HighsMethod): Run | null {
  const { ms: prepared, value: model } = timed(() => solver.createModel(modelOf(solver, graph, unit)));
  try {
    model.options.set({ output_flag: false, time_limit: HIGHS_SECONDS, solver: method });
    const { ms } = timed(() => model.run());
    if (model.getModelStatus() !== solver.constants.modelStatus.optimal) return null;
    return { ms, prepared, found: sayWorth(worthOf(graph, model.getSolution().colValue)) };
  } finally {
    model.dispose();
  }
}
