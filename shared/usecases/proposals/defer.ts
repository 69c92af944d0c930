import { DecisionId } from '../../domain/ids.ts';
import { done, refuse } from '../../domain/outcome.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { decisions } from '../../store/kinds/placing.ts';
import { create, unchanged } from '../../store/steps.ts';
import type { Call, Deps } from '../call.ts';
import { barredByState } from '../placing/approve.ts';
import { endOfTime, hasRunOut, stopClock } from '../placing/clocks.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import { barredByDay } from './ask-question.ts';
import type { Defer } from './rulings.ts';

/** Puts a decision off until a question is answered. The person keeps their place and the room stays held. */
export function defer(
  deps: Deps,
  call: Call,
  scene: Scene,
  proposal: Proposal,
  { reason, criteria, question, dueOn }: Defer,
  told: Record<string, string>,
) {
  const undecidable = barredByState(proposal);
  if (undecidable) return undecidable;
  const { id, personId, homeId, chainId, digests, status, moveOn } = proposal;
  if (proposal.waitingFor || status !== 'awaitingPanel')
    return refuse('transition-not-allowed', { proposalId: id, state: status });
  if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
  const tooLate = barredByDay(scene, dueOn);
  if (tooLate) return tooLate;
  const by = call.who.data.id;
  stopClock(scene, proposal, { question, dueOn, askedIn: status, askedBy: by, askedOn: scene.today });
  const decisionId = DecisionId.parse(deps.writing.newId('decision'));
  const decision = create(scene.records.partnership, decisions, {
    ...{ id: decisionId, proposalId: id, personId, homeId, at: scene.now, by },
    ...{ reason, criteria, digests, outcome: 'defer', question, dueOn },
  });
  const version = scene.proposals.versionOf(id);
  const decided = { id, version, status, decisionId, stayId: null, moveOn };
  return done({
    steps: [...stepsOf(scene), decision, unchanged(call.who)],
    answer: { chainId, proposals: [decided] },
    told: { ...told, until: dueOn },
  });
}
