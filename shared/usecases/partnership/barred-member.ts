import { barredFrom } from '../../access/own-case.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { members, organisations, workers } from '../../store/kinds/partnerships.ts';
import type { Records } from '../../store/records.ts';
import { type Step, unchanged } from '../../store/steps.ts';
import type { Call } from '../call.ts';

/**
 * What giving somebody roles rests on: the caller's own role, read again, so that of two admins who take each other's
 * away only one does; and nobody does it to themselves.
 */
export async function standingOf(
  records: Records,
  { who }: Pick<Call, 'who'>,
  memberId: string,
): Promise<Outcome<Step[]>> {
  const caller = await records.get(members, who.id);
  if (memberId === who.id || !caller || caller.data.partnershipId !== records.partnership)
    return refuse('not-allowed');
  const barred = barredFrom(caller.data, 'members.write', {});
  return barred ? refuse(barred) : done([unchanged(caller)]);
}

/** Why a member may not be tied to this worker and organisation, or null when they may: both must be known here. */
export async function barredTies(
  records: Records,
  { workerId, organisationId }: Pick<Member, 'workerId' | 'organisationId'>,
) {
  if (organisationId !== null && !(await records.get(organisations, organisationId)))
    return refuse('organisation-unknown', { organisationId });
  if (workerId !== null && !(await records.get(workers, workerId)))
    return refuse('worker-unknown', { workerId });
  return null;
}
