import { reachOf } from '../../../shared/access/actions.ts';
import type { BasisPart } from '../../../shared/domain/basis.ts';
import { labelOf, supportLevelCodes, unitTypeCodes } from '../../../shared/domain/codes.ts';
import { PanelId, type PersonId, ProposalId } from '../../../shared/domain/ids.ts';
import { done, refuse } from '../../../shared/domain/outcome.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { listPanels, PanelsAsked } from '../../../shared/usecases/panels/list-panels.ts';
import { readPack, readPanel } from '../../../shared/usecases/panels/read-panel.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readChain, readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { PackPage } from '../../../shared/web/pages/pack.tsx';
import { type CaseRow, PanelPage, PanelsPage } from '../../../shared/web/pages/panels.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { providerWords, specialWords } from '../../../shared/web/placing-words.ts';
import { type AskedBy, type Page, reading, refOf } from '../page.ts';

const own = { action: 'panels.read', at: 'panels' } as const;
const home = { text: 'Panels', href: paths.panels };

const list: Page = {
  ...own,
  path: 'panels',
  async get(asked) {
    const after = asked.query.get('after');
    const query = PanelsAsked.safeParse({ limit: '50', ...(after !== null && { after }) });
    if (!query.success) return refuse('not-found');
    const page = await listPanels(asked.deps, reading(asked, {}, query.data));
    if (!page.ok) return page;
    const { items, next } = page.value;
    const rows = items.map(({ panel: { id, on, agenda, status } }) => ({
      ...{ id, on, cases: agenda.length, isSentOut: status === 'circulated' },
    }));
    const more = next === null ? null : `${paths.panels}?${new URLSearchParams({ after: next })}`;
    return { title: 'Panels', show: <PanelsPage rows={rows} next={more} /> };
  },
};

const meeting: Page = {
  ...own,
  path: 'panel',
  async get(asked) {
    const panelId = refOf(PanelId, asked.refs.panelId);
    if (!panelId.ok) return panelId;
    const params = { panelId: panelId.value };
    const found = await readPanel(asked.deps, reading(asked, params, {}));
    if (!found.ok) return found;
    const { on, status } = found.value.panel;
    const isSentOut = status === 'circulated';
    const pack = isSentOut ? await readPack(asked.deps, reading(asked, params, {})) : null;
    if (pack && !pack.ok) return pack;
    const cases = await Promise.all((pack?.value.papers ?? []).map((paper) => caseRow(asked, paper)));
    const props = { panelId: params.panelId, on, isSentOut, leftOut: pack?.value.leftOut ?? 0 };
    return {
      title: 'Panel',
      crumbs: [home, { text: 'Panel' }],
      show: <PanelPage {...props} cases={cases.flat()} />,
    };
  },
};

interface PaperOf {
  readonly proposalId: ProposalId;
  readonly isSuperseded: boolean;
}

async function caseRow(asked: AskedBy, { proposalId, isSuperseded }: PaperOf): Promise<CaseRow[]> {
  const proposal = await readProposal(asked.deps, reading(asked, { proposalId }, {}));
  if (!proposal.ok) return [];
  const { personId, homeId, moveOn, status } = proposal.value.proposal;
  const [who, place] = await Promise.all([
    nameOf(asked, personId),
    readHome(asked.deps, reading(asked, { homeId }, {})),
  ]);
  return [{ proposalId, who, home: place.ok ? place.value.home.name : homeId, moveOn, status, isSuperseded }];
}

/** What a member may call a person: their name, or else their reference. */
async function nameOf(asked: AskedBy, personId: PersonId): Promise<string> {
  const person = await readPerson(asked.deps, reading(asked, { personId }, {}));
  return person.ok && person.value.level === 'identity' ? person.value.name : personId;
}

