import * as z from 'zod';
import { SkillEvidence } from '../../domain/assessment.ts';
import { Day } from '../../domain/day.ts';
import { PersonId, ReadinessId, ServiceModelId, WorkerId } from '../../domain/ids.ts';
import { ReadinessForecast } from '../../matching/readiness-forecast.ts';

const Score = z.int().min(0).max(4);

/** One skill as it was rated last, by workers and by the person, and how that compares with the time before. */
export const SkillShown = z.strictObject({
  domain: z.string(),
  name: z.string(),
  /** What counts of the newest assessment: of two workers the lower. `stale`: too old to count for a gate. */
  rating: z.strictObject({ score: Score, on: Day, stale: z.boolean() }).nullable(),
  /** Each worker's rating in the newest assessment. */
  raters: z.array(
    z.strictObject({
      assessmentId: ReadinessId,
      workerId: WorkerId,
      on: Day,
      score: Score,
      evidence: SkillEvidence.nullable(),
    }),
  ),
  /** True where two of them are two or more apart. */
  disagreement: z.boolean(),
  own: z.strictObject({ assessmentId: ReadinessId, score: Score, on: Day, stale: z.boolean() }).nullable(),
  /** Since the assessment before; null with none before. */
  change: z.int().nullable(),
  trend: z.enum(['up', 'same', 'down']).nullable(),
  /** What counted on each day, oldest first. */
  history: z.array(z.strictObject({ on: Day, score: Score })),
  sentence: z.string(),
});
export type SkillShown = z.infer<typeof SkillShown>;

/** The gate of a stage that somebody could enter next. */
export const GateShown = z.strictObject({
  stage: z.string(),
  stageName: z.string(),
  gate: z.string(),
  name: z.string(),
  minimumEach: Score,
  verdict: z.enum(['met', 'notMet', 'unknown']),
  /** What still stands in the way, a sentence each. */
  missing: z.array(z.string()),
  forecast: ReadinessForecast,
});
export type GateShown = z.infer<typeof GateShown>;

/** The skills somebody came without, by the first assessment by a worker, against the highest gate of the programme. */
export const EntryShown = z.strictObject({
  assessmentId: ReadinessId,
  on: Day,
  workerId: WorkerId,
  gate: z.string().nullable(),
  previousPlacementSkillGaps: z.array(
    z.strictObject({ domain: z.string(), name: z.string(), score: Score, short: z.int().min(1) }),
  ),
  notRated: z.array(z.string()),
});
export type EntryShown = z.infer<typeof EntryShown>;

/** How ready somebody is for what comes next, read from recorded assessments alone. */
export const ReadinessShown = z.strictObject({
  personId: PersonId,
  version: z.int().min(1),
  on: Day,
  /** Null, with nothing else to say, for somebody in no programme. */
  serviceModel: ServiceModelId.nullable(),
  stage: z.string().nullable(),
  /** Days a rating counts. */
  validDays: z.int().nullable(),
  /** Different people who must have rated each skill, and how many of them workers. */
  raters: z.int().nullable(),
  workerRaters: z.int().nullable(),
  entry: EntryShown.nullable(),
  skills: z.array(SkillShown),
  gates: z.array(GateShown),
  forecastRule: z.strictObject({ method: z.string(), confidence: z.string() }),
});
export type ReadinessShown = z.infer<typeof ReadinessShown>;
