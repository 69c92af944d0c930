import { ReadyPeriodId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { findRequest } from './find-request.ts';
import { isLive, notOpen } from './next-state.ts';
import { type NewReadyPeriod, ReadyPeriodWritten, withReadyPeriod } from './ready-period.ts';
import type { OfRequest } from './take-step.ts';

/** Says that a patient is clinically ready to leave: from that day on, each day they are still there is a day of delay. */
export function openReadyPeriod(
  deps: Deps,
  call: Call<OfRequest, NewReadyPeriod>,
): Promise<Outcome<ReadyPeriodWritten>> {
  return write(deps, call, 'readyPeriodOpened', ReadyPeriodWritten, async (records, now) => {
    const found = await findRequest(records, call, 'requests.write', call.params.requestId);
    if (!found.ok) return found;
    const { kept, person } = found.value;
    const { request, discharge } = kept.data;
    if (discharge === null || !isLive(request)) return notOpen(request.id, request.status, 'ready');
    const readyPeriodId = call.body.id ?? ReadyPeriodId.parse(deps.writing.newId('ready'));
    const opened = withReadyPeriod(discharge, { ...call.body, id: readyPeriodId }, now);
    if (!opened.ok) return opened;
    return done({
      steps: [change(kept, { ...kept.data, discharge: opened.value }), unchanged(person)],
      answer: { id: kept.id, version: kept.version + 1, status: opened.value.status, readyPeriodId },
      told: {
        requestId: kept.id,
        personId: person.id,
        readyPeriodId,
        on: call.body.readyOn,
        reason: call.body.delayReason,
      },
    });
  });
}
