import { describe, expect, test } from 'vitest';
import { asker } from '../support/ask.ts';
import { allHandled } from '../support/doors.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain, oneChainTexts } from '../support/one-chain.ts';
import { withCells } from '../support/planned-folder.ts';
import { openPost } from '../support/post.ts';
import { testStore } from '../support/store.ts';
import { type Story, stayOf, storyUpTo } from '../support/story.ts';

interface Shown {
  readonly item: { readonly gridOn: string; readonly plannedOn: string; readonly status: string };
  readonly on: string | null;
  readonly isOverdue: boolean;
}

/** The days of a contact plan's grid. */
const grid = ({ items }: { readonly items: readonly Shown[] }): string[] =>
  items.map(({ item }) => item.gridOn);

describe('visits after leaving extended support come out to the day', () => {
  /** What the service owes somebody who leaves Oak House for good. */
  async function owed(dateOfBirth: string, movedOn: string) {
    const store = await testStore('2026-09-02T09:00:00Z');
    const texts = withCells(oneChainTexts(), 'people.csv', 'oak-neighbour', { dateOfBirth });
    await loadOneChain(store, { texts });
    const ask = asker(allHandled, store.deps);
    const body = { on: movedOn, reason: 'plannedMoveOn' };
    const left = await ask('recordDeparture', { as: 'officer', params: { stayId: 'stay-e' }, body });
    expect(left.status, JSON.stringify(left.body)).toBe(201);
    const { body: read } = await ask('readContacts', { as: 'lead', params: { personId: 'oak-neighbour' } });
    expect(await findBroken(store)).toEqual([]);
    return read.plans[0];
  }

  test('moved on 5 January 2026, born on 15 June 2007: 25 visits in four rhythms', async () => {
    const days = grid(await owed('2007-06-15', '2026-01-05'));
    expect(days.slice(0, 10)).toEqual([
      ...['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'],
      ...['2026-02-16', '2026-03-02', '2026-03-16', '2026-03-30', '2026-04-13', '2026-04-27'],
    ]);
    expect(days.slice(10, 13)).toEqual(['2026-06-02', '2026-07-02', '2026-08-02']);
    expect(days.slice(13)).toHaveLength(12);
    expect([days[13], days.at(-1)]).toEqual(['2026-09-27', '2028-06-04']);
  });

  test('moved on 31 January 2026, born on 10 May 2005: the 21st birthday cuts them to 9', async () => {
    const plan = await owed('2005-05-10', '2026-01-31');
    expect(grid(plan)).toHaveLength(9);
    expect(grid(plan).at(-1)).toBe('2026-05-09');
    expect(plan.endsBefore).toBe('2026-05-10');
  });

  test('moved on 31 August 2026, born on 29 February 2008: months end where they are shorter', async () => {
    const days = grid(await owed('2008-02-29', '2026-08-31'));
    expect(days).toHaveLength(25);
    expect(days.slice(10, 13)).toEqual(['2027-01-28', '2027-02-28', '2027-03-28']);
    expect(days.at(-1)).toBe('2029-01-28');
  });

  test('nothing is owed to somebody who has died', async () => {
    const store = await testStore('2026-09-02T09:00:00Z');
    await loadOneChain(store);
    const ask = asker(allHandled, store.deps);
    const body = { on: '2026-08-31', reason: 'died' };
    await ask('recordDeparture', { as: 'officer', params: { stayId: 'stay-e' }, body });
    const read = await ask('readContacts', { as: 'lead', params: { personId: 'oak-neighbour' } });
    expect(read.body).toEqual({ plans: [] });
  });
});

const person = { personId: 'hmo-resident' };

/** Somebody moved from the extended support home into their own tenancy on 30 April, a Thursday. */
async function moved() {
  const story = await storyUpTo('arrived');
  const read = async () => (await story.ask('readContacts', { as: 'worker', params: person })).body.plans[0];
  const plan = await read();
  const record = (body: object, as = 'worker') =>
    story.ask('recordContact', { as, params: { contactPlanId: plan.id }, body });
  return { story, plan, read, record };
}

const go = ({ store }: Story, day: string): void => store.setNow(`${day}T09:00:00Z`);

