import { type Instant, londonDay } from '../../domain/day.ts';
import type { Plan } from '../../domain/plan.ts';
import { compile, type Problem, plan } from '../../matching/engine.ts';
import type { Records } from '../../store/records.ts';
import { type Deps, nowOf, policyOf } from '../call.ts';
import { factsOf } from '../engine-facts.ts';
import { namedByContent } from './name-plan.ts';
import { readFacts } from './read-facts.ts';

export interface FreshPlan {
  readonly problem: Problem;
  readonly plan: Plan;
  /** When its facts began to be read. */
  readonly factsFrom: Instant;
}

/**
 * Plans from what is on record now, without putting anything in force. It reads every record of the partnership that
 * the engine uses and searches anew each time, never from a memory that could be stale: for 200 people in 60 homes some
 * 600 records and well under a second of computing.
 * @throws RangeError when today lies outside the bank holidays on record
 */
export async function freshPlan(deps: Deps, records: Records): Promise<FreshPlan> {
  const factsFrom = nowOf(deps);
  const [found, policy] = await Promise.all([readFacts(records), policyOf(deps, records)]);
  const problem = compile(factsOf(found, factsFrom), policy, deps.models, londonDay(factsFrom));
  return { problem, plan: namedByContent(plan(problem)), factsFrom };
}
