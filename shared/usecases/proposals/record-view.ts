import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { PersonViewId, type ProposalId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Choice, PersonView, ViewObtained } from '../../domain/person-view.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { views } from '../../store/kinds/placing.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { endOfTime, goTo, hasRunOut } from '../placing/clocks.ts';
import { rememberDeclined } from '../placing/declined.ts';
import { fetchProposal } from '../placing/fetch-proposals.ts';
import { isLive, release } from '../placing/release.ts';
import { type Scene, stepsOf } from '../placing/scene.ts';
import { nextStep } from '../placing/workflow.ts';

export const View = z.discriminatedUnion('answer', [
  z.strictObject({
    answer: z.enum(['yes', 'no', 'wantsToTalk', 'didNotWantToSay']),
    /** Their own words; null where they gave none. */
    words: z.string().max(4000).nullable(),
    obtained: ViewObtained,
    optionsShown: Choice.shape.optionsShown.default([]),
    onlyOneBecause: Choice.shape.onlyOneBecause.default(null),
  }),
  z.strictObject({
    answer: z.literal('couldNotBeAsked'),
    because: z.enum(['cannotBeReached', 'lacksCapacity', 'urgent']),
    bestInterestsRecord: z.string().max(60).nullable(),
  }),
]);
export type View = z.infer<typeof View>;

export const StepTaken = z.strictObject({ id: z.string(), version: z.int(), status: z.string() });
export type StepTaken = z.infer<typeof StepTaken>;

/**
 * Records what the person said of a proposed move. A "no" stops it and costs them nothing; wanting to talk keeps it
 * waiting. While it waits for provider or panel a later word replaces the earlier one, and a "no" still stops it.
 */
export function recordView(
  deps: Deps,
  call: Call<{ proposalId: ProposalId }, View>,
): Promise<Outcome<StepTaken>> {
  return write(deps, call, 'viewRecorded', StepTaken, async (records, now) => {
    const found = await fetchProposal(deps, records, now, call.params.proposalId);
    if (!found) return refuse('not-found');
    const { scene, proposal } = found;
    const person = scene.people.get(proposal.personId);
    const request = scene.requests.get(proposal.requestId);
    const home = scene.homes.get(proposal.homeId);
    if (!person || !request || !home) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'views.write', { person, requests: [request] });
    if (barred) return refuse(barred);
    const state = { proposalId: proposal.id, state: proposal.status };
    if (!isLive(proposal) || proposal.status === 'approved') return refuse('transition-not-allowed', state);
    if (hasRunOut(scene, proposal, scene.proposals.all())) return refuse('hold-expired', endOfTime(proposal));
    const unshown = barredByChoice(proposal, call.body);
    if (unshown) return unshown;
    const view = PersonView.parse({
      ...call.body,
      id: PersonViewId.parse(deps.writing.newId('view')),
      proposalId: proposal.id,
      personId: proposal.personId,
      recordedBy: call.who.data.id,
      at: now,
    });
    if (view.answer === 'no') {
      release(scene, proposal, { status: 'declined', decisionId: null });
      rememberDeclined(scene, proposal, 'person', 'personDeclined');
    } else goOn(deps, scene, proposal, view);
    const after = scene.proposals.get(proposal.id) ?? proposal;
    return done({
      steps: [...stepsOf(scene), create(records.partnership, views, view)],
      answer: { id: proposal.id, version: scene.proposals.versionOf(proposal.id), status: after.status },
      told: {
        proposalId: proposal.id,
        personId: proposal.personId,
        roomId: proposal.roomId,
        answer: view.answer,
      },
    });
  });
}

/** Nobody says yes to the only room they were shown where another would have fitted, unless it is said why. */
function barredByChoice({ id, roomId, alternatives, status }: Proposal, view: View) {
  const goesOn = view.answer === 'yes' || view.answer === 'didNotWantToSay';
  if (!goesOn || status !== 'awaitingPerson' || view.onlyOneBecause || alternatives?.length === 0)
    return null;
  const shown = new Set<string>(view.optionsShown).add(roomId);
  return shown.size > 1
    ? null
    : refuse('options-not-shown', { proposalId: id, alternatives: (alternatives ?? []).join(' ') });
}

function goOn(deps: Deps, scene: Scene, proposal: Proposal, view: PersonView): void {
  scene.proposals.relyOn(proposal.id);
  if (proposal.status !== 'awaitingPerson' || view.answer === 'wantsToTalk') return;
  goTo(deps, scene, proposal, nextStep(proposal, 'awaitingPerson'));
}
