import * as z from 'zod';
import { FollowUpTry } from '../../domain/discharge.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { notOpen } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';
import { mostKept } from './record-crisis-contact.ts';

export const NewFollowUpTry = FollowUpTry.omit({ recordedBy: true }).extend({
  followUp: z.string().min(1).max(60),
});
export type NewFollowUpTry = z.infer<typeof NewFollowUpTry>;

/**
 * Records a try to follow somebody up, whether or not they were reached. One who was not reached is still owed it; a
 * follow-up that nobody records is missed all the same once it is due.
 */
export function recordFollowUp(
  deps: Deps,
  call: Call<OfRequest, NewFollowUpTry>,
): Promise<Outcome<DischargeStep>> {
  const { followUp, ...tried } = call.body;
  return changeDischarge(deps, call, {
    deed: 'followUpRecorded',
    action: 'discharges.write',
    take: ({ file, discharge }, now) => {
      const { made } = file;
      if (!made) return notOpen(file.requestId, discharge.status, 'follow-up');
      const owed = made.followUps.find((one) => one.id === followUp);
      if (!owed) return refuse('not-found');
      if (owed.tries.length >= mostKept) return refuse('too-many-facts', { most: String(mostKept) });
      if (tried.at < made.at || tried.at > now)
        return refuse('day-not-possible', { notBefore: made.at, notAfter: now });
      const tries = [...owed.tries, { ...tried, recordedBy: call.who.data.id }];
      const followUps = made.followUps.map((one) => (one === owed ? { ...one, tries } : one));
      return done({
        file: { ...file, made: { ...made, followUps } },
        told: { followUp, reached: tried.reached ? 'yes' : 'no' },
      });
    },
  });
}
