import { Reference } from '../../../shared/domain/ids.ts';
import { Conflict } from '../../../shared/domain/panel.ts';
import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import { declareConflict } from '../../../shared/usecases/panels/declare-conflict.ts';
import { ConflictPage } from '../../../shared/web/pages/conflict.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { type Answer, type AskedBy, type Page, writing } from '../page.ts';
import { type FoundCase, findCaseOf } from './find-case.ts';

/** Where a member declares that they are too near to a case, and steps back from it. */
export const conflictPage: Page = {
  path: 'panelConflict',
  action: 'panels.vote',
  at: 'panels',
  async get(asked) {
    const found = await findCaseOf(asked);
    return found.ok ? form(asked, found.value) : found;
  },
  async post(asked) {
    const { deps, form: sent } = asked;
    const found = await findCaseOf(asked);
    if (!found.ok) return found;
    const kind = Conflict.shape.kind.safeParse(sent.get('kind')).data;
    if (kind === undefined) return form(asked, found.value, 'Say why you are too near to it');
    const key = Reference.safeParse(sent.get('key')).data ?? deps.writing.newId('conflict');
    const params = { caseId: found.value.today.caseId };
    const declared = await declareConflict(
      deps,
      writing(asked, 'declare conflict', { params, body: { kind }, key }),
    );
    if (declared.ok) return { goTo: `${pathTo('panel', found.value.refs)}?recused=yes` };
    const { sentence, fix } = refusalWords[declared.refusal];
    return form(asked, found.value, `${sentence} ${fix}`);
  },
};

function form(asked: AskedBy, { refs, who, chain }: FoundCase, problem?: string): Answer {
  return {
    title: 'Declare a conflict of interest',
    status: problem === undefined ? 200 : 422,
    back: pathTo('panelPack', refs),
    show: (
      <ConflictPage
        who={who}
        links={chain?.proposals.length ?? 1}
        errors={problem === undefined ? [] : [{ field: 'kind', message: problem }]}
        form={asked.form}
        action={pathTo('panelConflict', refs)}
        token={asked.viewer.formToken}
        sendKey={asked.deps.writing.newId('conflict')}
      />
    ),
  };
}
