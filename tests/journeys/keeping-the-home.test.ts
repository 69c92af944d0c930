import { expect, test } from 'vitest';
import { asker } from '../support/ask.ts';
import { allHandled } from '../support/doors.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { newNeeds } from '../support/people-scene.ts';
import { testStore } from '../support/store.ts';
import { type Story, stayOf, storyUpTo } from '../support/story.ts';

const person = { personId: 'hmo-resident' };
const year = { from: '2026-01-01', until: '2027-01-01' };
const lowNeeds = {
  ...newNeeds,
  supportLevel: 'low',
  supportHoursPerWeek: 2,
  assessedOn: '2026-09-01',
  stepFree: 'notRequired',
  highestFloor: 20,
};

const skills = ['budgeting', 'cooking', 'positiveActivities', 'managingHome', 'relationships', 'health'];
const ready = Object.fromEntries([...skills, 'choices', 'participation'].map((one) => [one, 3]));
const go = ({ store }: Story, day: string): void => store.setNow(`${day}T09:00:00Z`);

/** Somebody moved from the extended support home into their own tenancy on 30 April. */
async function moved() {
  const story = await storyUpTo('arrived');
  const read = async () =>
    (await story.ask('readDepartures', { as: 'worker', params: person })).body.departures;
  const [left] = await read();
  const params = { stayId: left.stayId };
  const record = (body: object, as = 'worker') => story.ask('recordSustainment', { as, params, body });
  const figures = async () => (await story.ask('readMoveOnFigures', { as: 'lead', query: year })).body.stages;
  return { story, read, left, params, record, figures };
}

test('with the move is recorded from which level to which, and when it will be asked whether the home has lasted', async () => {
  const { story, left, figures } = await moved();
  expect(left).toMatchObject({ on: '2026-04-30', category: 'stepDown' });
  expect(left.from.offers).toMatchObject([{ stage: 'extendedSupport' }]);
  expect(left.to.offers).toMatchObject([{ stage: 'ownTenancy' }]);
  expect(left.checks.map(({ check }: { check: { dueOn: string } }) => check.dueOn)).toEqual([
    '2026-07-30',
    '2026-10-30',
    '2027-04-30',
  ]);
  expect(await figures()).toMatchObject([
    { stage: 'extendedSupport', left: 1, counted: 1, planned: 1, percent: 100, excluded: [], sustained: [] },
  ]);
  expect(await findBroken(story.store)).toEqual([]);
});

test('a check nobody answered is told as late, to worker and lead, and is never guessed', async () => {
  const { story, record, figures } = await moved();
  const late = async (as: string) =>
    (await story.ask('listOpenDepartures', { as })).body.items.map(
      ({ checks }: { checks: { isOverdue: boolean }[] }) => checks.map(({ isOverdue }) => isOverdue),
    );
  const answer = { after: 'P3M', result: 'sustained', knownBy: 'visit', on: '2026-07-30' };
  go(story, '2026-07-29');
  expect(await record(answer)).toMatchObject({ status: 422, body: { code: 'day-not-possible' } });
  go(story, '2026-07-30');
  for (const on of ['2026-07-29', '2026-07-31'])
    expect(await record({ ...answer, on })).toMatchObject({
      status: 422,
      body: { code: 'day-not-possible' },
    });
  expect(await late('worker')).toEqual([[false, false, false]]);
  go(story, '2026-07-31');
  for (const as of ['worker', 'lead']) expect(await late(as)).toEqual([[true, false, false]]);
  expect((await figures())[0].sustained).toEqual([
    { after: 'P3M', due: 1, known: 0, sustained: 0, unknown: 0, notAsked: 1, percent: null },
  ]);
  for (const as of ['officer', 'lead', 'panel', 'ward', 'provider'])
    expect(await record(answer, as)).toMatchObject({ status: 403 });
  expect(await record({ ...answer, result: 'unknown', knownBy: 'nobody' })).toMatchObject({ status: 201 });
  expect(await record(answer)).toMatchObject({ status: 201 });
  expect(await record(answer)).toMatchObject({ status: 409, body: { code: 'transition-not-allowed' } });
  expect((await figures())[0].sustained).toMatchObject([{ due: 1, known: 1, sustained: 1, percent: 100 }]);
  expect(await late('worker')).toEqual([[false, false, false]]);
});

test('how it is known goes with what is known', async () => {
  const { record } = await moved();
  const answer = { after: 'P3M', on: '2026-07-30' };
  expect(await record({ ...answer, result: 'unknown', knownBy: 'visit' })).toMatchObject({ status: 400 });
  expect(await record({ ...answer, result: 'sustained', knownBy: 'nobody' })).toMatchObject({ status: 400 });
});

