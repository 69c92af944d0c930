import { expect, test } from 'vitest';
import { homeScene, inDays, today } from '../../support/home-scene.ts';

const room = { roomId: 'birch-1' };

test('work said along with a vacancy closes the room in the same commit, and who may not live there is on record', async () => {
  const scene = await homeScene();
  const work = { to: inDays(6), reason: 'repairs' };
  const body = { from: inDays(7), reason: '13', work, notSuitableFor: ['arson', 'arson'] };
  const listed = await scene.ask('listVacancy', { as: 'officer', params: room, body });
  expect(listed.status).toBe(201);
  const home = await scene.home();
  expect(home.home.notSuitableFor).toEqual(['arson']);
  expect(home.outOfService).toMatchObject([
    { roomId: 'birch-1', from: today, to: inDays(6), reason: 'repairs' },
  ]);
  const { periods, offered } = await scene.ledger();
  expect(periods).toMatchObject([{ kind: 'outOfService', from: today, until: inDays(7) }]);
  expect(offered).toMatchObject([{ roomId: 'birch-1', vacancyId: listed.body.id }]);
  const audit = await scene.audit('home:birch');
  expect(audit.filter(({ deed }) => deed === 'vacancyListed')).toHaveLength(1);
});

test('work of an empty room ends before the day somebody could move in', async () => {
  const scene = await homeScene();
  const body = { from: inDays(7), reason: '13', work: { to: inDays(7), reason: 'repairs' } };
  const barred = await scene.ask('listVacancy', { as: 'officer', params: room, body });
  expect([barred.status, barred.body.code]).toEqual([409, 'room-out-of-service']);
  expect((await scene.home()).outOfService).toEqual([]);
});

test('work begins when the resident leaves, and not while nobody has given notice', async () => {
  const scene = await homeScene();
  await scene.lives('ada', 'birch-1');
  const about = { from: inDays(30), reason: '13', work: { to: inDays(33), reason: 'deepClean' } };
  const forecast = { ...about, expected: 'forecast' };
  const barred = await scene.ask('listVacancy', { as: 'officer', params: room, body: forecast });
  expect([barred.status, barred.body.code]).toEqual([409, 'room-taken']);
  const early = { ...about, expected: 'noticeGiven', work: { ...about.work, to: inDays(29) } };
  const wrong = await scene.ask('listVacancy', { as: 'officer', params: room, body: early });
  expect(wrong.body.code).toBe('day-not-possible');
  const listed = { ...about, expected: 'noticeGiven' };
  expect((await scene.ask('listVacancy', { as: 'officer', params: room, body: listed })).status).toBe(201);
  expect((await scene.home()).outOfService).toMatchObject([{ from: inDays(30), to: inDays(33) }]);
});
