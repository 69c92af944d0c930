import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadinessAssessment } from '../../../shared/domain/assessment.ts';
import { addDays, Day, dayNumber } from '../../../shared/domain/day.ts';
import { daysToRise, medianSlope } from '../../../shared/matching/median-slope.ts';
import { ratingHistory } from '../../../shared/matching/rating-history.ts';
import { readinessForecast } from '../../../shared/matching/readiness-forecast.ts';
import { serviceModels } from '../../../shared/services/index.ts';

const settings = { seed: 20_261_124, numRuns: process.env.FULL === '1' ? 20_000 : 400 };
const model = serviceModels().get('stayingConnected')!;
const domains = model.readiness.domains.map(({ id }) => id);
const gate = 'readyForOwnTenancy';
const least = 3;
const start = Day.parse('2026-01-01');
const score = fc.integer({ min: 0, max: 4 });

interface Rated {
  readonly after: number;
  readonly scores: readonly number[];
  readonly worker: string;
}

const rated = fc.record({
  after: fc.nat({ max: 80 }),
  scores: fc.array(score, { minLength: domains.length, maxLength: domains.length }),
  worker: fc.constantFrom('w-1', 'w-2'),
});
const history = fc.uniqueArray(rated, { minLength: 1, maxLength: 8, selector: (one) => one.after });

/** Ratings that mostly rise, so that there are days to compare. */
const rising = history.map((all) =>
  [...all]
    .sort((a, b) => a.after - b.after)
    .map((one, i) => ({ ...one, scores: one.scores.map((n) => Math.min(4, (n % 2) + Math.floor(i / 2))) })),
);
const anyHistory = fc.oneof(history, rising);

const made = (all: readonly Rated[]): ReadinessAssessment[] =>
  all.map(({ after, scores, worker }, i) =>
    ReadinessAssessment.parse({
      ...{ id: `r-${i}`, personId: 'somebody', assessedOn: addDays(start, after) },
      rater: { kind: 'worker', workerId: worker },
      scores: Object.fromEntries(domains.map((id, n) => [id, scores[n]])),
    }),
  );
const newest = (all: readonly Rated[]): number => Math.max(...all.map((one) => one.after));
const forecastOf = (all: readonly Rated[]) =>
  readinessForecast(model, gate, made(all), dayNumber(start) + newest(all));

test('a forecast is never before the newest assessment, and its slowest skill is below the gate', () => {
  fc.assert(
    fc.property(anyHistory, (all) => {
      const found = forecastOf(all);
      if (found.kind === 'none') return;
      expect(found.on >= addDays(start, newest(all))).toBe(true);
      if (found.kind === 'reached') return;
      const scores = ratingHistory(made(all), found.slowest, 'worker');
      expect(scores.at(-1)!.score).toBeLessThan(least);
    }),
    settings,
  );
});

test('better newest ratings never make a forecast later, and never take one away', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat({ max: domains.length - 1 }), (all, at) => {
      const last = newest(all);
      const better = all.map((one) =>
        one.after === last
          ? { ...one, scores: one.scores.map((n, i) => (i === at ? Math.min(4, n + 1) : n)) }
          : one,
      );
      const [before, after] = [forecastOf(all), forecastOf(better)];
      if (before.kind === 'none') return;
      expect(after.kind === 'none' ? 'taken away' : after.on <= before.on).toBe(true);
    }),
    settings,
  );
});

/** Whole days until the gate by trying one day after another, with the slopes counted one by one. */
function dayByTrying(points: readonly { on: number; score: number }[]): number | null {
  const slopes: number[] = [];
  for (const a of points)
    for (const b of points) if (a.on < b.on) slopes.push((b.score - a.score) / (b.on - a.on));
  slopes.sort((a, b) => a - b);
  const middle = (slopes.length - 1) / 2;
  const slope = (slopes[Math.floor(middle)]! + slopes[Math.ceil(middle)]!) / 2;
  const last = points.at(-1)!;
  for (let days = 0; days <= 730; days++)
    if (last.score + slope * days >= least - 1e-9) return last.on + days;
  return null;
}

