import type * as z from 'zod';
import { OrganisationId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Organisation } from '../../domain/worker.ts';
import { organisations } from '../../store/kinds/partnerships.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

export const NewOrganisation = Organisation.omit({ partnershipId: true }).extend({
  id: OrganisationId.optional(),
});
export type NewOrganisation = z.infer<typeof NewOrganisation>;

/** Adds an organisation to the caller's partnership. */
export function addOrganisation(deps: Deps, call: Call<unknown, NewOrganisation>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'organisationAdded', Receipt, async (records) => {
    const id = call.body.id ?? OrganisationId.parse(deps.writing.newId('organisation'));
    if (await records.get(organisations, id)) return refuse('already-exists', { organisationId: id });
    const { partnershipId } = call.who.data;
    return done({
      steps: [create(records.partnership, organisations, { ...call.body, id, partnershipId })],
      answer: { id, version: 1 },
      told: { organisationId: id },
    });
  });
}
