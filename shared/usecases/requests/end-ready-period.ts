import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { DischargeEndReason } from '../../domain/discharge-codes.ts';
import type { PersonFile } from '../../domain/files.ts';
import type { ReadyPeriodId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type DischargeCase, ReadyPeriod } from '../../domain/placement-request.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { wardFollowUps } from '../discharges/what-is-missing.ts';
import { findRequest } from './find-request.ts';
import { dischargeIn, notOpen } from './next-state.ts';
import { ReadyPeriodWritten } from './ready-period.ts';
import type { OfRequest } from './take-step.ts';

export const ReadyPeriodEnd = z
  .strictObject({
    /** The first day that no longer counts. */
    endedOn: Day,
    endReason: ReadyPeriod.shape.endReason.unwrap(),
    /** Why somebody is not ready after all. */
    because: DischargeEndReason.optional(),
  })
  .refine(({ endReason, because }) => endReason === 'notReadyAgain' || because === undefined, {
    path: ['because'],
    error: 'only somebody who is not ready again has a reason for it',
  });
export type ReadyPeriodEnd = z.infer<typeof ReadyPeriodEnd>;

/** The path of a period of delay. */
export interface OfReadyPeriod extends OfRequest {
  readonly readyPeriodId: ReadyPeriodId;
}

/**
 * Ends a period of delay. Whoever is not ready again may become so later, in a period of its own; a discharge is
 * final, and somebody must be there to follow the person up.
 */
export function endReadyPeriod(
  deps: Deps,
  call: Call<OfReadyPeriod, ReadyPeriodEnd>,
): Promise<Outcome<ReadyPeriodWritten>> {
  return write(deps, call, 'readyPeriodEnded', ReadyPeriodWritten, async (records, now) => {
    const { requestId, readyPeriodId } = call.params;
    const found = await findRequest(records, call, 'requests.write', requestId);
    if (!found.ok) return found;
    const { kept, person } = found.value;
    const { discharge } = kept.data;
    const period = discharge?.periods.find((one) => one.id === readyPeriodId);
    if (!discharge || !period) return refuse('not-found');
    if (kept.version !== call.ifMatch) return refuse('version-changed', { version: String(kept.version) });
    if (period.endedOn !== null) return notOpen(requestId, discharge.status, 'open');
    const { endedOn } = call.body;
    const notAfter = londonDay(now);
    if (endedOn < period.readyOn || endedOn > notAfter)
      return refuse('day-not-possible', { notBefore: period.readyOn, notAfter });
    // The discharge itself ends the delay there, once somebody is named to follow the person up.
    const followedUp = wardFollowUps(deps.models.get(kept.data.request.serviceModel)).length > 0;
    if (call.body.endReason === 'discharged' && followedUp)
      return refuse('discharge-not-recorded', { requestId });
    const ended = withEnd(discharge, period, call.body, person.data);
    if (!ended.ok) return ended;
    const { status } = ended.value;
    return done({
      steps: [change(kept, { ...kept.data, discharge: ended.value }), unchanged(person)],
      answer: { id: kept.id, version: kept.version + 1, status, readyPeriodId },
      told: {
        ...{ requestId, personId: person.id, readyPeriodId, on: endedOn },
        reason: call.body.because?.code ?? call.body.endReason,
      },
    });
  });
}

function withEnd(
  discharge: DischargeCase,
  period: ReadyPeriod,
  end: ReadyPeriodEnd,
  { person }: PersonFile,
): Outcome<DischargeCase> {
  const next = dischargeIn(discharge, end.endReason === 'discharged' ? 'discharged' : 'open');
  if (!next.ok) return next;
  // Assumes that whoever is first worker to a person follows them up after hospital.
  if (end.endReason === 'discharged' && person.primaryWorker === null)
    return refuse('follow-up-owner-missing');
  const { because, ...ending } = end;
  const periods = discharge.periods.map((one) =>
    one === period ? { ...one, ...ending, ...(because && { endedBecause: because }) } : one,
  );
  return done({ ...next.value, periods });
}
