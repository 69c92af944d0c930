import { reachOf } from '../../access/actions.ts';
import { barredFrom } from '../../access/own-case.ts';
import { people } from '../../store/kinds/people.ts';
import type { Records } from '../../store/records.ts';
import type { Call } from '../call.ts';

/** Which of some people the caller may read the record of, going by whose they are and not by any one request. */
export async function peopleKnownTo(
  records: Records,
  { who: { data } }: Pick<Call, 'who'>,
  ids: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const reach = reachOf(data.roles, 'people.read');
  if (reach === 'all') return ids;
  if (reach === null) return new Set();
  const files = await records.getMany(people, ids);
  return new Set(
    files
      .filter((file) => barredFrom(data, 'people.read', { person: file.data }) === null)
      .map((file) => file.id),
  );
}
