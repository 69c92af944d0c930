import type { HomeFile, RequestFile } from '../../domain/files.ts';
import { type Proposal, Waiting } from '../../domain/proposal.ts';
import type { Deps } from '../call.ts';
import type { Scene } from './scene.ts';

const states = {
  personView: 'awaitingPerson',
  providerAnswer: 'awaitingProvider',
  panel: 'awaitingPanel',
} as const;

/** The step of the programme that a proposal is at. */
export function stepIdOf(waiting: Waiting): keyof typeof states {
  return waiting === 'awaitingPerson'
    ? 'personView'
    : waiting === 'awaitingProvider'
      ? 'providerAnswer'
      : 'panel';
}

/** Whether a proposal waits for somebody. */
export function isWaiting(proposal: Proposal): proposal is Proposal & { readonly status: Waiting } {
  return Waiting.safeParse(proposal.status).success;
}

/** Whom a proposal waits for, or that it waits for the answer to a question. */
export function waitsForWhom({
  status,
  waitingFor,
}: Proposal): 'person' | 'provider' | 'panel' | 'information' {
  if (waitingFor) return 'information';
  return status === 'awaitingProvider' ? 'provider' : status === 'awaitingPanel' ? 'panel' : 'person';
}

/**
 * The steps a new proposal takes, in order, and the version of the programme they are from. A home nobody provides
 * support in has no provider to ask; the panel is always last, whatever a model forgets.
 */
export function stepsFor(
  deps: Deps,
  { request }: RequestFile,
  { home }: HomeFile,
): Pick<Proposal, 'modelVersion' | 'steps'> {
  const model = deps.models.get(request.serviceModel);
  const asked = model?.proposalSteps.map((step) => step.id) ?? ['personView' as const];
  const steps = asked
    .filter((step) => step !== 'panel' && !(step === 'providerAnswer' && home.supportProvider === null))
    .map((step) => states[step]);
  return { modelVersion: model?.version ?? 'none', steps: [...steps, 'awaitingPanel'] };
}

/** The step of a proposal after one that has been taken. */
export function nextStep({ steps }: Proposal, taken: Waiting): Waiting {
  return steps[steps.indexOf(taken) + 1] ?? 'awaitingPanel';
}

/** Most steps that a proposal keeps: one goes back and forth no further than that. */
const mostSteps = 20;

/** What a proposal remembers of the step it is at, once whoever it waited for has done their part. */
export function stepTaken({ today }: Pick<Scene, 'today'>, proposal: Proposal): Pick<Proposal, 'stepsTaken'> {
  const { clock, stepsTaken = [] } = proposal;
  if (!isWaiting(proposal)) return {};
  const step = { step: proposal.status, since: clock.since, until: today };
  return { stepsTaken: [...stepsTaken, step].slice(-mostSteps) };
}
