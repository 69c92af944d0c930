import { expect, test } from 'vitest';
import { HomeAsChanged } from '../../../shared/usecases/homes/change-home.ts';
import { homeScene } from '../../support/home-scene.ts';
import { newHome } from '../../support/scenes.ts';

const birch = { homeId: 'birch' };

/** The home's own fields, as somebody sends them back. */
function asSent(more: Parameters<typeof newHome>[1] = {}) {
  const { rooms: _rooms, id: _id, ...about } = newHome('birch', more);
  return about;
}

test('a home that is added can be read, in version 1', async () => {
  const { ask } = await homeScene();
  const added = await ask('addHome', { as: 'officer', body: newHome('oak') });
  expect(added).toMatchObject({ status: 201, body: { id: 'oak', version: 1 } });
  const read = await ask('readHome', { as: 'officer', params: { homeId: 'oak' } });
  expect(read).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: { home: { id: 'oak' } } });
});

test('where a confidential home lies is told to its own organisation alone; others read a square around it', async () => {
  const { ask } = await homeScene();
  const location = { easting: 441_234, northing: 112_987 };
  const body = newHome('refuge', { confidentialAddress: true, location });
  expect(await ask('addHome', { as: 'officer', body })).toMatchObject({ status: 201 });
  const placeFor = async (as: string) =>
    (await ask('readHome', { as, params: { homeId: 'refuge' } })).body.home?.location;
  expect(await placeFor('officer')).toEqual(location);
  expect(await placeFor('ward')).toEqual({ easting: 441_000, northing: 113_000 });
  const open = newHome('open', { location });
  expect(await ask('addHome', { as: 'officer', body: open })).toMatchObject({ status: 201 });
  const read = await ask('readHome', { as: 'ward', params: { homeId: 'open' } });
  expect(read.body.home.location).toEqual(location);
});

test('the same key and body add a home once and answer the same; another body is refused', async () => {
  const { ask, audit } = await homeScene();
  const first = await ask('addHome', { as: 'officer', body: newHome('oak'), key: 'once' });
  const again = await ask('addHome', { as: 'officer', body: newHome('oak'), key: 'once' });
  expect(again).toEqual(first);
  expect(await audit('home:oak')).toHaveLength(1);
  const other = await ask('addHome', { as: 'officer', body: newHome('elm'), key: 'once' });
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});

test('homes and rooms keep their references: one that is in use is refused', async () => {
  const { ask } = await homeScene();
  const home = await ask('addHome', { as: 'officer', body: newHome('birch') });
  expect(home).toMatchObject({ status: 409, body: { code: 'already-exists', facts: { homeId: 'birch' } } });
  const rooms = newHome('oak').rooms.map((room, i) => (i === 1 ? { ...room, id: 'birch-2' } : room));
  const room = await ask('addHome', { as: 'officer', body: newHome('oak', { rooms }) });
  expect(room).toMatchObject({ status: 409, body: { code: 'already-exists', facts: { roomId: 'birch-2' } } });
  const twice = newHome('oak').rooms.map((one) => ({ ...one, id: 'oak-1' }));
  const same = await ask('addHome', { as: 'officer', body: newHome('oak', { rooms: twice }) });
  expect(same).toMatchObject({ status: 409, body: { code: 'already-exists' } });
});

test('a home let whole has exactly one room that is let', async () => {
  const { ask } = await homeScene();
  const body = newHome('oak', { letting: 'whole' });
  const added = await ask('addHome', { as: 'officer', body });
  expect(added.body.errors).toEqual([
    { pointer: '/body/rooms', message: 'a home that is let whole has exactly one lettable room' },
  ]);
  const changed = await ask('changeHome', {
    ...{ as: 'officer', params: birch, ifMatch: 1, body: asSent({ letting: 'whole' }) },
  });
  expect(changed).toMatchObject({ status: 409, body: { code: 'one-lettable-room', facts: { let: '3' } } });
});

test('changing a home changes what is said of it, never its rooms, and is written down once', async () => {
  const { ask, home, audit } = await homeScene();
  const before = await home();
  const body = asSent({ substanceFree: true, maxHighRisk: 1, turnaroundWorkingDays: 5 });
  expect(HomeAsChanged.safeParse(body).success).toBe(true);
  const changed = await ask('changeHome', { as: 'officer', params: birch, ifMatch: 1, body });
  expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { id: 'birch', version: 2 } });
  const after = await home();
  expect(after.home).toEqual({
    ...before.home,
    substanceFree: true,
    maxHighRisk: 1,
    turnaroundWorkingDays: 5,
  });
  expect(after.rooms).toEqual(before.rooms);
  const entries = await audit('home:birch');
  expect(entries.map(({ deed }) => deed)).toEqual(['homeAdded', 'homeChanged']);
  expect(entries[1]?.changes).toMatchObject([{ kind: 'home', version: 2, fields: ['home'] }]);
});

