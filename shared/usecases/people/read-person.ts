import type { PersonShown } from '../../access/project-person.ts';
import type { PersonId } from '../../domain/ids.ts';
import { type Outcome, refuse } from '../../domain/outcome.ts';
import { people } from '../../store/kinds/people.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { seePerson } from './see-person.ts';

/** A person, as much of them as the caller may see. */
export async function readPerson(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<PersonShown>> {
  const records = recordsOf(deps, call);
  const found = await records.get(people, call.params.personId);
  return found ? seePerson(deps, call, records, found) : refuse('not-found');
}
