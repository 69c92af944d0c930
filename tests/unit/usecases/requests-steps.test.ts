import { expect, test } from 'vitest';
import { requestsScene } from '../../support/requests-scene.ts';

const reason = { reason: 'They found a place of their own.' };
const notOpen = { status: 409, body: { code: 'transition-not-allowed' } };

/** A request that the lead has found ready to place. */
async function readyScene() {
  const scene = await requestsScene();
  await scene.asked({ queuedOn: '2026-02-01' });
  await scene.step('reviewRequest', 'lead', { outcome: 'start' });
  const ready = await scene.step('reviewRequest', 'lead', { outcome: 'ready' });
  expect(ready).toMatchObject({ status: 201, body: { version: 3, status: 'readyToPlace' } });
  return scene;
}

test('a review begins, asks, is answered, and finds the request ready', async () => {
  const { asked, step, requestFile } = await requestsScene();
  await asked();
  const start = await step('reviewRequest', 'lead', { outcome: 'start' });
  expect(start.body).toEqual({ id: 'ask', version: 2, status: 'inReview' });
  const question = 'Which support have they had so far?';
  const waiting = await step('askForInformation', 'lead', { question });
  expect(waiting.body).toMatchObject({ status: 'infoRequested' });
  expect((await requestFile()).question).toBe(question);
  expect(await step('reviewRequest', 'lead', { outcome: 'start' })).toMatchObject(notOpen);
  const answer = 'Weekly visits since the spring.';
  const back = await step('giveInformation', 'worker', { answer });
  expect(back.body).toEqual({ id: 'ask', version: 4, status: 'inReview' });
  expect(await requestFile()).toMatchObject({
    question: null,
    answers: [{ question, answer, at: '2026-04-20T09:00:00.000Z' }],
  });
  expect((await step('reviewRequest', 'lead', { outcome: 'ready' })).body.status).toBe('readyToPlace');
});

test('a rejection needs a reason, which is kept, and is final', async () => {
  const { asked, step, requestFile } = await requestsScene();
  await asked();
  await step('reviewRequest', 'lead', { outcome: 'start' });
  expect(await step('reviewRequest', 'lead', { outcome: 'reject' })).toMatchObject({
    status: 422,
    body: { code: 'reason-missing' },
  });
  const rejected = await step('reviewRequest', 'lead', { outcome: 'reject', reason: 'Not of this area.' });
  expect(rejected.body.status).toBe('rejected');
  expect((await requestFile()).endedBecause).toBe('Not of this area.');
  expect(await step('withdrawRequest', 'worker', reason)).toMatchObject(notOpen);
});

test('nobody is ready to place without a review, and only a lead reviews', async () => {
  const { asked, step } = await requestsScene();
  await asked();
  expect(await step('reviewRequest', 'lead', { outcome: 'ready' })).toMatchObject(notOpen);
  expect(await step('reviewRequest', 'worker', { outcome: 'start' })).toMatchObject({ status: 403 });
  expect(await step('askForInformation', 'worker', { question: 'Why?' })).toMatchObject({ status: 403 });
  expect(await step('giveInformation', 'worker', { answer: 'So.' })).toMatchObject(notOpen);
});

test.each([
  ['submitted', []],
  ['inReview', ['start']],
  ['readyToPlace', ['start', 'ready']],
] as const)('a request that is %s goes on hold and back to where it was', async (status, outcomes) => {
  const { asked, step, requestFile, status: statusNow } = await requestsScene();
  await asked({ queuedOn: '2026-02-01' });
  for (const outcome of outcomes) await step('reviewRequest', 'lead', { outcome });
  const before = await requestFile();
  const paused = await step('pauseRequest', 'worker', { until: '2026-05-01', because: 'Away' });
  expect(paused.body.status).toBe('paused');
  expect((await requestFile()).request).toMatchObject({
    pausedUntil: '2026-05-01',
    pausedBecause: 'Away',
    pausedFrom: status,
    queuedOn: '2026-02-01',
  });
  expect(await step('submitRequest', 'worker')).toMatchObject(notOpen);
  expect(await step('reviewRequest', 'lead', { outcome: 'ready' })).toMatchObject(notOpen);
  expect(await step('giveInformation', 'worker', { answer: 'So.' })).toMatchObject(notOpen);
  expect((await step('resumeRequest', 'lead')).body.status).toBe(status);
  expect(await requestFile()).toEqual(before);
  expect(await statusNow()).toBe(status);
});

test('a pause may have no end, and no end before today', async () => {
  const { step } = await readyScene();
  const early = await step('pauseRequest', 'worker', { until: '2026-04-19', because: 'Away' });
  expect(early).toMatchObject({ status: 422, body: { facts: { notBefore: '2026-04-20' } } });
  const open = await step('pauseRequest', 'worker', { until: null, because: 'Away' });
  expect(open.body.status).toBe('paused');
  expect(await step('pauseRequest', 'worker', { until: null, because: 'Away' })).toMatchObject(notOpen);
});

