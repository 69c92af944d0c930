import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answered } from '../support/ask.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { approval, beforePanel, elmWithRivals } from '../support/rivals.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

async function oneChain(): Promise<void> {
  world = await openWorld('2026-04-20T09:00:00Z');
  await loadOneChain(world.store);
}

/** Everything the table holds, engine and log of readings apart. */
async function onRecord(): Promise<string> {
  const { Items = [] } = await world.store.client.send(new ScanCommand({ TableName: world.store.tableName }));
  return JSON.stringify(Items.map((item) => JSON.stringify(item)).sort());
}

/** What is refused names itself, in status, code, sentence and fix, and leaves no trace. */
async function expectRefused(ask: () => Promise<Answered>, status: number, code: string): Promise<Answered> {
  const before = await onRecord();
  const answer = await ask();
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status, body: { status, code } });
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(answer.body.title).toMatch(/^[A-Z].*\.$/);
  expect(answer.body.fix).toMatch(/^[A-Z].*\.$/);
  expect(await onRecord()).toBe(before);
  return answer;
}

const proposing =
  (requestId: string, roomId: string, moveOn = '2026-05-05') =>
  () =>
    world.as('officer').post('/v1/proposals', { requestId, roomId, moveOn });

describe('what was sent', () => {
  const home = { from: '2026-05-05', reason: '13' };
  test.each([
    ['an unknown field', { ...home, status: 'approved' }, '/body/status'],
    ['a wrong type', { ...home, from: 5 }, '/body/from'],
    ['an impossible date', { ...home, from: '2026-02-30' }, '/body/from'],
    ['a missing field', { from: '2026-05-05' }, '/body/reason'],
  ])('%s is named by where it stands', async (_what, body, pointer) => {
    await oneChain();
    const answer = await expectRefused(
      () => world.as('officer').post('/v1/rooms/birch-flat/vacancies', body),
      400,
      'invalid-request',
    );
    expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual([pointer]);
  });

  test('a body that is no JSON object, too large a body and a missing key are named', async () => {
    await oneChain();
    const officer = world.as('officer');
    await expectRefused(() => officer.post('/v1/match-runs', 'words'), 400, 'invalid-json');
    const deep = { text: `${'['.repeat(20_000)}${']'.repeat(20_000)}` };
    await expectRefused(() => officer.post('/v1/match-runs', undefined, deep), 400, 'invalid-json');
    await expectRefused(() => officer.post('/v1/match-runs', { a: 'x'.repeat(270_000) }), 413, 'too-large');
    await expectRefused(
      () => officer.post('/v1/match-runs', {}, { key: null }),
      400,
      'idempotency-key-missing',
    );
  });

  test('an id of another partnership reads like one that is nowhere', async () => {
    await oneChain();
    await loadOneChain(world.store, { partnership: 'bristol' });
    const foreign = await expectRefused(
      () => world.as('bristol-officer').get('/v1/homes/nowhere'),
      404,
      'not-found',
    );
    await world.store.member('stranger', ['housingOfficer'], { partnershipId: 'sefton' });
    const missing = await expectRefused(() => world.as('stranger').get('/v1/homes/elm'), 404, 'not-found');
    expect(missing.body).toEqual(foreign.body);
  });

  test('a version somebody else has changed since, and a key that came with another body', async () => {
    await oneChain();
    const officer = world.as('officer');
    const { home: read, version } = (await officer.get('/v1/homes/elm')).body;
    const { id: _id, ...elm } = read;
    await officer.put('/v1/homes/elm', { ...elm, atmosphere: 'lively' }, { ifMatch: version, key: 'first' });
    await expectRefused(
      () => officer.put('/v1/homes/elm', elm, { ifMatch: version }),
      412,
      'version-changed',
    );
    await expectRefused(
      () => officer.put('/v1/homes/elm', elm, { ifMatch: version + 1, key: 'first' }),
      422,
      'key-reused',
    );
    await expectRefused(() => officer.put('/v1/homes/elm', elm), 428, 'if-match-missing');
  });
});

