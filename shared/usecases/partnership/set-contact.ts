import type * as z from 'zod';
import type { MemberId } from '../../domain/ids.ts';
import { Contact } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { contacts, members } from '../../store/kinds/partnerships.ts';
import { save } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

export const ContactAsSet = Contact.pick({ email: true });
export type ContactAsSet = z.infer<typeof ContactAsSet>;

/** Sets where a member gets their messages. Only whoever delivers them reads it. */
export function setContact(
  deps: Deps,
  call: Call<{ memberId: MemberId }, ContactAsSet>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'contactSet', Receipt, async (records) => {
    const { memberId } = call.params;
    const member = await records.get(members, memberId);
    if (member?.data.partnershipId !== records.partnership) return refuse('not-found');
    const before = await records.get(contacts, memberId);
    return done({
      steps: [save(records.partnership, contacts, before, { memberId, email: call.body.email })],
      answer: { id: memberId, version: (before?.version ?? 0) + 1 },
      told: { memberId },
    });
  });
}
