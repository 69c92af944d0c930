import * as z from 'zod';
import { Day, type Instant, londonDay } from '../../domain/day.ts';
import { Attributable, NewDelayReason } from '../../domain/discharge-codes.ts';
import { ReadyPeriodId, type RequestId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { DischargeCase, type ReadyPeriod } from '../../domain/placement-request.ts';
import { Receipt } from '../call.ts';
import { dischargeIn } from './next-state.ts';

/** A person became clinically ready to leave hospital, and why they are still there. */
export const NewReadyPeriod = z.strictObject({
  id: ReadyPeriodId.optional(),
  readyOn: Day,
  /** A reason that can be given today; retired ones are only read. */
  delayReason: NewDelayReason,
  attributable: Attributable,
});
export type NewReadyPeriod = z.infer<typeof NewReadyPeriod>;

/** The version of the request, and the state its discharge is in now. */
export const ReadyPeriodWritten = z.strictObject({
  ...Receipt.shape,
  status: DischargeCase.shape.status,
  readyPeriodId: ReadyPeriodId,
});
export type ReadyPeriodWritten = z.infer<typeof ReadyPeriodWritten>;

/** A discharge of which nobody has said yet that the person is ready. */
export const newDischarge = (requestId: RequestId): DischargeCase => ({
  requestId,
  status: 'open',
  periods: [],
});

/** The discharge with a new period that is going on; refused when one is already, or it overlaps an earlier one. */
export function withReadyPeriod(
  discharge: DischargeCase,
  { id, ...period }: NewReadyPeriod & { id: ReadyPeriodId },
  now: Instant,
): Outcome<DischargeCase> {
  const ready = dischargeIn(discharge, 'ready', 'open');
  if (!ready.ok) return ready;
  const { requestId, periods } = discharge;
  if (periods.some((one) => one.id === id)) return refuse('already-exists', { readyPeriodId: id });
  const notAfter = londonDay(now);
  if (period.readyOn > notAfter) return refuse('day-not-possible', { notAfter });
  const notBefore = lastEnd(periods);
  if (notBefore !== null && period.readyOn < notBefore) return refuse('day-not-possible', { notBefore });
  const opened: ReadyPeriod = { ...period, id, requestId, endedOn: null, endReason: null };
  return done({ ...ready.value, periods: [...periods, opened] });
}

/** The first day on which no earlier period counts any more. */
function lastEnd(periods: readonly ReadyPeriod[]): Day | null {
  return periods
    .map((one) => one.endedOn)
    .reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null);
}