test('with the move begin the visits, and the worker sees the next of each of their people and what is late', async () => {
  const { story, plan, record } = await moved();
  expect(plan).toMatchObject({
    movedOn: '2026-04-30',
    endsBefore: '2027-02-11',
    pattern: 'afterExtendedSupport',
  });
  expect(grid(plan).slice(0, 2)).toEqual(['2026-05-07', '2026-05-14']);
  const next = async (as: string) => (await story.ask('listContacts', { as })).body.items;
  expect(await next('worker')).toEqual([
    { planId: plan.id, ...person, gridOn: '2026-05-07', on: '2026-05-07', isOverdue: false },
  ]);
  go(story, '2026-05-08');
  expect(await next('worker')).toMatchObject([{ gridOn: '2026-05-07', isOverdue: true }]);
  const done = { outcome: 'done', gridOn: '2026-05-07', doneOn: '2026-05-08' };
  for (const doneOn of ['2026-04-29', '2026-05-09'])
    expect(await record({ ...done, doneOn })).toMatchObject({
      status: 422,
      body: { code: 'day-not-possible' },
    });
  expect(await record(done)).toMatchObject({ status: 201 });
  expect(await next('worker')).toMatchObject([{ gridOn: '2026-05-14', isOverdue: false }]);
  expect(await record(done)).toMatchObject({ status: 409, body: { code: 'transition-not-allowed' } });
  expect((await story.ask('listContacts', { as: 'officer' })).status).toBe(403);
  expect(await findBroken(story.store)).toEqual([]);
});

test('a missed visit is told to worker and lead, shifts nothing, and is not held against anybody', async () => {
  const { story, plan, read, record } = await moved();
  const missed = { outcome: 'missed', gridOn: '2026-05-07', reason: 'notReached' };
  expect(await record(missed)).toMatchObject({ status: 422, body: { code: 'day-not-possible' } });
  go(story, '2026-05-08');
  expect(await record(missed)).toMatchObject({ status: 201 });
  const after = await read();
  expect(grid(after)).toEqual(grid(plan));
  expect(after.items[0].item).toMatchObject({ status: 'missed', reason: 'notReached' });
  const post = openPost(story.store);
  await post.carry(2);
  const told = post.letters.filter(({ subject }) => subject === 'A contact did not take place');
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(['lead', 'worker-2']));
  expect(told.some(({ body }) => body.includes('hmo-resident'))).toBe(false);
  const timeline = await story.ask('personTimeline', { as: 'worker', params: person });
  expect(JSON.stringify(timeline.body)).toContain('did not take place');
});

test('a visit is put off to a working day before the end, and one more than is owed counts for nothing owed', async () => {
  const { plan, read, record, story } = await moved();
  const [first] = grid(plan);
  const later = (to: string) => record({ outcome: 'rescheduled', gridOn: first, to });
  expect(await later('2026-05-09')).toMatchObject({
    status: 422,
    body: { facts: { earliest: '2026-05-11' } },
  });
  expect(await later('2027-02-11')).toMatchObject({ status: 422, body: { facts: { before: '2027-02-11' } } });
  expect(await later('2026-05-11')).toMatchObject({ status: 201 });
  go(story, '2026-05-06');
  expect(await record({ outcome: 'extra', on: '2026-05-06' })).toMatchObject({ status: 201 });
  const after = await read();
  expect(after.items[0]).toMatchObject({
    on: '2026-05-11',
    item: { gridOn: '2026-05-07', status: 'rescheduled' },
  });
  expect(after.extra).toEqual([{ on: '2026-05-06' }]);
  expect(after.items).toHaveLength(plan.items.length);
  expect(
    await record({ outcome: 'waived', gridOn: first, reason: 'They saw each other at work.' }),
  ).toMatchObject({
    status: 201,
  });
});

test('while somebody is in hospital a visit waits, and nothing of the grid is lost', async () => {
  const { story, plan, read, record } = await moved();
  const params = { stayId: stayOf(story.proposals[0]) };
  const away = { from: '2026-04-30', until: null, reason: 'hospital' };
  expect(await story.ask('recordAbsence', { as: 'officer', params, body: away })).toMatchObject({
    status: 201,
  });
  go(story, '2026-05-20');
  const waiting = await read();
  expect(waiting.items.slice(0, 3)).toMatchObject([
    { on: null, isOverdue: false },
    { on: null, isOverdue: false },
    { on: null },
  ]);
  const missed = await record({ outcome: 'missed', gridOn: '2026-05-07', reason: 'other' });
  expect(missed).toMatchObject({ status: 422, body: { code: 'day-not-possible' } });
  const back = { ...away, until: '2026-05-16' };
  expect(await story.ask('recordAbsence', { as: 'officer', params, body: back })).toMatchObject({
    status: 201,
  });
  const after = await read();
  expect(grid(after)).toEqual(grid(plan));
  expect(after.items.slice(0, 3).map(({ on }: Shown) => on)).toEqual([
    '2026-05-18',
    '2026-05-18',
    '2026-05-21',
  ]);
});

test('nobody but their own workers records a contact of theirs', async () => {
  const { record } = await moved();
  const extra = { outcome: 'extra', on: '2026-04-30' };
  for (const as of ['officer', 'lead', 'panel', 'ward', 'provider'])
    expect(await record(extra, as)).toMatchObject({ status: 403 });
  expect(await record(extra, 'worker-2')).toMatchObject({ status: 201 });
});
