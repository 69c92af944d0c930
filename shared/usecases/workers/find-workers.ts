import { reachOf } from '../../access/actions.ts';
import type { PersonFile } from '../../domain/files.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { PersonWorkers } from '../../domain/person-workers.ts';
import type { Kept } from '../../store/kind.ts';
import { personWorkers } from '../../store/kinds/workers.ts';
import type { Records } from '../../store/records.ts';
import type { Call } from '../call.ts';
import { findPerson } from '../people/find-person.ts';
import type { Above } from './caseload-room.ts';

export interface FoundWorkers {
  readonly person: Kept<PersonFile>;
  readonly kept: Kept<PersonWorkers> | null;
}

/** A person and their workers, for whoever may allocate a worker to them. */
export async function findWorkers(
  records: Records,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<FoundWorkers>> {
  const person = await findPerson(records, call, 'workers.allocate', call.params.personId);
  if (!person.ok) return person;
  const kept = await records.get(personWorkers, call.params.personId);
  return done({ person: person.value, kept });
}

/** A reason to pass a limit is the lead's to give. */
export function aboveOf({ who }: Call, reason: string | null): Outcome<Above | null> {
  if (reason === null) return done(null);
  if (reachOf(who.data.roles, 'workers.exceed') === null) return refuse('not-allowed');
  return done({ by: who.data.id, reason });
}
