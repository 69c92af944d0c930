import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasNoRings } from '../../../shared/matching/capped.ts';
import { type NeutralInstance, type NeutralPlan, solveInstance } from '../../../shared/matching/neutral.ts';
import { bestByHand, ratePoints, rateTiers } from '../../support/brute-force.ts';
import { graphOf, randomInstance, randomShape } from '../../support/random-instance.ts';

const runs = process.env.FULL ? 2_000 : 150;

/** An instance in which nobody clashes and residents only move to rooms of a higher number than their own. */
function ladder(seed: number, largest = 6): NeutralInstance {
  const { persons, rooms, edges } = randomInstance(seed, { ...randomShape(seed, largest), clashChance: 0 });
  return {
    ...{ persons, rooms, incompatible: [] },
    edges: edges.filter(([person, room]) => persons[person]!.home < room),
  };
}

test('capped chains down a ladder come within their published gap of the best that trying everything finds', () => {
  let binding = 0;
  let proved = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 3 }), (seed, maxChain) => {
      const instance = ladder(seed);
      expect(hasNoRings(graphOf(instance, 'points').graph)).toBe(true);
      const plan = solveInstance(instance, { objective: 'points', maxChain });
      const [best] = bestByHand(instance, ratePoints(instance), { clashes: false, maxChain });
      expect(plan.objective).toBeLessThanOrEqual(best!);
      expect(plan.upperBound).toBeGreaterThanOrEqual(best!);
      expect(plan.chains.every((chain) => chain.length <= maxChain)).toBe(true);
      if (plan.gap === 0) proved++;
      if (solveInstance(instance, { objective: 'points' }).objective !== plan.objective) binding++;
      const tiers = solveInstance(instance, { objective: 'tiers', maxChain });
      const [first, second, third, points] = bestByHand(instance, rateTiers(instance), {
        clashes: false,
        maxChain,
      })!;
      if (tiers.gap.toString() === '0,0,0,0') expect(tiers.objective).toEqual([first, second, third, points]);
    }),
    { seed: 21, numRuns: runs },
  );
  expect(binding).toBeGreaterThan(runs / 10);
  expect(proved).toBeGreaterThan(runs / 2);
});

test('residents who could swap in a ring are seen', () => {
  const swap = (rooms: readonly [number, number][]): NeutralInstance => ({
    persons: [0, 1].map((id) => ({ id, kind: 'resident', tier: 3, home: id, wait: 0, traits: 0, avoids: 0 })),
    rooms: [0, 1].map((id) => ({ id, house: id, level: 0, occupant: id })),
    edges: rooms.map(([person, room]) => [person, room, 5]),
    incompatible: [],
  });
  expect(hasNoRings(graphOf(swap([[0, 1]]), 'points').graph)).toBe(true);
  expect(
    hasNoRings(
      graphOf(
        swap([
          [0, 1],
          [1, 0],
        ]),
        'points',
      ).graph,
    ),
  ).toBe(false);
});

const worth = (plan: NeutralPlan): readonly number[] => [plan.objective].flat();

function isWorse(a: readonly number[], b: readonly number[]): boolean {
  const first = a.findIndex((one, i) => one !== b[i]);
  return first >= 0 && (a[first] ?? 0) < (b[first] ?? 0);
}

test('a looser cap gives no worse a plan, and one that no chain can exceed costs nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (seed, rings) => {
      const instance = rings ? randomInstance(seed, randomShape(seed, 7)) : ladder(seed);
      for (const objective of ['points', 'tiers'] as const) {
        const plans = [1, 2, 3, 4, 5].map((maxChain) => solveInstance(instance, { objective, maxChain }));
        for (const [i, plan] of plans.entries())
          if (i > 0) expect(isWorse(worth(plan), worth(plans[i - 1]!))).toBe(false);
        const free = solveInstance(instance, { objective });
        for (const maxChain of [instance.persons.length, 1e9, Number.MAX_SAFE_INTEGER])
          expect(solveInstance(instance, { objective, maxChain })).toEqual(free);
      }
    }),
    { seed: 23, numRuns: runs },
  );
});

test('a looser cap gives no worse a plan even when nearly no time is given to search, however long chains may be', () => {
  let open = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (seed, rings) => {
      const instance = rings ? randomInstance(seed, randomShape(seed, 20)) : ladder(seed, 24);
      const caps = Array.from({ length: 12 }, (_, i) => i + 1);
      const plans = caps.map((maxChain) =>
        solveInstance(instance, { objective: 'tiers', maxChain, nodeBudget: 1 }),
      );
      for (const [i, plan] of plans.entries()) {
        if (i > 0) expect(isWorse(worth(plan), worth(plans[i - 1]!))).toBe(false);
        expect(isWorse([plan.upperBound].flat(), worth(plan))).toBe(false);
        expect(plan.chains.every((chain) => chain.length <= i + 1)).toBe(true);
        if ([plan.gap].flat().some((one) => one !== 0)) open++;
      }
    }),
    { seed: 24, numRuns: runs / 5 },
  );
  expect(open).toBeGreaterThan(runs / 10);
});

test('where people clash and nothing is proved, a cap that the plan without one keeps gives no worse a plan than that or a tighter cap', () => {
  const options = { objective: 'tiers', nodeBudget: 1 } as const;
  let open = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const instance = randomInstance(seed, { ...randomShape(seed, 14), clashChance: 0.5, houses: 3 });
      const free = solveInstance(instance, options);
      if ([free.gap].flat().every((one) => one === 0)) return;
      open++;
      const longest = Math.max(1, ...free.chains.map((chain) => chain.length));
      const capped = solveInstance(instance, { ...options, maxChain: longest });
      expect(isWorse(worth(capped), worth(free))).toBe(false);
      for (let maxChain = 1; maxChain < longest; maxChain++)
        expect(isWorse(worth(capped), worth(solveInstance(instance, { ...options, maxChain })))).toBe(false);
    }),
    { seed: 25, numRuns: 3 * runs },
  );
  expect(open).toBeGreaterThan(runs);
});
