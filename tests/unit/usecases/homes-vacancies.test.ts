import { expect, test } from 'vitest';
import { Day, Instant } from '../../../shared/domain/day.ts';
import { ProposalId } from '../../../shared/domain/ids.ts';
import { vacancies } from '../../../shared/store/kinds/homes.ts';
import { moves } from '../../../shared/store/kinds/people.ts';
import { type HomeScene, homeScene, inDays, today } from '../../support/home-scene.ts';

const list = (ask: HomeScene['ask'], body: object, roomId = 'birch-1', more: object = {}) =>
  ask('listVacancy', { as: 'officer', params: { roomId }, body: { reason: '13', ...body }, ...more });
const confirm = (ask: HomeScene['ask'], vacancyId: string, from: string) =>
  ask('confirmVacancy', { as: 'officer', params: { vacancyId }, body: { from } });
const withdraw = (ask: HomeScene['ask'], vacancyId: string, because: string) =>
  ask('withdrawVacancy', { as: 'officer', params: { vacancyId }, body: { because } });
const refused = (code: string, facts: object = {}) => ({ status: 409, body: { code, facts } });

/** Reserves a vacancy for a proposal, as adopting a suggestion does. */
async function reserve(scene: HomeScene, id: string, until = '2026-05-01T00:00:00Z', from = today) {
  const file = await scene.vacancy(id);
  const { roomId, reason } = file.vacancy;
  const proposalId = ProposalId.parse('proposal-zoe');
  await scene.put('southampton', vacancies, {
    ...file,
    vacancy: {
      id: file.vacancy.id,
      roomId,
      reason,
      from,
      status: 'reserved',
      proposalId,
      until: Instant.parse(until),
    },
  });
}

test('an empty room is listed as open, once, and named in the ledger of its home', async () => {
  const { ask, ledger, audit } = await homeScene();
  const listed = await list(ask, { from: inDays(-3) }, 'birch-1', { key: 'once' });
  expect(listed).toMatchObject({ status: 201, body: { version: 1, status: 'open' } });
  expect(await list(ask, { from: inDays(-3) }, 'birch-1', { key: 'once' })).toEqual(listed);
  const vacancyId = listed.body.id;
  expect((await ledger()).offered).toEqual([{ roomId: 'birch-1', vacancyId }]);
  const read = await ask('readVacancy', { as: 'ward', params: { vacancyId } });
  expect(read.body).toEqual({
    vacancy: { id: vacancyId, roomId: 'birch-1', reason: '13', status: 'open', from: inDays(-3) },
    homeId: 'birch',
    version: 1,
  });
  expect(await list(ask, { from: today })).toMatchObject(refused('already-listed', { vacancyId }));
  expect((await audit('home:birch')).map(({ deed }) => deed)).toEqual(['homeAdded', 'vacancyListed']);
});

test('rooms that are never let are never listed', async () => {
  const { ask } = await homeScene();
  for (const roomId of ['birch-sleep-in', 'birch-kitchen'])
    expect(await list(ask, { from: today }, roomId)).toMatchObject(refused('room-never-let', { roomId }));
});

test('a room is open only when nobody lives there, nor is to, and it can be used on the day', async () => {
  const { ask, lives, held } = await homeScene();
  await lives('ada', 'birch-1', { leavesOn: inDays(3) });
  expect(await list(ask, { from: inDays(10) })).toMatchObject(refused('room-taken'));
  await lives('ben', 'birch-2', { from: inDays(20), arrived: false });
  expect(await list(ask, { from: today }, 'birch-2')).toMatchObject(
    refused('room-taken', { from: inDays(20) }),
  );
  expect(await list(ask, { from: today, expected: 'forecast' }, 'birch-2')).toMatchObject(
    refused('room-taken'),
  );
  await held('cat', 'birch-3', inDays(5));
  expect(await list(ask, { from: today }, 'birch-3')).toMatchObject(
    refused('room-taken', { from: inDays(5) }),
  );
});

test('a room that is being made ready or is out of service opens on a day after', async () => {
  const scene = await homeScene();
  const { ask } = scene;
  const closed = { from: inDays(0), to: inDays(4), reason: 'repairs' };
  await ask('takeOutOfService', { as: 'officer', params: { roomId: 'birch-1' }, body: closed });
  expect(await list(ask, { from: inDays(4) })).toMatchObject(
    refused('room-out-of-service', { until: inDays(5) }),
  );
  expect(await list(ask, { from: inDays(5) })).toMatchObject({ status: 201 });
  await scene.lives('ada', 'birch-2');
  await list(ask, { id: 'soon', from: today, expected: 'noticeGiven' }, 'birch-2');
  await scene.gone('ada', today);
  // Left on Monday 20 April with two working days of turnaround: ready on Thursday the 23rd.
  expect(await confirm(ask, 'soon', '2026-04-22')).toMatchObject(
    refused('room-not-ready', { readyOn: '2026-04-23' }),
  );
  expect(await confirm(ask, 'soon', '2026-04-23')).toMatchObject({ status: 201, body: { status: 'open' } });
});

