import type { ReadinessAssessment } from '../../domain/assessment.ts';
import { type Day, daysBetween, sayDay } from '../../domain/day.ts';
import { ratingHistory } from '../../matching/rating-history.ts';
import { pairOf } from '../../matching/readiness.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { SkillShown } from './readiness-shown.ts';

/** How far apart two workers are when they disagree. */
const disagreementFrom = 2;

/** One skill of somebody, as all their assessments tell it. */
export function skillShown(
  { readiness }: ServiceModel,
  { id: domain, name }: ServiceModel['readiness']['domains'][number],
  assessments: readonly ReadinessAssessment[],
  today: Day,
): SkillShown {
  const stale = (on: Day): boolean => daysBetween(on, today) > readiness.validDays;
  const history = ratingHistory(assessments, domain, 'worker').map(({ day, score }) => ({ on: day, score }));
  const [before, newest] = [history.at(-2), history.at(-1)];
  const raters = newest ? ratersOf(assessments, domain, newest.on) : [];
  const scores = raters.map((one) => one.score);
  const change = newest && before ? newest.score - before.score : null;
  const rating = newest ? { ...newest, stale: stale(newest.on) } : null;
  const disagreement = Math.max(...scores) - Math.min(...scores) >= disagreementFrom;
  return {
    ...{ domain, name, rating, raters, disagreement, change, history },
    own: ownOf(assessments, domain, stale),
    trend: change === null ? null : change > 0 ? 'up' : change < 0 ? 'down' : 'same',
    sentence: sentenceFor(name, { rating, change, disagreement }, readiness.validDays),
  };
}

/** The ratings by workers of the assessments that count on the newest day, each beside the one it rates again. */
function ratersOf(
  assessments: readonly ReadinessAssessment[],
  domain: string,
  on: Day,
): SkillShown['raters'] {
  const pairs = new Set(
    assessments.filter((one) => one.assessedOn === on && one.scores[domain] !== undefined).map(pairOf),
  );
  return assessments.flatMap((one) => {
    const score = one.scores[domain];
    if (one.rater.kind !== 'worker' || score === undefined || !pairs.has(pairOf(one))) return [];
    const evidence = one.evidence?.[domain] ?? null;
    return [{ assessmentId: one.id, workerId: one.rater.workerId, on: one.assessedOn, score, evidence }];
  });
}

/** The newest own rating; of two on one day the lower. */
function ownOf(
  assessments: readonly ReadinessAssessment[],
  domain: string,
  stale: (on: Day) => boolean,
): SkillShown['own'] {
  const rated = assessments.flatMap((one) => {
    const score = one.scores[domain];
    return one.rater.kind === 'self' && score !== undefined
      ? [{ assessmentId: one.id, score, on: one.assessedOn }]
      : [];
  });
  const [newest] = rated.sort((a, b) => (a.on === b.on ? a.score - b.score : a.on < b.on ? 1 : -1));
  return newest ? { ...newest, stale: stale(newest.on) } : null;
}

function sentenceFor(
  name: string,
  { rating, change, disagreement }: Pick<SkillShown, 'rating' | 'change' | 'disagreement'>,
  validDays: number,
): string {
  if (!rating) return `No worker has rated ${name.toLowerCase()} yet.`;
  const since =
    change === null
      ? ''
      : change === 0
        ? ', the same as before'
        : `, ${change > 0 ? 'up' : 'down'} ${Math.abs(change)} since the time before`;
  return [
    `${name} was rated ${rating.score} out of 4 on ${sayDay(rating.on)}${since}.`,
    ...(disagreement ? ['Two workers disagree by two or more, and the lower counts.'] : []),
    ...(rating.stale ? [`That is over ${validDays} days ago, so it no longer counts.`] : []),
  ].join(' ');
}
