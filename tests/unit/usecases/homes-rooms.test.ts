import { expect, test } from 'vitest';
import type { HomeScene } from '../../support/home-scene.ts';
import { homeScene, inDays } from '../../support/home-scene.ts';
import { newHome } from '../../support/scenes.ts';

const birch = { homeId: 'birch' };
const [bedroom] = newHome('birch').rooms;
const { id: _id, ...aboutBedroom } = bedroom!;
const kitchen = { ...aboutBedroom, kind: 'communal', maxPersons: 0 };

const close = (ask: HomeScene['ask'], body: unknown, roomId = 'birch-1') =>
  ask('takeOutOfService', { as: 'officer', params: { roomId }, body });

test('a room that is added is in its home, free every night, and never in another', async () => {
  const { ask, home } = await homeScene();
  const body = { ...aboutBedroom, id: 'birch-4' };
  const added = await ask('addRoom', { as: 'officer', params: birch, body, key: 'once' });
  expect(added).toMatchObject({ status: 201, body: { id: 'birch-4', version: 2 } });
  expect(await ask('addRoom', { as: 'officer', params: birch, body, key: 'once' })).toEqual(added);
  expect((await home()).rooms.at(-1)).toEqual({ ...aboutBedroom, id: 'birch-4', homeId: 'birch' });
  const again = await ask('addRoom', { as: 'officer', params: birch, body });
  expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  const own = await ask('addRoom', { as: 'officer', params: birch, body: aboutBedroom });
  expect(own.body.id).toMatch(/^room-/);
});

test('a flat let whole takes a kitchen and no second room that is let', async () => {
  const rooms = [bedroom!];
  const { ask } = await homeScene({ letting: 'whole', rooms });
  const second = await ask('addRoom', { as: 'officer', params: birch, body: aboutBedroom });
  expect(second).toMatchObject({ status: 409, body: { code: 'one-lettable-room' } });
  expect(await ask('addRoom', { as: 'officer', params: birch, body: kitchen })).toMatchObject({
    status: 201,
  });
  const none = { as: 'officer', params: { roomId: bedroom!.id! }, ifMatch: 2, body: kitchen };
  expect(await ask('changeRoom', none)).toMatchObject({ status: 409, body: { code: 'one-lettable-room' } });
});

test('a home takes thirty rooms and no more', async () => {
  const { ask } = await homeScene({ rooms: Array.from({ length: 30 }, () => aboutBedroom) });
  const more = await ask('addRoom', { as: 'officer', params: birch, body: kitchen });
  expect(more).toMatchObject({ status: 409, body: { code: 'too-many-rooms', facts: { most: '30' } } });
});

test('a room is changed in the version of its home', async () => {
  const { ask, home } = await homeScene();
  const change = {
    as: 'officer',
    params: { roomId: 'birch-2' },
    body: { ...aboutBedroom, weeklyRent: 16_000 },
  };
  const changed = await ask('changeRoom', { ...change, ifMatch: 1 });
  expect(changed).toMatchObject({ status: 200, body: { id: 'birch-2', version: 2 } });
  expect((await home()).rooms.map((room) => room.weeklyRent).slice(0, 3)).toEqual([15_000, 16_000, 15_000]);
  expect(await ask('changeRoom', { ...change, ifMatch: 1 })).toMatchObject({ status: 412 });
  expect(await ask('changeRoom', change)).toMatchObject({ status: 428 });
  const bad = await ask('changeRoom', { ...change, ifMatch: 2, body: { ...change.body, homeId: 'oak' } });
  expect(bad.body.errors).toEqual([{ pointer: '/body/homeId', message: 'is not known here' }]);
});

test('a room somebody has, or that is on offer, goes on being let', async () => {
  const { ask, lives, held } = await homeScene();
  const toKitchen = (roomId: string, ifMatch = 1) =>
    ask('changeRoom', { as: 'officer', params: { roomId }, ifMatch, body: kitchen });
  await lives('ada', 'birch-1');
  await held('ben', 'birch-2', inDays(10));
  for (const room of ['birch-1', 'birch-2'])
    expect(await toKitchen(room)).toMatchObject({ status: 409, body: { code: 'room-taken' } });
  const body = { from: inDays(0), reason: '13' };
  await ask('listVacancy', { as: 'officer', params: { roomId: 'birch-3' }, body });
  expect(await toKitchen('birch-3')).toMatchObject({ status: 409, body: { code: 'already-listed' } });
  expect(await toKitchen('birch-sleep-in')).toMatchObject({ status: 200 });
});

test('a room is out of service from its first day to its last, in the home and in its ledger', async () => {
  const { ask, home, ledger, audit } = await homeScene();
  const closed = await close(ask, { from: '2026-05-01', to: '2026-05-10', reason: 'damp' });
  expect(closed).toMatchObject({ status: 201, body: { version: 2 } });
  const { id } = closed.body;
  expect((await home()).outOfService).toEqual([
    { id, roomId: 'birch-1', from: '2026-05-01', to: '2026-05-10', reason: 'damp' },
  ]);
  expect((await ledger()).periods).toEqual([
    { kind: 'outOfService', outOfServiceId: id, roomId: 'birch-1', from: '2026-05-01', until: '2026-05-11' },
  ]);
  expect((await audit('home:birch')).at(-1)).toMatchObject({
    deed: 'roomOutOfService',
    told: { homeId: 'birch', roomId: 'birch-1', from: '2026-05-01', to: '2026-05-10', reason: 'damp' },
  });
});

