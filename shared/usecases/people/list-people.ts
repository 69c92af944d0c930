import * as z from 'zod';
import { PersonShown, readsNobody } from '../../access/project-person.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { people } from '../../store/kinds/people.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { seePerson } from './see-person.ts';

export const PeopleAsked = z.strictObject(pageQuery);
export type PeopleAsked = z.infer<typeof PeopleAsked>;

export const PeoplePage = pageOf(PersonShown);
export type PeoplePage = z.infer<typeof PeoplePage>;

/** Pages read at most to find somebody the caller may see, so that one request costs only so much. */
const mostPages = 5;

/**
 * The people somebody may see, in the order of their references. A page may hold fewer than were asked for, even none;
 * `next` leads on while there is more.
 */
export async function listPeople(
  deps: Deps,
  call: Call<unknown, unknown, PeopleAsked>,
): Promise<Outcome<PeoplePage>> {
  if (readsNobody(call.who.data)) return refuse('not-allowed');
  const records = recordsOf(deps, call);
  let after = call.query.after;
  for (let pages = 1; ; pages++) {
    const page = await records.list(people, { after, limit: call.query.limit });
    // The list may lag behind; who may see whom goes by the records as they are now.
    const found = await records.getMany(
      people,
      page.items.map(({ id }) => id),
    );
    const seen = await Promise.all(found.map((kept) => seePerson(deps, call, records, kept)));
    const items = seen.flatMap((one) => (one.ok ? [one.value] : []));
    if (items.length > 0 || page.next === null || pages === mostPages)
      return done({ items, next: page.next });
    after = page.next;
  }
}
