import type { ReadinessAssessment } from '../domain/assessment.ts';
import { type Day, dayNumber } from '../domain/day.ts';
import { pairOf } from './readiness.ts';

/** What counted in one domain from one day on. */
export interface RatedDay {
  readonly day: Day;
  /** Day number. */
  readonly on: number;
  readonly score: number;
}

/**
 * How one domain was rated over time, oldest first, one entry a day. Of two workers who rated one assessment the lower
 * score counts, on the day of the later one; of several assessments on one day, the lowest.
 * @param by whose ratings: the workers', or the person's own
 */
export function ratingHistory(
  assessments: readonly ReadinessAssessment[],
  domain: string,
  by: 'worker' | 'self',
): readonly RatedDay[] {
  const pairs = new Map<string, { day: Day; score: number }>();
  for (const one of assessments) {
    const score = one.scores[domain];
    if (score === undefined || one.rater.kind !== by) continue;
    const key = by === 'self' ? one.id : pairOf(one);
    const known = pairs.get(key);
    pairs.set(key, {
      day: known && known.day > one.assessedOn ? known.day : one.assessedOn,
      score: Math.min(score, known?.score ?? score),
    });
  }
  const days = new Map<Day, number>();
  for (const { day, score } of pairs.values()) days.set(day, Math.min(score, days.get(day) ?? score));
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, score]) => ({ day, on: dayNumber(day), score }));
}
