import { reachOf } from '../../shared/access/actions.ts';
import { sayDay } from '../../shared/domain/day.ts';
import { HomeId, PanelId, PersonId, ProposalId, Reference } from '../../shared/domain/ids.ts';
import { readHome } from '../../shared/usecases/homes/read-home.ts';
import { readPanel } from '../../shared/usecases/panels/read-panel.ts';
import { readPerson } from '../../shared/usecases/people/read-person.ts';
import { readProposal } from '../../shared/usecases/proposals/read-proposal.ts';
import { SearchPage } from '../../shared/web/pages/search.tsx';
import { pathTo } from '../../shared/web/paths.ts';
import { type AskedBy, type Page, reading } from './page.ts';
import { calledBy } from './worker/person-title.ts';

/** Finds what has a reference, of what somebody may see. Somebody else’s reads like none. */
export const searchPage: Page = {
  path: 'search',
  action: 'self.read',
  at: 'search',
  async get(asked) {
    const text = (asked.query.get('reference') ?? '').trim();
    const reference = Reference.safeParse(text).data;
    const found = reference === undefined ? [] : await find(asked, reference);
    return { title: 'Search', show: <SearchPage asked={text.slice(0, 64)} found={found} /> };
  },
};

async function find(asked: AskedBy, reference: string) {
  const may = (action: Parameters<typeof reachOf>[1]): boolean =>
    reachOf(asked.who.data.roles, action) !== null;
  const personId = PersonId.parse(reference);
  const homeId = HomeId.parse(reference);
  const proposalId = ProposalId.parse(reference);
  const panelId = PanelId.parse(reference);
  const [person, home, proposal, panel] = await Promise.all([
    may('people.read') ? readPerson(asked.deps, reading(asked, { personId }, {})) : null,
    may('homes.read') ? readHome(asked.deps, reading(asked, { homeId }, {})) : null,
    may('proposals.read') ? readProposal(asked.deps, reading(asked, { proposalId }, {})) : null,
    may('panels.read') ? readPanel(asked.deps, reading(asked, { panelId }, {})) : null,
  ]);
  return [
    ...(person?.ok
      ? [{ kind: 'Person', text: calledBy(person.value), href: pathTo('person', { personId }) }]
      : []),
    ...(home?.ok
      ? [{ kind: 'Home', text: home.value.home.name, href: pathTo('homeCalendar', { homeId }) }]
      : []),
    ...(panel?.ok
      ? [{ kind: 'Panel', text: sayDay(panel.value.panel.on), href: pathTo('panel', { panelId }) }]
      : []),
    ...(proposal?.ok ? moveFound(asked, proposal.value.proposal) : []),
  ];
}

type Proposal = Extract<Awaited<ReturnType<typeof readProposal>>, { ok: true }>['value']['proposal'];

/** A move is read where the reader works on it. */
function moveFound({ who }: AskedBy, { id: proposalId, personId }: Proposal) {
  const text = `Move ${proposalId}`;
  if (reachOf(who.data.roles, 'people.read') !== null)
    return [{ kind: 'Move', text, href: pathTo('person', { personId }) }];
  if (reachOf(who.data.roles, 'providerAnswers.write') === null) return [];
  return [{ kind: 'Move', text, href: pathTo('referral', { proposalId }) }];
}
