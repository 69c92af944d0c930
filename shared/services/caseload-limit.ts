import type { Worker } from '../domain/worker.ts';
import type { ServiceModel } from './service-model.ts';

type Post = Pick<Worker, 'role' | 'fullTimeEquivalent'>;

/**
 * How many people one worker may be first worker to: the worker's own limit, or the programme's for the role by their
 * share of a full-time post. Null: nothing limits it.
 */
export function workerLimit(
  model: Pick<ServiceModel, 'caseloadLimits'> | undefined,
  worker: Post & Pick<Worker, 'caseloadLimit'>,
): number | null {
  return worker.caseloadLimit ?? roleLimit(model, 'worker', worker.role, worker.fullTimeEquivalent);
}

/** How many people those of one role in a team may be first worker to together; null: nothing limits it. */
export function teamLimit(
  model: Pick<ServiceModel, 'caseloadLimits'> | undefined,
  role: string,
  team: readonly Post[],
): number | null {
  const posts = team.filter((one) => one.role === role).reduce((sum, one) => sum + one.fullTimeEquivalent, 0);
  return roleLimit(model, 'team', role, posts);
}

function roleLimit(
  model: Pick<ServiceModel, 'caseloadLimits'> | undefined,
  scope: 'worker' | 'team',
  role: string,
  fullTimeEquivalent: number,
): number | null {
  const limit = model?.caseloadLimits.find((one) => one.role === role && one.scope === scope);
  if (!limit || limit.people === null) return null;
  return limit.perFte ? Math.floor(limit.people * fullTimeEquivalent) : limit.people;
}
