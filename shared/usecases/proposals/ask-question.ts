import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day } from '../../domain/day.ts';
import type { ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { type Call, type Deps, write } from '../call.ts';
import { endOfTime, hasRunOut, stopClock } from '../placing/clocks.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import { StepTaken } from './record-view.ts';

export const asked = {
  question: z.string().trim().min(1).max(1000),
  /** The last day on which the clock stands still for it. */
  dueOn: Day,
};

export const Question = z.strictObject(asked);
export type Question = z.infer<typeof Question>;

/** The provider asks something before it answers. Its time stands still until the answer, or until the day it is due. */
export function askQuestion(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, Question>,
): Promise<Outcome<StepTaken>> {
  return write(deps, call, 'questionAsked', StepTaken, async (records, now) => {
    const found = await fetchProposal(deps, records, now, call.params.proposalId);
    if (!found) return refuse('not-found');
    const { scene, proposal } = found;
    const home = scene.homes.get(proposal.homeId);
    if (!home) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'proposals.ask', { home });
    if (barred) return refuse(barred);
    const state = { proposalId: proposal.id, state: proposal.status };
    if (proposal.status !== 'awaitingProvider' || proposal.waitingFor)
      return refuse('transition-not-allowed', state);
    if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
    const { question, dueOn } = call.body;
    const tooLate = barredByDay(scene, dueOn);
    if (tooLate) return tooLate;
    stopClock(scene, proposal, {
      ...{ question, dueOn, askedIn: proposal.status },
      askedBy: call.who.data.id,
      askedOn: scene.today,
    });
    const { id, personId, roomId, homeId } = proposal;
    return done({
      steps: stepsOf(scene),
      answer: { id, version: scene.proposals.versionOf(id), status: proposal.status },
      told: { proposalId: id, personId, roomId, homeId, until: dueOn },
    });
  });
}

/** A question may stop the clock for some working days and no more. */
export function barredByDay({ today, policy }: Scene, dueOn: Day) {
  const latest = addWorkingDays(today, policy.clocks.questionWorkingDays);
  return dueOn > today && dueOn <= latest ? null : refuse('day-not-possible', { after: today, latest });
}
