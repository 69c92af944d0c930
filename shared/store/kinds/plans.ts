import * as z from 'zod';
import { Instant } from '../../domain/day.ts';
import { MatchRunId, MemberId, PlanId } from '../../domain/ids.ts';
import { Plan, PlannedChain, Suggestion, Unplaced } from '../../domain/plan.ts';
import type { Kind } from '../kind.ts';

/** A plan without its lists, which are records of their own: suggestions, chains and people not placed. */
export const PlanHeader = Plan.omit({
  chains: true,
  suggestions: true,
  unplaced: true,
  notInPool: true,
}).extend({
  madeAt: Instant,
  counts: z.strictObject({ suggestions: z.int(), chains: z.int(), unplaced: z.int(), notInPool: z.int() }),
});
export type PlanHeader = z.infer<typeof PlanHeader>;

/** Which plan is in force: its one record is called `current`. `factsFrom` is when its facts began to be read. */
export const CurrentPlan = z.strictObject({ planId: PlanId, madeAt: Instant, factsFrom: Instant });
export type CurrentPlan = z.infer<typeof CurrentPlan>;

/** The only three kinds, with leases, that the engine may write. They carry no audit trail: a plan decides nothing. */
export const planHeaders: Kind<PlanHeader> = {
  name: 'plan',
  schema: PlanHeader,
  id: (data) => data.id,
  subjects: () => [],
  rematch: false,
};

export const currentPlans: Kind<CurrentPlan> = {
  name: 'plan',
  schema: CurrentPlan,
  id: () => 'current',
  subjects: () => [],
  rematch: false,
};

export const suggestions: Kind<Suggestion> = {
  name: 'suggestion',
  schema: Suggestion,
  id: (data) => data.id,
  subjects: () => [],
  rematch: false,
};

/** A suggested move in short: who, from where, to where, when, and how well it fits. */
export const PlannedMove = Suggestion.pick({
  id: true,
  personId: true,
  requestId: true,
  tier: true,
  fromRoomId: true,
  roomId: true,
  homeId: true,
  moveOn: true,
  certainty: true,
  points: true,
  otherRoomsThatFit: true,
}).strip();
export type PlannedMove = z.infer<typeof PlannedMove>;

/**
 * Parts of a plan, each under the plan's own partition by a sort key of its own. A chain carries its moves in short, so
 * that a page of chains is one query; somebody outside the pool may be there with more than one request.
 */
export const planParts = {
  chain: PlannedChain.extend({ suggestions: z.array(PlannedMove).min(1) }),
  unplaced: Unplaced,
  outside: Plan.shape.notInPool.element,
} as const;
export type ChainPart = z.infer<typeof planParts.chain>;

/** The sort key of a part: `chain#<chain>`, `unplaced#<person>` or `outside#<person>#<request>`. */
export function planPartKey(part: keyof typeof planParts, ...ids: readonly string[]): string {
  return [part, ...ids].join('#');
}

export const MatchRun = z.strictObject({ id: MatchRunId, askedBy: MemberId, askedAt: Instant });
export type MatchRun = z.infer<typeof MatchRun>;

/** Somebody asked for a new plan. The stream sees it and makes one. */
export const matchRuns: Kind<MatchRun> = {
  name: 'matchRun',
  schema: MatchRun,
  id: (data) => data.id,
  subjects: () => ['partnership'],
  rematch: true,
};
