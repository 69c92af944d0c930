import type * as z from 'zod';
import { londonDay } from '../../domain/day.ts';
import { CrisisContact } from '../../domain/discharge.ts';
import { CrisisContactId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';

/** Records of one kind kept of one discharge, so that its item stays small. */
export const mostKept = 300;

export const NewCrisisContact = CrisisContact.omit({ id: true });
export type NewCrisisContact = z.infer<typeof NewCrisisContact>;

/** Records that somebody turned to a crisis service, before they left hospital or after. It counts against nobody. */
export function recordCrisisContact(
  deps: Deps,
  call: Call<OfRequest, NewCrisisContact>,
): Promise<Outcome<DischargeStep>> {
  return changeDischarge(deps, call, {
    deed: 'crisisContactRecorded',
    action: 'discharges.write',
    take: ({ file }, now) => {
      const { on, kind } = call.body;
      const notAfter = londonDay(now);
      if (on > notAfter) return refuse('day-not-possible', { notAfter });
      if (file.crisisContacts.length >= mostKept) return refuse('too-many-facts', { most: String(mostKept) });
      const id = CrisisContactId.parse(deps.writing.newId('crisis'));
      return done({
        file: { ...file, crisisContacts: [...file.crisisContacts, { id, on, kind }] },
        told: { on, kind },
      });
    },
  });
}
