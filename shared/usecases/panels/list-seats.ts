import * as z from 'zod';
import { Member } from '../../domain/member.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

/** Who may sit on a panel, and who of them may chair it. */
export const SeatsShown = z.strictObject({
  seats: z.array(z.strictObject({ memberId: Member.shape.id, mayChair: z.boolean() })),
});
export type SeatsShown = z.infer<typeof SeatsShown>;

/** Every active member with a role for it, in the order of their references: for whoever calls a panel. */
export async function listSeats(deps: Deps, call: Call): Promise<Outcome<SeatsShown>> {
  const everybody = await recordsOf(deps, call).all(members, call.who.data.partnershipId);
  const seats = everybody
    .map(({ data }) => data)
    .filter(({ active, roles }) => active && (roles.includes('panelMember') || roles.includes('panelChair')))
    .map(({ id, roles }) => ({ memberId: id, mayChair: roles.includes('panelChair') }));
  return done({ seats: seats.sort((a, b) => (a.memberId < b.memberId ? -1 : 1)) });
}