test('only what is on hold is taken off hold', async () => {
  const { asked, step, put } = await requestsScene();
  await asked();
  for (const status of ['submitted', 'proposed', 'placed'] as const) {
    await put(status);
    expect(await step('resumeRequest', 'worker')).toMatchObject(notOpen);
  }
});

test('withdrawing keeps the reason and the day in the queue, from wherever the request stands', async () => {
  const { step, requestFile } = await readyScene();
  await step('pauseRequest', 'worker', { until: null, because: 'Away' });
  const withdrawn = await step('withdrawRequest', 'chair', reason);
  expect(withdrawn).toMatchObject({ status: 201, body: { status: 'withdrawn' } });
  const { request, endedBecause } = await requestFile();
  expect(request).toMatchObject({ status: 'withdrawn', queuedOn: '2026-02-01' });
  expect(request).not.toHaveProperty('pausedFrom');
  expect(endedBecause).toBe(reason.reason);
  expect(await step('resumeRequest', 'worker')).toMatchObject(notOpen);
});

test.each(['proposed', 'placed'] as const)(
  'a request is not withdrawn while a room is %s: the proposal is withdrawn first',
  async (status) => {
    const { step, put } = await readyScene();
    await put(status);
    const refused = await step('withdrawRequest', 'worker', reason);
    expect(refused).toMatchObject({ status: 409, body: { code: 'proposal-open', facts: { state: status } } });
    expect(refused.body.fix).toMatch(/Withdraw the proposal first/);
  },
);

test('a step taken twice with one key has one effect; of two at once one is taken', async () => {
  const { asked, step, requestFile } = await requestsScene();
  await asked();
  const first = await step('reviewRequest', 'lead', { outcome: 'start' }, 'once');
  expect(await step('reviewRequest', 'lead', { outcome: 'start' }, 'once')).toEqual(first);
  const other = await step('reviewRequest', 'lead', { outcome: 'ready' }, 'once');
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
  const answers = await Promise.all([
    step('reviewRequest', 'lead', { outcome: 'ready' }),
    step('askForInformation', 'lead', { question: 'Since when?' }),
    step('withdrawRequest', 'worker', reason),
  ]);
  expect(answers.map(({ status }) => status)).toContain(201);
  expect((await requestFile()).request.queuedOn).toBe('2026-04-20');
});

test('words of staff go into no answer, audit or log', async () => {
  const { asked, step, audit, logged } = await requestsScene();
  await asked();
  const said = 'Quillfeather, of Canary Row';
  await step('reviewRequest', 'lead', { outcome: 'start' });
  const answers = [
    await step('askForInformation', 'lead', { question: said }),
    await step('giveInformation', 'worker', { answer: said }),
    await step('pauseRequest', 'worker', { until: null, because: said }),
    await step('withdrawRequest', 'worker', { reason: said }),
  ];
  for (const { status } of answers) expect(status).toBe(201);
  expect(JSON.stringify([answers, await audit('person:ada'), logged])).not.toContain('Quillfeather');
});

test.each([
  ['submitRequest', { at: 'once' }],
  ['reviewRequest', { outcome: 'approve' }],
  ['reviewRequest', { outcome: 'reject', reason: '' }],
  ['askForInformation', { question: ' ' }],
  ['askForInformation', { question: 'x'.repeat(1001) }],
  ['giveInformation', {}],
  ['pauseRequest', { because: 'Away' }],
  ['pauseRequest', { until: 'soon', because: 'Away' }],
  ['withdrawRequest', {}],
] as const)('%s with %o is bad input', async (name, body) => {
  const { asked, ask } = await requestsScene();
  await asked();
  const as = name === 'reviewRequest' || name === 'askForInformation' ? 'lead' : 'worker';
  const refused = await ask(name, { as, params: { requestId: 'ask' }, body });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('every step of a request that is not there, or not theirs, reads as missing', async () => {
  const { asked, ask, step } = await requestsScene();
  await asked();
  const missing = await ask('withdrawRequest', {
    as: 'colleague',
    params: { requestId: 'none' },
    body: reason,
  });
  expect(missing.status).toBe(404);
  for (const [name, body] of [
    ['submitRequest', {}],
    ['giveInformation', { answer: 'So.' }],
    ['pauseRequest', { until: null, because: 'Away' }],
    ['resumeRequest', {}],
    ['withdrawRequest', reason],
  ] as const)
    expect((await step(name, 'colleague', body)).body).toEqual(missing.body);
});
