import type { Rater, ReadinessAssessment } from '../domain/assessment.ts';
import { type Day, dayNumber } from '../domain/day.ts';
import type { Verdict } from '../domain/explanation.ts';
import type { ServiceModel } from '../services/service-model.ts';

/** One rater's latest rating of one domain. */
export interface Rating {
  readonly rater: Rater;
  /** Of two workers who rated one assessment, the lower of both. */
  readonly score: number;
  readonly on: Day;
}

/** By domain, the latest rating of each rater, newest first. */
export type ReadinessRecord = ReadonlyMap<string, readonly Rating[]>;

const raterKey = (rater: Rater): string => (rater.kind === 'self' ? 'self' : `worker ${rater.workerId}`);

/** The assessment a rating belongs to: its own, or the one it rates a second time. */
export const pairOf = ({ id, secondTo }: ReadinessAssessment): string => secondTo ?? id;

/** The lowest score of each assessment by workers and domain, over its one or two raters. */
function lowestOfPairs(assessments: readonly ReadinessAssessment[]): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>();
  for (const one of assessments) {
    if (one.rater.kind === 'self') continue;
    for (const [domain, score] of Object.entries(one.scores)) {
      const key = `${pairOf(one)} ${domain}`;
      lowest.set(key, Math.min(score, lowest.get(key) ?? score));
    }
  }
  return lowest;
}

/** @param assessments one person's, in any order; of two ratings by one rater on one day the lower counts */
export function readinessRecord(assessments: readonly ReadinessAssessment[]): ReadinessRecord {
  const latest = new Map<string, Map<string, Rating>>();
  const lowest = lowestOfPairs(assessments);
  for (const assessment of assessments) {
    const { rater, scores, assessedOn } = assessment;
    for (const [domain, rated] of Object.entries(scores)) {
      const score = rater.kind === 'self' ? rated : (lowest.get(`${pairOf(assessment)} ${domain}`) ?? rated);
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
  /** The newest rating by a worker that still counts, of several on one day the lowest; null when there is none. */
  readonly rating: Rating | null;
  /** The same, stale or not. */
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
  /** People who must still rate, in the domain that lacks most: raters of one skill vouch for no other. */
  readonly ratersMissing: number;
}

/** Whether a gate is passed. What is missing is unknown, and unknown is not a pass. */
export function gateVerdict(found: GateFinding): Verdict {
  if (found.below.length > 0 || found.ownBelow.length > 0) return 'fail';
  return found.missing.length > 0 || found.ownMissing || found.ratersMissing > 0 ? 'unknown' : 'pass';
}

/** @param ratings newest first */
function lowestOfNewest(ratings: readonly Rating[]): Rating | null {
  const [first] = ratings;
  if (!first) return null;
  return ratings
    .filter((one) => one.on === first.on)
    .reduce((lowest, one) => (one.score < lowest.score ? one : lowest), first);
}

/**
 * Reads a readiness gate against what was recorded. A rating older than the model's `validDays` does not count.
 * @param on day number
 */
export function gateFinding(
  model: ServiceModel,
  gateId: string,
  record: ReadinessRecord,
  on: number,
): GateFinding {
  const { readiness } = model;
  const gate = readiness.gates.find((one) => one.id === gateId);
  if (!gate) throw new RangeError(`${model.id} has no gate ${gateId}`);
  const counts = (rating: Rating): boolean => on - dayNumber(rating.on) <= readiness.validDays;
  const byWorker = (rating: Rating): boolean => rating.rater.kind === 'worker';
  const ownBelow: DomainFinding[] = [];
  let ownMissing = false;
  let ratersMissing = 0;
  const domains = readiness.domains.map(({ id, name }): DomainFinding => {
    const ratings = record.get(id) ?? [];
    const fresh = ratings.filter(counts);
    const workers = fresh.filter(byWorker);
    ratersMissing = Math.max(
      ratersMissing,
      readiness.raters - fresh.length,
      readiness.workerRaters - workers.length,
    );
    const own = ratings.find((rating) => !byWorker(rating));
    const finding = {
      domain: id,
      name,
      rating: lowestOfNewest(workers),
      newest: lowestOfNewest(ratings.filter(byWorker)),
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
    ratersMissing,
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