test('a notice that was given ends the stay of the resident, and the room is made ready after', async () => {
  const { ask, lives, stay, ledger, vacancy, audit } = await homeScene();
  await lives('ada', 'birch-1');
  const listed = await list(ask, { from: '2026-05-01', expected: 'noticeGiven' });
  expect(listed).toMatchObject({ status: 201, body: { status: 'expected' } });
  expect(await stay('stay-ada')).toMatchObject({ status: 'arrived', leavesOn: '2026-05-01' });
  expect(await vacancy(listed.body.id)).toMatchObject({
    vacancy: { status: 'expected', certainty: 'noticeGiven', from: '2026-05-01' },
    expectedAs: 'noticeGiven',
  });
  // Friday, then the early May bank holiday: Tuesday and Wednesday are the turnaround.
  expect((await ledger()).periods).toMatchObject([
    { kind: 'stay', until: '2026-05-01' },
    { kind: 'turnaround', from: '2026-05-01', until: '2026-05-07', stayId: 'stay-ada' },
  ]);
  expect((await audit('person:ada')).map(({ deed }) => deed)).toEqual(['vacancyListed']);
});

test('the turnaround is the home’s own, else the one of the policy in force', async () => {
  for (const [turnaroundWorkingDays, until] of [
    [0, '2026-05-02'],
    [5, '2026-05-12'],
    [null, '2026-05-07'],
  ] as const) {
    const { ask, lives, ledger } = await homeScene({ turnaroundWorkingDays });
    await lives('ada', 'birch-1');
    await list(ask, { from: '2026-05-01', expected: 'noticeGiven' });
    expect((await ledger()).periods.at(-1)).toMatchObject({ kind: 'turnaround', until });
  }
});

test('the end of a lease and a forecast change nothing for whoever lives there', async () => {
  for (const expected of ['leaseEnd', 'forecast']) {
    const { ask, lives, stay, ledger } = await homeScene();
    await lives('ada', 'birch-1');
    expect(await list(ask, { from: inDays(30), expected })).toMatchObject({ status: 201 });
    expect(await stay('stay-ada')).toMatchObject({ leavesOn: null });
    expect((await ledger()).periods).toMatchObject([{ kind: 'stay', until: null }]);
  }
});

test('the day of somebody who has been promised another room is the day of that move', async () => {
  const scene = await homeScene();
  const { ask, lives, records, put } = scene;
  await lives('ada', 'birch-1', { leavesOn: inDays(20) });
  const move = (await records.get(moves, 'ada'))!.data;
  await put('southampton', moves, { ...move, promisedStayId: (await scene.stay('stay-ada')).id });
  const other = await list(ask, { from: inDays(10), expected: 'noticeGiven' });
  expect(other).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { leavesOn: inDays(20) } },
  });
  expect(await list(ask, { from: inDays(20), expected: 'noticeGiven' })).toMatchObject({ status: 201 });
});

test('a resident who is to leave later than known needs their place in the house still', async () => {
  const { ask, lives } = await homeScene({ maxHighRisk: 1 });
  await lives('ada', 'birch-1', { leavesOn: inDays(10), occupant: { highRisk: true } });
  await lives('ben', 'birch-2', { from: inDays(12), arrived: false, occupant: { highRisk: true } });
  const later = await list(ask, { from: inDays(20), expected: 'noticeGiven' });
  expect(later).toMatchObject(refused('house-mix-exceeded'));
  const sooner = await list(ask, { from: inDays(5), expected: 'noticeGiven' });
  expect(sooner).toMatchObject({ status: 201 });
});

test('a vacancy of an unknown kind, an impossible day or a day out of sight is refused', async () => {
  const { ask } = await homeScene();
  for (const body of [
    { from: '2026-02-30' },
    { from: '20 April 2026' },
    { from: 20_260_420 },
    { from: today, expected: 'perhaps' },
    { from: today, reason: '99' },
    { from: today, status: 'open' },
    {},
  ])
    expect(await list(ask, body), JSON.stringify(body)).toMatchObject({ status: 400 });
  const facts = { notBefore: today, notAfter: inDays(730) };
  for (const from of [inDays(-1), inDays(731), '9999-12-31'])
    expect(await list(ask, { from, expected: 'forecast' })).toMatchObject({
      ...{ status: 422, body: { code: 'day-not-possible', facts } },
    });
});

