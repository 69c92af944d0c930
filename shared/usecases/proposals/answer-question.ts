import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Call, type Deps, write } from '../call.ts';
import { endOfTime, hasRunOut, runOn } from '../placing/clocks.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { stepsOf } from '../placing/scene.ts';
import { isWaiting } from '../placing/workflow.ts';
import { StepTaken } from './record-view.ts';

export const QuestionAnswer = z.strictObject({ answer: z.string().trim().min(1).max(2000) });
export type QuestionAnswer = z.infer<typeof QuestionAnswer>;

/** Answers what a proposal waits for. Both stay with it, and the clock runs on from where it stood. */
export function answerQuestion(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, QuestionAnswer>,
): Promise<Outcome<StepTaken>> {
  return write(deps, call, 'questionAnswered', StepTaken, async (records, now) => {
    const found = await fetchProposal(deps, records, now, call.params.proposalId);
    if (!found) return refuse('not-found');
    const { scene, proposal } = found;
    const person = scene.people.get(proposal.personId);
    const request = scene.requests.get(proposal.requestId);
    if (!person || !request) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'proposals.answer', { person, requests: [request] });
    if (barred) return refuse(barred);
    const { id, personId, roomId, homeId, waitingFor } = proposal;
    if (!isWaiting(proposal) || !waitingFor)
      return refuse('transition-not-allowed', { proposalId: id, state: proposal.status });
    if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
    const { dueOn: _due, daysLeft: _left, ...asked } = waitingFor;
    const answered = {
      ...asked,
      answer: call.body.answer,
      answeredBy: call.who.data.id,
      answeredOn: scene.today,
    };
    scene.proposals.set({
      ...proposal,
      clock: runOn(scene, proposal),
      waitingFor: null,
      answers: [...proposal.answers, answered],
    });
    return done({
      steps: stepsOf(scene),
      answer: { id, version: scene.proposals.versionOf(id), status: proposal.status },
      told: {
        ...{ proposalId: id, personId, roomId, homeId },
        waitsFor: waitingFor.askedIn === 'awaitingProvider' ? 'provider' : 'panel',
      },
    });
  });
}
