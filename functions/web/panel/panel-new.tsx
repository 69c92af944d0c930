import { reachOf } from '../../../shared/access/actions.ts';
import { sayDayShort } from '../../../shared/domain/day.ts';
import { PanelId, Reference } from '../../../shared/domain/ids.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import type { Refusal } from '../../../shared/domain/refusals.ts';
import { listSeats } from '../../../shared/usecases/panels/list-seats.ts';
import { NewPanel, planPanel } from '../../../shared/usecases/panels/plan-panel.ts';
import { listProposals } from '../../../shared/usecases/proposals/read-proposal.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { readDate } from '../../../shared/web/date-answer.ts';
import { PanelCalledPage, PanelNewPage } from '../../../shared/web/pages/panel-new.tsx';
import { paths, pathTo } from '../../../shared/web/paths.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';
import { caseRow } from './panels.tsx';

/** Where a panel is called. */
export const panelNewPage: Page = {
  path: 'panelNew',
  action: 'panels.manage',
  at: 'panels',
  get(asked) {
    const called = asked.query.get('called');
    return called === null ? form(asked, []) : wasCalled(called);
  },
  async post(asked) {
    const { deps, form: sent } = asked;
    const read = readPanelForm(sent);
    if ('errors' in read) return form(asked, read.errors);
    const key = Reference.safeParse(sent.get('key')).data ?? deps.writing.newId('panel');
    const call = { params: {}, body: read.panel, key };
    const planned = await planPanel(deps, writing(asked, 'plan panel', call));
    if (!planned.ok) {
      const { sentence, fix } = refusalWords[planned.refusal];
      return form(asked, [{ field: fieldOf(planned.refusal), message: `${sentence} ${fix}` }]);
    }
    const panelId = planned.value.id;
    const mayRead = reachOf(asked.who.data.roles, 'panels.read') !== null;
    return { goTo: mayRead ? pathTo('panel', { panelId }) : `${paths.panelNew}?called=${panelId}` };
  },
};

function wasCalled(called: string): Answer {
  const panelId = refOf(PanelId, called);
  if (!panelId.ok) return panelId;
  const sendOutAt = pathTo('panelCirculate', { panelId: panelId.value });
  return { title: 'Panel called', show: <PanelCalledPage sendOutAt={sendOutAt} again={paths.panelNew} /> };
}

function fieldOf(refusal: Refusal): string {
  if (refusal === 'day-not-possible') return 'on-day';
  return refusal === 'not-on-panel' ? 'members' : 'agenda';
}

function readPanelForm(
  form: URLSearchParams,
): { readonly panel: NewPanel } | { readonly errors: readonly FieldError[] } {
  const on = readDate(form, 'on', 'the day it meets');
  const chair = NewPanel.shape.chair.safeParse(form.get('chair')).data;
  const members = NewPanel.shape.members.safeParse(form.getAll('members')).data;
  const agenda = NewPanel.shape.agenda.safeParse(form.getAll('agenda')).data;
  const errors: FieldError[] = [];
  if (on.error) errors.push(on.error);
  if (chair === undefined) errors.push({ field: 'chair', message: 'Choose who chairs it' });
  if (members === undefined) errors.push({ field: 'members', message: 'Choose who else sits on it' });
  if (agenda === undefined) errors.push({ field: 'agenda', message: 'Choose up to 50 cases' });
  if (on.error || chair === undefined || members === undefined || agenda === undefined) return { errors };
  return { panel: { on: on.day, chair, members, agenda } };
}

async function form(asked: AskedBy, errors: readonly FieldError[]): Promise<Answer> {
  const [seats, waiting] = await Promise.all([
    listSeats(asked.deps, reading(asked, {}, {})),
    waitingOf(asked),
  ]);
  if (!seats.ok) return seats;
  const reads = reachOf(asked.who.data.roles, 'panels.read') !== null;
  return {
    title: 'Call a panel',
    status: errors.length === 0 ? 200 : 422,
    back: reads ? paths.panels : paths.start,
    show: (
      <PanelNewPage
        chairs={seats.value.seats.filter(({ mayChair }) => mayChair).map(({ memberId }) => memberId)}
        members={seats.value.seats.map(({ memberId }) => memberId)}
        {...{ waiting, errors, form: asked.form, action: paths.panelNew, token: asked.viewer.formToken }}
        sendKey={asked.deps.writing.newId('panel')}
      />
    ),
  };
}

/** Every proposal that waits for a panel, in the order in which their time ends. */
async function waitingOf(asked: AskedBy) {
  const page = await listProposals(asked.deps, reading(asked, {}, { limit: 100, state: 'live' as const }));
  const waiting = page.ok ? page.value.items.filter((one) => one.proposal.status === 'awaitingPanel') : [];
  const rows = await Promise.all(
    waiting.map(({ proposal }) => caseRow(asked, { proposalId: proposal.id, isSuperseded: false })),
  );
  return rows.flat().map(({ proposalId, who, home, moveOn }) => ({
    value: proposalId,
    text: `${who}: a home at ${home}, from ${sayDayShort(moveOn)}`,
  }));
}
