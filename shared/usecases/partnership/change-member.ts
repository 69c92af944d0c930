import type * as z from 'zod';
import type { MemberId } from '../../domain/ids.ts';
import { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changedSince } from '../changed-since.ts';
import { barredTies, standingOf } from './barred-member.ts';

/** Everything of a member but their reference and their partnership, which never change. */
export const MemberAsChanged = Member.omit({ id: true, partnershipId: true });
export type MemberAsChanged = z.infer<typeof MemberAsChanged>;

/** Changes what a member may do and whose they are. It counts from their next request on. */
export function changeMember(
  deps: Deps,
  call: Call<{ memberId: MemberId }, MemberAsChanged>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'memberChanged', Receipt, async (records) => {
    const standing = await standingOf(records, call, call.params.memberId);
    if (!standing.ok) return standing;
    const found = await records.get(members, call.params.memberId);
    // Members are found by their token alone, so one of another partnership is found here too.
    if (!found || found.data.partnershipId !== records.partnership) return refuse('not-found');
    const stale = changedSince(found, call);
    if (stale) return stale;
    const barred = await barredTies(records, call.body);
    if (barred) return barred;
    const { id, partnershipId } = found.data;
    return done({
      steps: [change(found, { ...call.body, id, partnershipId }), ...standing.value],
      answer: { id, version: found.version + 1 },
      told: { memberId: id, roles: call.body.roles.join(' ') },
    });
  });
}