/** A case of a panel with everything a page about it tells. */
export async function findCaseOf(asked: AskedBy) {
  const panelId = refOf(PanelId, asked.refs.panelId);
  const proposalId = refOf(ProposalId, asked.refs.proposalId);
  if (!panelId.ok) return panelId;
  if (!proposalId.ok) return proposalId;
  const pack = await readPack(asked.deps, reading(asked, { panelId: panelId.value }, {}));
  if (!pack.ok) return pack;
  const paper = pack.value.papers.find((one) => one.proposalId === proposalId.value);
  // Left out too where this member declared a conflict.
  if (!paper) return refuse('not-found');
  const shown = await readProposal(asked.deps, reading(asked, { proposalId: proposalId.value }, {}));
  if (!shown.ok) return shown;
  const { proposal } = shown.value;
  const [who, place, chain] = await Promise.all([
    nameOf(asked, proposal.personId),
    readHome(asked.deps, reading(asked, { homeId: proposal.homeId }, {})),
    proposal.chainId === null
      ? done(null)
      : readChain(asked.deps, reading(asked, { chainId: proposal.chainId }, {})),
  ]);
  if (!place.ok) return place;
  if (!chain.ok) return chain;
  const refs = { panelId: panelId.value, proposalId: proposalId.value };
  return done({ refs, paper, shown: shown.value, who, home: place.value.home, chain: chain.value });
}

type FoundCase = Extract<Awaited<ReturnType<typeof findCaseOf>>, { ok: true }>['value'];

const pack: Page = {
  ...own,
  path: 'panelPack',
  async get(asked) {
    const found = await findCaseOf(asked);
    if (!found.ok) return found;
    const { refs, who } = found.value;
    const crumbs = [home, { text: 'Panel', href: pathTo('panel', refs) }, { text: who }];
    return { title: 'Case for the panel', crumbs, show: <PackPage {...packOf(asked, found.value)} /> };
  },
};

function packOf({ who: reader, query }: AskedBy, { refs, paper, shown, who, home: place, chain }: FoundCase) {
  const { content } = paper;
  const { proposal } = shown;
  const mayVote = reachOf(reader.data.roles, 'panels.vote') !== null;
  return {
    ...{ who, reference: proposal.personId, status: proposal.status, moveOn: proposal.moveOn },
    home: { name: place.name, facts: homeFacts(place, proposal.roomId) },
    views: content.views,
    provider: content.providerAnswer
      ? providerWords[content.providerAnswer.answer]
      : 'The provider was not asked, as this programme has no such step.',
    special: proposal.special.map((one) => specialWords[one]),
    insteadBecause: content.insteadBecause,
    points: content.explanation?.points ?? null,
    terms: content.explanation?.terms ?? [],
    checks: content.explanation?.checks ?? [],
    changes: shown.changedSince.map(changeWords),
    chain: chain && { links: chain.proposals.length, place: proposal.position + 1 },
    hasVoted: query.has('voted'),
    decideAt: mayVote && proposal.status === 'awaitingPanel' ? pathTo('panelDecide', refs) : null,
  };
}

/** What a panel asks of a home first. A confidential address is an area. */
function homeFacts(place: FoundCase['home'], roomId: string): { key: string; value: string }[] {
  return [
    { key: 'Room', value: roomId },
    { key: 'Area', value: place.outcode },
    { key: 'What it is', value: labelOf(unitTypeCodes, place.unitType) },
    { key: 'Support', value: labelOf(supportLevelCodes, place.supportLevel) },
    { key: 'Staff at night', value: place.sleepIn ? 'Yes' : 'No' },
  ];
}

function changeWords({ part, before, now }: FoundCase['shown']['changedSince'][number]): string {
  const about = partWords[part];
  return before === null || now === null
    ? `${about} has changed.`
    : `${about} has changed: ${before} before, ${now} now.`;
}

const partWords: Readonly<Record<BasisPart, string>> = {
  person: 'Something on record of the person',
  request: 'The request',
  constraints: 'Whom or where the person must avoid',
  home: 'The home or the room',
  housemates: 'Who lives in the home',
  policy: 'The policy',
};

/** The meetings of the panel, the cases of one, and one case. */
export const panelPages: readonly Page[] = [list, meeting, pack];
