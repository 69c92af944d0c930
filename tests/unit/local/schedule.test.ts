import { afterEach, describe, expect, test } from 'vitest';
import { milliseconds, startTicker, type Ticker } from '../../../infra/local/schedule.ts';

const minute = 60_000;

describe('a schedule', () => {
  test.each([
    ['rate(1 minute)', minute],
    ['rate(5 minutes)', 5 * minute],
    ['rate(2 hours)', 120 * minute],
    ['rate(1 day)', 24 * 60 * minute],
  ])('%s starts every so often', (expression, expected) => {
    expect(milliseconds(expression)).toBe(expected);
  });

  test.each(['cron(0 2 * * ? *)', 'rate(1 week)', 'rate(minute)', ''])(
    '%s is refused by name',
    (expression) => {
      expect(() => milliseconds(expression)).toThrow('knows no schedule');
    },
  );
});

describe('the ticker', () => {
  let ticker: Ticker;
  afterEach(() => ticker.stop());

  test('starts at each tick what is due by the local time, and does not mind a run that fails', async () => {
    const started: string[] = [];
    let now = 0;
    const of = (name: string, expression: string) => ({ function: name, expression, input: {} });
    ticker = startTicker(
      [of('each', 'rate(1 minute)'), of('hourly', 'rate(1 hour)')],
      async (schedule) => {
        started.push(schedule.function);
        throw new Error('no');
      },
      () => now,
    );
    ticker.tick();
    now += minute;
    ticker.tick();
    now += 60 * minute;
    ticker.tick();
    ticker.tick();
    expect(started).toEqual(['each', 'hourly', 'each', 'each', 'hourly']);
  });
});
