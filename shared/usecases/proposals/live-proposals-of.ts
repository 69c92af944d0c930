import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { proposals } from '../../store/kinds/placing.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { findPerson } from '../people/find-person.ts';
import { isLive } from '../placing/release.ts';

/** The moves proposed for a person that may still be made or are approved, the earliest first. */
export async function liveProposalsOf(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<readonly Proposal[]>> {
  const records = recordsOf(deps, call);
  const person = await findPerson(records, call, 'proposals.read', call.params.personId);
  if (!person.ok) return person;
  const listed = await records.about(proposals, call.params.personId);
  const found = await records.getMany(
    proposals,
    listed.map(({ id }) => id),
  );
  const live = found.map(({ data }) => data).filter(isLive);
  return done(live.sort((a, b) => (a.moveOn < b.moveOn ? -1 : 1)));
}
