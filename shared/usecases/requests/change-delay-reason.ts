import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { Attributable, NewDelayReason } from '../../domain/discharge-codes.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import type { OfReadyPeriod } from './end-ready-period.ts';
import { findRequest } from './find-request.ts';
import { notOpen } from './next-state.ts';
import { ReadyPeriodWritten } from './ready-period.ts';

export const DelayReasonChange = z.strictObject({
  /** The first day that counts for the new reason. */
  from: Day,
  delayReason: NewDelayReason,
  attributable: Attributable,
});
export type DelayReasonChange = z.infer<typeof DelayReasonChange>;

/** Changes of one period at most; a new reason each week for two years is about as many. */
const mostChanges = 100;

/**
 * Says that somebody who is still ready to leave waits for another reason from a day on. Days before it keep the reason
 * they had, so that each has exactly one.
 */
export function changeDelayReason(
  deps: Deps,
  call: Call<OfReadyPeriod, DelayReasonChange>,
): Promise<Outcome<ReadyPeriodWritten>> {
  return write(deps, call, 'delayReasonChanged', ReadyPeriodWritten, async (records, now) => {
    const { requestId, readyPeriodId } = call.params;
    const found = await findRequest(records, call, 'requests.write', requestId);
    if (!found.ok) return found;
    const { kept, person } = found.value;
    const { discharge } = kept.data;
    const period = discharge?.periods.find((one) => one.id === readyPeriodId);
    if (!discharge || !period) return refuse('not-found');
    if (period.endedOn !== null) return notOpen(requestId, discharge.status, 'open');
    const { reasonChanges = [] } = period;
    if (reasonChanges.length >= mostChanges) return refuse('too-many-facts', { most: String(mostChanges) });
    const { from, delayReason } = call.body;
    const after = reasonChanges.at(-1)?.from ?? period.readyOn;
    const notAfter = londonDay(now);
    if (from <= after || from > notAfter) return refuse('day-not-possible', { after, notAfter });
    const periods = discharge.periods.map((one) =>
      one === period ? { ...one, reasonChanges: [...reasonChanges, call.body] } : one,
    );
    return done({
      steps: [change(kept, { ...kept.data, discharge: { ...discharge, periods } }), unchanged(person)],
      answer: { id: kept.id, version: kept.version + 1, status: discharge.status, readyPeriodId },
      told: { requestId, personId: person.id, readyPeriodId, on: from, reason: delayReason },
    });
  });
}
