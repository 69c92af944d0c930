import * as z from 'zod';
import { Member } from '../../domain/member.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { members } from '../../store/kinds/partnerships.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { type PageAsked, pageOfKind } from './page-of-kind.ts';

const MemberListed = z.strictObject({
  ...Member.omit({ partnershipId: true }).shape,
  version: z.int().min(1),
});
export const MembersPage = pageOf(MemberListed);
export type MembersPage = z.infer<typeof MembersPage>;

/** The members of the caller's partnership, in the order of their references. */
export async function listMembers(
  deps: Deps,
  call: Call<unknown, unknown, PageAsked>,
): Promise<Outcome<MembersPage>> {
  const asked = { ...call.query, within: call.who.data.partnershipId };
  const page = await pageOfKind(recordsOf(deps, call), members, asked, ({ version, data }) => {
    const { partnershipId, ...member } = data;
    return { ...member, version };
  });
  return done(page);
}