test('references of vacancies are kept, and used once', async () => {
  const { ask } = await homeScene();
  expect(await list(ask, { id: 'flat-9', from: today })).toMatchObject({ body: { id: 'flat-9' } });
  const again = await list(ask, { id: 'flat-9', from: today }, 'birch-2');
  expect(again).toMatchObject(refused('already-exists', { vacancyId: 'flat-9' }));
});

test('a vacancy that was expected is open once its room is empty, and not before', async () => {
  const { ask, lives, vacancy } = await homeScene();
  await lives('ada', 'birch-1');
  const { id } = (await list(ask, { from: inDays(3), expected: 'noticeGiven' })).body;
  expect(await confirm(ask, id, inDays(9))).toMatchObject(refused('room-taken'));
  const empty = (await list(ask, { from: inDays(3), expected: 'leaseEnd' }, 'birch-2')).body.id;
  expect(await confirm(ask, empty, inDays(-1))).toMatchObject({
    status: 201,
    body: { version: 2, status: 'open' },
  });
  expect(await vacancy(empty)).toMatchObject({
    ...{ expectedAs: null, vacancy: { status: 'open', from: inDays(-1) } },
  });
  const again = await confirm(ask, empty, inDays(1));
  expect(again).toMatchObject(refused('transition-not-allowed', { state: 'open' }));
});

test('a forecast is confirmed by the notice of whoever lives there', async () => {
  const { ask, lives, vacancy, stay } = await homeScene();
  await lives('ada', 'birch-1');
  const { id } = (await list(ask, { from: inDays(40), expected: 'forecast' })).body;
  expect(await confirm(ask, id, inDays(-1))).toMatchObject({ status: 422 });
  expect(await confirm(ask, id, inDays(30))).toMatchObject({ status: 201, body: { status: 'expected' } });
  expect(await vacancy(id)).toMatchObject({ vacancy: { certainty: 'noticeGiven', from: inDays(30) } });
  expect(await stay('stay-ada')).toMatchObject({ leavesOn: inDays(30) });
});

test('a reserved forecast is confirmed and stays reserved, if the room is ready for the move', async () => {
  const scene = await homeScene();
  const { ask, held, vacancy } = scene;
  const { id } = (await list(ask, { from: inDays(10), expected: 'forecast' })).body;
  await reserve(scene, id);
  await held('zoe', 'birch-1', inDays(12));
  expect(await confirm(ask, id, inDays(13))).toMatchObject(refused('room-taken', { from: inDays(12) }));
  expect(await confirm(ask, id, inDays(12))).toMatchObject({ status: 201, body: { status: 'reserved' } });
  expect(await vacancy(id)).toMatchObject({ expectedAs: null, vacancy: { status: 'reserved' } });
});

test('notice on a reserved room leaves the turnaround before whoever moves in', async () => {
  const scene = await homeScene();
  const { ask } = scene;
  await scene.lives('ada', 'birch-1');
  const { id } = (await list(ask, { from: '2026-05-05', expected: 'forecast' })).body;
  await reserve(scene, id);
  // Left on Tuesday the 5th, ready on Friday the 8th; left a day later, on Saturday the 9th.
  await scene.held('zoe', 'birch-1', Day.parse('2026-05-08'));
  expect(await confirm(ask, id, '2026-05-06')).toMatchObject(refused('room-taken', { from: '2026-05-08' }));
  expect(await confirm(ask, id, '2026-05-05')).toMatchObject({ status: 201, body: { status: 'reserved' } });
  expect(await scene.vacancy(id)).toMatchObject({
    expectedAs: 'noticeGiven',
    vacancy: { status: 'reserved' },
  });
});

test('a vacancy is withdrawn with its reason, and its room can be listed anew', async () => {
  const { ask, ledger, vacancy } = await homeScene();
  const { id } = (await list(ask, { from: today })).body;
  expect(await withdraw(ask, id, 'listedInError')).toMatchObject({
    status: 201,
    body: { status: 'withdrawn' },
  });
  expect((await vacancy(id)).vacancy).toMatchObject({ status: 'withdrawn', because: 'listedInError' });
  expect((await ledger()).offered).toEqual([]);
  expect(await withdraw(ask, id, 'listedInError')).toMatchObject(
    refused('vacancy-not-open', { state: 'withdrawn' }),
  );
  expect(await confirm(ask, id, today)).toMatchObject(refused('transition-not-allowed'));
  expect(await list(ask, { from: today })).toMatchObject({ status: 201 });
});

