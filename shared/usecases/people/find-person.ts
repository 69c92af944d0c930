import type { Action } from '../../access/actions.ts';
import { barredFrom } from '../../access/own-case.ts';
import type { PersonFile, RequestFile } from '../../domain/files.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { people } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Call } from '../call.ts';

/** A person by their reference, for whoever may take an action on them. */
export async function findPerson(
  records: Records,
  { who }: Pick<Call, 'who'>,
  action: Action,
  personId: string,
): Promise<Outcome<Kept<PersonFile>>> {
  const found = await records.get(people, personId);
  if (!found) return refuse('not-found');
  const person = found.data;
  if (barredFrom(who.data, action, { person }) === null) return done(found);
  const barred = barredFrom(who.data, action, { person, requests: await requestsOf(records, personId) });
  return barred ? refuse(barred) : done(found);
}

/** The requests of a person, live or past, each as it is now. */
export async function requestsOf(records: Records, personId: string): Promise<RequestFile[]> {
  const listed = await records.about(requests, personId);
  const found = await records.getMany(
    requests,
    listed.map(({ id }) => id),
  );
  return found.map(({ data }) => data);
}
