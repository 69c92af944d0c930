import { describe, expect, test } from 'vitest';
import { peopleHandlers } from '../../../functions/people/handlers.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { caseloads } from '../../../shared/store/kinds/people.ts';
import { covers, personWorkers } from '../../../shared/store/kinds/workers.ts';
import { asker } from '../../support/ask.ts';
import { findBroken } from '../../support/invariants.ts';
import { newPerson, peopleScene } from '../../support/people-scene.ts';
import { race, tally } from '../../support/race.ts';

/** The scene's own day. */
const today = '2026-04-20';

/** A scene with one person who has the first worker, and what was asked of them. */
async function allocated() {
  const scene = await peopleScene();
  scene.setNow(`${today}T09:00:00Z`);
  await scene.opened('ada');
  const ada = { personId: 'ada' };
  const begin = (more: object = {}, as = 'lead', params: Record<string, string> = ada) =>
    scene.ask('beginWorker', {
      as,
      params,
      body: { workerId: 'w-1', part: 'primary', from: '2026-04-01', ...more },
    });
  const begun = await begin();
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const on = { ...ada, relationshipId: begun.body.id };
  const workersOf = async (id = 'ada') => (await scene.read(personWorkers, id)).data.relationships;
  return { ...scene, begin, on, workersOf };
}

describe('a worker of a person', () => {
  test('hands over to the next in one commit, and the place goes with the person', async () => {
    const { ask, on, workersOf, caseload, file, audit, begin } = await allocated();
    const before = (await audit('person:ada')).length;
    const body = { workerId: 'w-2', from: '2026-04-15', reason: 'workShared' };
    expect(await ask('handOver', { as: 'lead', params: on, body })).toMatchObject({ status: 201 });
    expect(await workersOf()).toMatchObject([
      { workerId: 'w-1', from: '2026-04-01', until: '2026-04-15', ended: 'workShared' },
      { workerId: 'w-2', from: '2026-04-15', until: null, metBeforeMove: null },
    ]);
    expect(await audit('person:ada')).toHaveLength(before + 1);
    expect([await caseload('w-1'), await caseload('w-2')]).toEqual([[], ['ada']]);
    expect((await file('ada')).person.primaryWorker).toBe('w-2');
    expect(await ask('handOver', { as: 'lead', params: on, body })).toMatchObject({
      status: 409,
      body: { code: 'transition-not-allowed' },
    });
    expect(await begin({ part: 'coAllocated', from: '2026-04-14' })).toMatchObject({
      status: 422,
      body: { code: 'day-not-possible', facts: { earliest: '2026-04-15' } },
    });
  });

  test('who was the second may take over as the first, and leaves the second place open', async () => {
    const { ask, on, begin, workersOf, file, read } = await allocated();
    await begin({ workerId: 'w-2', part: 'coAllocated' });
    expect((await read(caseloads, 'w-2')).data).toEqual({
      ...{ workerId: 'w-2', people: [], coAllocated: ['ada'] },
    });
    const body = { workerId: 'w-2', from: today, reason: 'workerLeft' };
    expect(await ask('handOver', { as: 'lead', params: on, body })).toMatchObject({ status: 201 });
    expect((await workersOf()).map(({ part, until }) => [part, until])).toEqual([
      ['primary', today],
      ['coAllocated', today],
      ['primary', null],
    ]);
    expect((await file('ada')).person).toMatchObject({ primaryWorker: 'w-2', secondWorker: null });
    expect((await read(caseloads, 'w-2')).data).toEqual({ workerId: 'w-2', people: ['ada'] });
  });

  test('ends with a reason on a day that has come, and has a place free again', async () => {
    const store = await allocated();
    const { ask, on, caseload } = store;
    const end = (until: string) =>
      ask('endWorker', { as: 'lead', params: on, body: { until, reason: 'personAsked' } });
    for (const until of ['2026-03-31', '2026-04-21'])
      expect(await end(until)).toMatchObject({ status: 422, body: { code: 'day-not-possible' } });
    expect(await end('2026-04-10')).toMatchObject({ status: 201 });
    expect(await caseload('w-1')).toEqual([]);
    expect(await end('2026-04-10')).toMatchObject({
      status: 409,
      body: { code: 'transition-not-allowed' },
    });
    expect(await findBroken(store)).toEqual([]);
  });

  test('who is named on the record instead begins that day, and the one before ends', async () => {
    const { ask, workersOf } = await allocated();
    const body = { ...newPerson('ada').person, primaryWorker: 'w-2' };
    const version = (await ask('readPerson', { as: 'lead', params: { personId: 'ada' } })).body.version;
    const params = { personId: 'ada' };
    expect(await ask('changePerson', { as: 'worker', params, body, ifMatch: version })).toMatchObject({
      status: 200,
    });
    expect(await workersOf()).toMatchObject([
      { workerId: 'w-1', until: today, ended: 'recordChanged' },
      { workerId: 'w-2', from: today, until: null },
    ]);
  });
});

