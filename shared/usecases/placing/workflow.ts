import type { HomeFile, RequestFile } from '../../domain/files.ts';
import type { Proposal } from '../../domain/proposal.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { Deps } from '../call.ts';

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

/** Where a proposal waits. */
export type Waiting = (typeof states)[keyof typeof states];

/** Whether a proposal waits for somebody. */
export function isWaiting(proposal: Proposal): proposal is Proposal & { readonly status: Waiting } {
  return Object.values<string>(states).includes(proposal.status);
}

/** Whom a proposal waits for, or that it waits for the answer to a question. */
export function waitsForWhom({
  status,
  waitingFor,
}: Proposal): 'person' | 'provider' | 'panel' | 'information' {
  if (waitingFor) return 'information';
  return status === 'awaitingProvider' ? 'provider' : status === 'awaitingPanel' ? 'panel' : 'person';
}

/** The steps of a proposal by its service model, in order. A home nobody provides support in has no provider to ask. */
function stepsFor(model: ServiceModel | undefined, { home }: HomeFile): Waiting[] {
  const steps = model?.proposalSteps.map((step) => step.id) ?? ['personView', 'panel'];
  return steps.flatMap((step) => {
    if (step === 'providerAnswer' && home.supportProvider === null) return [];
    return [states[step]];
  });
}

/** The step a new proposal waits for. The panel is always last, whatever a model forgets. */
export function firstStep(deps: Deps, { request }: RequestFile, home: HomeFile): Waiting {
  return stepsFor(deps.models.get(request.serviceModel), home)[0] ?? 'awaitingPanel';
}

/** The step after one that has been taken. */
export function nextStep(deps: Deps, { request }: RequestFile, home: HomeFile, taken: Waiting): Waiting {
  const steps = stepsFor(deps.models.get(request.serviceModel), home);
  return steps[steps.indexOf(taken) + 1] ?? 'awaitingPanel';
}
