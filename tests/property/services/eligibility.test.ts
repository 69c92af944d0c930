import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  Condition,
  type EligibilityFacts,
  evaluate,
  missingFacts,
  type Verdict,
} from '../../../shared/services/index.ts';

const opts = { seed: 20261121, numRuns: 400 };

const careStatuses = ['none', 'eligible', 'relevant', 'formerRelevant', 'qualifying'] as const;
const groups = ['D', 'E', 'P'] as const;
const sexes = ['female', 'male'] as const;

const complete = fc.record({
  age: fc.integer({ min: 14, max: 30 }),
  needsCount: fc.integer({ min: 0, max: 4 }),
  furtherNeedsCount: fc.integer({ min: 0, max: 4 }),
  leftResidentialCare: fc.boolean(),
  inpatient: fc.boolean(),
  homelessOnLeaving: fc.boolean(),
  homeless: fc.boolean(),
  childRemoved: fc.boolean(),
  secondaryMentalHealthCare: fc.boolean(),
  wantsPaidWork: fc.boolean(),
  careStatus: fc.constantFrom(...careStatuses),
  clientGroup: fc.subarray([...groups]),
  sexRegisteredAtBirth: fc.constantFrom(...sexes),
});

/** Facts and the same facts with some of them forgotten. */
const partly = fc
  .tuple(complete, fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }))
  .map(([all, kept]): { all: EligibilityFacts; known: EligibilityFacts } => ({
    all,
    known: Object.fromEntries(Object.entries(all).filter((_, at) => kept[at])),
  }));

const number = fc.record({
  fact: fc.constantFrom('age' as const, 'needsCount' as const, 'furtherNeedsCount' as const),
  atLeast: fc.integer({ min: 0, max: 20 }),
  below: fc.integer({ min: 21, max: 30 }),
});
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  number,
  number.map(({ fact, atLeast }) => ({ fact, atLeast })),
  fc.record({
    fact: fc.constantFrom(
      ...([
        'leftResidentialCare',
        'inpatient',
        'homelessOnLeaving',
        'homeless',
        'childRemoved',
        'secondaryMentalHealthCare',
        'wantsPaidWork',
      ] as const),
    ),
    is: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('careStatus' as const),
    in: fc.subarray([...careStatuses], { minLength: 1 }),
  }),
  fc.record({ fact: fc.constant('clientGroup' as const), in: fc.subarray([...groups], { minLength: 1 }) }),
  fc.record({
    fact: fc.constant('sexRegisteredAtBirth' as const),
    in: fc.subarray([...sexes], { minLength: 1 }),
  }),
);
const condition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
})).node;

const truth: Record<Verdict, number> = { fail: 0, unknown: 1, pass: 2 };

describe('eligibility in three values', () => {
  test('every generated condition is one the schema takes', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(Condition.parse(one)).toEqual(one);
      }),
      opts,
    );
  });

  test('all is the least of its parts and any the greatest', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), partly, (parts, { known }) => {
        const truths = parts.map((part) => truth[evaluate(part, known)]);
        expect(truth[evaluate({ all: parts }, known)]).toBe(Math.min(...truths));
        expect(truth[evaluate({ any: parts }, known)]).toBe(Math.max(...truths));
      }),
      opts,
    );
  });

  test('order, grouping and repetition change nothing', () => {
    fc.assert(
      fc.property(condition, condition, condition, partly, (a, b, c, { known }) => {
        const say = (one: Condition) => evaluate(one, known);
        expect(say({ all: [a, b] })).toBe(say({ all: [b, a] }));
        expect(say({ any: [a, b] })).toBe(say({ any: [b, a] }));
        expect(say({ all: [a, { all: [b, c] }] })).toBe(say({ all: [{ all: [a, b] }, c] }));
        expect(say({ any: [a, { any: [b, c] }] })).toBe(say({ any: [{ any: [a, b] }, c] }));
        expect(say({ all: [a, a] })).toBe(say(a));
        expect(say({ any: [a, a] })).toBe(say(a));
      }),
      opts,
    );
  });

  test('absorption and distribution hold', () => {
    fc.assert(
      fc.property(condition, condition, condition, partly, (a, b, c, { known }) => {
        const say = (one: Condition) => evaluate(one, known);
        expect(say({ all: [a, { any: [a, b] }] })).toBe(say(a));
        expect(say({ any: [a, { all: [a, b] }] })).toBe(say(a));
        expect(say({ all: [a, { any: [b, c] }] })).toBe(say({ any: [{ all: [a, b] }, { all: [a, c] }] }));
        expect(say({ any: [a, { all: [b, c] }] })).toBe(say({ all: [{ any: [a, b] }, { any: [a, c] }] }));
      }),
      opts,
    );
  });

  test('learning more never changes a settled answer', () => {
    fc.assert(
      fc.property(condition, partly, (one, { all, known }) => {
        const before = evaluate(one, known);
        if (before !== 'unknown') expect(evaluate(one, all)).toBe(before);
      }),
      opts,
    );
  });

  test('with every fact known the answer is never unknown', () => {
    fc.assert(
      fc.property(condition, complete, (one, facts) => {
        expect(evaluate(one, facts)).not.toBe('unknown');
      }),
      opts,
    );
  });

  test('the missing facts are unknown ones, there are some exactly when the answer is open, and they settle it', () => {
    fc.assert(
      fc.property(condition, partly, (one, { all, known }) => {
        const missing = missingFacts(one, known);
        expect(missing.length > 0).toBe(evaluate(one, known) === 'unknown');
        expect(new Set(missing).size).toBe(missing.length);
        for (const fact of missing) expect(known[fact]).toBeUndefined();
        const answers = Object.fromEntries(missing.map((fact) => [fact, all[fact]]));
        if (missing.length > 0) expect(evaluate(one, { ...known, ...answers })).not.toBe('unknown');
      }),
      opts,
    );
  });
});