describe('a limit', () => {
  test('is passed by a lead alone, with a reason, and by nobody otherwise', async () => {
    const { opened, begin, ask } = await allocated();
    await opened('bea');
    await opened('cyd');
    const to = (personId: string, as: string, more: object = {}) =>
      begin({ workerId: 'w-2', ...more }, as, { personId });
    expect(await to('bea', 'worker')).toMatchObject({ status: 201 });
    expect(await to('cyd', 'worker')).toMatchObject({
      status: 409,
      body: { code: 'caseload-full', facts: { most: '1', carried: '1', of: 'worker' } },
    });
    const aboveLimitBecause = 'Somebody has to.';
    expect(await to('cyd', 'worker', { aboveLimitBecause })).toMatchObject({ status: 403 });
    expect(await to('cyd', 'lead', { aboveLimitBecause })).toMatchObject({ status: 201 });
    const read = await ask('readCaseload', { as: 'colleague', params: { workerId: 'w-2' } });
    expect(read.body).toMatchObject({ carried: 2, most: 1, free: 0 });
  });

  test('of a team holds for two workers who are given its last place at once', async () => {
    const scene = await peopleScene();
    scene.setNow(`${today}T09:00:00Z`);
    const model = scene.deps.models.get('stayingConnected');
    if (!model) throw new Error('Staying Connected is not shipped.');
    const limit = { ...model.caseloadLimits[0]!, role: 'adviser', scope: 'team' as const, perFte: false };
    const limited = { ...model, caseloadLimits: [{ ...limit, people: 1 }] };
    const models = new Map(scene.deps.models).set('stayingConnected', limited);
    const ask = asker(peopleHandlers, { ...scene.deps, models });
    for (const id of ['w-1', 'w-2']) {
      const { data } = await scene.read(workers, id);
      await scene.put('southampton', workers, { ...data, team: 'advisers', caseloadLimit: null });
    }
    await scene.opened('ada');
    await scene.opened('bea');
    const pairs = [
      ['ada', 'w-1'],
      ['bea', 'w-2'],
    ] as const;
    const answers = await race(2, (at) => {
      const [personId = '', workerId = ''] = pairs[at] ?? [];
      const body = { workerId, part: 'primary', from: today };
      return ask('beginWorker', { as: 'lead', params: { personId }, body });
    });
    expect(tally(answers)).toEqual({ '201': 1, '409 caseload-full': 1 });
    expect(answers.find(({ status }) => status === 409)?.body.facts).toMatchObject({ of: 'team', most: '1' });
  });
});

test('cover is by another worker who is there, on the days of the absence and no others', async () => {
  const { ask, read, setNow } = await allocated();
  const away = (workerId: string, body: object, as = 'lead') =>
    ask('recordWorkerAbsence', { as, params: { workerId }, body });
  const seen = async () => (await ask('readPerson', { as: 'colleague', params: { personId: 'ada' } })).status;
  expect(await away('w-1', { from: '2026-04-21', until: null, coveredBy: 'w-1' })).toMatchObject({
    status: 409,
    body: { code: 'cover-not-possible' },
  });
  await away('w-2', { from: '2026-05-01', until: '2026-05-08' });
  const ill = { from: '2026-04-21', until: '2026-05-02', coveredBy: 'w-2' };
  expect(await away('w-1', ill)).toMatchObject({ status: 409, body: { code: 'cover-not-possible' } });
  expect(await away('w-1', { ...ill, until: '2026-04-23' }, 'colleague')).toMatchObject({ status: 404 });
  expect(await away('w-1', { ...ill, until: '2026-04-23' }, 'worker')).toMatchObject({ status: 201 });
  expect(await away('w-1', { ...ill, from: '2026-04-22' })).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible' },
  });
  const days = [];
  for (const day of ['20', '21', '22', '23']) {
    setNow(`2026-04-${day}T12:00:00Z`);
    days.push(await seen());
  }
  expect(days).toEqual([404, 200, 200, 404]);
  expect((await read(covers, 'w-2')).data.covers).toEqual([
    { workerId: 'w-1', from: '2026-04-21', until: '2026-04-23' },
  ]);
});
