import { describe, expect, test } from 'vitest';
import { demoPartnerships } from '../../../infra/local/demo-data/demo-data.ts';
import { seedWaves } from '../../../infra/local/seed-waves.ts';
import { Day } from '../../../shared/domain/day.ts';
import { Reference } from '../../../shared/domain/ids.ts';

const on = Day.parse('2026-11-23');
const waves = demoPartnerships.map((partnership) => ({
  partnership,
  waves: seedWaves({ partnership, on, seed: 7 }),
}));
const calls = waves.flatMap((one) => one.waves.flat(2));

describe('the calls that load the demo', () => {
  test('are fewer than 1,500, and the same each time', () => {
    expect(calls.length).toBeGreaterThan(800);
    expect(calls.length).toBeLessThan(1500);
    expect(seedWaves({ partnership: 'bristol', on, seed: 7 })).toEqual(
      waves.find((one) => one.partnership === 'bristol')?.waves,
    );
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