test('a reason is corrected by a new entry, and the figures and checks follow it', async () => {
  const { story, read, params, figures } = await moved();
  const correct = (reason: string, as = 'officer') =>
    story.ask('correctDeparture', { as, params, body: { reason } });
  expect(await correct('evicted', 'lead')).toMatchObject({ status: 403 });
  expect(await correct('evicted')).toMatchObject({ status: 201 });
  expect((await read())[0]).toMatchObject({
    category: 'breakdown',
    checks: [],
    entries: [
      { reason: 'plannedMoveOn', category: 'stepDown' },
      { reason: 'evicted', category: 'breakdown' },
    ],
  });
  expect(await figures()).toMatchObject([{ left: 1, counted: 1, planned: 0, percent: 0 }]);
  expect(await correct('died')).toMatchObject({ status: 201 });
  expect(await figures()).toMatchObject([
    { left: 1, counted: 0, percent: null, excluded: [{ category: 'died', stayIds: [params.stayId] }] },
  ]);
  expect(await correct('plannedMoveOn')).toMatchObject({ status: 201 });
  const [again] = await read();
  expect(again.entries).toHaveLength(4);
  expect(again.checks).toHaveLength(3);
  expect(await findBroken(story.store)).toEqual([]);
});

test('an answer somebody gave survives a correction', async () => {
  const { story, read, params, record } = await moved();
  go(story, '2026-07-30');
  const answer = { result: 'sustained', knownBy: 'landlord', on: '2026-07-30' };
  expect(await record({ after: 'P3M', ...answer })).toMatchObject({ status: 201 });
  for (const reason of ['ownChoice', 'plannedMoveOn'])
    await story.ask('correctDeparture', { as: 'officer', params, body: { reason } });
  const [{ checks }] = await read();
  expect(checks.map(({ check }: { check: object }) => check)).toMatchObject([
    { after: 'P3M', answer },
    { after: 'P6M', answer: null },
    { after: 'P12M', answer: null },
  ]);
});

test('a hospital stay keeps the room, however long it is, and is no departure', async () => {
  const { story, read } = await moved();
  const params = { stayId: stayOf(story.proposals[0]) };
  const away = { from: '2026-04-30', until: null, reason: 'hospital' };
  const record = (body: object) => story.ask('recordAbsence', { as: 'officer', params, body });
  expect(await record(away)).toMatchObject({ status: 201 });
  go(story, '2027-04-30');
  const stay = async () => (await story.ask('readStay', { as: 'officer', params })).body;
  expect(JSON.stringify(await stay())).toContain('"status":"arrived"');
  expect(await record({ ...away, until: '2027-04-29' })).toMatchObject({ status: 201 });
  expect(JSON.stringify(await stay())).toContain('"until":"2027-04-29"');
  expect(await read()).toHaveLength(1);
});

test('somebody who left by a breakdown is offered the same as somebody who left as planned', async () => {
  const after = async (reason: string) => {
    const store = await testStore('2026-09-02T09:00:00Z');
    await loadOneChain(store);
    const ask = asker(allHandled, store.deps);
    const params = { stayId: 'stay-e' };
    const left = await ask('recordDeparture', { as: 'officer', params, body: { on: '2026-08-31', reason } });
    expect(left.status).toBe(201);
    const { roomId } = (await ask('readStay', { as: 'officer', params })).body.stay;
    const about = { personId: 'oak-neighbour' };
    const vacancy = { id: 'left-room', from: '2026-09-10', reason: '13' };
    const offered = await ask('listVacancy', { as: 'officer', params: { roomId }, body: vacancy });
    expect(offered.status, JSON.stringify(offered.body)).toBe(201);
    const history = (await ask('readDepartures', { as: 'lead', params: about })).body.departures;
    const request = {
      ...about,
      id: 'again',
      kind: 'newPlace',
      serviceModel: 'stayingConnected',
      stages: ['extendedSupport'],
    };
    const asked = await ask('openRequest', { as: 'worker-2', body: { ...request, submit: true } });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    for (const outcome of ['start', 'ready']) {
      const params = { requestId: 'again' };
      const reviewed = await ask('reviewRequest', { as: 'lead', params, body: { outcome } });
      expect(reviewed.status, JSON.stringify(reviewed.body)).toBe(201);
    }
    const assessed = await ask('assessNeeds', { as: 'worker-2', params: about, body: lowNeeds });
    expect(assessed.status, JSON.stringify(assessed.body)).toBe(201);
    const worker = { kind: 'worker', workerId: 'w-2' };
    for (const rater of [worker, { kind: 'self' }]) {
      const seen = Object.keys(ready).map((skill) => [skill, { kind: 'seenDone', words: 'Seen at home.' }]);
      const evidence = rater === worker && { evidence: Object.fromEntries(seen) };
      const rating = { assessedOn: '2026-09-01', rater, scores: ready, ...evidence };
      const rated = await ask('rateReadiness', { as: 'worker-2', params: about, body: rating });
      expect(rated.status, JSON.stringify(rated.body)).toBe(201);
    }
    const options = await ask('personOptions', { as: 'officer', params: about });
    expect(options.status, JSON.stringify(options.body)).toBe(200);
    return { options: options.body, history };
  };
  const breakdown = await after('evicted');
  const planned = await after('plannedMoveOn');
  expect(breakdown.history).toMatchObject([{ category: 'breakdown' }]);
  expect(planned.history).toMatchObject([{ category: 'plannedMoveOn' }]);
  expect(breakdown.options.rooms.length).toBeGreaterThan(0);
  expect(breakdown.options).toEqual(planned.options);
});
