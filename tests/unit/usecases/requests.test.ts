import { expect, test } from 'vitest';
import { moves } from '../../../shared/store/kinds/people.ts';
import { newRequest, readyOn, requestsScene } from '../../support/requests-scene.ts';

const params = { requestId: 'ask' };

test('a request that is sent in at once is kept with who asked, queued today, and can be read', async () => {
  const { ask, asked, requestFile, read } = await requestsScene();
  const opened = await asked({ stages: ['extendedSupport'], neededBy: '2026-06-01' });
  expect(opened.body).toEqual({ id: 'ask', version: 1, status: 'submitted', readyPeriodId: null });
  expect(await requestFile()).toMatchObject({
    request: { status: 'submitted', queuedOn: '2026-04-20', personId: 'ada', unsafeNow: false },
    discharge: null,
    openedBy: 'worker',
    organisationId: 'council',
    question: null,
    answers: [],
  });
  expect((await read(moves, 'ada')).data.requestId).toBe('ask');
  const shown = await ask('readRequest', { as: 'panel', params });
  expect(shown).toMatchObject({
    status: 200,
    headers: { etag: '"1"' },
    body: { version: 1, delay: null, request: { id: 'ask', neededBy: '2026-06-01' } },
  });
});

test('a draft gets a reference of its own and waits until it is sent in', async () => {
  const { ask } = await requestsScene();
  const opened = await ask('openRequest', { as: 'worker', body: newRequest('ada', { submit: false }) });
  expect(opened).toMatchObject({ status: 201, body: { status: 'draft' } });
  const requestId = opened.body.id;
  const sent = await ask('submitRequest', { as: 'worker', params: { requestId } });
  expect(sent).toMatchObject({ status: 201, body: { id: requestId, version: 2, status: 'submitted' } });
  const again = await ask('submitRequest', { as: 'worker', params: { requestId } });
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'transition-not-allowed', facts: { state: 'submitted', to: 'submitted' } },
  });
});

test('the day somebody joined the queue may be in the past, never in the future', async () => {
  const { ask, asked, requestFile } = await requestsScene();
  const body = newRequest('ada', { queuedOn: '2026-04-21' });
  expect(await ask('openRequest', { as: 'worker', body })).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { notAfter: '2026-04-20' } },
  });
  await asked({ queuedOn: '2025-11-03' });
  expect((await requestFile()).request.queuedOn).toBe('2025-11-03');
});

test('a discharge carries a case, ready from the day that came with it', async () => {
  const { asked, requestFile } = await requestsScene();
  const opened = await asked({ kind: 'discharge', readyPeriod: readyOn('2026-04-08', { id: 'held-up' }) });
  expect(opened.body).toMatchObject({ status: 'submitted', readyPeriodId: 'held-up' });
  expect((await requestFile()).discharge).toEqual({
    requestId: 'ask',
    status: 'ready',
    periods: [
      {
        id: 'held-up',
        requestId: 'ask',
        readyOn: '2026-04-08',
        delayReason: 'J2',
        attributable: '07',
        endedOn: null,
        endReason: null,
      },
    ],
  });
});

test('a discharge nobody is ready for yet is open', async () => {
  const { asked, requestFile } = await requestsScene();
  await asked({ kind: 'discharge' });
  expect((await requestFile()).discharge).toEqual({ requestId: 'ask', status: 'open', periods: [] });
});

test('nobody has two live requests; when one is over another may be made', async () => {
  const { ask, asked, step } = await requestsScene();
  await asked();
  const second = () =>
    ask('openRequest', { as: 'worker', body: newRequest('ada', { id: 'second', kind: 'moveOn' }) });
  expect(await second()).toMatchObject({
    status: 409,
    body: { code: 'already-exists', facts: { requestId: 'ask' } },
  });
  await step('withdrawRequest', 'worker', { reason: 'They found a place of their own.' });
  expect(await second()).toMatchObject({ status: 201, body: { id: 'second' } });
});

test('a promised room keeps a request live', async () => {
  const { ask, asked, put } = await requestsScene();
  await asked();
  for (const status of ['proposed', 'placed'] as const) {
    await put(status);
    const other = await ask('openRequest', { as: 'worker', body: newRequest('ada') });
    expect(other).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  }
});

test('of many requests for one person at once, one is made', async () => {
  const { ask } = await requestsScene();
  const bodies = Array.from({ length: 8 }, (_, i) => newRequest('ada', { id: `ask-${i}` }));
  const answers = await Promise.all(bodies.map((body) => ask('openRequest', { as: 'worker', body })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'already-exists')).toHaveLength(7);
  const live = await ask('listRequests', { as: 'lead' });
  expect(live.body.items).toHaveLength(1);
});

test('a reference names one request, whoever it is for', async () => {
  const { ask, asked, opened } = await requestsScene();
  await asked();
  await opened('bea');
  const taken = await ask('openRequest', { as: 'worker', body: newRequest('bea', { id: 'ask' }) });
  expect(taken).toMatchObject({ status: 409, body: { code: 'already-exists', facts: params } });
});

test('the same key and body make one request and answer the same; another body is refused', async () => {
  const { ask } = await requestsScene();
  const asking = { as: 'worker', body: newRequest('ada'), key: 'once' };
  const first = await ask('openRequest', asking);
  expect(await ask('openRequest', asking)).toEqual(first);
  const other = await ask('openRequest', { ...asking, body: newRequest('ada', { unsafeNow: true }) });
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});

