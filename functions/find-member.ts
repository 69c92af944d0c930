import { londonDay } from '../shared/domain/day.ts';
import type { Member } from '../shared/domain/member.ts';
import { coveredOn } from '../shared/domain/worker-cover.ts';
import type { Writing } from '../shared/store/commit.ts';
import { everywhere } from '../shared/store/keys.ts';
import type { Kept } from '../shared/store/kind.ts';
import { members } from '../shared/store/kinds/partnerships.ts';
import { covers } from '../shared/store/kinds/workers.ts';
import { Records } from '../shared/store/records.ts';

/** A member by the subject of their token, with whom they cover for today: the people of those are theirs until then. */
export async function findMember(
  { table, now }: Pick<Writing, 'table' | 'now'>,
  subject: string,
): Promise<Kept<Member> | null> {
  const member = await new Records(table, everywhere).get(members, subject);
  if (!member || member.data.workerId === null) return member;
  const { partnershipId, workerId } = member.data;
  const cover = await new Records(table, partnershipId).get(covers, workerId);
  const covering = cover ? coveredOn(cover.data, londonDay(now())) : [];
  return covering.length === 0 ? member : { ...member, data: { ...member.data, covering } };
}
