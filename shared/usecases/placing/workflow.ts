import type { HomeFile, RequestFile } from '../../domain/files.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { Deps } from '../call.ts';

const states = {
  personView: 'awaitingPerson',
  providerAnswer: 'awaitingProvider',
  panel: 'awaitingPanel',
} as const;

/** Where a proposal waits. */
export type Waiting = (typeof states)[keyof typeof states];

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
