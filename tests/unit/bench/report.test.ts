import { expect, test } from 'vitest';
import { aimsOf } from '../../bench/aims.ts';
import { chartOf } from '../../bench/chart.ts';
import { inTurns, quantile } from '../../bench/measure.ts';
import { Report } from '../../bench/report.ts';
import { sayMs, sayTimes, tableOf } from '../../bench/table.ts';

test('a median is of the runs after the first, which is warm-up, and takes turns with the others', () => {
  const order: string[] = [];
  const times = [90, 3, 1, 2];
  const fast = () => ({
    ms: times[order.push('fast') && order.filter((who) => who === 'fast').length - 1]!,
    found: '7',
  });
  const slow = () => ({ ms: order.push('slow') * 100, found: '7' });
  const [first, second] = inTurns(
    [
      { name: 'fast', turns: 3, run: fast },
      { name: 'slow', turns: 0, run: slow },
    ],
    () => {},
  );
  expect(order).toEqual(['fast', 'slow', 'fast', 'fast', 'fast']);
  expect(first).toMatchObject({ ms: 2, runs: 3, cold: false });
  expect(second).toMatchObject({ ms: 200, runs: 1, cold: true });
});

test('a solver that finds something else the second time ends the run', () => {
  let worth = 1;
  const fickle = { name: 'fickle', turns: 1, run: () => ({ ms: 1, found: String(worth++) }) };
  expect(() => inTurns([fickle], () => {})).toThrow('fickle finds 2 after 1.');
});

test('the 95th percentile of a hundred times is the 95th, and of none there is none', () => {
  const times = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(quantile(times, 0.95)).toBe(95);
  expect(quantile([], 0.5)).toBeNaN();
});

test('what a run did not measure is neither met nor missed', () => {
  const report = new Report(1);
  report.draw('Homeward', 1_000, 2);
  report.draw('HiGHS', 1_000, 20);
  report.draw('HiGHS, interior point', 1_000, 100);
  const table = tableOf(['About.'], [], aimsOf(report));
  expect(table).toContain('at least 15 times as fast as HiGHS, 1,000 people, points | 10 | missed |');
  expect(table).toContain('faster than munkres, 20,000 people | – | not measured |');
});

test('times are told in the unit they are read in, ratios as exactly as they are worth', () => {
  expect([0.25, 1.26, 42.4, 12_345].map(sayMs)).toEqual(['250 µs', '1.3 ms', '42 ms', '12.3 s']);
  expect([1.26, 7, 1_234.5].map(sayTimes)).toEqual(['1.3', '7', '1,235']);
});

test('a chart draws each solver once, says what it shows, and its names do not touch', () => {
  const at = (ms: number) => [
    { people: 1_000, ms },
    { people: 20_000, ms: ms * 100 },
  ];
  const svg = chartOf(
    [
      { name: 'Ours', colour: '#00703c', points: at(1) },
      { name: 'Others', colour: '#d4351c', points: at(1.01) },
    ],
    'Time',
    'Ours: 1 ms.',
  );
  expect(svg).toContain('<title id="title">Time</title><desc id="about">Ours: 1 ms.</desc>');
  expect(svg.match(/<circle /g)).toHaveLength(4);
  const [above, below] = [...svg.matchAll(/y="([\d.]+)" fill="#\w+" font-weight="bold">O/g)].map(([, y]) =>
    Number(y),
  );
  expect(Math.abs(above! - below!)).toBeGreaterThanOrEqual(16);
});
