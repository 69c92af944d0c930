import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answered } from '../support/ask.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { newPerson } from '../support/people-scene.ts';
import { race, tally } from '../support/race.ts';
import { newHome } from '../support/scenes.ts';
import { openWorld, type World } from '../support/world.ts';

/**
 * One adviser of Staying Connected, half a post, and somebody who is allocated to her in their 17th year, from 20 April
 * to 1 June 2026.
 */
let world: World;
const sam = '/v1/people/sam';

beforeAll(async () => {
  world = await openWorld('2026-04-20T09:00:00Z');
  await loadOneChain(world.store);
  await done('lead', '/v1/workers', {
    ...{ id: 'w-3', serviceModel: 'stayingConnected', role: 'independenceAdviser', team: 'advisers' },
    ...{ fullTimeEquivalent: 0.5, caseloadLimit: null, coveredBy: 'w-2' },
  });
  await done('admin', '/v1/members', {
    ...{ id: 'adviser', organisationId: 'council', roles: ['supportWorker'] },
    ...{ workerId: 'w-3', hospitalSite: null },
  });
  for (const [id, dateOfBirth] of [
    ['sam', '2009-09-01'],
    ['kit', '2008-03-01'],
    ['jo', '2008-05-01'],
  ] as const)
    await done('officer', '/v1/people', newPerson(id, { needs: [] }, { dateOfBirth }));
  for (const [id, stage] of [
    ['ash', 'highSupport'],
    ['fir', 'extendedSupport'],
  ] as const)
    await done(
      'officer',
      '/v1/homes',
      newHome(id, { offers: [{ serviceModel: 'stayingConnected', stage }] }),
    );
});
afterAll(() => world.stop());

async function done(as: string, path: string, body: object): Promise<Answered> {
  const answered = await world.as(as).post(path, body);
  expect(answered.status, JSON.stringify(answered.body)).toBe(201);
  return answered;
}
const go = (day: string): void => world.setNow(`${day}T09:00:00Z`);
const read = async (as: string, path: string) => (await world.as(as).get(path)).body;
const first = { workerId: 'w-3', part: 'primary', from: '2026-04-20', metBeforeMove: true };

test('the lead gives somebody of 16 an adviser, whom they have met, and from then on the adviser sees them', async () => {
  expect(await world.as('adviser').get(sam)).toMatchObject({ status: 404 });
  await done('lead', `${sam}/workers`, first);
  expect(await world.as('adviser').get(sam)).toMatchObject({ status: 200 });
  expect(await read('adviser', '/v1/workers/w-3/caseload')).toMatchObject({
    ...{ most: 2, carried: 1, free: 1, isAway: false, covering: [] },
    people: [{ personId: 'sam', part: 'primary', since: '2026-04-20', metBeforeMove: true }],
  });
  expect(await world.as('worker').get('/v1/workers/w-3/caseload')).toMatchObject({ status: 404 });
});

test('a week later a co-worker is added, who has nobody on their caseload by it', async () => {
  go('2026-04-27');
  const before = await read('lead', '/v1/workers/w-1/caseload');
  const second = { workerId: 'w-1', part: 'coAllocated', from: '2026-04-27' };
  await done('adviser', `${sam}/workers`, second);
  expect(await world.as('adviser').post(`${sam}/workers`, second)).toMatchObject({
    status: 409,
    body: { code: 'worker-already-named' },
  });
  const after = await read('lead', '/v1/workers/w-1/caseload');
  expect(after.carried).toBe(before.carried);
  expect(after.people.at(-1)).toMatchObject({ personId: 'sam', part: 'coAllocated', since: '2026-04-27' });
  await done('officer', '/v1/stays', {
    ...{ id: 'in-ash', personId: 'sam', roomId: 'ash-1', from: '2026-04-27', leavesOn: null },
  });
});

