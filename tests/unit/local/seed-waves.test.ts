import { describe, expect, test } from 'vitest';
import { demoPartnerships } from '../../../infra/local/demo-data/demo-data.ts';
import { seedWaves } from '../../../infra/local/seed-waves.ts';
import { Day } from '../../../shared/domain/day.ts';
import { Reference } from '../../../shared/domain/ids.ts';

const on = Day.parse('2026-11-23');
const waves = demoPartnerships.map((partnership) => ({
  partnership,
  ...seedWaves({ partnership, on, seed: 7 }),
}));
const firstSteps = waves.flatMap((one) => one.firstSteps);
const loaded = waves.flatMap((one) => one.waves.flat(2));
const calls = [...loaded, ...firstSteps];

describe('the calls that load the demo', () => {
  test('are fewer than 1,500, and the same each time', () => {
    expect(calls.length).toBeGreaterThan(800);
    expect(calls.length).toBeLessThan(1500);
    const again = { partnership: 'bristol', ...seedWaves({ partnership: 'bristol', on, seed: 7 }) };
    expect(again).toEqual(waves.find((one) => one.partnership === 'bristol'));
  });

  test('have a key each that no other call of the same user has', () => {
    const keys = calls.map(({ user, key }) => `${user} ${key}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key } of calls) expect(Reference.safeParse(key).success, key).toBe(true);
  });

  test('hold every person, home and request of the files', () => {
    const count = (path: string) => calls.filter((one) => one.path === path).length;
    expect(count('/v1/people')).toBe(290);
    expect(count('/v1/homes')).toBe(92);
    expect(count('/v1/placement-requests')).toBe(178);
  });

  test('leave the vacancy of the story, its patient and the request for them to whoever tries the demo', () => {
    expect(firstSteps.map(({ user, path }) => `${user} ${path.replace(/request-\d+/, 'request')}`)).toEqual([
      'officer /v1/rooms/kestrel-court-7-whole/vacancies',
      'ward /v1/people',
      'ward /v1/placement-requests',
      'lead /v1/placement-requests/request/review',
      'lead /v1/placement-requests/request/review',
    ]);
    expect(JSON.stringify(loaded)).not.toContain('story-patient');
  });

  test('leave it to the ward to ask for its own patients, and to nobody to review what they asked for', () => {
    const asked = calls.filter((one) => one.path === '/v1/placement-requests');
    expect(new Set(asked.map((one) => one.user))).toEqual(
      new Set(['worker', 'ward', 'bristol-worker', 'somerset-worker', 'sefton-worker']),
    );
    const reviews = calls.filter((one) => one.path.endsWith('/review'));
    expect(new Set(reviews.map((one) => one.user))).toEqual(
      new Set(['lead', 'bristol-lead', 'somerset-lead', 'sefton-lead']),
    );
  });
});