test.each([
  ['programme', { serviceModel: 'no-such-programme' }],
  ['stage', { stages: ['extendedSupport', 'no-such-stage'] }],
])('a %s that is not there is refused with those that are', async (_, more) => {
  const { ask } = await requestsScene();
  const refused = await ask('openRequest', { as: 'worker', body: newRequest('ada', more) });
  expect(refused).toMatchObject({ status: 422, body: { code: 'programme-unknown' } });
  expect(JSON.stringify(refused.body.facts)).toMatch(/stayingConnected/);
  expect(JSON.stringify(refused.body)).not.toMatch(/no-such/);
});

test.each([
  ['an unknown field', { status: 'readyToPlace' }],
  ['whoever opened it', { openedBy: 'lead' }],
  ['an impossible day', { neededBy: '2026-02-30' }],
  ['a place needed before it can be taken', { earliestOn: '2026-06-02', neededBy: '2026-06-01' }],
  ['an unknown kind', { kind: 'holiday' }],
  ['a ready period without a discharge', { readyPeriod: readyOn('2026-04-08') }],
  [
    'a reason for delay that was retired',
    { kind: 'discharge', readyPeriod: readyOn('2026-04-08', { delayReason: 'Z1' }) },
  ],
  ['no word on sending it in', { submit: undefined }],
])('%s is bad input', async (_, more) => {
  const { ask } = await requestsScene();
  const refused = await ask('openRequest', { as: 'worker', body: newRequest('ada', more) });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('a person or a worker who is not there, or is of elsewhere, reads as missing', async () => {
  const { ask, asked } = await requestsScene();
  const missing = { status: 404, body: { code: 'not-found' } };
  expect(await ask('openRequest', { as: 'worker', body: newRequest('nobody') })).toMatchObject(missing);
  expect(
    await ask('openRequest', { as: 'worker', body: newRequest('ada', { referredBy: 'w-9' }) }),
  ).toMatchObject(missing);
  expect(await ask('openRequest', { as: 'stranger', body: newRequest('ada') })).toMatchObject(missing);
  await asked();
  const foreign = await ask('readRequest', { as: 'stranger', params });
  expect(foreign.body).toEqual((await ask('readRequest', { as: 'lead', params: { requestId: 'x' } })).body);
});

test('only whoever has the case asks and reads; a provider and an admin never do', async () => {
  const { ask, asked } = await requestsScene();
  expect(await ask('openRequest', { as: 'colleague', body: newRequest('ada') })).toMatchObject({
    status: 404,
  });
  expect(await ask('openRequest', { as: 'lead', body: newRequest('ada') })).toMatchObject({ status: 403 });
  await asked({ hospitalSite: 'RHM01', kind: 'discharge' });
  for (const [as, status] of [
    ['worker', 200],
    ['ward', 200],
    ['officer', 200],
    ['auditor', 200],
    ['colleague', 404],
    ['provider', 403],
    ['admin', 403],
  ] as const)
    expect([as, (await ask('readRequest', { as, params })).status]).toEqual([as, status]);
});

test('the list is live unless the past is asked for, longest in the queue first, page by page', async () => {
  const { ask, opened } = await requestsScene();
  const days = ['2026-03-03', '2026-01-01', '2026-02-02'];
  for (const [i, queuedOn] of days.entries()) {
    await opened(`p-${i}`);
    await ask('openRequest', { as: 'worker', body: newRequest(`p-${i}`, { id: `r-${i}`, queuedOn }) });
  }
  const reason = { reason: 'No longer needed.' };
  await ask('withdrawRequest', { as: 'worker', params: { requestId: 'r-2' }, body: reason });
  const first = await ask('listRequests', { as: 'lead', query: { limit: '1' } });
  expect(first.body.items).toEqual([
    {
      id: 'r-1',
      personId: 'p-1',
      kind: 'newPlace',
      serviceModel: 'stayingConnected',
      status: 'submitted',
      queuedOn: '2026-01-01',
      neededBy: null,
      unsafeNow: false,
      version: 1,
    },
  ]);
  const next = await ask('listRequests', { as: 'lead', query: { limit: '1', after: first.body.next } });
  expect(next.body.items).toMatchObject([{ id: 'r-0' }]);
  const past = await ask('listRequests', { as: 'lead', query: { state: 'past' } });
  expect(past.body.items).toMatchObject([{ id: 'r-2', status: 'withdrawn' }]);
});

test('a list holds only what is one’s own, and nothing of another partnership', async () => {
  const { ask, opened } = await requestsScene();
  for (const [id, as] of [
    ['bea', 'worker'],
    ['cleo', 'colleague'],
    ['dot', 'colleague'],
  ] as const) {
    await opened(id, {}, {}, as);
    await ask('openRequest', { as, body: newRequest(id, { id: `ask-${id}` }) });
  }
  const seenBy = async (as: string): Promise<string[]> => {
    const { body } = await ask('listRequests', { as, query: { limit: '1' } });
    const rest = body.next ? await ask('listRequests', { as, query: { after: body.next } }) : null;
    return [...body.items, ...(rest?.body.items ?? [])].map((one: { id: string }) => one.id);
  };
  expect(await seenBy('worker')).toEqual(['ask-bea']);
  expect(await seenBy('colleague')).toEqual(['ask-cleo', 'ask-dot']);
  expect(await seenBy('lead')).toEqual(['ask-bea', 'ask-cleo', 'ask-dot']);
  expect(await seenBy('stranger')).toEqual([]);
});

test.each<Record<string, string>>([{ limit: '0' }, { limit: '101' }, { after: 'nowhere' }, { state: 'all' }])(
  'a list asked for with %o is bad input',
  async (query) => {
    const { ask } = await requestsScene();
    const refused = await ask('listRequests', { as: 'lead', query });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  },
);