test('a change of a version that is no longer there is refused, and one of no version too', async () => {
  const { ask } = await homeScene();
  const change = { as: 'officer', params: birch, body: asSent({ sleepIn: true }) };
  await ask('changeHome', { ...change, ifMatch: 1 });
  const stale = await ask('changeHome', { ...change, ifMatch: 1 });
  expect(stale).toMatchObject({ status: 412, body: { code: 'version-changed', facts: { version: '2' } } });
  const blind = await ask('changeHome', change);
  expect(blind).toMatchObject({ status: 428, body: { code: 'if-match-missing' } });
});

test('the same change sent again with the same key answers the same, though its version has passed', async () => {
  const { ask } = await homeScene();
  const change = { as: 'officer', params: birch, ifMatch: 1, key: 'twice', body: asSent({ sleepIn: true }) };
  const first = await ask('changeHome', change);
  expect(await ask('changeHome', change)).toEqual(first);
});

test('what is not known of a home, of the wrong type or on no day is named and refused', async () => {
  const { ask } = await homeScene();
  const pointers = async (body: unknown) => {
    const answer = await ask('changeHome', { as: 'officer', params: birch, ifMatch: 1, body });
    expect(answer.status).toBe(400);
    return answer.body.errors.map((error: { pointer: string }) => error.pointer);
  };
  expect(await pointers({ ...asSent(), rooms: [] })).toEqual(['/body/rooms']);
  expect(await pointers({ ...asSent(), id: 'oak' })).toEqual(['/body/id']);
  expect(await pointers({ ...asSent(), maxHighRisk: 'two' })).toEqual(['/body/maxHighRisk']);
  expect(await pointers({ ...asSent(), leaseEndsOn: '2026-02-30' })).toEqual(['/body/leaseEndsOn']);
});

test('a home is changed by those whose stock it is, who cannot give it to others', async () => {
  const { ask } = await homeScene({ owner: 'council' });
  const body = asSent({ owner: 'council' });
  const change = { params: birch, ifMatch: 1, body };
  const missing = await ask('changeHome', { ...change, as: 'officer', params: { homeId: 'missing' } });
  expect(missing.status).toBe(404);
  for (const as of ['provider', 'stranger'])
    expect(await ask('changeHome', { ...change, as }), as).toEqual(missing);
  expect(await ask('changeHome', { ...change, as: 'ward' })).toMatchObject({ status: 403 });
  const given = await ask('changeHome', { ...change, as: 'officer', body: { ...body, owner: 'harbour' } });
  expect(given).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});

test('homes are listed page by page in the order of their references', async () => {
  const { ask } = await homeScene();
  for (const id of ['ash', 'cedar', 'oak']) await ask('addHome', { as: 'officer', body: newHome(id) });
  const first = await ask('listHomes', { as: 'ward', query: { limit: '3' } });
  expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(['ash', 'birch', 'cedar']);
  expect(first.body.items[0]).toMatchObject({ outcode: 'SO15', lettableRooms: 3, version: 1 });
  const second = await ask('listHomes', { as: 'ward', query: { limit: '3', after: first.body.next } });
  expect(second.body).toMatchObject({ items: [{ id: 'oak' }], next: null });
  expect((await ask('listHomes', { as: 'stranger' })).body).toEqual({ items: [], next: null });
});

test('a list is asked for with a cursor it gave out and a limit up to 100', async () => {
  const { ask } = await homeScene();
  const wrong: Record<string, string>[] = [
    { after: 'nowhere' },
    { limit: '0' },
    { limit: '101' },
    { page: '2' },
  ];
  for (const query of wrong)
    expect(await ask('listHomes', { as: 'ward', query }), JSON.stringify(query)).toMatchObject({
      status: 400,
    });
});

test('a provider finds their own homes among many that are not', async () => {
  const { ask } = await homeScene();
  for (const id of ['ash', 'cedar', 'elm']) await ask('addHome', { as: 'officer', body: newHome(id) });
  const body = newHome('oak', { supportProvider: 'harbour' });
  expect(await ask('addHome', { as: 'provider', body })).toMatchObject({ status: 201 });
  const listed = await ask('listHomes', { as: 'provider', query: { limit: '2' } });
  expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual(['oak']);
  expect(await ask('readHome', { as: 'provider', params: birch })).toMatchObject({ status: 404 });
  const others = await ask('addHome', { as: 'provider', body: newHome('fir') });
  expect(others).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
});