test('nobody’s nights are closed: whoever lives in a room, is promised it or has it held keeps them', async () => {
  const { ask, lives, held } = await homeScene();
  await lives('ada', 'birch-1', { leavesOn: inDays(10) });
  await lives('ben', 'birch-2', { from: inDays(5), arrived: false });
  await held('cat', 'birch-3', inDays(5));
  const taken = { status: 409, body: { code: 'room-taken' } };
  const days = (from: number, to: number | null) => ({
    ...{ from: inDays(from), to: to === null ? null : inDays(to), reason: 'repairs' },
  });
  expect(await close(ask, days(9, 20))).toMatchObject(taken);
  expect(await close(ask, days(10, 20))).toMatchObject({ status: 201 });
  for (const room of ['birch-2', 'birch-3']) {
    expect(await close(ask, days(0, 5), room)).toMatchObject(taken);
    expect(await close(ask, days(0, null), room)).toMatchObject(taken);
    expect(await close(ask, days(0, 4), room)).toMatchObject({ status: 201 });
  }
});

test('a hold that has run out keeps no room open', async () => {
  const { ask, held } = await homeScene();
  await held('cat', 'birch-3', inDays(5), '2026-04-20T08:59:59Z');
  const body = { from: inDays(0), to: null, reason: 'repairs' };
  expect(await close(ask, body, 'birch-3')).toMatchObject({ status: 201 });
});

test('the last day out of service is revised, as far as nobody has been promised the room', async () => {
  const { ask, lives, home, ledger } = await homeScene();
  const { id } = (await close(ask, { from: inDays(1), to: inDays(10), reason: 'repairs' })).body;
  const revise = (to: string | null, ifMatch?: number, outOfServiceId = id, roomId = 'birch-1') =>
    ask('reviseOutOfService', {
      ...{ as: 'officer', params: { roomId, outOfServiceId }, body: { to } },
      ...(ifMatch !== undefined && { ifMatch }),
    });
  expect(await revise(inDays(5), 2)).toMatchObject({ status: 200, body: { id, version: 3 } });
  expect((await home()).outOfService[0]?.to).toBe(inDays(5));
  expect((await ledger()).periods[0]?.until).toBe(inDays(6));
  await lives('ada', 'birch-1', { from: inDays(6), arrived: false });
  expect(await revise(inDays(6), 3)).toMatchObject({ status: 409, body: { code: 'room-taken' } });
  expect(await revise(null, 3)).toMatchObject({ status: 409, body: { code: 'room-taken' } });
  const tooEarly = await revise(inDays(0), 3);
  expect(tooEarly).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { notBefore: inDays(1) } },
  });
  expect(await revise(inDays(4), 2)).toMatchObject({ status: 412 });
  expect(await revise(inDays(4))).toMatchObject({ status: 428 });
  expect(await revise(inDays(4), 3, 'missing')).toMatchObject({ status: 404 });
  expect(await revise(inDays(4), 3, id, 'birch-2')).toMatchObject({ status: 404 });
});

test('days out of service that cannot be are refused', async () => {
  const { ask } = await homeScene();
  const day = { from: inDays(5), to: inDays(9), reason: 'repairs' };
  for (const body of [
    { ...day, to: inDays(4) },
    { ...day, from: '2026-02-30' },
    { ...day, reason: 'holiday' },
    { ...day, until: inDays(9) },
    { from: inDays(5), reason: 'repairs' },
  ])
    expect(await close(ask, body), JSON.stringify(body)).toMatchObject({ status: 400 });
  for (const to of ['2036-04-22', '9999-12-31'])
    expect(await close(ask, { ...day, to })).toMatchObject({
      status: 422,
      body: { code: 'day-not-possible' },
    });
  const own = { ...day, id: 'works-1' };
  expect(await close(ask, own)).toMatchObject({ status: 201, body: { id: 'works-1' } });
  expect(await close(ask, own)).toMatchObject({ status: 409, body: { code: 'already-exists' } });
});

test('a room elsewhere, or of somebody else’s home, is not found', async () => {
  const { ask } = await homeScene();
  const missing = await close(ask, { from: inDays(1), to: null, reason: 'other' }, 'missing');
  expect(missing.status).toBe(404);
  for (const as of ['provider', 'stranger']) {
    const params = { roomId: 'birch-1' };
    const body = { from: inDays(1), to: null, reason: 'other' };
    expect(await ask('takeOutOfService', { as, params, body })).toEqual(missing);
    expect(await ask('changeRoom', { as, params, ifMatch: 1, body: aboutBedroom })).toEqual(missing);
    expect(await ask('addRoom', { as, params: birch, body: aboutBedroom })).toEqual(missing);
  }
});
