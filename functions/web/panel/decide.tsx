import { Reference } from '../../../shared/domain/ids.ts';
import { refusalWords } from '../../../shared/domain/refusals.ts';
import { castVote } from '../../../shared/usecases/panels/cast-vote.ts';
import { decideChain } from '../../../shared/usecases/proposals/decide-chain.ts';
import { decideProposal } from '../../../shared/usecases/proposals/decide-proposal.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { DecidePage } from '../../../shared/web/pages/decide.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { type RulingSaid, readRuling } from '../../../shared/web/ruling.ts';
import { type Answer, type AskedBy, type Page, writing } from '../page.ts';
import { findCaseOf } from './panels.tsx';

type FoundCase = Extract<Awaited<ReturnType<typeof findCaseOf>>, { ok: true }>['value'];

/** Where a member says what they decide. It is their vote, and the decision once enough agree. */
export const decidePage: Page = {
  path: 'panelDecide',
  action: 'panels.vote',
  at: 'panels',
  async get(asked) {
    const found = await findCaseOf(asked);
    return found.ok ? form(asked, found.value, []) : found;
  },
  async post(asked) {
    const found = await findCaseOf(asked);
    if (!found.ok) return found;
    const read = readRuling(asked.form);
    if ('errors' in read) return form(asked, found.value, read.errors, Number(asked.form.get('version')));
    const refusal = await record(asked, found.value, read.ruling);
    const pack = pathTo('panelPack', found.value.refs);
    if (refusal === null) return { goTo: pack };
    if (refusal === 'quorum-not-met') return { goTo: `${pack}?voted=yes` };
    const { sentence, fix } = refusalWords[refusal];
    return form(asked, found.value, [{ field: 'outcome', message: `${sentence} ${fix}` }]);
  },
};

/** The version of what is decided: the chain's, where its moves are still decided as one. */
function caseOf({ shown, chain }: FoundCase) {
  return chain?.chain.status === 'proposed'
    ? { chainId: chain.chain.id, version: chain.version }
    : { chainId: null, version: shown.version };
}

/** @returns null when the case is decided; otherwise why it is not, of which `quorum-not-met` leaves the vote on record */
async function record(asked: AskedBy, found: FoundCase, ruling: RulingSaid) {
  // What the form was made for: sent again once the chain is decided, it is still the same decision.
  const chainId = asked.form.get('decides') === 'chain' ? (found.chain?.chain.id ?? null) : null;
  const { proposalId } = found.refs;
  const key = sentKey(asked) ?? asked.deps.writing.newId('ruling');
  const ifMatch = Number(asked.form.get('version'));
  const { outcome, reason } = ruling;
  const criteria = [...ruling.criteria];
  const ballot = { for: outcome, reason, criteria };
  const vote = { params: { caseId: chainId ?? proposalId }, body: ballot, key: `${key}-vote`, ifMatch };
  const voted = await castVote(asked.deps, writing(asked, 'cast vote', vote));
  if (!voted.ok) return voted.refusal;
  const sent = { body: { ...ruling, criteria }, key, ifMatch };
  const decided = chainId
    ? await decideChain(asked.deps, writing(asked, 'decide chain', { ...sent, params: { chainId } }))
    : await decideProposal(
        asked.deps,
        writing(asked, 'decide proposal', { ...sent, params: { proposalId } }),
      );
  return decided.ok ? null : decided.refusal;
}

const sentKey = ({ form: sent }: AskedBy): string | undefined => Reference.safeParse(sent.get('key')).data;

/** @param read the version somebody has read, while only their answers are wrong; the one there is now otherwise */
function form(asked: AskedBy, found: FoundCase, errors: readonly FieldError[], read?: number): Answer {
  const { refs, who, home, chain } = found;
  const { chainId, version } = caseOf(found);
  return {
    title: 'What do you decide?',
    status: errors.length === 0 ? 200 : read === undefined ? 409 : 422,
    back: pathTo('panelPack', refs),
    show: (
      <DecidePage
        {...{ who, home: home.name, errors, version: read || version, form: asked.form }}
        decides={chainId ? 'chain' : 'proposal'}
        links={chainId && chain ? chain.proposals.length : 1}
        action={pathTo('panelDecide', refs)}
        token={asked.viewer.formToken}
        // Another one each time: what is sent after a refusal is another decision.
        sendKey={asked.deps.writing.newId('ruling')}
      />
    ),
  };
}
