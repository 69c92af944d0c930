import type { Action } from '../../access/actions.ts';
import { barredFrom } from '../../access/own-case.ts';
import type { PersonFile, RequestFile } from '../../domain/files.ts';
import type { RequestId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { people } from '../../store/kinds/people.ts';
import { requests } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import type { Call } from '../call.ts';

/** A request with the person it is for. */
export interface RequestFound {
  readonly kept: Kept<RequestFile>;
  readonly person: Kept<PersonFile>;
}

/** A request, for whoever may do this to it. */
export async function findRequest(
  records: Records,
  { who }: Pick<Call, 'who'>,
  action: Action,
  requestId: RequestId,
): Promise<Outcome<RequestFound>> {
  const kept = await records.get(requests, requestId);
  const person = kept && (await records.get(people, kept.data.request.personId));
  if (!kept || !person) return refuse('not-found');
  const barred = barredFrom(who.data, action, { person: person.data, requests: [kept.data] });
  return barred ? refuse(barred) : done({ kept, person });
}
