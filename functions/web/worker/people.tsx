import type { PersonShown } from '../../../shared/access/project-person.ts';
import { readContacts } from '../../../shared/usecases/contacts/read-contacts.ts';
import { listPeople } from '../../../shared/usecases/people/list-people.ts';
import { liveProposalsOf } from '../../../shared/usecases/proposals/live-proposals-of.ts';
import { PeoplePage, type PersonRow } from '../../../shared/web/pages/people.tsx';
import { paths } from '../../../shared/web/paths.ts';
import { nextPage, pageAsked } from '../list-page.ts';
import { type AskedBy, type Page, reading } from '../page.ts';
import { openContacts } from './open-contacts.ts';
import { calledBy } from './person-title.ts';

/** People on one page: what waits is read for each of them. */
const peopleAtOnce = 20;

/** The people a worker works with: when they are to be seen next, and what they are to be asked. */
export const peoplePage: Page = {
  path: 'people',
  action: 'contacts.write',
  at: 'people',
  async get(asked) {
    const part = pageAsked(asked, peopleAtOnce);
    if (!part.ok) return part;
    const page = await listPeople(asked.deps, reading(asked, {}, part.value));
    if (!page.ok) return page;
    const rows = await Promise.all(page.value.items.map((person) => rowOf(asked, person)));
    const next = nextPage(paths.people, page.value.next);
    return { title: 'My people', show: <PeoplePage rows={rows} next={next} /> };
  },
};

async function rowOf(asked: AskedBy, person: PersonShown): Promise<PersonRow> {
  const ofThem = reading(asked, { personId: person.id }, {});
  const [contacts, moves] = await Promise.all([
    readContacts(asked.deps, ofThem),
    liveProposalsOf(asked.deps, ofThem),
  ]);
  const unasked = moves.ok ? moves.value.filter(({ status }) => status === 'awaitingPerson') : [];
  return {
    personId: person.id,
    who: calledBy(person),
    contact: contacts.ok ? (openContacts(contacts.value)[0] ?? null) : null,
    views: unasked.length,
  };
}
