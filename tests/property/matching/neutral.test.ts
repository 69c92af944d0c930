import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type NeutralInstance,
  type NeutralPlan,
  readInstance,
  solveInstance,
} from '../../../shared/matching/neutral.ts';
import { bestByHand, keepsRules, ratePoints, rateTiers } from '../../support/brute-force.ts';
import { dice, randomInstance, randomShape } from '../../support/random-instance.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });

function roomsAfter(instance: NeutralInstance, plan: NeutralPlan): number[] {
  const rooms = instance.persons.map(({ home }) => home);
  for (const [person, room] of plan.assignments) rooms[person] = room;
  return rooms;
}

describe('the plan of a neutral instance', () => {
  test('is the best that keeps clashes apart and chains short, as trying everything shows', () => {
    let bound = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom(undefined, 1, 2, 3), (seed, maxChain) => {
        const instance = randomInstance(seed, randomShape(seed, 6));
        const rules = { clashes: true, maxChain: maxChain ?? null };
        const tiers = solveInstance(instance, { objective: 'tiers', maxChain });
        expect(tiers.objective).toEqual(bestByHand(instance, rateTiers(instance), rules).slice(0, 4));
        expect(tiers.gap).toEqual([0, 0, 0, 0]);
        const points = solveInstance(instance, { objective: 'points', maxChain });
        expect(points.objective).toBe(bestByHand(instance, ratePoints(instance), rules)[0]);
        expect(points.gap).toBe(0);
        const free = { clashes: false, maxChain: null };
        if (points.objective !== bestByHand(instance, ratePoints(instance), free)[0]) bound++;
        for (const plan of [tiers, points])
          expect(keepsRules(instance, roomsAfter(instance, plan), rules)).toBe(true);
      }),
      { seed: 21, numRuns: 150 },
    );
    expect(bound).toBeGreaterThan(30);
  });

  test('lists every move once, in an order in which each room is free when its person comes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomInstance(seed, randomShape(seed, 16));
        const plan = solveInstance(instance, { objective: 'points', nodeBudget: 50 });
        const roomOf = new Map(plan.assignments);
        const moved = plan.chains.flat().sort((a, b) => a - b);
        expect(moved).toEqual(plan.assignments.map(([person]) => person));
        for (const chain of plan.chains) {
          const firstRoom = instance.rooms[roomOf.get(chain[0]!)!]!;
          const last = chain.at(-1)!;
          const ring = firstRoom.occupant !== -1;
          expect(ring ? firstRoom.id : -1).toBe(ring ? instance.persons[last]!.home : firstRoom.occupant);
          for (let i = 1; i < chain.length; i++)
            expect(roomOf.get(chain[i]!)).toBe(instance.persons[chain[i - 1]!]!.home);
        }
      }),
      { seed: 22, numRuns: 100 },
    );
  });

  test('does not depend on the order of edges and pairs', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomInstance(seed, randomShape(seed, 12));
        const { shuffled } = dice(seed + 1);
        const options = { objective: 'tiers', maxChain: 3, nodeBudget: 60 } as const;
        const mixed = {
          ...instance,
          edges: shuffled(instance.edges),
          incompatible: shuffled(instance.incompatible.map(([a, b]): [number, number] => [b, a])),
        };
        expect(solveInstance(mixed, options)).toEqual(solveInstance(instance, options));
      }),
      { seed: 23, numRuns: 60 },
    );
  });

  test('keeps the rules and brackets the best plan when the budget is too small to prove it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomInstance(seed, randomShape(seed, 20));
        const options = { objective: 'points', maxChain: 2 } as const;
        const quick = solveInstance(instance, { ...options, nodeBudget: 2 });
        const slow = solveInstance(instance, { ...options, nodeBudget: 500 });
        expect(keepsRules(instance, roomsAfter(instance, quick), { clashes: true, maxChain: 2 })).toBe(true);
        expect(Number(quick.upperBound)).toBeGreaterThanOrEqual(Number(slow.objective));
        expect(Number(quick.objective)).toBeLessThanOrEqual(Number(slow.upperBound));
        expect(quick.gap).toBe(Number(quick.upperBound) - Number(quick.objective));
      }),
      { seed: 24, numRuns: 60 },
    );
  });

  test('every instance made for these tests is one the reader takes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomInstance(seed, randomShape(seed, 12));
        expect(readInstance(JSON.parse(JSON.stringify(instance)))).toEqual({ ok: true, value: instance });
      }),
      { seed: 25, numRuns: 30 },
    );
  });
});
