import * as z from 'zod';
import { Day, IsoDuration } from '../domain/day.ts';
import { CodeName, Source, Text, Years } from './words.ts';
import { WorkflowCheck } from './workflow-checks.ts';

/** Help the programme offers beside the home. `answers` are the needs it meets, from the matching profile. */
export const Offer = z.strictObject({ id: CodeName, name: Text, answers: z.array(CodeName), source: Source });

/** A principle of the programme, what the product does so that it is kept, and the checks that do it. */
export const Principle = z.strictObject({
  id: CodeName,
  says: Text,
  check: Text,
  heldBy: z.array(WorkflowCheck).min(1),
  source: Source,
});

const end = { says: Text, source: Source };

/** What can end the programme for a person. None of them ends anything by itself: staff are told and decide. */
export const EndCondition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('age'), at: Years, mayBeSetTo: Years.nullable(), ...end }),
  z.strictObject({ kind: z.literal('date'), on: Day, ...end }),
  z.strictObject({ kind: z.literal('goalMet'), ...end }),
  z.strictObject({ kind: z.literal('personChoice'), ...end }),
  z.strictObject({ kind: z.literal('fundingEnd'), ...end }),
]);
export type EndCondition = z.infer<typeof EndCondition>;

/** Something measured at set times after the start. `before` is the time before the start it is compared with. */
export const OutcomeMeasure = z.strictObject({
  id: CodeName,
  name: Text,
  baselineRequired: z.boolean(),
  at: z.array(IsoDuration).min(1),
  before: IsoDuration.nullable(),
  source: Source,
});
export type OutcomeMeasure = z.infer<typeof OutcomeMeasure>;
