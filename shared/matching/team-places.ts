import { teamLimit, workerLimit } from '../services/caseload-limit.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { Facts } from './facts.ts';
import type { Lookups } from './lookups.ts';

/**
 * How many more people each team's first workers could take on, today's people counted against their limits. A worker
 * without a limit takes the programme's limit for the role, by their share of a full-time post; where the programme
 * limits the whole team of a role, they take no more together than that leaves. Somebody without a worker who is
 * promised a room of the team's homes has one of the places, though nobody is named yet.
 * A team that has no such worker is absent: nobody knows, which is not the same as none.
 */
export function freePlacesByTeam(
  facts: Facts,
  models: ReadonlyMap<string, ServiceModel>,
  look: Pick<Lookups, 'promisedTo'>,
): ReadonlyMap<string, number> {
  const carried = new Map<string, number>();
  for (const person of facts.people) {
    if (person.primaryWorker !== null)
      carried.set(person.primaryWorker, (carried.get(person.primaryWorker) ?? 0) + 1);
  }
  const firsts = new Map<string, Facts['workers'][number][]>();
  for (const worker of facts.workers) {
    const model = models.get(worker.serviceModel);
    if (worker.team === null || worker.role !== model?.coAllocation.primaryRole) continue;
    const key = JSON.stringify([worker.team, worker.serviceModel]);
    firsts.set(key, [...(firsts.get(key) ?? []), worker]);
  }
  const free = new Map<string, number>();
  for (const together of firsts.values()) {
    const [first] = together;
    if (!first || first.team === null) continue;
    const model = models.get(first.serviceModel);
    const places = together.map((worker) => {
      const limit = workerLimit(model, worker);
      return limit === null ? Number.POSITIVE_INFINITY : Math.max(0, limit - (carried.get(worker.id) ?? 0));
    });
    const most = teamLimit(model, first.role, together);
    const has = together.reduce((sum, { id }) => sum + (carried.get(id) ?? 0), 0);
    const left = most === null ? Number.POSITIVE_INFINITY : Math.max(0, most - has);
    const own = places.reduce((sum, one) => sum + one, 0);
    free.set(first.team, (free.get(first.team) ?? 0) + Math.min(own, left));
  }
  for (const team of promisedTeams(facts, look)) {
    const places = free.get(team);
    if (places !== undefined) free.set(team, Math.max(0, places - 1));
  }
  return free;
}

/** The team of each room that is promised to somebody without a worker: once for each of them. */
function promisedTeams(facts: Facts, { promisedTo }: Pick<Lookups, 'promisedTo'>): string[] {
  const homeOf = new Map(facts.rooms.map((room) => [room.id, room.homeId]));
  const teamOf = new Map(facts.homes.map((home) => [home.id, home.team]));
  return facts.people.flatMap(({ id, primaryWorker }) => {
    const [stay] = primaryWorker === null ? (promisedTo.get(id) ?? []) : [];
    const homeId = stay && homeOf.get(stay.roomId);
    return (homeId && teamOf.get(homeId)) || [];
  });
}

export function teamSizes(facts: Facts): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const worker of facts.workers)
    if (worker.team !== null) sizes.set(worker.team, (sizes.get(worker.team) ?? 0) + 1);
  return sizes;
}
