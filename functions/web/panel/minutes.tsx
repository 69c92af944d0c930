import { PanelId, ProposalId } from '../../../shared/domain/ids.ts';
import { sayMoment } from '../../../shared/domain/london-time.ts';
import { readMinutes } from '../../../shared/usecases/panels/read-panel.ts';
import { MinutesPage } from '../../../shared/web/pages/minutes.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { type Page, reading, refOf } from '../page.ts';
import { caseRow } from './panels.tsx';

/** The minutes of a panel, drafted from what is on record, to be read or printed. */
export const minutesPage: Page = {
  path: 'panelMinutes',
  action: 'panels.read',
  at: 'panels',
  async get(asked) {
    const panelId = refOf(PanelId, asked.refs.panelId);
    if (!panelId.ok) return panelId;
    const params = { panelId: panelId.value };
    const minutes = await readMinutes(asked.deps, reading(asked, params, {}));
    if (!minutes.ok) return minutes;
    const { on, chair, members, items, leftOut } = minutes.value;
    const cases = await Promise.all(
      items.map(async ({ proposalId, ...minute }) => {
        const id = ProposalId.parse(proposalId);
        const [row] = await caseRow(asked, { proposalId: id, isSuperseded: false });
        return row ? [{ ...minute, ...row }] : [];
      }),
    );
    return {
      title: 'Minutes',
      crumbs: [
        { text: 'Panels', href: paths.panels },
        { text: 'Panel', href: pathTo('panel', params) },
        { text: 'Minutes' },
      ],
      show: (
        <MinutesPage
          {...{ reference: params.panelId, on, chair, members, readAt: sayMoment(asked.now) }}
          items={cases.flat()}
          leftOut={leftOut}
        />
      ),
    };
  },
};
