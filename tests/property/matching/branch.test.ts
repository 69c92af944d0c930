import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Assignment } from '../../../shared/matching/assignment.ts';
import { type FindBroken, type SearchOptions, solveWithin } from '../../../shared/matching/branch.ts';
import { certify } from '../../../shared/matching/certificate.ts';
import { holdBack } from '../../../shared/matching/first-plan.ts';
import type { Graph } from '../../../shared/matching/graph.ts';
import { compareLanes } from '../../../shared/matching/lanes.ts';
import { graphOf, randomInstance, randomShape } from '../../support/random-instance.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

function randomGraph(seed: number): Graph {
  return graphOf(randomInstance(seed, randomShape(seed, 24)), seed % 2 ? 'tiers' : 'points').graph;
}

/** A made-up rule that is hard to keep: at most every third person may change rooms. */
function fewMovers(graph: Graph): FindBroken {
  return (assignment) => {
    const movers = moversOf(graph, assignment);
    const most = Math.floor(graph.people / 3);
    if (movers.length <= most) return [];
    const ways = movers.slice(0, most + 1).map((person) => {
      const row = graph.room.subarray(graph.start[person], graph.start[person + 1]);
      return [{ person, rooms: [...row] }];
    });
    return [ways];
  };
}

function moversOf(graph: Graph, assignment: Assignment): number[] {
  return [...graph.home.keys()].filter((p) => assignment.roomOf(p) !== graph.home[p]);
}

function solve(seed: number, options: SearchOptions) {
  const graph = randomGraph(seed);
  const result = solveWithin(graph, fewMovers(graph), options);
  return { graph, result, movers: moversOf(graph, result.assignment) };
}

describe('the search for a plan that keeps the rules', () => {
  test('keeps them and brackets the best plan, whatever the budget', () => {
    let short = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const full = solve(seed, { nodeBudget: 400 });
        for (const nodeBudget of [1, 8, 40]) {
          const { graph, result, movers } = solve(seed, { nodeBudget });
          expect(movers.length).toBeLessThanOrEqual(Math.floor(graph.people / 3));
          expect(certify(graph, result.assignment)).toEqual({ certified: true, value: result.value });
          expect(compareLanes(result.value, full.result.upperBound)).toBeLessThanOrEqual(0);
          expect(compareLanes(result.upperBound, full.result.value)).toBeGreaterThanOrEqual(0);
          expect(result.exact).toBe(compareLanes(result.value, result.upperBound) === 0);
          if (result.exact && full.result.exact) expect(result.value).toEqual(full.result.value);
          if (!result.exact) short++;
        }
      }),
      { seed: 11, numRuns: 40 },
    );
    expect(short).toBeGreaterThan(10);
  });

  test('finds the same plan however little it may remember, and every time', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const answers = [64 * 2 ** 20, 64 * 2 ** 20, 0].map((heldBytes) => {
          const { graph, result } = solve(seed, { nodeBudget: 200, heldBytes });
          const { assignment, ...figures } = result;
          return { ...figures, rooms: [...graph.home.keys()].map((p) => assignment.roomOf(p)) };
        });
        expect(answers[1]).toEqual(answers[0]);
        expect(answers[2]).toEqual(answers[0]);
      }),
      { seed: 12, numRuns: 40 },
    );
  });

  test('finds a plan at once by holding people back, whatever the ways out', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed);
        const root = Assignment.solve(graph);
        const { assignment } = holdBack(root, fewMovers(graph));
        expect(moversOf(graph, assignment!).length).toBeLessThanOrEqual(Math.floor(graph.people / 3));
        expect(certify(graph, assignment!).certified).toBe(true);
      }),
      { seed: 13, numRuns: 60 },
    );
  });

  test('settles for everybody staying when no other plan keeps the rules', () => {
    const graph = randomGraph(3);
    const nobodyMoves: FindBroken = (assignment) => {
      const [first] = moversOf(graph, assignment);
      return first === undefined ? [] : [[[{ person: first, rooms: [assignment.roomOf(first)] }]]];
    };
    const { assignment, value, exact } = solveWithin(graph, nobodyMoves);
    expect(moversOf(graph, assignment)).toEqual([]);
    expect({ value, exact }).toEqual({ value: { high: 0, low: 0 }, exact: true });
    expect(certify(graph, assignment).certified).toBe(true);
  });

  test('refuses a way out that does not rule out the plan it was given for', () => {
    const graph = randomGraph(3);
    expect(() => solveWithin(graph, () => [[[{ person: 0, rooms: [] }]]])).toThrow('must rule out the plan');
  });
});
