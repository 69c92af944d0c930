import { expect, test } from 'vitest';
import { asker } from '../../support/ask.ts';
import { allHandled } from '../../support/doors.ts';
import { loadOneChain } from '../../support/one-chain.ts';
import { requestsScene } from '../../support/requests-scene.ts';
import { testStore } from '../../support/store.ts';
import { approval, storyUpTo, yes } from '../../support/story.ts';

const ada = { personId: 'ada' };

interface Entry {
  readonly number: number;
  readonly sentence: string;
}
const sentences = (body: { items: Entry[] }): string[] => body.items.map((one) => one.sentence);
const numbers = (body: { items: Entry[] }): number[] => body.items.map((one) => one.number);

/** A request that has been asked for, reviewed on the next day, and withdrawn. */
async function storyScene() {
  const scene = await requestsScene();
  await scene.asked();
  scene.setNow('2026-04-21T22:30:00Z');
  await scene.step('reviewRequest', 'lead', { outcome: 'start' });
  await scene.step('pauseRequest', 'worker', { until: '2026-05-01', because: 'Away' });
  await scene.step('withdrawRequest', 'chair', { reason: 'Found a place.' });
  return scene;
}

test('a person’s timeline tells what happened in the order it happened, without a name', async () => {
  const { ask } = await storyScene();
  const { status, body } = await ask('personTimeline', { as: 'officer', params: ada });
  expect(status).toBe(200);
  expect(sentences(body)).toEqual([
    'On 20 April 2026 a support worker put ada on record.',
    'On 20 April 2026 a support worker asked for a place for ada.',
    'On 21 April 2026 a programme lead began to review the request for ada.',
    'On 21 April 2026 a support worker put the request for ada on hold until 1 May 2026.',
    'On 21 April 2026 a panel chair withdrew the request for ada.',
  ]);
  expect(body.next).toBeNull();
  expect(body.items[2]).toEqual({
    number: 3,
    at: '2026-04-21T22:30:00.000Z',
    day: '2026-04-21',
    by: 'a programme lead',
    memberId: null,
    deed: 'requestReviewed',
    sentence: 'On 21 April 2026 a programme lead began to review the request for ada.',
    changes: [{ kind: 'request', id: 'ask', version: 2, from: 'submitted', to: 'inReview' }],
  });
});

test('a day is the day in London', async () => {
  const { ask, setNow, step, asked } = await requestsScene();
  await asked();
  setNow('2026-04-20T23:30:00Z');
  await step('reviewRequest', 'lead', { outcome: 'start' });
  const { body } = await ask('personTimeline', { as: 'lead', params: ada });
  expect(sentences(body).at(-1)).toMatch(/^On 21 April 2026 /);
});

test('pages lead back to the beginning, and each holds its newest last', async () => {
  const { ask } = await storyScene();
  const page = (before?: string) =>
    ask('personTimeline', { as: 'lead', params: ada, query: { limit: '2', ...(before && { before }) } });
  const newest = await page();
  expect([numbers(newest.body), newest.body.next]).toEqual([[4, 5], '4']);
  const middle = await page(newest.body.next);
  expect([numbers(middle.body), middle.body.next]).toEqual([[2, 3], '2']);
  const first = await page(middle.body.next);
  expect([numbers(first.body), first.body.next]).toEqual([[1], null]);
});

test('only an auditor, a panel chair and a lead are told which member it was', async () => {
  const { ask } = await storyScene();
  for (const [as, memberId] of [
    ['auditor', 'worker'],
    ['chair', 'worker'],
    ['lead', 'worker'],
    ['officer', null],
    ['panel', null],
    ['worker', null],
  ] as const) {
    const { body } = await ask('personTimeline', { as, params: ada });
    expect([as, body.items[0].memberId]).toEqual([as, memberId]);
  }
});

test('of somebody with several roles the one they acted in is named; somebody who is gone is a member', async () => {
  const { ask, asked, step, member } = await requestsScene();
  await asked();
  await member('both', ['panelMember', 'programmeLead']);
  await step('reviewRequest', 'both', { outcome: 'start' });
  const last = async () => (await ask('personTimeline', { as: 'lead', params: ada })).body.items.at(-1);
  expect(await last()).toMatchObject({ by: 'a programme lead', memberId: 'both' });
  await member('both', ['programmeLead'], { partnershipId: 'bristol' });
  expect(await last()).toMatchObject({ by: 'a member', memberId: null });
});

