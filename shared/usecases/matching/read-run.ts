import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Instant } from '../../domain/day.ts';
import { MatchRunId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { currentPlans, matchRuns } from '../../store/kinds/plans.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

export const RunShown = z.strictObject({
  id: MatchRunId,
  askedAt: Instant,
  /** `done` once the plan in force rests on facts that were read after it was asked for. */
  status: z.enum(['waiting', 'done']),
});
export type RunShown = z.infer<typeof RunShown>;

/** Whether a new plan that somebody asked for has been made. */
export async function readRun(
  deps: Deps,
  call: Call<{ matchRunId: MatchRunId }>,
): Promise<Outcome<RunShown>> {
  const barred = barredFrom(call.who.data, 'matches.run', {});
  if (barred) return refuse(barred);
  const records = recordsOf(deps, call);
  const [run, inForce] = await Promise.all([
    records.get(matchRuns, call.params.matchRunId),
    records.get(currentPlans, 'current'),
  ]);
  if (!run) return refuse('not-found');
  const { id, askedAt } = run.data;
  const made = inForce !== null && inForce.data.factsFrom >= askedAt;
  return done({ id, askedAt, status: made ? 'done' : 'waiting' });
}
