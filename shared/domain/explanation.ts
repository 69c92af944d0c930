import * as z from 'zod';
import { Day } from './day.ts';
import { TermId } from './policy.ts';

/** S statutory (nobody may override) · H hard (a named senior may, with a reason) · C what the home can do. */
export const RuleClass = z.enum(['S', 'H', 'C']);
export type RuleClass = z.infer<typeof RuleClass>;

/** Where a rule comes from. */
export const RuleLevel = z.enum(['law', 'pathway', 'home', 'room', 'person']);
export type RuleLevel = z.infer<typeof RuleLevel>;

/** An unknown never passes; it names the question somebody has to answer. */
export const Verdict = z.enum(['pass', 'fail', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

/** One recorded fact a verdict or a score rests on, and the day it was recorded where that is known. */
export const Evidence = z.strictObject({
  fact: z.string().min(1),
  of: z.string().min(1),
  value: z.string(),
  on: Day.nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Check = z.strictObject({
  rule: z.string().min(1),
  class: RuleClass,
  level: RuleLevel,
  verdict: Verdict,
  sentence: z.string().min(1),
  question: z.string().nullable(),
  evidence: z.array(Evidence),
  overridableBy: z.string().nullable(),
  source: z.string().min(1),
});
export type Check = z.infer<typeof Check>;

/**
 * One part of a score: points out of a most, and why. The parts of a score add up to its total exactly. `asked` is
 * false where nothing on record about the person bears on it: it then has full marks and is no reason for a home.
 */
export const TermScore = z.strictObject({
  term: TermId,
  points: z.int().min(0),
  outOf: z.int().min(0),
  asked: z.boolean(),
  sentence: z.string().min(1),
  evidence: z.array(Evidence),
});
export type TermScore = z.infer<typeof TermScore>;

/** The tables of facts a change may touch. */
export const FactTable = z.enum([
  'homes',
  'rooms',
  'vacancies',
  'people',
  'needs',
  'readiness',
  'requests',
  'risks',
  'exclusionZones',
  'nonAssociations',
  'bans',
  'preferences',
  'workers',
]);
export type FactTable = z.infer<typeof FactTable>;

/**
 * One fact that would have to read differently: `set` some fields of a record, `add` a new record, or `remove` one.
 * It says what would make a match, never that somebody ought to do it. `effort` orders changes: 1 an open question or
 * an old assessment, 2 a wish or a finding about the person, 3 a rule of the home, 4 bricks, licence or a court's word.
 */
export const FactChange = z.strictObject({
  action: z.enum(['set', 'add', 'remove']),
  table: FactTable,
  id: z.string().min(1),
  fields: z.record(z.string(), z.json()),
  effort: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  sentence: z.string().min(1),
});
export type FactChange = z.infer<typeof FactChange>;
