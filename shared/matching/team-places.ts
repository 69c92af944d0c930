import type { ServiceModel } from '../services/service-model.ts';
import type { Facts } from './facts.ts';

/**
 * How many more people each team's first workers could take on, today's people counted against their limits. A worker
 * without a limit takes the programme's limit for the role, by their share of a full-time post.
 * A team that has no such worker is absent: nobody knows, which is not the same as none.
 */
export function freePlacesByTeam(
  facts: Facts,
  models: ReadonlyMap<string, ServiceModel>,
): ReadonlyMap<string, number> {
  const carried = new Map<string, number>();
  for (const person of facts.people) {
    if (person.primaryWorker !== null)
      carried.set(person.primaryWorker, (carried.get(person.primaryWorker) ?? 0) + 1);
  }
  const free = new Map<string, number>();
  for (const worker of facts.workers) {
    const model = models.get(worker.serviceModel);
    if (worker.team === null || worker.role !== model?.coAllocation.primaryRole) continue;
    const limit = worker.caseloadLimit ?? roleLimit(model, worker.role, worker.fullTimeEquivalent);
    const places =
      limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - (carried.get(worker.id) ?? 0));
    free.set(worker.team, (free.get(worker.team) ?? 0) + places);
  }
  return free;
}

export function teamSizes(facts: Facts): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const worker of facts.workers)
    if (worker.team !== null) sizes.set(worker.team, (sizes.get(worker.team) ?? 0) + 1);
  return sizes;
}

function roleLimit(model: ServiceModel, role: string, fullTimeEquivalent: number): number | null {
  const limit = model.caseloadLimits.find((one) => one.role === role && one.scope === 'worker');
  if (!limit || limit.people === null) return null;
  return limit.perFte ? Math.floor(limit.people * fullTimeEquivalent) : limit.people;
}
