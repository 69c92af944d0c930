import { ago, type World } from './world.ts';

/**
 * How far somebody is on the way to a stage: `ready` for it, `nearly` (one or two life skills short), `early`, or
 * `stale` (ready when last rated, which was too long ago to count).
 */
export type Progress = 'ready' | 'nearly' | 'early' | 'stale';

interface RatingPlan {
  readonly person: string;
  readonly serviceModel: string;
  /** The stage the person would enter next. */
  readonly stage: string;
  readonly progress: Progress;
  readonly worker: string;
  /** A second worker who rates too; null where only one does. */
  readonly second: string | null;
}

/** Writes what workers and the person themselves rated: an earlier time and the last one, so that a trend can be seen. */
export function addRatings(world: World, plan: RatingPlan): void {
  const { between, chance } = world.choices;
  const scores = workerScores(world, plan);
  const last = plan.progress === 'stale' ? between(105, 195) : between(2, 24);
  if (chance(70)) addRating(world, plan, plan.worker, last + between(60, 110), eachLess(world, scores));
  addRating(world, plan, plan.worker, last, scores);
  if (plan.second !== null && chance(50)) addRating(world, plan, plan.second, last + between(0, 6), scores);
  // Some people have not been asked, or would rather not say.
  if (plan.progress === 'ready' || chance(85))
    addRating(world, plan, 'self', last + between(0, 5), ownScores(world, plan, scores));
}

type Scores = Readonly<Record<string, number | null>>;

function addRating(
  world: World,
  { person }: RatingPlan,
  ratedBy: string,
  daysAgo: number,
  scores: Scores,
): void {
  const row = { sourceReference: world.next('readiness'), person, assessedOn: ago(world, daysAgo), ratedBy };
  world.tables.addReadiness(row, scores);
}

function workerScores(world: World, plan: RatingPlan): Scores {
  const { between, chance, shuffled } = world.choices;
  const { progress } = plan;
  const enough = gateOf(world, plan)?.minimumEach ?? 2;
  const domains = world.models.get(plan.serviceModel)?.readiness.domains.map(({ id }) => id) ?? [];
  const behind = new Set(progress === 'nearly' ? shuffled(domains).slice(0, between(1, 2)) : []);
  return Object.fromEntries(
    domains.map((domain) => {
      if (progress === 'early') return [domain, chance(4) ? null : between(0, enough)];
      return [domain, behind.has(domain) ? enough - 1 : between(enough, 4)];
    }),
  );
}

function eachLess(world: World, scores: Scores): Scores {
  return mapScores(scores, (score) => Math.max(0, score - world.choices.between(0, 2)));
}

/** People see themselves a little differently from the worker who rates them. */
function ownScores(world: World, plan: RatingPlan, scores: Scores): Scores {
  const least = plan.progress === 'ready' ? (gateOf(world, plan)?.minimumOwn ?? 0) : 0;
  return mapScores(scores, (score) => Math.min(4, Math.max(least, score + world.choices.between(-1, 1))));
}

/** What the programme asks of somebody who enters the stage; undefined where it asks nothing. */
function gateOf(world: World, { serviceModel, stage }: RatingPlan) {
  const model = world.models.get(serviceModel);
  const gate = model?.stages.find(({ id }) => id === stage)?.gate;
  return model?.readiness.gates.find(({ id }) => id === gate);
}

function mapScores(scores: Scores, change: (score: number) => number): Scores {
  return Object.fromEntries(
    Object.entries(scores).map(([domain, score]) => [domain, score === null ? null : change(score)]),
  );
}
