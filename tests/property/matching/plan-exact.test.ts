import { describe, expect, test } from 'vitest';
import { compile, plan } from '../../../shared/matching/engine.ts';
import { bestDatedPlan } from '../../support/naive/best-dated-plan.ts';
import { plain, type Spice, tinyCase } from '../../support/naive/tiny-world.ts';
import { verifyPlan } from '../../support/naive/verify-plan.ts';

const runs = process.env.FULL ? 5000 : 200;
const kinds: readonly (readonly [name: string, spice: Spice])[] = [
  ['steps down the ladder', plain],
  ['sideways too, some without a worker', { lateral: true, workerless: true }],
];

describe('a dated plan of at most five people and five rooms', { timeout: 300_000 }, () => {
  test.each(kinds)('is worth as much as the best of all that can be carried out: %s', (_, spice) => {
    let [chains, held] = [0, 0];
    for (let seed = 1; seed <= runs; seed++) {
      const { facts, policy, models, on } = tinyCase(seed, spice);
      const found = plan(compile(facts, policy, models, on));
      const best = bestDatedPlan({ facts, policy, models, on });
      const waits = found.suggestions.reduce((sum, one) => sum + one.waitDays, 0);
      expect([...found.value.placed, found.value.points, waits], `seed ${seed}`).toEqual(best.worth);
      expect(found.exact, `seed ${seed}`).toBe(true);
      expect(verifyPlan(facts, policy, models, found), `seed ${seed}`).toEqual([]);
      chains += found.chains.filter((one) => one.suggestions.length > 1).length;
      if (found.suggestions.length > 0) held++;
    }
    // Worlds in which nobody moves, or nobody frees a room for another, would prove little.
    expect(chains).toBeGreaterThan(runs / 15);
    expect(held).toBeGreaterThan(runs / 2);
  });
});
