import * as z from 'zod';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { WorkerRelationship } from '../../domain/person-workers.ts';
import { personWorkers } from '../../store/kinds/workers.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { findPerson } from '../people/find-person.ts';

export const WorkersShown = z.strictObject({
  personId: z.string(),
  relationships: z.array(
    WorkerRelationship.extend({
      /** The role in words, as the programme's file has it; the code itself where the file names no such role. */
      roleName: z.string(),
    }),
  ),
});
export type WorkersShown = z.infer<typeof WorkersShown>;

/** A person's workers through time, in the order in which they began. */
export async function readWorkers(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<WorkersShown>> {
  const records = recordsOf(deps, call);
  const { personId } = call.params;
  const found = await findPerson(records, call, 'people.read', personId);
  if (!found.ok) return found;
  const kept = await records.get(personWorkers, personId);
  const relationships = (kept?.data.relationships ?? []).map((one) => {
    const roles = deps.models.get(one.serviceModel)?.staffRoles ?? [];
    return { ...one, roleName: roles.find(({ id }) => id === one.role)?.name ?? one.role };
  });
  return done({
    personId,
    relationships: relationships.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  });
}
