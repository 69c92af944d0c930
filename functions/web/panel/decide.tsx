import { refusalWords } from '../../../shared/domain/refusal-words.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { DecidePage } from '../../../shared/web/pages/decide.tsx';
import { InterruptionPage } from '../../../shared/web/pages/interruption.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { specialWords } from '../../../shared/web/placing-words.ts';
import { type RulingSaid, readRuling } from '../../../shared/web/ruling.ts';
import type { Answer, AskedBy, Page } from '../page.ts';
import { type FoundCase, findCaseOf } from './find-case.ts';
import { caseOf, record } from './record-ruling.ts';

/** Where a member says what they decide. It is their vote, and the decision once enough agree. */
export const decidePage: Page = {
  path: 'panelDecide',
  action: 'panels.vote',
  at: 'panels',
  async get(asked) {
    const found = await findCaseOf(asked);
    return found.ok ? form(asked, found.value, { errors: [] }) : found;
  },
  async post(asked) {
    const found = await findCaseOf(asked);
    if (!found.ok) return found;
    const read = readRuling(asked.form);
    if (read.errors) return form(asked, found.value, { errors: read.errors, isRead: true });
    const asksAgain = asked.form.get('sure') === 'no';
    if (asksAgain) return form(asked, found.value, { errors: [], isRead: true });
    if (needsAnotherThought(asked, found.value, read.ruling)) return interruption(asked, found.value);
    const refusal = await record(asked, found.value, read.ruling);
    const pack = pathTo('panelPack', found.value.refs);
    if (refusal === null) return { goTo: pack };
    if (refusal === 'quorum-not-met') return { goTo: `${pack}?voted=yes` };
    const { sentence, fix } = refusalWords[refusal];
    const field = refusal === 'day-not-possible' ? dayField(read.ruling) : 'outcome';
    const changed = refusal === 'version-changed' || refusal === 'facts-changed';
    const now = await findCaseOf(asked);
    if (!now.ok) return now;
    return form(asked, now.value, { errors: [{ field, message: `${sentence} ${fix}` }], changed });
  },
};

/** Approving what sets a rule aside, or somebody the plan does not suggest, is asked about once more. */
function needsAnotherThought({ form: sent }: AskedBy, found: FoundCase, { outcome }: RulingSaid): boolean {
  const approves = outcome === 'approve' || outcome === 'approveWithConditions';
  return approves && sent.get('sure') !== 'yes' && interrupting(found).length > 0;
}

const interrupting = (found: FoundCase) => specialOf(found).filter((one) => one !== 'highRisk');

/** Why the case needs more of the panel than others, whichever of its moves is the reason. */
function specialOf({ shown, chain }: FoundCase) {
  const links = chain?.chain.status === 'proposed' ? chain.proposals : [shown];
  return [...new Set(links.flatMap(({ proposal }) => proposal.special))];
}

function interruption(asked: AskedBy, found: FoundCase): Answer {
  return {
    title: 'Are you sure?',
    show: (
      <InterruptionPage
        special={interrupting(found).map((one) => specialWords[one])}
        form={asked.form}
        action={pathTo('panelDecide', found.refs)}
        token={asked.viewer.formToken}
      />
    ),
  };
}

const dayField = ({ outcome }: RulingSaid): string => (outcome === 'defer' ? 'due-day' : 'review-day');

interface Shown {
  readonly errors: readonly FieldError[];
  /** Whether the answers alone are looked at: then the versions stay those somebody has read. */
  readonly isRead?: boolean;
  /** Whether nothing was decided because something had changed. */
  readonly changed?: boolean;
}

function form(asked: AskedBy, found: FoundCase, { errors, isRead = false, changed = false }: Shown): Answer {
  const { refs, who, home, chain, shown, today } = found;
  const { chainId, version } = caseOf(found);
  const sent = (name: string): number => (isRead ? Number(asked.form.get(name)) : 0);
  return {
    title: 'What do you decide?',
    status: errors.length === 0 ? 200 : isRead ? 422 : 409,
    back: pathTo('panelPack', refs),
    show: (
      <DecidePage
        {...{ who, home: home.name, errors, form: asked.form, votes: today.votes }}
        decides={chainId ? 'chain' : 'proposal'}
        links={chainId && chain ? chain.proposals.length : 1}
        special={specialOf(found)}
        alternatives={(shown.proposal.alternatives ?? []).map((one) => ({ value: one, text: one }))}
        changed={changed ? today.changed : null}
        versions={{ case: sent('version') || version, proposal: sent('proposalVersion') || shown.version }}
        action={pathTo('panelDecide', refs)}
        token={asked.viewer.formToken}
        // Another one each time: what is sent after a refusal is another decision.
        sendKey={asked.deps.writing.newId('ruling')}
      />
    ),
  };
}
