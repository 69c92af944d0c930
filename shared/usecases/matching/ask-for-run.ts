import { barredFrom } from '../../access/own-case.ts';
import { MatchRunId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { matchRuns } from '../../store/kinds/plans.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

/** Asks for a new plan. The record wakes the engine, which makes one soon after. */
export function askForRun(deps: Deps, call: Call): Promise<Outcome<Receipt>> {
  return write(deps, call, 'matchRunAsked', Receipt, async (records, now) => {
    const barred = barredFrom(call.who.data, 'matches.run', {});
    if (barred) return refuse(barred);
    const id = MatchRunId.parse(deps.writing.newId('run'));
    return done({
      steps: [create(records.partnership, matchRuns, { id, askedBy: call.who.data.id, askedAt: now })],
      answer: { id, version: 1 },
      told: { matchRunId: id },
    });
  });
}
