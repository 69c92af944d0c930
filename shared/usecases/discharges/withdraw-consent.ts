import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import type { DutyToReferId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { notOpen } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';

export const ConsentWithdrawal = z.strictObject({ on: Day });
export type ConsentWithdrawal = z.infer<typeof ConsentWithdrawal>;

export interface OfDutyToRefer extends OfRequest {
  readonly dutyToReferId: DutyToReferId;
}

/** Records that the person no longer wants the council to be told. What was told stays on record with its dates. */
export function withdrawConsent(
  deps: Deps,
  call: Call<OfDutyToRefer, ConsentWithdrawal>,
): Promise<Outcome<DischargeStep>> {
  return changeDischarge(deps, call, {
    deed: 'consentWithdrawn',
    action: 'discharges.write',
    take: ({ file }, now) => {
      const duty = file.dutyToRefer.find((one) => one.id === call.params.dutyToReferId);
      if (!duty) return refuse('not-found');
      if (duty.consentWithdrawnOn !== null) return notOpen(file.requestId, 'withdrawn', 'withdrawn');
      const { on } = call.body;
      const notAfter = londonDay(now);
      if (on < duty.consentOn || on > notAfter)
        return refuse('day-not-possible', { notBefore: duty.consentOn, notAfter });
      const dutyToRefer = file.dutyToRefer.map((one) =>
        one === duty ? { ...one, consentWithdrawnOn: on } : one,
      );
      return done({ file: { ...file, dutyToRefer }, told: { dutyToReferId: duty.id, on } });
    },
  });
}