test('the day is that of the slowest skill, found by trying each day with every slope', () => {
  let dated = 0;
  fc.assert(
    fc.property(anyHistory, (all) => {
      const found = forecastOf(all);
      const histories = domains.map((id) => ratingHistory(made(all), id, 'worker'));
      const days = histories.map((one) =>
        one.at(-1)!.score >= least ? one.at(-1)!.on : one.length < 3 ? null : dayByTrying(one),
      );
      if (days.includes(null)) {
        expect(found.kind).toBe('none');
        return;
      }
      dated += found.kind === 'expected' ? 1 : 0;
      expect(found.kind === 'none' ? null : dayNumber(found.on)).toBe(Math.max(...days.map(Number)));
    }),
    settings,
  );
  expect(dated).toBeGreaterThan(settings.numRuns / 40);
});

test('the median slope is that of all pairs, whatever order the ratings come in', () => {
  const points = fc.uniqueArray(fc.record({ on: fc.nat({ max: 900 }), score }), {
    ...{ minLength: 2, maxLength: 9, selector: (one: { on: number }) => one.on },
  });
  fc.assert(
    fc.property(points, (all) => {
      const slopes = all
        .flatMap((a) => all.flatMap((b) => (a.on < b.on ? [(b.score - a.score) / (b.on - a.on)] : [])))
        .sort((a, b) => a - b);
      const middle = (slopes.length - 1) / 2;
      const { rise, per } = medianSlope([...all].reverse())!;
      expect(rise / per).toBeCloseTo((slopes[Math.floor(middle)]! + slopes[Math.ceil(middle)]!) / 2, 12);
    }),
    settings,
  );
});

test('a level is reached on the exact day, though 49 times one 49th is less than one to a computer', () => {
  expect(daysToRise(1, { rise: 1, per: 49 })).toBe(49);
  expect(daysToRise(2, { rise: 3, per: 100 })).toBe(67);
  expect(daysToRise(1, { rise: 0, per: 9 })).toBe(Number.POSITIVE_INFINITY);
});

test('too few ratings, no rise and old ratings give no day, each with its reason', () => {
  const flat = (after: number, n: number): Rated => {
    return { after, scores: domains.map(() => n), worker: 'w-1' };
  };
  const two = [flat(0, 1), flat(30, 2)];
  expect(forecastOf(two)).toMatchObject({ kind: 'none', because: 'tooFewRatings' });
  expect(forecastOf([...two, flat(60, 0)])).toMatchObject({ kind: 'none', because: 'noRise' });
  const rising = [flat(0, 0), flat(30, 1), flat(60, 2)];
  expect(forecastOf(rising)).toMatchObject({ kind: 'expected', on: '2026-04-01', confidence: 'medium' });
  const on = (days: number) => readinessForecast(model, gate, made(rising), dayNumber(start) + days);
  expect(on(150)).toMatchObject({ kind: 'expected', on: '2026-04-01' });
  expect(on(151)).toMatchObject({ kind: 'none', because: 'stale' });
  expect(readinessForecast(model, gate, [], 0)).toMatchObject({ because: 'tooFewRatings' });
});

test('a forecast is surer with more ratings that never fall, and less sure beyond what they cover', () => {
  const flat = (after: number, n: number): Rated => {
    return { after, scores: domains.map(() => n), worker: 'w-1' };
  };
  const five = [flat(0, 0), flat(20, 0), flat(40, 1), flat(60, 1), flat(80, 2)];
  expect(forecastOf(five)).toMatchObject({ kind: 'expected', confidence: 'high' });
  const dip = [flat(0, 1), flat(20, 0), flat(40, 1), flat(60, 1), flat(80, 2)];
  expect(forecastOf(dip)).toMatchObject({ kind: 'expected', confidence: 'medium' });
  const short = [flat(0, 0), flat(10, 0), flat(20, 1)];
  expect(forecastOf(short)).toMatchObject({ kind: 'expected', confidence: 'low' });
});

test('a skill rated later than the slowest is forecast to reach the gate holds the day back', () => {
  const quick: Rated[] = [0, 10, 20].map((after, n) => {
    return { after, scores: domains.map((_, i) => (i === 0 ? n : 3)), worker: 'w-1' };
  });
  expect(forecastOf(quick)).toMatchObject({ kind: 'expected', on: '2026-01-31' });
  const [last] = made([{ after: 60, scores: domains.map(() => 3), worker: 'w-1' }]);
  const { [domains[0]!]: _, ...others } = last!.scores;
  const all = [...made(quick), { ...last!, scores: others }];
  const found = readinessForecast(model, gate, all, dayNumber(start) + 60);
  expect(found).toMatchObject({ kind: 'expected', on: '2026-03-02', slowest: domains[0] });
});
