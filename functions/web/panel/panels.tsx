import { reachOf } from '../../../shared/access/actions.ts';
import { PanelId, type ProposalId } from '../../../shared/domain/ids.ts';
import { readHome } from '../../../shared/usecases/homes/read-home.ts';
import { listPanels } from '../../../shared/usecases/panels/list-panels.ts';
import { readPack, readPanel } from '../../../shared/usecases/panels/read-panel.ts';
import { readProposal } from '../../../shared/usecases/proposals/read-proposal.ts';
import { type CaseRow, PanelPage, PanelsPage } from '../../../shared/web/pages/panels.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { nextPage, pageAsked } from '../list-page.ts';
import { type AskedBy, type Page, reading, refOf } from '../page.ts';
import { nameOf } from './find-case.ts';

const own = { action: 'panels.read', at: 'panels' } as const;
const home = { text: 'Panels', href: paths.panels };

const list: Page = {
  ...own,
  path: 'panels',
  async get(asked) {
    const part = pageAsked(asked, 50);
    if (!part.ok) return part;
    const page = await listPanels(asked.deps, reading(asked, {}, part.value));
    if (!page.ok) return page;
    const rows = page.value.items.map(({ panel: { id, on, agenda, status } }) => ({
      ...{ id, on, cases: agenda.length, isSentOut: status === 'circulated' },
    }));
    const next = nextPage(paths.panels, page.value.next);
    const callAt = manages(asked) ? paths.panelNew : null;
    return { title: 'Panels', show: <PanelsPage rows={rows} next={next} callAt={callAt} /> };
  },
};

const manages = ({ who }: AskedBy): boolean => reachOf(who.data.roles, 'panels.manage') !== null;
const votes = ({ who }: AskedBy): boolean => reachOf(who.data.roles, 'panels.vote') !== null;

const meeting: Page = {
  ...own,
  path: 'panel',
  async get(asked) {
    const panelId = refOf(PanelId, asked.refs.panelId);
    if (!panelId.ok) return panelId;
    const params = { panelId: panelId.value };
    const found = await readPanel(asked.deps, reading(asked, params, {}));
    if (!found.ok) return found;
    const { on, status, chair, members, agenda } = found.value.panel;
    const isSentOut = status === 'circulated';
    const pack = isSentOut ? await readPack(asked.deps, reading(asked, params, {})) : null;
    if (pack && !pack.ok) return pack;
    // Before the papers are out only whoever runs the meeting sees what is to come.
    const toCome = manages(asked) ? agenda.map((proposalId) => ({ proposalId, isSuperseded: false })) : [];
    const papers = pack?.value.papers ?? toCome;
    const cases = await Promise.all(papers.map((paper) => caseRow(asked, paper)));
    return {
      title: 'Panel',
      crumbs: [home, { text: 'Panel' }],
      show: (
        <PanelPage
          {...{ panelId: params.panelId, on, isSentOut, leftOut: pack?.value.leftOut ?? 0, chair, members }}
          cases={cases.flat()}
          declares={votes(asked)}
          sendOutAt={!isSentOut && manages(asked) ? pathTo('panelCirculate', params) : null}
          wasRecused={asked.query.has('recused')}
        />
      ),
    };
  },
};

interface PaperOf {
  readonly proposalId: ProposalId;
  readonly isSuperseded: boolean;
}

/** One case in a list; none when it is gone. */
export async function caseRow(asked: AskedBy, { proposalId, isSuperseded }: PaperOf): Promise<CaseRow[]> {
  const proposal = await readProposal(asked.deps, reading(asked, { proposalId }, {}));
  if (!proposal.ok) return [];
  const { personId, homeId, moveOn, status, special } = proposal.value.proposal;
  const [who, place] = await Promise.all([
    nameOf(asked, personId),
    readHome(asked.deps, reading(asked, { homeId }, {})),
  ]);
  const name = place.ok ? place.value.home.name : homeId;
  return [{ proposalId, who, home: name, moveOn, status, isSuperseded, special }];
}

/** The meetings of the panel, and the cases of one. */
export const panelPages: readonly Page[] = [list, meeting];
