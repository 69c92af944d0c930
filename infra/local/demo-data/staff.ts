import type { World } from './world.ts';

/** Workers of one team who take people on, up to a limit each. */
export interface Team {
  readonly name: string;
  /** The worker with most room, who takes the next person on; null when all are full. */
  takeOn(): string | null;
  /** Any worker of the team: somebody who rates, assesses or refers. */
  anybody(): string;
  /** A worker of the team other than this one; null when there is none. */
  colleagueOf(worker: string | null): string | null;
}

interface TeamPlan {
  readonly name: string;
  readonly serviceModel: string;
  readonly role: string;
  /** Made of it: `adviser-east-1`. */
  readonly prefix: string;
  /** How many people somebody in full-time work may be first worker to. */
  readonly limit: number;
  /** People the team must be able to take on; places are added until it can. */
  readonly places: number;
}

/** Writes the workers of a team, full-time and part-time, each covered by the one before. */
export function addTeam(world: World, plan: TeamPlan): Team {
  const workers: { reference: string; limit: number; people: number }[] = [];
  for (let places = 0; places < plan.places || workers.length < 2; ) {
    const fullTimeEquivalent = workers.length % 3 === 2 ? world.choices.pick([0.6, 0.8]) : 1;
    const limit = Math.floor(plan.limit * fullTimeEquivalent);
    const reference = `${plan.prefix}-${workers.length + 1}`;
    world.tables.add('workers.csv', {
      sourceReference: reference,
      serviceModel: plan.serviceModel,
      role: plan.role,
      team: plan.name,
      fullTimeEquivalent,
      caseloadLimit: limit,
      coveredBy: workers.at(-1)?.reference,
    });
    workers.push({ reference, limit, people: 0 });
    places += limit;
  }
  return {
    name: plan.name,
    takeOn() {
      const [freest] = workers
        .filter((worker) => worker.people < worker.limit)
        .sort((a, b) => b.limit - b.people - (a.limit - a.people));
      if (!freest) return null;
      freest.people += 1;
      return freest.reference;
    },
    anybody: () => world.choices.pick(workers).reference,
    colleagueOf(worker) {
      const others = workers.filter(({ reference }) => reference !== worker);
      return others.length === 0 ? null : world.choices.pick(others).reference;
    },
  };
}
