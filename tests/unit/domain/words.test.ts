import { describe, expect, test } from 'vitest';
import { done, refuse } from '../../../shared/domain/outcome.ts';
import { Policy } from '../../../shared/domain/policy.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { Refusal } from '../../../shared/domain/refusals.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';

describe('refusals', () => {
  test('each say what is the matter and what to do, in one plain sentence each', () => {
    for (const refusal of Refusal.options) {
      const { sentence, fix } = refusalWords[refusal];
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
    expect(Object.keys(refusalWords).sort()).toEqual([...Refusal.options].sort());
  });

  test('are values with the facts that make them exact', () => {
    expect(refuse('room-taken', { room: 'R-1' })).toEqual({
      ok: false,
      refusal: 'room-taken',
      facts: { room: 'R-1' },
    });
    expect(done(3)).toEqual({ ok: true, value: 3 });
  });
});

describe('the policy', () => {
  test('adds up to a hundred points, choice having the most', () => {
    const weights = Object.values(currentPolicy.weights);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(Math.max(...weights)).toBe(currentPolicy.weights.choice);
  });

  test('is refused with the path of a value that does not fit', () => {
    const bad = { ...currentPolicy, distanceBands: [...currentPolicy.distanceBands].reverse() };
    const read = Policy.safeParse(bad);
    expect(read.error?.issues[0]?.path).toEqual(['distanceBands', 1, 'withinMetres']);
    expect(Policy.safeParse({ ...currentPolicy, maxChainMoves: 5 }).success).toBe(false);
    expect(Policy.safeParse({ ...currentPolicy, weights: { choice: 25 } }).success).toBe(false);
  });
});
