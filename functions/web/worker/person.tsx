import { reachOf } from '../../../shared/access/actions.ts';
import type { PersonShown } from '../../../shared/access/project-person.ts';
import { clientGroupCodes, labelOf, supportLevelCodes } from '../../../shared/domain/codes.ts';
import { PersonId } from '../../../shared/domain/ids.ts';
import { readContacts } from '../../../shared/usecases/contacts/read-contacts.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { liveProposalsOf } from '../../../shared/usecases/proposals/live-proposals-of.ts';
import type { SummaryRow } from '../../../shared/web/components/summary-list.tsx';
import { type ContactRow, type MoveRow, PersonPage } from '../../../shared/web/pages/person.tsx';
import { viewOnRecord } from '../../../shared/web/view-said.ts';
import { type AskedBy, justDone, type Page, reading, refOf } from '../page.ts';
import { openContacts } from './open-contacts.ts';
import { personTabs, titleOf } from './person-title.ts';

/** Contacts shown at once: who looks further ahead reads them through the API. */
const mostContacts = 5;

/** One person: what is known, which moves are proposed, and which contacts are owed. */
export const personPage: Page = {
  path: 'person',
  action: 'people.read',
  async get(asked) {
    const personId = refOf(PersonId, asked.refs.personId);
    if (!personId.ok) return personId;
    const person = await readPerson(asked.deps, reading(asked, { personId: personId.value }, {}));
    if (!person.ok) return person;
    const [moves, contacts] = await Promise.all([
      movesOf(asked, personId.value),
      contactsOf(asked, personId.value),
    ]);
    return {
      title: 'Summary',
      show: (
        <PersonPage
          title={titleOf(person.value)}
          done={justDone(asked, { asked: viewOnRecord })}
          tabs={personTabs(asked, personId.value, 'person')}
          facts={factsOf(person.value)}
          moves={moves}
          contacts={contacts}
        />
      ),
    };
  },
};

function factsOf(person: PersonShown): SummaryRow[] {
  const isProfile = person.level === 'profile';
  const groups = isProfile ? person.clientGroups : person.person.clientGroups;
  const newest = isProfile
    ? null
    : person.needs.toSorted((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))[0];
  const level = isProfile ? person.supportLevel : (newest?.supportLevel ?? null);
  return [
    { key: 'Age', value: isProfile ? person.ageBand : String(person.age) },
    {
      key: 'Client group',
      value: groups.map((group) => labelOf(clientGroupCodes, group)).join(', ') || 'Not recorded',
    },
    { key: 'Support they need', value: level === null ? 'Not assessed' : labelOf(supportLevelCodes, level) },
  ];
}

async function movesOf(asked: AskedBy, personId: PersonId): Promise<MoveRow[]> {
  const moves = await liveProposalsOf(asked.deps, reading(asked, { personId }, {}));
  const mayAsk = reachOf(asked.who.data.roles, 'views.write') !== null;
  return Promise.all(
    (moves.ok ? moves.value : []).map(async ({ id, homeId, moveOn, status }) => {
      const home = await readHome(asked.deps, reading(asked, { homeId }, {}));
      return {
        proposalId: id,
        home: home.ok ? home.value.home.name : homeId,
        ...{ moveOn, status },
        mayAsk: mayAsk && status.startsWith('awaiting'),
      };
    }),
  );
}

/** None for a reader who may not see the contacts. */
async function contactsOf(asked: AskedBy, personId: PersonId): Promise<ContactRow[]> {
  if (reachOf(asked.who.data.roles, 'contacts.read') === null) return [];
  const found = await readContacts(asked.deps, reading(asked, { personId }, {}));
  if (!found.ok) return [];
  const mayRecord = reachOf(asked.who.data.roles, 'contacts.write') !== null;
  return openContacts(found.value)
    .slice(0, mostContacts)
    .map((contact) => ({ ...contact, personId, mayRecord }));
}
