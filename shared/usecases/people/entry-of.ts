import type { ReadinessAssessment } from '../../domain/assessment.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { EntryShown } from './readiness-shown.ts';

/** The first assessment by a worker; of two on one day, the one with the lower reference. */
export function entryOf(
  { readiness }: Pick<ServiceModel, 'readiness'>,
  assessments: readonly ReadinessAssessment[],
): EntryShown | null {
  const [first] = assessments
    .flatMap((one) => (one.rater.kind === 'worker' ? [{ ...one, workerId: one.rater.workerId }] : []))
    .sort((a, b) =>
      a.assessedOn === b.assessedOn ? (a.id < b.id ? -1 : 1) : a.assessedOn < b.assessedOn ? -1 : 1,
    );
  if (!first) return null;
  const [highest] = [...readiness.gates].sort((a, b) => b.minimumEach - a.minimumEach);
  const least = highest?.minimumEach ?? 0;
  return {
    ...{ assessmentId: first.id, on: first.assessedOn, workerId: first.workerId },
    gate: highest?.id ?? null,
    previousPlacementSkillGaps: readiness.domains.flatMap(({ id: domain, name }) => {
      const score = first.scores[domain];
      return score !== undefined && score < least ? [{ domain, name, score, short: least - score }] : [];
    }),
    notRated: readiness.domains.flatMap(({ id }) => (first.scores[id] === undefined ? [id] : [])),
  };
}