test('a reserved vacancy is not withdrawn, until the hold has run out', async () => {
  const scene = await homeScene();
  const { ask } = scene;
  const { id } = (await list(ask, { from: today })).body;
  await reserve(scene, id);
  const early = await withdraw(ask, id, 'outOfService');
  expect(early).toMatchObject(refused('vacancy-not-open', { vacancyId: id, state: 'reserved' }));
  expect(early.body.fix).toMatch(/withdraw its proposal first/);
  const read = () => ask('readVacancy', { as: 'officer', params: { vacancyId: id } });
  expect((await read()).body.vacancy.status).toBe('reserved');
  scene.setNow('2026-05-01T00:00:00Z');
  expect((await read()).body.vacancy).toEqual({
    id,
    roomId: 'birch-1',
    reason: '13',
    status: 'open',
    from: today,
  });
  expect(await withdraw(ask, id, 'outOfService')).toMatchObject({ status: 201 });
});

test('a resident who stays after all takes back their notice, if their place is still theirs', async () => {
  const { ask, lives, stay, ledger } = await homeScene({ maxHighRisk: 1 });
  await lives('ada', 'birch-1', { occupant: { highRisk: true } });
  const notice = () => list(ask, { from: inDays(10), expected: 'noticeGiven' });
  const first = (await notice()).body.id;
  expect(await withdraw(ask, first, 'residentStays')).toMatchObject({ status: 201 });
  expect(await stay('stay-ada')).toMatchObject({ leavesOn: null });
  expect((await ledger()).periods).toMatchObject([{ kind: 'stay', until: null }]);
  const second = (await notice()).body.id;
  await lives('ben', 'birch-2', { from: inDays(12), arrived: false, occupant: { highRisk: true } });
  expect(await withdraw(ask, second, 'residentStays')).toMatchObject(refused('house-mix-exceeded'));
  expect(await withdraw(ask, second, 'listedInError')).toMatchObject({ status: 201 });
  expect(await stay('stay-ada')).toMatchObject({ leavesOn: inDays(10) });
});

test('somebody who has been promised another room does not stay by a vacancy being withdrawn', async () => {
  const { ask, lives, records, put, stay } = await homeScene();
  await lives('ada', 'birch-1');
  const { id } = (await list(ask, { from: inDays(10), expected: 'noticeGiven' })).body;
  const move = (await records.get(moves, 'ada'))!.data;
  await put('southampton', moves, { ...move, promisedStayId: (await stay('stay-ada')).id });
  expect(await withdraw(ask, id, 'residentStays')).toMatchObject(refused('person-already-promised'));
});

test('of many who list one room at once, one lists it', async () => {
  const { ask, ledger } = await homeScene();
  const answers = await Promise.all(Array.from({ length: 8 }, () => list(ask, { from: today })));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'already-listed')).toHaveLength(7);
  expect((await ledger()).offered).toHaveLength(1);
});

test('live vacancies are listed soonest first, those of their own homes to a provider', async () => {
  const { ask } = await homeScene();
  const { id } = (await list(ask, { from: inDays(9) })).body;
  const sooner = (await list(ask, { from: inDays(2) }, 'birch-2')).body.id;
  const past = (await list(ask, { from: today }, 'birch-3')).body.id;
  await withdraw(ask, past, 'listedInError');
  const first = await ask('listVacancies', { as: 'ward', query: { limit: '1' } });
  expect(first.body.items).toMatchObject([{ homeId: 'birch', version: 1, vacancy: { id: sooner } }]);
  const second = await ask('listVacancies', { as: 'ward', query: { limit: '1', after: first.body.next } });
  expect(second.body.items).toMatchObject([{ vacancy: { id } }]);
  for (const as of ['provider', 'stranger'])
    expect((await ask('listVacancies', { as })).body, as).toEqual({ items: [], next: null });
});

test('a vacancy elsewhere, or of somebody else’s home, reads as missing to whoever may not touch it', async () => {
  const { ask } = await homeScene();
  const { id: vacancyId } = (await list(ask, { from: today })).body;
  const missing = await ask('readVacancy', { as: 'officer', params: { vacancyId: 'missing' } });
  expect(missing.status).toBe(404);
  for (const as of ['provider', 'stranger']) {
    expect(await ask('readVacancy', { as, params: { vacancyId } })).toEqual(missing);
    expect(await list(ask, { from: today }, 'birch-2', { as })).toEqual(missing);
    expect(await ask('confirmVacancy', { as, params: { vacancyId }, body: { from: today } })).toEqual(
      missing,
    );
    const body = { because: 'homeClosing' };
    expect(await ask('withdrawVacancy', { as, params: { vacancyId }, body })).toEqual(missing);
  }
  expect(await list(ask, { from: today }, 'birch-2', { as: 'ward' })).toMatchObject({ status: 403 });
});
