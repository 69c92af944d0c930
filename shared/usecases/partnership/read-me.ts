import * as z from 'zod';
import { Member } from '../../domain/member.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { Organisation, Partnership } from '../../domain/worker.ts';
import { organisations, partnerships } from '../../store/kinds/partnerships.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';

/** Who somebody is here. Null where they belong to no organisation. */
export const Me = z.strictObject({
  ...Member.pick({ id: true, roles: true, workerId: true, hospitalSite: true }).shape,
  partnership: Partnership.nullable(),
  organisation: Organisation.nullable(),
});
export type Me = z.infer<typeof Me>;

/** The caller's own membership, as it is now: a token says none of it. */
export async function readMe(deps: Deps, call: Call): Promise<Outcome<Me>> {
  const { id, roles, workerId, hospitalSite, partnershipId, organisationId } = call.who.data;
  const records = recordsOf(deps, call);
  const [partnership, organisation] = await Promise.all([
    records.get(partnerships, partnershipId),
    organisationId === null ? null : records.get(organisations, organisationId),
  ]);
  return done({
    id,
    roles,
    workerId,
    hospitalSite,
    partnership: partnership?.data ?? null,
    organisation: organisation?.data ?? null,
  });
}
