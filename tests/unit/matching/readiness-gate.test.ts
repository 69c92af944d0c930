import { expect, test } from 'vitest';
import { ReadinessAssessment } from '../../../shared/domain/assessment.ts';
import { addDays, Day, dayNumber } from '../../../shared/domain/day.ts';
import { gateFinding, gateVerdict, readinessRecord } from '../../../shared/matching/readiness.ts';
import { type ServiceModel, serviceModels } from '../../../shared/services/index.ts';

const shipped = serviceModels().get('stayingConnected')!;
const gate = 'readyForExtendedSupport';
const today = Day.parse('2026-06-01');
const domains = shipped.readiness.domains.map(({ id }) => id);
const every = (score: number) => Object.fromEntries(domains.map((id) => [id, score]));

type State = 'none' | 'low' | 'enough' | 'stale';
const states: readonly State[] = ['none', 'low', 'enough', 'stale'];

/** @param ago days before today of a rating that is not stale */
function rating(
  id: string,
  state: State,
  ago: number,
  scores?: Record<string, number>,
): ReadinessAssessment[] {
  if (state === 'none') return [];
  const rater = id === 'own' ? { kind: 'self' } : { kind: 'worker', workerId: id };
  const assessedOn = addDays(today, state === 'stale' ? -91 - ago : -ago);
  return [
    ReadinessAssessment.parse({
      ...{ id, personId: 'somebody', assessedOn, rater },
      scores: scores ?? every(state === 'low' ? 1 : 2),
    }),
  ];
}

const verdictOf = (model: ServiceModel, assessments: readonly ReadinessAssessment[]) =>
  gateVerdict(gateFinding(model, gate, readinessRecord(assessments), dayNumber(today)));

const asking = (raters: number, workerRaters: number, ownRating: boolean): ServiceModel => ({
  ...shipped,
  readiness: { ...shipped.readiness, raters, workerRaters, ownRating },
});
const models = [
  asking(2, 1, true),
  asking(2, 2, false),
  asking(3, 2, true),
  asking(1, 1, false),
  asking(2, 1, false),
];

test('a gate is passed by enough fresh ratings and by nothing else, whoever rated what and when', () => {
  let tried = 0;
  for (const model of models)
    for (const first of states)
      for (const second of states)
        for (const own of states)
          for (const paired of [true, false]) {
            const a = rating('w-1', first, 10);
            const b = rating('w-2', second, 5).map((one) =>
              paired && a.length > 0 ? { ...one, secondTo: a[0]!.id } : one,
            );
            const fresh = (state: State) => state === 'low' || state === 'enough';
            const workers = [first, second].filter(fresh).length;
            // The second worker's is the newer one, unless it is stale while the first is not.
            const counts = fresh(second) ? second : fresh(first) ? first : null;
            const isPair = paired && a.length > 0 && b.length > 0;
            const low = counts === 'low' || (counts !== null && isPair && [first, second].includes('low'));
            const { raters, workerRaters, ownRating } = model.readiness;
            const open =
              counts === null ||
              (ownRating && !fresh(own)) ||
              workers + (fresh(own) ? 1 : 0) < raters ||
              workers < workerRaters;
            const expected = low ? 'fail' : open ? 'unknown' : 'pass';
            const found = verdictOf(model, [...a, ...b, ...rating('own', own, 1)]);
            expect([first, second, own, paired, raters, found]).toEqual([
              ...[first, second, own, paired, raters, expected],
            ]);
            tried++;
          }
  expect(tried).toBe(640);
});

test('two raters of one skill vouch for no other', () => {
  const [budgeting = '', ...rest] = domains;
  const others = Object.fromEntries(rest.map((id) => [id, 2]));
  const both = [...rating('w-1', 'enough', 3), ...rating('w-2', 'enough', 3, { [budgeting]: 2 })];
  expect(verdictOf(asking(2, 2, false), both)).toBe('unknown');
  const whole = [...both, ...rating('w-2', 'enough', 2, others)];
  expect(verdictOf(asking(2, 2, false), whole)).toBe('pass');
});

test('of two workers on one day the lower counts, and of one assessment rated twice, however far apart', () => {
  const own = rating('own', 'enough', 1);
  const sameDay = [...rating('w-1', 'enough', 4), ...rating('w-2', 'low', 4)];
  expect(verdictOf(shipped, [...sameDay, ...own])).toBe('fail');
  const later = [...rating('w-1', 'low', 4), ...rating('w-2', 'enough', 1)];
  expect(verdictOf(shipped, [...later, ...own])).toBe('pass');
  const again = later.map((one) => (one.id === 'w-2' ? { ...one, secondTo: later[0]!.id } : one));
  expect(verdictOf(shipped, [...again, ...own])).toBe('fail');
});
