import { refuse } from '../../../shared/domain/outcome.ts';
import { listContacts } from '../../../shared/usecases/contacts/read-contacts.ts';
import { listPeople, PeopleAsked } from '../../../shared/usecases/people/list-people.ts';
import { listProposals } from '../../../shared/usecases/proposals/read-proposal.ts';
import { PeoplePage } from '../../../shared/web/pages/people.tsx';
import { paths } from '../../../shared/web/paths.ts';
import { type Page, reading } from '../page.ts';
import { calledBy } from './person-title.ts';

/** The people a worker works with: when they are to be seen next, and what they are to be asked. */
export const peoplePage: Page = {
  path: 'people',
  action: 'contacts.write',
  at: 'people',
  async get(asked) {
    const after = asked.query.get('after');
    const query = PeopleAsked.safeParse({ limit: '50', ...(after !== null && { after }) });
    if (!query.success) return refuse('not-found');
    const all = { after: undefined, limit: 100 };
    const [page, contacts, moves] = await Promise.all([
      listPeople(asked.deps, reading(asked, {}, query.data)),
      listContacts(asked.deps, reading(asked, {}, all)),
      listProposals(asked.deps, reading(asked, {}, { ...all, state: 'live' })),
    ]);
    if (!page.ok) return page;
    if (!contacts.ok) return contacts;
    if (!moves.ok) return moves;
    const unasked = moves.value.items.filter(({ proposal }) => proposal.status === 'awaitingPerson');
    const rows = page.value.items.map((person) => ({
      personId: person.id,
      who: calledBy(person),
      contact: contacts.value.items.find(({ personId }) => personId === person.id) ?? null,
      views: unasked.filter(({ proposal }) => proposal.personId === person.id).length,
    }));
    const { next } = page.value;
    return {
      title: 'My people',
      show: (
        <PeoplePage
          rows={rows}
          next={next === null ? null : `${paths.people}?${new URLSearchParams({ after: next })}`}
        />
      ),
    };
  },
};
