import { expect, test } from 'vitest';
import { homeScene, inDays, today } from '../../support/home-scene.ts';

const params = { homeId: 'birch' };

test('a calendar says what each room is on each day, and never who', async () => {
  const { ask, lives, held } = await homeScene();
  await lives('ada', 'birch-1');
  const body = { from: '2026-05-01', reason: '13', expected: 'noticeGiven' };
  await ask('listVacancy', { as: 'officer', params: { roomId: 'birch-1' }, body });
  await lives('ben', 'birch-2', { from: inDays(5), arrived: false });
  const works = { from: inDays(1), to: inDays(2), reason: 'damp' };
  await ask('takeOutOfService', { as: 'officer', params: { roomId: 'birch-2' }, body: works });
  await held('cat', 'birch-3', inDays(3));
  const query = { from: today, to: '2026-05-19' };
  const { status, body: calendar } = await ask('readCalendar', { as: 'ward', params, query });
  expect(status).toBe(200);
  const until = '2026-05-20';
  expect(calendar).toEqual({
    homeId: 'birch',
    rooms: [
      {
        roomId: 'birch-1',
        runs: [
          { from: today, until: '2026-05-01', status: 'lived' },
          { from: '2026-05-01', until: '2026-05-07', status: 'turnaround' },
          { from: '2026-05-07', until, status: 'free' },
        ],
      },
      {
        roomId: 'birch-2',
        runs: [
          { from: today, until: inDays(1), status: 'free' },
          { from: inDays(1), until: inDays(3), status: 'outOfService' },
          { from: inDays(3), until: inDays(5), status: 'free' },
          { from: inDays(5), until, status: 'promised' },
        ],
      },
      {
        roomId: 'birch-3',
        runs: [
          { from: today, until: inDays(3), status: 'free' },
          { from: inDays(3), until, status: 'held' },
        ],
      },
      { roomId: 'birch-sleep-in', runs: [{ from: today, until, status: 'neverLet' }] },
      { roomId: 'birch-kitchen', runs: [{ from: today, until, status: 'neverLet' }] },
    ],
  });
  expect(JSON.stringify(calendar)).not.toMatch(/ada|ben|cat/);
});

test('a hold shows until it runs out', async () => {
  const { ask, held, setNow } = await homeScene();
  await held('cat', 'birch-3', inDays(3), '2026-04-22T00:00:00Z');
  const statuses = async () => {
    const query = { from: inDays(3), to: inDays(3) };
    const { body } = await ask('readCalendar', { as: 'officer', params, query });
    return body.rooms[2].runs.map(({ status }: { status: string }) => status);
  };
  setNow('2026-04-21T23:59:59Z');
  expect(await statuses()).toEqual(['held']);
  setNow('2026-04-22T00:00:00Z');
  expect(await statuses()).toEqual(['free']);
});

test('a calendar holds a year at most, of days that are', async () => {
  const { ask } = await homeScene();
  const asked = (query: Record<string, string>) => ask('readCalendar', { as: 'officer', params, query });
  expect(await asked({ from: '2028-01-01', to: '2028-12-31' })).toMatchObject({ status: 200 });
  const wrong: Record<string, string>[] = [
    { from: '2028-01-01', to: '2029-01-01' },
    { from: '2026-05-02', to: '2026-05-01' },
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-03-01' },
    { from: '2026-03-01', to: '2026-03-02', room: 'birch-1' },
  ];
  for (const query of wrong)
    expect(await asked(query), JSON.stringify(query)).toMatchObject({
      status: 400,
    });
  const far = await asked({ from: '9999-12-01', to: '9999-12-31' });
  expect(far).toMatchObject({ status: 422, body: { code: 'day-not-possible' } });
});

test('the calendar of a home elsewhere, or of somebody else, reads as missing', async () => {
  const { ask } = await homeScene();
  const query = { from: today, to: today };
  const missing = await ask('readCalendar', { as: 'officer', params: { homeId: 'missing' }, query });
  expect(missing.status).toBe(404);
  for (const as of ['provider', 'stranger'])
    expect(await ask('readCalendar', { as, params, query })).toEqual(missing);
});
