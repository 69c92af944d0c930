import type { PersonShown } from '../../../shared/access/project-person.ts';
import { readContacts } from '../../../shared/usecases/contacts/read-contacts.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { listPeople } from '../../../shared/usecases/people/list-people.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { liveProposalsOf } from '../../../shared/usecases/proposals/live-proposals-of.ts';
import { listProposals } from '../../../shared/usecases/proposals/read-proposal.ts';
import { PeoplePage, type PersonRow, type ToAskRow } from '../../../shared/web/pages/people.tsx';
import { paths } from '../../../shared/web/paths.ts';
import { nextPage, pageAsked, pageOfThose } from '../list-page.ts';
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
    const [page, toAsk] = await Promise.all([
      listPeople(asked.deps, reading(asked, {}, part.value)),
      whomToAsk(asked),
    ]);
    if (!page.ok) return page;
    const rows = await Promise.all(page.value.items.map((person) => rowOf(asked, person)));
    const next = nextPage(paths.people, page.value.next);
    return { title: 'My people', show: <PeoplePage toAsk={toAsk} rows={rows} next={next} /> };
  },
};

/** Those of their people who have not said yet what they think of a home, the first to answer first. */
async function whomToAsk(asked: AskedBy): Promise<ToAskRow[]> {
  const waiting = await pageOfThose(
    { after: undefined, limit: 100 },
    (part) =>
      listProposals(asked.deps, reading(asked, {}, { after: undefined, ...part, state: 'live' as const })),
    ({ proposal }) => (proposal.status === 'awaitingPerson' ? [proposal] : []),
  );
  if (!waiting.ok) return [];
  return Promise.all(
    waiting.value.items.map(async ({ id, personId, homeId, moveOn }) => {
      const [person, home] = await Promise.all([
        readPerson(asked.deps, reading(asked, { personId }, {})),
        readHome(asked.deps, reading(asked, { homeId }, {})),
      ]);
      return {
        proposalId: id,
        who: person.ok ? calledBy(person.value) : personId,
        home: home.ok ? home.value.home.name : homeId,
        moveOn,
      };
    }),
  );
}

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
