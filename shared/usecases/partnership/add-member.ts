import type * as z from 'zod';
import { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { barredTies, standingOf } from './barred-member.ts';

/** Somebody who is to use the service; the reference is the subject of their token. */
export const NewMember = Member.omit({ partnershipId: true, active: true });
export type NewMember = z.infer<typeof NewMember>;

/** Adds a member to the caller's partnership. A subject is a member of one partnership only, and never adds themselves. */
export function addMember(deps: Deps, call: Call<unknown, NewMember>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'memberAdded', Receipt, async (records) => {
    const { body } = call;
    const standing = await standingOf(records, call, body.id);
    if (!standing.ok) return standing;
    if (await records.get(members, body.id)) return refuse('already-exists', { memberId: body.id });
    const barred = await barredTies(records, body);
    if (barred) return barred;
    const { partnershipId } = call.who.data;
    return done({
      steps: [
        create(records.partnership, members, { ...body, partnershipId, active: true }),
        ...standing.value,
      ],
      answer: { id: body.id, version: 1 },
      told: { memberId: body.id, roles: body.roles.join(' ') },
    });
  });
}