test('a person’s timeline is for whoever may read their record', async () => {
  const { ask } = await storyScene();
  for (const [as, status] of [
    ['worker', 200],
    ['panel', 200],
    ['auditor', 200],
    ['colleague', 404],
    ['ward', 404],
    ['stranger', 404],
    ['provider', 403],
    ['admin', 403],
  ] as const)
    expect([as, (await ask('personTimeline', { as, params: ada })).status]).toEqual([as, status]);
  const none = await ask('personTimeline', { as: 'lead', params: { personId: 'nobody' } });
  const foreign = await ask('personTimeline', { as: 'stranger', params: ada });
  expect(foreign.body).toEqual(none.body);
});

test.each<Record<string, string>>([
  { before: '0' },
  { before: 'now' },
  { before: '1e9' },
  { limit: '101' },
  { after: 'x' },
])('a timeline asked for with %o is bad input', async (query) => {
  const { ask } = await requestsScene();
  const refused = await ask('personTimeline', { as: 'lead', params: ada, query });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

test('the approval of one move is told in one sentence, to the person’s worker and to the home', async () => {
  const store = await testStore();
  await loadOneChain(store);
  const ask = asker(allHandled, store.deps);
  const move = { requestId: 'ask-a', roomId: 'birch-flat', moveOn: '2026-04-30' };
  const made = await ask('proposeMove', { as: 'officer', body: move });
  const [{ id: proposalId }] = made.body.proposals;
  const params = { proposalId };
  await ask('recordView', { as: 'worker', params, body: yes });
  await ask('answerReferral', { as: 'provider', params, body: { answer: 'accept' } });
  store.setNow('2026-04-23T09:00:00Z');
  const { body: shown } = await ask('readProposal', { as: 'panel', params });
  const decided = await ask('decideProposal', {
    as: 'panel',
    params,
    body: approval,
    ifMatch: shown.version,
  });
  expect(decided.status).toBe(201);
  const said =
    'On 23 April 2026 a panel member approved the move of hmo-resident to room birch-flat on 30 April 2026.';
  const person = await ask('personTimeline', { as: 'worker', params: { personId: 'hmo-resident' } });
  expect(sentences(person.body).at(-1)).toBe(said);
  const ofBirch = { homeId: 'birch' };
  expect(sentences((await ask('homeTimeline', { as: 'officer', params: ofBirch })).body).at(-1)).toBe(said);
  const provider = await ask('homeTimeline', { as: 'provider', params: ofBirch });
  expect(sentences(provider.body).at(-1)).toBe(said.replace('hmo-resident', 'somebody'));
});

test('a home’s timeline names nobody to whoever may not read their record', async () => {
  const { ask } = await storyUpTo('arrived');
  const of = async (as: string, homeId: string) => {
    const { status, body } = await ask('homeTimeline', { as, params: { homeId } });
    expect(status).toBe(200);
    return JSON.stringify(body);
  };
  const everybody = ['hmo-resident', 'elm-resident', 'patient'];
  for (const homeId of ['birch', 'oak', 'elm'])
    for (const id of everybody) expect(await of('provider', homeId)).not.toContain(id);
  expect(await of('officer', 'elm')).toContain('patient');
  expect(await of('worker', 'elm')).not.toContain('patient');
  // The ward knows its own patient, and is told of nobody else.
  expect(await of('ward', 'oak')).not.toContain('elm-resident');
  expect(await of('ward', 'elm')).toContain('patient');
});

test('what ends another’s move with one’s own is told without saying whose it was', async () => {
  const { ask, proposals } = await storyUpTo('approved');
  const params = { proposalId: proposals[0]?.id ?? '' };
  await ask('withdrawProposal', { as: 'officer', params, body: { reason: 'roomLost' } });
  const { body } = await ask('personTimeline', { as: 'ward', params: { personId: 'patient' } });
  expect(sentences(body).at(-1)).toBe(
    'On 20 April 2026 a housing officer withdrew the proposal to move somebody to room birch-flat: the room is no longer to be had; 2 more could not stand without it.',
  );
  expect(JSON.stringify(body)).not.toMatch(/hmo-resident|elm-resident/);
});

test('a home’s timeline is for whoever may read the home', async () => {
  const { ask, store } = await storyUpTo('planned');
  await store.member('elsewhere', ['housingOfficer'], { partnershipId: 'bristol' });
  await store.member('rival', ['providerManager'], { organisationId: 'another-provider' });
  const params = { homeId: 'birch' };
  for (const [as, status] of [
    ['worker', 200],
    ['provider', 200],
    ['rival', 404],
    ['elsewhere', 404],
    ['admin', 403],
  ] as const)
    expect([as, (await ask('homeTimeline', { as, params })).status]).toEqual([as, status]);
  const none = await ask('homeTimeline', { as: 'lead', params: { homeId: 'nowhere' } });
  expect((await ask('homeTimeline', { as: 'elsewhere', params })).body).toEqual(none.body);
  expect((await ask('homeTimeline', { as: 'lead', params })).body).toEqual({ items: [], next: null });
});
