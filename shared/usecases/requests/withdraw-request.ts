import * as z from 'zod';
import { DischargeEndCode } from '../../domain/discharge-codes.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { notOpen, requestIn } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

export const RequestWithdrawal = z.strictObject({
  reason: z.string().trim().min(1).max(1000),
  /** For a discharge that is called off: its reason from the code set. The words say what `other` is. */
  code: DischargeEndCode.optional(),
});
export type RequestWithdrawal = z.infer<typeof RequestWithdrawal>;

/**
 * Takes a request back. While a room is proposed or promised, the proposal is withdrawn first, so that no room stays
 * held for nobody. What is on record of a discharge stays: the person may be ready to leave all the same.
 */
export function withdrawRequest(
  deps: Deps,
  call: Call<OfRequest, RequestWithdrawal>,
): Promise<Outcome<RequestStep>> {
  return takeStep(deps, call, {
    deed: 'requestWithdrawn',
    action: 'requests.withdraw',
    ...(call.body.code !== undefined && { told: { reason: call.body.code } }),
    take: (file) => {
      const { id: requestId, status: state } = file.request;
      if (state === 'proposed' || state === 'placed') return refuse('proposal-open', { requestId, state });
      const next = requestIn(file.request, 'withdrawn');
      if (!next.ok) return next;
      const { reason, code } = call.body;
      if (code !== undefined && file.discharge === null) return notOpen(requestId, state, 'discharge');
      const ended = { ...file, request: next.value, question: null, endedBecause: reason };
      return done(code === undefined ? ended : { ...ended, endedCode: code });
    },
  });
}
