import { Reference } from '../../../shared/domain/ids.ts';
import type { Refusal } from '../../../shared/domain/refusals.ts';
import { castVote } from '../../../shared/usecases/panels/cast-vote.ts';
import { decideChain } from '../../../shared/usecases/proposals/decide-chain.ts';
import { decideProposal } from '../../../shared/usecases/proposals/decide-proposal.ts';
import type { RulingSaid } from '../../../shared/web/ruling.ts';
import { type AskedBy, writing } from '../page.ts';
import type { FoundCase } from './find-case.ts';

/** The version of what is decided: the chain's, where its moves are still decided as one. */
export function caseOf({ shown, chain }: FoundCase) {
  return chain?.chain.status === 'proposed'
    ? { chainId: chain.chain.id, version: chain.version }
    : { chainId: null, version: shown.version };
}

/**
 * Puts a member's vote on record, and the decision with it once enough agree. A question puts the case off at once, as
 * it decides nothing.
 * @returns null when it is done; otherwise why not, of which `quorum-not-met` leaves the vote on record
 */
export async function record(asked: AskedBy, found: FoundCase, ruling: RulingSaid): Promise<Refusal | null> {
  const { form, deps } = asked;
  // What the form was made for: sent again once the chain is decided, it is still the same decision.
  const decided = form.get('decides') === 'chain' ? (found.chain?.chain.id ?? null) : null;
  const { proposalId } = found.refs;
  const key = Reference.safeParse(form.get('key')).data ?? deps.writing.newId('ruling');
  const { outcome, reason, criteria } = ruling;
  // A question, or another room, is about one move and never about the whole chain.
  const isAboutOne = outcome === 'defer' || outcome === 'preferAlternative';
  const chainId = isAboutOne ? null : decided;
  const ifMatch = Number(form.get(isAboutOne ? 'proposalVersion' : 'version'));
  if (outcome !== 'defer') {
    const stance = outcome === 'approveWithConditions' ? 'approve' : outcome;
    const body = { for: stance, reason, criteria };
    const vote = { params: { caseId: chainId ?? proposalId }, body, key: `${key}-vote`, ifMatch };
    const voted = await castVote(deps, writing(asked, 'cast vote', vote));
    if (!voted.ok) return voted.refusal;
  }
  if (outcome === 'defer' || outcome === 'preferAlternative' || chainId === null) {
    const params = { proposalId };
    const one = { params, body: ruling, key, ifMatch };
    const result = await decideProposal(deps, writing(asked, 'decide proposal', one));
    return result.ok ? null : result.refusal;
  }
  const whole = { params: { chainId }, body: ruling, key, ifMatch };
  const result = await decideChain(deps, writing(asked, 'decide chain', whole));
  return result.ok ? null : result.refusal;
}
