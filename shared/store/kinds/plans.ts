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

/** Parts of a plan, each under the plan's own partition by the sort key `chain#…`, `unplaced#…` or `outside#…`. */
export const planParts = {
  chain: PlannedChain,
  unplaced: Unplaced,
  outside: Plan.shape.notInPool.element,
} as const;

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
