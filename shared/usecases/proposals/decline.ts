import { DecisionId } from '../../domain/ids.ts';
import { done } from '../../domain/outcome.ts';
import type { Decision, Proposal } from '../../domain/proposal.ts';
import { decisions } from '../../store/kinds/placing.ts';
import { create, unchanged } from '../../store/steps.ts';
import type { Call, Deps } from '../call.ts';
import { barredByState } from '../placing/approve.ts';
import { rememberDeclined } from '../placing/declined.ts';
import { release } from '../placing/release.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import type { Decline } from './rulings.ts';

/** Ends a proposal by the decision of a panel, and whatever cannot stand without it. */
export function decline(
  deps: Deps,
  call: Call,
  scene: Scene,
  proposal: Proposal,
  ruling: Decline,
  told: Record<string, string>,
) {
  const undecidable = barredByState(proposal);
  if (undecidable) return undecidable;
  const decisionId = DecisionId.parse(deps.writing.newId('decision'));
  const ending = release(scene, proposal, { status: 'declined', decisionId });
  const because = ruling.outcome === 'decline' ? ruling.declineReason : 'other';
  rememberDeclined(scene, proposal, 'panel', because);
  const { id: proposalId, personId, homeId, chainId, digests } = proposal;
  const { reason, criteria } = ruling;
  const decided = {
    ...{ id: decisionId, proposalId, personId, homeId, at: scene.now, by: call.who.data.id },
    ...{ reason, criteria, digests },
  };
  const decision: Decision =
    ruling.outcome === 'decline'
      ? { ...decided, outcome: ruling.outcome, declineReason: ruling.declineReason }
      : { ...decided, outcome: ruling.outcome, alternative: ruling.alternative };
  return done({
    steps: [...stepsOf(scene), create(scene.records.partnership, decisions, decision), unchanged(call.who)],
    answer: {
      chainId,
      proposals: ending.map((one) => ({
        id: one.id,
        version: scene.proposals.versionOf(one.id),
        status: scene.proposals.get(one.id)?.status ?? one.status,
        decisionId: one.id === proposalId ? decisionId : null,
        stayId: null,
        moveOn: one.moveOn,
      })),
    },
    told: { ...told, links: String(ending.length) },
  });
}