describe('a move proposed by hand', () => {
  test('into the room where staff sleep in', async () => {
    world = await elmWithRivals(1, 0);
    await expectRefused(proposing('ask-rival-0', 'elm-office'), 409, 'room-never-let');
  });

  test('into a room that is closed soon after', async () => {
    world = await elmWithRivals(1, 0);
    const closing = { from: '2026-06-01', to: '2026-06-30', reason: 'repairs' };
    await world.as('officer').post('/v1/rooms/elm-1/out-of-service', closing);
    const answer = await expectRefused(proposing('ask-rival-0', 'elm-1'), 409, 'stay-too-short');
    expect(answer.body.facts).toMatchObject({ roomId: 'elm-1', until: '2026-06-01', minimumNights: '56' });
  });

  test('of somebody who is promised a room already, and into a room that is', async () => {
    world = await elmWithRivals(2, 0);
    await beforePanel(world, 'rival-0', 'elm-1');
    await expectRefused(proposing('ask-rival-0', 'elm-2'), 409, 'person-already-promised');
    await expectRefused(proposing('ask-rival-1', 'elm-1'), 409, 'room-taken');
  });

  test('into a house that is as full as its licence allows', async () => {
    world = await elmWithRivals(2, 0);
    const { home: read, version } = (await world.as('officer').get('/v1/homes/elm')).body;
    const { id: _id, ...elm } = read;
    const licence = { ...elm.licence, status: 'held', maxPersons: 1 };
    await world.as('officer').put('/v1/homes/elm', { ...elm, licence }, { ifMatch: version });
    await beforePanel(world, 'rival-0', 'elm-1');
    await expectRefused(proposing('ask-rival-1', 'elm-2'), 409, 'licence-exceeded');
  });

  test('into a house with somebody they must be kept apart from', async () => {
    world = await elmWithRivals(2, 0);
    const apart = { otherPersonId: 'rival-0', recordedOn: '2026-04-20', expiresOn: null };
    await world.as('lead').post('/v1/people/rival-1/non-associations', apart);
    await beforePanel(world, 'rival-0', 'elm-1');
    await expectRefused(proposing('ask-rival-1', 'elm-2'), 409, 'housemates-clash');
  });

  test('into a home inside their exclusion zone', async () => {
    world = await elmWithRivals(1, 0);
    const { home } = (await world.as('officer').get('/v1/homes/elm')).body;
    const zone = {
      centre: home.location,
      radiusMetres: 500,
      setBy: 'court',
      from: '2026-04-01',
      expiresOn: null,
    };
    expect(await world.as('lead').post('/v1/people/rival-0/exclusion-zones', zone)).toMatchObject({
      status: 201,
    });
    await expectRefused(proposing('ask-rival-0', 'elm-1'), 409, 'inside-exclusion-zone');
  });

  test('that breaks another rule, or rests on an answer nobody has', async () => {
    world = await elmWithRivals(1, 0);
    const failed = await expectRefused(proposing('ask-f', 'oak-1'), 409, 'room-taken');
    expect(failed.body.facts).toMatchObject({ roomId: 'oak-1' });
    const wrong = await expectRefused(proposing('ask-rival-0', 'birch-flat'), 409, 'check-failed');
    expect(wrong.body.facts.rules).toContain('stage');
  });
});

describe('the plan and the panel', () => {
  test('a suggestion of an old plan is not adopted', async () => {
    await oneChain();
    await world.rematch();
    const officer = world.as('officer');
    const [first] = (await officer.get('/v1/plans/current')).body.chains.items[0].suggestions;
    world.setNow('2026-04-21T09:00:00Z');
    await world.rematch();
    await expectRefused(
      () => officer.post(`/v1/suggestions/${first.id}/adoption`, { wholeChain: true }),
      409,
      'plan-out-of-date',
    );
  });

  test('a room that is only forecast to fall free is proposed, and approved only once it is confirmed', async () => {
    world = await elmWithRivals(1, 0);
    const officer = world.as('officer');
    const [listed] = (await officer.get('/v1/vacancies')).body.items.filter(
      (one: { vacancy: { roomId: string } }) => one.vacancy.roomId === 'elm-1',
    );
    await officer.post(`/v1/vacancies/${listed.vacancy.id}/withdrawal`, { because: 'listedInError' });
    const forecast = await officer.post('/v1/rooms/elm-1/vacancies', {
      from: '2026-04-27',
      reason: '13',
      expected: 'forecast',
    });
    expect(forecast).toMatchObject({ status: 201 });
    const rival = await beforePanel(world, 'rival-0', 'elm-1');
    const approve = () =>
      world.as('panel').post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: rival.version });
    await expectRefused(approve, 409, 'vacancy-not-confirmed');
    const confirmed = await officer.post(`/v1/vacancies/${forecast.body.id}/confirmation`, {
      from: '2026-04-27',
    });
    expect(confirmed, JSON.stringify(confirmed.body)).toMatchObject({ status: 201 });
    expect(await approve()).toMatchObject({ status: 201 });
  });

  test('whoever proposed, asked or works with the person does not decide, and nobody decides twice', async () => {
    world = await elmWithRivals(1, 0);
    await world.store.member('worker', ['supportWorker', 'panelMember'], { workerId: 'w-1' });
    await world.store.member('officer', ['housingOfficer', 'panelMember'], {});
    const rival = await beforePanel(world, 'rival-0', 'elm-1');
    const decide = (by: string) => () =>
      world.as(by).post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: rival.version });
    await expectRefused(decide('officer'), 403, 'proposer-cannot-decide');
    await expectRefused(decide('worker'), 403, 'referrer-cannot-decide');
    await expectRefused(decide('lead'), 403, 'not-allowed');
    await expectRefused(
      () => world.as('panel').post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: 99 }),
      412,
      'version-changed',
    );
    expect(await decide('panel')()).toMatchObject({ status: 201 });
    await expectRefused(decide('chair'), 409, 'already-decided');
  });

  test('a proposal whose hold has run out is not approved, and the room is free for others again', async () => {
    world = await elmWithRivals(1, 0);
    const rival = await beforePanel(world, 'rival-0', 'elm-1');
    world.setNow('2026-06-01T09:00:00Z');
    await expectRefused(
      () =>
        world.as('panel').post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: rival.version }),
      409,
      'hold-expired',
    );
  });

  test('a fact that changed since the plan is asked again when it is adopted', async () => {
    await oneChain();
    await world.rematch();
    const [first] = (await world.as('officer').get('/v1/plans/current')).body.chains.items[0].suggestions;
    const { home } = (await world.as('officer').get('/v1/homes/birch')).body;
    const zone = {
      centre: home.location,
      radiusMetres: 500,
      setBy: 'court',
      from: '2026-04-01',
      expiresOn: null,
    };
    await world.as('lead').post('/v1/people/hmo-resident/exclusion-zones', zone);
    await expectRefused(
      () => world.as('officer').post(`/v1/suggestions/${first.id}/adoption`, { wholeChain: true }),
      409,
      'inside-exclusion-zone',
    );
  });
});
