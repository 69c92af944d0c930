import * as z from 'zod';
import { SupportLevel } from './codes.ts';
import { Day } from './day.ts';
import { NeedsId, PersonId, ReadinessId, WorkerId } from './ids.ts';
import { RiskLevel } from './risk.ts';

/** Access needs are either required or not; there is no scale. */
export const Requirement = z.enum(['required', 'notRequired']);
export type Requirement = z.infer<typeof Requirement>;

/** Where somebody is with drugs and alcohol, so far as it bears on who they share a home with. */
export const Recovery = z.enum(['notApplicable', 'usingNow', 'early', 'sustained']);
export type Recovery = z.infer<typeof Recovery>;

/** One version of what a person needs from a home. The latest one counts; older ones are history. */
export const NeedsAssessment = z.strictObject({
  id: NeedsId,
  personId: PersonId,
  assessedOn: Day,
  assessedBy: z.string().max(60),
  supportLevel: SupportLevel,
  supportHoursPerWeek: z.number().min(0).max(168),
  sleepIn: Requirement.nullable(),
  stepFree: Requirement.nullable(),
  wetRoom: Requirement.nullable(),
  highestFloor: z.int().min(-2).max(40).nullable(),
  selfContained: Requirement.nullable(),
  quiet: z.boolean(),
  recovery: Recovery.nullable(),
  substanceFreeHome: Requirement.nullable(),
  riskToSelf: RiskLevel.nullable(),
  safetyPlanOn: Day.nullable(),
});
export type NeedsAssessment = z.infer<typeof NeedsAssessment>;

export const Rater = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('self') }),
  z.strictObject({ kind: z.literal('worker'), workerId: WorkerId }),
]);
export type Rater = z.infer<typeof Rater>;

/** What a rating of a life skill rests on. */
export const EvidenceKind = z.enum(['seenDone', 'doneWithHelp', 'talkedThrough', 'record', 'toldByOthers']);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** What was seen, in the rater's words. The words stay with the person's record: no rule, message or error has them. */
export const SkillEvidence = z.strictObject({ kind: EvidenceKind, words: z.string().min(1).max(300) });
export type SkillEvidence = z.infer<typeof SkillEvidence>;

/** One rating by one person of some life-skill domains, each from 0 (not yet) to 4 (does it without help). */
export const ReadinessAssessment = z.strictObject({
  id: ReadinessId,
  personId: PersonId,
  assessedOn: Day,
  rater: Rater,
  scores: z.record(z.string(), z.int().min(0).max(4)),
  /** By domain. Absent where the assessment came with a file, which has no column for it. */
  evidence: z.record(z.string(), SkillEvidence).optional(),
  /** The assessment by another worker that this one rates a second time. */
  secondTo: ReadinessId.optional(),
});
export type ReadinessAssessment = z.infer<typeof ReadinessAssessment>;

/** An assessment without what was seen: what a rule may read of it, and what may be told of it. */
export function withoutEvidence({ evidence: _words, ...rated }: ReadinessAssessment): ReadinessAssessment {
  return rated;
}
