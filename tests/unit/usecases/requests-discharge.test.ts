import { expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import { ReadyPeriod } from '../../../shared/domain/placement-request.ts';
import { delaySoFar } from '../../../shared/usecases/requests/delay.ts';
import { readyOn, requestsScene } from '../../support/requests-scene.ts';

const params = { requestId: 'ask' };
const notOpen = { status: 409, body: { code: 'transition-not-allowed' } };

async function dischargeScene(readyPeriod?: unknown) {
  const scene = await requestsScene();
  await scene.asked({ kind: 'discharge', ...(readyPeriod !== undefined && { readyPeriod }) });
  const { ask } = scene;
  return {
    ...scene,
    open: (body: unknown, key?: string) =>
      ask('openReadyPeriod', { as: 'worker', params, body, ...(key !== undefined && { key }) }),
    end: (readyPeriodId: string, ifMatch: number | undefined, body: unknown, key?: string) =>
      ask('endReadyPeriod', {
        as: 'worker',
        params: { ...params, readyPeriodId },
        body,
        ...(ifMatch !== undefined && { ifMatch }),
        ...(key !== undefined && { key }),
      }),
    delay: async () => (await ask('readRequest', { as: 'worker', params })).body.delay,
  };
}

const notReady = (endedOn: string) => ({ endedOn, endReason: 'notReadyAgain' });

test('somebody becomes ready, is not ready again, and becomes ready once more', async () => {
  const { open, end, requestFile, delay } = await dischargeScene();
  expect(await delay()).toEqual({ days: 0, byReason: [], byAttributable: [] });
  const first = await open(readyOn('2026-04-01', { id: 'one' }));
  expect(first).toMatchObject({
    status: 201,
    body: { id: 'ask', version: 2, status: 'ready', readyPeriodId: 'one' },
  });
  const ended = await end('one', 2, notReady('2026-04-05'));
  expect(ended).toMatchObject({
    status: 200,
    headers: { etag: '"3"' },
    body: { version: 3, status: 'open' },
  });
  const second = await open(readyOn('2026-04-10', { delayReason: 'B1', attributable: '04' }));
  expect(second.body).toMatchObject({ version: 4, status: 'ready' });
  expect((await requestFile()).discharge?.periods).toMatchObject([
    { id: 'one', readyOn: '2026-04-01', endedOn: '2026-04-05', endReason: 'notReadyAgain' },
    { readyOn: '2026-04-10', endedOn: null, endReason: null },
  ]);
  // 1 to 4 April, and 10 to 19 April: the day it ended and today do not count.
  expect(await delay()).toEqual({
    days: 14,
    byReason: [
      { reason: 'J2', days: 4 },
      { reason: 'B1', days: 10 },
    ],
    byAttributable: [
      { attributable: '07', days: 4 },
      { attributable: '04', days: 10 },
    ],
  });
});

test('days of delay grow with each day that is over, in London', async () => {
  const { setNow, delay } = await dischargeScene(readyOn('2026-04-19'));
  expect((await delay()).days).toBe(1);
  setNow('2026-04-20T22:59:59Z');
  expect((await delay()).days).toBe(1);
  setNow('2026-04-20T23:00:00Z');
  expect((await delay()).days).toBe(2);
});

test('a day that two imported periods name counts once, for the earlier one', () => {
  const period = (id: string, from: string, endedOn: string | null, delayReason: string) =>
    ReadyPeriod.parse({
      ...{ id, requestId: 'ask', readyOn: from, endedOn, delayReason, attributable: '07' },
      endReason: endedOn && 'notReadyAgain',
    });
  const periods = [
    period('two', '2026-04-04', null, 'B1'),
    period('one', '2026-04-01', '2026-04-06', 'J2'),
    period('soon', '2026-04-30', null, 'C1'),
  ];
  expect(delaySoFar(periods, Day.parse('2026-04-10'))).toEqual({
    days: 9,
    byReason: [
      { reason: 'J2', days: 5 },
      { reason: 'B1', days: 4 },
    ],
    byAttributable: [{ attributable: '07', days: 9 }],
  });
});

test('a period is refused while one goes on, and where it overlaps an earlier one', async () => {
  const { open, end } = await dischargeScene(readyOn('2026-04-01', { id: 'one' }));
  expect(await open(readyOn('2026-04-10'))).toMatchObject(notOpen);
  await end('one', 1, notReady('2026-04-05'));
  expect(await open(readyOn('2026-04-04'))).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { notBefore: '2026-04-05' } },
  });
  expect(await open(readyOn('2026-04-21'))).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { notAfter: '2026-04-20' } },
  });
  expect(await open(readyOn('2026-04-06', { id: 'one' }))).toMatchObject({
    status: 409,
    body: { code: 'already-exists' },
  });
  expect(await open(readyOn('2026-04-05'))).toMatchObject({ status: 201 });
});

