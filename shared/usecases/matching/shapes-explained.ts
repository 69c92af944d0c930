import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { PersonId, RoomId } from '../../domain/ids.ts';
import { MoveCertainty, PlanValue } from '../../domain/plan.ts';
import { TermId } from '../../domain/policy.ts';
import type { Explanation } from '../../matching/engine.ts';
import { Confidence } from '../../matching/readiness-forecast.ts';

/** A rule that does not pass for a pair, in a sentence. */
const ReasonShown = z.strictObject({
  rule: z.string(),
  verdict: z.enum(['fail', 'unknown']),
  sentence: z.string(),
});

/** A room ruled out for somebody, with every rule that does it. */
export const ExcludedRoomShown = z.strictObject({
  roomId: RoomId,
  points: z.int(),
  because: z.array(ReasonShown),
});

/** Somebody whom one rule alone keeps out of a room. */
export const NearMissShown = z.strictObject({ personId: PersonId, points: z.int(), because: ReasonShown });

/** Whether the order would change if one weight were a tenth higher or lower. */
const SensitivityShown = z.strictObject({
  rank: z.int(),
  candidates: z.int(),
  bestRoom: RoomId,
  flips: z.array(
    z.strictObject({
      term: TermId,
      change: z.enum(['more', 'less']),
      rank: z.int(),
      first: PersonId,
      bestRoom: RoomId,
      sentence: z.string(),
    }),
  ),
  sentence: z.string(),
});

/** What a move uses up that others need, and what the plan would lose without it. Others are counted, never named. */
const OpportunityCostShown = z.strictObject({
  scarce: z.array(
    z.strictObject({
      feature: z.string(),
      rooms: z.int(),
      nextOn: Day.nullable(),
      others: z.int(),
      neededByThem: z.boolean(),
      sentence: z.string(),
    }),
  ),
  without: z
    .strictObject({
      cost: PlanValue,
      exact: z.boolean(),
      roomGoesTo: PersonId.nullable(),
      personGoesTo: RoomId.nullable(),
    })
    .nullable(),
  sentences: z.array(z.string()),
});

/** How old the facts behind a suggestion are, and which of them soon stop counting. */
const FreshnessShown = z.strictObject({
  oldestOn: Day.nullable(),
  staleSoon: z.array(
    z.strictObject({
      fact: z.enum(['needs', 'readiness']),
      recordedOn: Day,
      until: Day,
      sentence: z.string(),
    }),
  ),
  sentence: z.string(),
});

/** What rules most rooms out for somebody without a place, and what is expected when. */
export const ExpectationsShown = z.strictObject({
  mostly: z.strictObject({ rule: z.string(), rooms: z.int(), sentence: z.string() }).nullable(),
  onlyTime: z.array(
    z.strictObject({
      roomId: RoomId,
      readyOn: Day.nullable(),
      certainty: MoveCertainty,
      waitsFor: z.string(),
      sentence: z.string(),
    }),
  ),
  /** Rooms that suit them and that a resident is forecast to be ready to leave. */
  byReadiness: z.array(
    z.strictObject({
      roomId: RoomId,
      readyOn: Day,
      certainty: z.literal('forecast'),
      confidence: Confidence,
      sentence: z.string(),
    }),
  ),
  nextFitOn: Day.nullable(),
  sentence: z.string(),
});

/** What rooms exactly like one would add to the plan, one more, two more and so on until the gain stops. */
export const ShadowPriceShown = z.strictObject({
  roomId: RoomId,
  steps: z.array(z.strictObject({ rooms: z.int(), gain: PlanValue, people: z.int(), exact: z.boolean() })),
  sentence: z.string(),
});

/** How firm a suggestion is. */
export const FirmnessShown = z.strictObject({
  sensitivity: SensitivityShown.nullable(),
  opportunityCost: OpportunityCostShown,
  freshness: FreshnessShown,
});
export type FirmnessShown = z.infer<typeof FirmnessShown>;

/** The facts themselves are for those who may read the record; a date is in the sentences of the checks already. */
export function firmnessShown(found: Extract<Explanation, { kind: 'placed' }>): FirmnessShown {
  const { oldest, staleSoon, sentence } = found.freshness;
  return FirmnessShown.parse({
    sensitivity: found.sensitivity,
    opportunityCost: found.opportunityCost,
    freshness: { oldestOn: oldest?.on ?? null, staleSoon, sentence },
  });
}
