import * as z from 'zod';
import { ClientGroup } from '../domain/codes.ts';
import { Day } from '../domain/day.ts';
import { CareStatus, Sex } from '../domain/person.ts';
import { CodeName, Count, Source, Text } from './words.ts';

const NumberFact = z.enum(['age', 'needsCount', 'furtherNeedsCount']);
const TruthFact = z.enum([
  'leftResidentialCare',
  'inpatient',
  'homelessOnLeaving',
  'homeless',
  'childRemoved',
  'secondaryMentalHealthCare',
  'wantsPaidWork',
]);

/** What a service may ask of a person before they join it. `age` is in whole years on the day of the move, not today. */
export const EligibilityFact = z.enum([
  ...NumberFact.options,
  ...TruthFact.options,
  'careStatus',
  'clientGroup',
  'sexRegisteredAtBirth',
]);
export type EligibilityFact = z.infer<typeof EligibilityFact>;

interface FactValues {
  age: number;
  needsCount: number;
  /** Needs beside homelessness: client groups other than {@link homelessGroups}. */
  furtherNeedsCount: number;
  leftResidentialCare: boolean;
  inpatient: boolean;
  homelessOnLeaving: boolean;
  homeless: boolean;
  childRemoved: boolean;
  secondaryMentalHealthCare: boolean;
  wantsPaidWork: boolean;
  careStatus: z.infer<typeof CareStatus>;
  /** The person's CORE client groups. Empty says they are known to be in none. */
  clientGroup: readonly z.infer<typeof ClientGroup>[];
  sexRegisteredAtBirth: z.infer<typeof Sex>;
}

/** CORE client groups that say somebody is homeless, and nothing of what else they need. */
export const homelessGroups: readonly z.infer<typeof ClientGroup>[] = ['N', 'O', 'S'];

/** What is known of one person. A fact that is absent, undefined or null is unknown; unknown never counts as no. */
export type EligibilityFacts = { readonly [Fact in EligibilityFact]?: FactValues[Fact] | null };

const NumberTest = z
  .strictObject({ fact: NumberFact, atLeast: Count.optional(), below: Count.optional() })
  .refine(
    (test) => test.atLeast !== undefined || test.below !== undefined,
    'must have atLeast, below or both',
  )
  .refine((test) => (test.atLeast ?? -1) < (test.below ?? Number.POSITIVE_INFINITY), {
    path: ['below'],
    error: 'must be more than atLeast',
  });

const FactTest = z.discriminatedUnion('fact', [
  NumberTest,
  z.strictObject({ fact: TruthFact, is: z.boolean() }),
  z.strictObject({ fact: z.literal('careStatus'), in: z.array(CareStatus).min(1) }),
  z.strictObject({ fact: z.literal('clientGroup'), in: z.array(ClientGroup).min(1) }),
  z.strictObject({ fact: z.literal('sexRegisteredAtBirth'), in: z.array(Sex).min(1) }),
]);
type FactTest = z.infer<typeof FactTest>;

/**
 * A rule as data. `all` and `any` hold conditions; a test reads one fact: `is` for a yes or no, `in` for one of several
 * codes (for `clientGroup`, any of them), `atLeast` and `below` for a number (atLeast counts in, below does not).
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | FactTest;
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    FactTest,
  ]),
);

/** One thing a service asks of the people it is for. */
export const EligibilityRule = z.strictObject({
  id: CodeName,
  /** S: law, nobody may depart from it. H: the programme's own, a named senior may depart from it with a reason. */
  class: z.enum(['S', 'H']),
  /** What to ask somebody when a fact is missing. */
  question: Text,
  /** Who the service is for, in one plain sentence. */
  sentence: Text,
  /** `entry`: asked of people who are not in the programme yet. `everyMove`: asked before each later move too. */
  appliesTo: z.enum(['entry', 'everyMove']),
  /** First day of the rule; null when it has always held. */
  from: Day.nullable(),
  /** Last day of the rule; null while no end is known. */
  to: Day.nullable(),
  when: Condition,
  note: Text.optional(),
  source: Source,
});
export type EligibilityRule = z.infer<typeof EligibilityRule>;

export type Verdict = 'pass' | 'fail' | 'unknown';

/**
 * Whether a condition holds, in Kleene's three-valued logic: one fail settles `all`, one pass settles `any`, and a
 * missing fact leaves the answer unknown only where the other facts do not settle it.
 */
export function evaluate(condition: Condition, facts: EligibilityFacts): Verdict {
  if ('all' in condition) return worst(condition.all.map((part) => evaluate(part, facts)));
  if ('any' in condition) return best(condition.any.map((part) => evaluate(part, facts)));
  return testFact(condition, facts);
}

/**
 * The facts to ask for when {@link evaluate} answers unknown: once all of them are known, the answer is pass or fail.
 * @returns each fact once, in the order of the condition; empty when the answer is settled already
 */
export function missingFacts(condition: Condition, facts: EligibilityFacts): EligibilityFact[] {
  if (evaluate(condition, facts) !== 'unknown') return [];
  if ('fact' in condition) return [condition.fact];
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap((part) => missingFacts(part, facts)))];
}

/** The facts a condition reads, whatever is known of them: each once, in the order of the condition. */
export function factsAsked(condition: Condition): EligibilityFact[] {
  if ('fact' in condition) return [condition.fact];
  const parts = 'all' in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(factsAsked))];
}

/**
 * The rules that hold on a day, for somebody new to the programme or for a move of somebody already in it.
 * @param on the day of the move
 */
export function rulesInForce(
  rules: readonly EligibilityRule[],
  on: Day,
  who: 'newcomer' | 'resident',
): EligibilityRule[] {
  return rules.filter(
    (rule) =>
      (rule.from === null || rule.from <= on) &&
      (rule.to === null || on <= rule.to) &&
      (who === 'newcomer' || rule.appliesTo === 'everyMove'),
  );
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('unknown') ? 'unknown' : 'pass';
}

function best(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('pass')) return 'pass';
  return verdicts.includes('unknown') ? 'unknown' : 'fail';
}

function testFact(test: FactTest, facts: EligibilityFacts): Verdict {
  switch (test.fact) {
    case 'age':
    case 'needsCount':
    case 'furtherNeedsCount':
      return settle(
        facts[test.fact],
        (n) => n >= (test.atLeast ?? 0) && (test.below === undefined || n < test.below),
      );
    case 'careStatus':
      return settle(facts.careStatus, (status) => test.in.includes(status));
    case 'clientGroup':
      return settle(facts.clientGroup, (groups) => groups.some((group) => test.in.includes(group)));
    case 'sexRegisteredAtBirth':
      return settle(facts.sexRegisteredAtBirth, (sex) => test.in.includes(sex));
    default:
      return settle(facts[test.fact], (truth) => truth === test.is);
  }
}

function settle<Value>(value: Value | null | undefined, holds: (value: Value) => boolean): Verdict {
  if (value === null || value === undefined) return 'unknown';
  return holds(value) ? 'pass' : 'fail';
}