test('a period ends between its first day and today, once, on the version that was read', async () => {
  const { end } = await dischargeScene(readyOn('2026-04-10', { id: 'one' }));
  expect(await end('one', undefined, notReady('2026-04-12'))).toMatchObject({
    status: 428,
    body: { code: 'if-match-missing' },
  });
  expect(await end('one', 7, notReady('2026-04-12'))).toMatchObject({
    status: 412,
    body: { code: 'version-changed', facts: { version: '1' } },
  });
  for (const day of ['2026-04-09', '2026-04-21'])
    expect(await end('one', 1, notReady(day))).toMatchObject({
      status: 422,
      body: { code: 'day-not-possible', facts: { notBefore: '2026-04-10', notAfter: '2026-04-20' } },
    });
  expect(await end('one', 1, notReady('2026-04-12'))).toMatchObject({ status: 200 });
  expect(await end('one', 2, notReady('2026-04-13'))).toMatchObject(notOpen);
  expect(await end('two', 2, notReady('2026-04-13'))).toMatchObject({ status: 404 });
});

test('a discharge is final, and needs somebody to follow the person up', async () => {
  const { ask, opened, end, open } = await dischargeScene(readyOn('2026-04-10', { id: 'one' }));
  const left = { endedOn: '2026-04-20', endReason: 'discharged' };
  expect((await end('one', 1, left)).body.status).toBe('discharged');
  expect(await open(readyOn('2026-04-20'))).toMatchObject(notOpen);

  await opened('bea');
  await ask('openRequest', {
    as: 'worker',
    body: {
      id: 'ask-bea',
      personId: 'bea',
      kind: 'discharge',
      serviceModel: 'stayingConnected',
      submit: true,
      readyPeriod: readyOn('2026-04-10', { id: 'two' }),
    },
  });
  const alone = await ask('endReadyPeriod', {
    as: 'worker',
    params: { requestId: 'ask-bea', readyPeriodId: 'two' },
    ifMatch: 1,
    body: left,
  });
  expect(alone).toMatchObject({ status: 409, body: { code: 'follow-up-owner-missing' } });
});

test('not being ready again while a room is promised takes the discharge back to open', async () => {
  const { put, end, requestFile } = await dischargeScene(readyOn('2026-04-10', { id: 'one' }));
  await put('placed', 'placed');
  expect((await end('one', 1, notReady('2026-04-12'))).body.status).toBe('open');
  expect((await requestFile()).request.status).toBe('placed');
});

test('what is no discharge, or is over, has no ready periods', async () => {
  const plain = await requestsScene();
  await plain.asked();
  const body = readyOn('2026-04-10');
  expect(await plain.step('openReadyPeriod', 'worker', body)).toMatchObject(notOpen);
  const { open, step, end, delay } = await dischargeScene(readyOn('2026-04-10', { id: 'one' }));
  await step('withdrawRequest', 'worker', { reason: 'Goes home to family.' });
  expect(await open(body)).toMatchObject(notOpen);
  // The person may leave hospital all the same, and the count then ends.
  const left = await end('one', 2, { endedOn: '2026-04-15', endReason: 'discharged' });
  expect(left.body.status).toBe('discharged');
  expect((await delay()).days).toBe(5);
});

test('opening and ending under one key have one effect', async () => {
  const { open, end, requestFile } = await dischargeScene();
  const first = await open(readyOn('2026-04-10'), 'open');
  expect(await open(readyOn('2026-04-10'), 'open')).toEqual(first);
  const id = first.body.readyPeriodId;
  const ended = await end(id, 2, notReady('2026-04-12'), 'end');
  expect(await end(id, 2, notReady('2026-04-12'), 'end')).toEqual(ended);
  expect(await end(id, 2, notReady('2026-04-13'), 'end')).toMatchObject({ status: 422 });
  expect((await requestFile()).discharge?.periods).toHaveLength(1);
});

test.each([
  ['a retired reason', readyOn('2026-04-10', { delayReason: 'A1' })],
  ['an unknown part', readyOn('2026-04-10', { attributable: '99' })],
  ['an end at once', readyOn('2026-04-10', { endedOn: '2026-04-12' })],
  ['an impossible day', readyOn('2026-04-31')],
])('%s is bad input', async (_, body) => {
  const { open } = await dischargeScene();
  expect(await open(body)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('a retired reason is refused with the current one that fits best', async () => {
  const { open } = await dischargeScene();
  const { body } = await open(readyOn('2026-04-10', { delayReason: 'F1' }));
  expect(body.errors).toEqual([
    {
      pointer: '/body/delayReason',
      message: 'F1 was retired in 2017; F2 is the current reason that fits best',
    },
  ]);
  const none = await open(readyOn('2026-04-10', { delayReason: 'Z1' }));
  expect(none.body.errors[0].message).toMatch(/choose the current reason/);
});

test('a colleague without the case can neither open nor end a period', async () => {
  const { ask } = await dischargeScene(readyOn('2026-04-10', { id: 'one' }));
  const body = readyOn('2026-04-10');
  expect(await ask('openReadyPeriod', { as: 'colleague', params, body })).toMatchObject({ status: 404 });
  const ended = await ask('endReadyPeriod', {
    as: 'colleague',
    params: { ...params, readyPeriodId: 'one' },
    ifMatch: 1,
    body: notReady('2026-04-12'),
  });
  expect(ended).toMatchObject({ status: 404, body: { code: 'not-found' } });
});
