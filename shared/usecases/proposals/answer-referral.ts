import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { ProviderReason } from '../../domain/declined-move.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { ProviderAnswer } from '../../domain/provider-answer.ts';
import { providerAnswers } from '../../store/kinds/placing.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { endOfTime, goTo, hasRunOut } from '../placing/clocks.ts';
import { rememberDeclined } from '../placing/declined.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { release } from '../placing/release.ts';
import { stepsOf } from '../placing/scene.ts';
import { nextStep } from '../placing/workflow.ts';
import { StepTaken } from './record-view.ts';

export const Answer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accept') }),
  z.strictObject({
    answer: z.literal('refuse'),
    reason: ProviderReason,
    words: z.string().trim().min(1).max(2000),
  }),
]);
export type Answer = z.infer<typeof Answer>;

/** The provider's answer to a referral. Refusing ends the proposal; it is never counted as the person's refusal. */
export function answerReferral(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, Answer>,
): Promise<Outcome<StepTaken>> {
  return write(deps, call, 'providerAnswered', StepTaken, async (records, now) => {
    const found = await fetchProposal(deps, records, now, call.params.proposalId);
    if (!found) return refuse('not-found');
    const { scene, proposal } = found;
    const home = scene.homes.get(proposal.homeId);
    const request = scene.requests.get(proposal.requestId);
    const organisationId = home?.home.supportProvider;
    if (!home || !request || !organisationId) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'providerAnswers.write', { home });
    if (barred) return refuse(barred);
    const facts = { proposalId: proposal.id, state: proposal.status };
    if (proposal.status !== 'awaitingProvider') return refuse('transition-not-allowed', facts);
    if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
    const { id: proposalId, personId, homeId } = proposal;
    const answer = ProviderAnswer.parse({
      ...call.body,
      proposalId,
      personId,
      homeId,
      organisationId,
      answeredBy: call.who.data.id,
      at: now,
    });
    if (answer.answer === 'refuse') {
      release(scene, proposal, { status: 'declined', decisionId: null });
      rememberDeclined(scene, proposal, 'provider', answer.reason);
    } else goTo(deps, scene, proposal, nextStep(proposal, 'awaitingProvider'));
    return done({
      steps: [...stepsOf(scene), create(records.partnership, providerAnswers, answer)],
      answer: {
        id: proposalId,
        version: scene.proposals.versionOf(proposalId),
        status: scene.proposals.get(proposalId)?.status ?? proposal.status,
      },
      told: { proposalId, personId, roomId: proposal.roomId, answer: answer.answer },
    });
  });
}
