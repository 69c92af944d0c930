import { PanelId, Reference } from '../../../shared/domain/ids.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { circulate } from '../../../shared/usecases/panels/circulate.ts';
import { readPanel } from '../../../shared/usecases/panels/read-panel.ts';
import { CirculatePage } from '../../../shared/web/pages/circulate.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';

/** Where the papers of a panel are sent out, after a look at what that means. */
export const circulatePage: Page = {
  path: 'panelCirculate',
  action: 'panels.manage',
  at: 'panels',
  get: (asked) => form(asked),
  async post(asked) {
    const panelId = refOf(PanelId, asked.refs.panelId);
    if (!panelId.ok) return panelId;
    const { deps, form: sent } = asked;
    const key = Reference.safeParse(sent.get('key')).data ?? deps.writing.newId('circulation');
    const call = { params: { panelId: panelId.value }, body: {}, key, ifMatch: Number(sent.get('version')) };
    const done = await circulate(deps, writing(asked, 'circulate', call));
    if (done.ok) return { goTo: pathTo('panel', { panelId: panelId.value }) };
    if (done.refusal === 'not-found') return done;
    const { sentence, fix } = refusalWords[done.refusal];
    return form(asked, `${sentence} ${fix}`);
  },
};

async function form(asked: AskedBy, problem?: string): Promise<Answer> {
  const panelId = refOf(PanelId, asked.refs.panelId);
  if (!panelId.ok) return panelId;
  const params = { panelId: panelId.value };
  const found = await readPanel(asked.deps, reading(asked, params, {}));
  if (!found.ok) return found;
  const { panel, version } = found.value;
  return {
    title: 'Send out the papers',
    status: problem === undefined ? 200 : 409,
    back: pathTo('panel', params),
    show: (
      <CirculatePage
        on={panel.on}
        cases={panel.agenda.length}
        isSentOut={panel.status === 'circulated'}
        problem={problem ?? null}
        version={version}
        action={pathTo('panelCirculate', params)}
        token={asked.viewer.formToken}
        sendKey={asked.deps.writing.newId('circulation')}
      />
    ),
  };
}
