import type * as z from 'zod';
import { londonDay } from '../../domain/day.ts';
import { DutyToRefer } from '../../domain/discharge.ts';
import { DutyToReferId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';
import { mostKept } from './record-crisis-contact.ts';

export const NewDutyToRefer = DutyToRefer.omit({ consentWithdrawnOn: true }).extend({
  id: DutyToReferId.optional(),
});
export type NewDutyToRefer = z.infer<typeof NewDutyToRefer>;

/**
 * Records that a council the person chose was told that they are or may become homeless. Consent comes first: a day of
 * consent after the referral is refused.
 * @source Homelessness Reduction Act 2017, duty to refer (SOURCES.md 16)
 */
export function referToCouncil(
  deps: Deps,
  call: Call<OfRequest, NewDutyToRefer>,
): Promise<Outcome<DischargeStep>> {
  return changeDischarge(deps, call, {
    deed: 'dutyToReferRecorded',
    action: 'discharges.write',
    take: ({ file }, now) => {
      const { id = DutyToReferId.parse(deps.writing.newId('duty')), consentOn, referredOn } = call.body;
      const notAfter = londonDay(now);
      if (referredOn > notAfter || consentOn > referredOn)
        return refuse('day-not-possible', { notBefore: consentOn, notAfter });
      if (file.dutyToRefer.some((one) => one.id === id))
        return refuse('already-exists', { dutyToReferId: id });
      if (file.dutyToRefer.length >= mostKept) return refuse('too-many-facts', { most: String(mostKept) });
      const dutyToRefer = [...file.dutyToRefer, { ...call.body, id, consentWithdrawnOn: null }];
      return done({ file: { ...file, dutyToRefer }, told: { dutyToReferId: id, on: referredOn } });
    },
  });
}