test('while the adviser is ill for two weeks, whoever covers sees their people and nobody else does', async () => {
  go('2026-05-04');
  expect(await world.as('worker-2').get(sam)).toMatchObject({ status: 404 });
  const cover = await read('lead', '/v1/workers/w-2/caseload');
  await done('adviser', '/v1/workers/w-3/absences', { from: '2026-05-04', until: null });
  expect(await world.as('worker-2').get(sam)).toMatchObject({ status: 200 });
  expect(await read('lead', '/v1/workers/w-3/caseload')).toMatchObject({ isAway: true, coveredBy: 'w-2' });
  expect(await read('worker-2', '/v1/workers/w-2/caseload')).toEqual({
    ...cover,
    covering: [{ workerId: 'w-3', until: null, people: ['sam'] }],
  });
  go('2026-05-18');
  await done('lead', '/v1/workers/w-3/absences', { from: '2026-05-04', until: '2026-05-18' });
  expect(await world.as('worker-2').get(sam)).toMatchObject({ status: 404 });
  expect(await read('worker-2', '/v1/workers/w-2/caseload')).toEqual(cover);
});

test('the last place of half a post goes to one of two who are given it at once, and the lead may go above with a reason', async () => {
  go('2026-05-25');
  const place = { ...first, from: '2026-05-25', metBeforeMove: false };
  const rivals = ['kit', 'jo'];
  const answers = await race(2, (at) => world.as('lead').post(`/v1/people/${rivals[at]}/workers`, place));
  expect(tally(answers)).toEqual({ '201': 1, '409 caseload-full': 1 });
  const lost = answers.findIndex(({ status }) => status === 409);
  expect(answers[lost]?.body.facts).toEqual({ workerId: 'w-3', most: '2', carried: '2', of: 'worker' });
  const aboveLimitBecause = 'A sibling of somebody the adviser works with already.';
  const path = `/v1/people/${rivals[lost]}/workers`;
  await done('lead', path, { ...place, aboveLimitBecause });
  expect((await read('lead', path)).relationships).toMatchObject([
    { roleName: 'Independence Advisor', aboveLimit: { by: 'lead', most: 2, carried: 2 } },
  ]);
  expect(await read('lead', '/v1/workers/w-3/caseload')).toMatchObject({ carried: 3, most: 2, free: 0 });
});

test('whoever moves on to the next stage keeps both workers', async () => {
  const before = await read('adviser', `${sam}/workers`);
  await done('officer', '/v1/stays/in-ash/departure', { on: '2026-05-25', reason: 'plannedMoveOn' });
  await done('officer', '/v1/stays', {
    ...{ id: 'in-fir', personId: 'sam', roomId: 'fir-1', from: '2026-05-25', leavesOn: null },
  });
  expect(await read('adviser', `${sam}/workers`)).toEqual(before);
  expect(before.relationships).toMatchObject([
    { workerId: 'w-3', part: 'primary', until: null, metBeforeMove: true },
    { workerId: 'w-1', part: 'coAllocated', until: null },
  ]);
});

test('the days without two workers come out to the day: seven at first, and three when nobody covered', async () => {
  await done('worker', '/v1/workers/w-1/absences', {
    ...{ from: '2026-05-20', until: '2026-05-23', coveredBy: null },
  });
  go('2026-06-01');
  const period = 'from=2026-04-01&until=2026-06-01';
  expect(await read('adviser', `${sam}/days-without-workers?${period}`)).toEqual({
    figures: [
      {
        ...{ serviceModel: 'stayingConnected', wanted: 2, days: 10, of: 42 },
        spells: [
          { from: '2026-04-20', until: '2026-04-27', workers: 1 },
          { from: '2026-05-20', until: '2026-05-23', workers: 1 },
        ],
      },
    ],
  });
  const all = `/v1/days-without-workers?serviceModel=stayingConnected&${period}`;
  expect(await read('lead', all)).toMatchObject({ wanted: 2, people: null, days: null, of: null });
  expect(await world.as('adviser').get(all)).toMatchObject({ status: 403 });
  expect(await findBroken(world.store)).toEqual([]);
});
