import type { Rater, ReadinessAssessment } from '../domain/assessment.ts';
import { type Day, dayNumber } from '../domain/day.ts';
import type { ServiceModel } from '../services/service-model.ts';

/** One rater's latest rating of one domain. */
export interface Rating {
  readonly rater: Rater;
  readonly score: number;
  readonly on: Day;
}

/** By domain, the latest rating of each rater, newest first. */
export type ReadinessRecord = ReadonlyMap<string, readonly Rating[]>;

const raterKey = (rater: Rater): string => (rater.kind === 'self' ? 'self' : `worker ${rater.workerId}`);

/** @param assessments one person's, in any order; of two ratings by one rater on one day the lower counts */
export function readinessRecord(assessments: readonly ReadinessAssessment[]): ReadinessRecord {
  const latest = new Map<string, Map<string, Rating>>();
  for (const { rater, scores, assessedOn } of assessments) {
    for (const [domain, score] of Object.entries(scores)) {
      const byRater = latest.get(domain) ?? new Map<string, Rating>();
      latest.set(domain, byRater);
      const known = byRater.get(raterKey(rater));
      if (!known || assessedOn > known.on || (assessedOn === known.on && score < known.score))
        byRater.set(raterKey(rater), { rater, score, on: assessedOn });
    }
  }
  return new Map(
    [...latest].map(([domain, byRater]) => [
      domain,
      [...byRater]
        .sort(([a, x], [b, y]) => (x.on === y.on ? (a < b ? -1 : 1) : x.on < y.on ? 1 : -1))
        .map(([, r]) => r),
    ]),
  );
}

/** What a gate finds in one domain. */
export interface DomainFinding {
  readonly domain: string;
  readonly name: string;
  /** The newest rating by a worker that still counts; null when there is none. */
  readonly rating: Rating | null;
  /** The newest rating by a worker, stale or not. */
  readonly newest: Rating | null;
}

export interface GateFinding {
  readonly minimumEach: number;
  readonly minimumOwn: number;
  readonly domains: readonly DomainFinding[];
  readonly below: readonly DomainFinding[];
  readonly missing: readonly DomainFinding[];
  /** True where the person's own rating is asked for and none counts any more. */
  readonly ownMissing: boolean;
  /** Domains the person rates themselves below the gate's minimum for own ratings. */
  readonly ownBelow: readonly DomainFinding[];
  readonly ratersMissing: number;
}

/**
 * Reads a readiness gate against what was recorded. A rating older than the model's `validDays` does not count.
 * @param on day number
 */
function gateFinding(model: ServiceModel, gateId: string, record: ReadinessRecord, on: number): GateFinding {
  const { readiness } = model;
  const gate = readiness.gates.find((one) => one.id === gateId);
  if (!gate) throw new RangeError(`${model.id} has no gate ${gateId}`);
  const counts = (rating: Rating): boolean => on - dayNumber(rating.on) <= readiness.validDays;
  const byWorker = (rating: Rating): boolean => rating.rater.kind === 'worker';
  const raters = new Set<string>();
  const workers = new Set<string>();
  const ownBelow: DomainFinding[] = [];
  let ownMissing = false;
  const domains = readiness.domains.map(({ id, name }): DomainFinding => {
    const ratings = record.get(id) ?? [];
    for (const rating of ratings.filter(counts)) {
      raters.add(raterKey(rating.rater));
      if (byWorker(rating)) workers.add(raterKey(rating.rater));
    }
    const own = ratings.find((rating) => !byWorker(rating));
    const finding = {
      domain: id,
      name,
      rating: ratings.find((rating) => byWorker(rating) && counts(rating)) ?? null,
      newest: ratings.find(byWorker) ?? null,
    };
    if (readiness.ownRating && !(own && counts(own))) ownMissing = true;
    else if (gate.minimumOwn !== undefined && own && own.score < gate.minimumOwn) ownBelow.push(finding);
    return finding;
  });
  return {
    minimumEach: gate.minimumEach,
    minimumOwn: gate.minimumOwn ?? 0,
    domains,
    below: domains.filter(({ rating }) => rating !== null && rating.score < gate.minimumEach),
    missing: domains.filter(({ rating }) => rating === null),
    ownMissing,
    ownBelow,
    ratersMissing: Math.max(0, readiness.raters - raters.size, readiness.workerRaters - workers.size),
  };
}

/** What every gate of a programme finds, by gate. */
export function gateFindings(
  model: ServiceModel,
  record: ReadinessRecord,
  on: number,
): ReadonlyMap<string, GateFinding> {
  return new Map(model.readiness.gates.map(({ id }) => [id, gateFinding(model, id, record, on)]));
}
