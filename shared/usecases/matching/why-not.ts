import * as z from 'zod';
import { projectReasons } from '../../access/project-reasons.ts';
import { Day } from '../../domain/day.ts';
import { Check, TermScore } from '../../domain/explanation.ts';
import { PersonId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { PlanValue } from '../../domain/plan.ts';
import { whyNot } from '../../matching/engine.ts';
import { isMatch, type NoChange, type SmallestChange } from '../../matching/smallest-change.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { freshPlan } from './fresh-plan.ts';
import { levelInMatches } from './own-cases.ts';
import { ChangeShown } from './shapes.ts';

export const WhyNotAsked = z.strictObject({ personId: PersonId, roomId: RoomId });
export type WhyNotAsked = z.infer<typeof WhyNotAsked>;

/** Why a person is not suggested for a room: every check and score, and what would have to be different. */
export const WhyNotShown = z.strictObject({
  personId: PersonId,
  roomId: RoomId,
  on: Day,
  policyVersion: z.string(),
  /** `suggested`: they are. `fits`: every check passes, and the plan does better otherwise. `ruledOut`: a check does not pass. */
  verdict: z.enum(['suggested', 'fits', 'ruledOut']),
  checks: z.array(Check),
  points: z.int(),
  terms: z.array(TermScore),
  /** Where they come among all who fit the room, 1 for the first; null for a pair no plan could hold. */
  rank: z.int().nullable(),
  change: ChangeShown.nullable(),
  /** Who has the room, whether a plan could free it, and what the plan would lose by this move: people by tier, points. */
  competition: z
    .strictObject({ heldBy: PersonId.nullable(), freed: z.boolean(), cost: PlanValue.nullable() })
    .nullable(),
});
export type WhyNotShown = z.infer<typeof WhyNotShown>;

/** Costs a fresh plan at each call, and for a pair that fits a second search: see `freshPlan`. */
export async function askWhyNot(
  deps: Deps,
  call: Call<unknown, unknown, WhyNotAsked>,
): Promise<Outcome<WhyNotShown>> {
  const records = recordsOf(deps, call);
  const { personId, roomId } = call.query;
  const level = await levelInMatches(call.who.data, records, personId);
  if (!level.ok) return level;
  const { problem, plan } = await freshPlan(deps, records);
  const found = whyNot(problem, plan, personId, roomId);
  const home = problem.pool.placeOf(roomId)?.home;
  if (!home) return refuse('not-found');
  if (!found) return refuse('no-request', { personId });
  const place = [roomId, home.id];
  return done({
    ...found,
    on: plan.on,
    policyVersion: plan.policyVersion,
    checks: projectReasons(level.value, found.checks, place),
    terms: projectReasons(level.value, found.terms, place),
    change: found.change && changeShown(found.change),
  });
}

function changeShown(change: SmallestChange | NoChange): ChangeShown {
  return isMatch(change) ? { ...change, changes: [...change.changes] } : { fixed: [...change.fixed] };
}
