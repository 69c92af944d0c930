import { expect, test } from 'vitest';
import { homesHandlers } from '../../../functions/homes/handlers.ts';
import { asker } from '../../support/ask.ts';
import { newHome } from '../../support/scenes.ts';
import { testStore } from '../../support/store.ts';

test('a home that is added can be read, in version 1', async () => {
  const store = await testStore();
  await store.member('officer', ['housingOfficer']);
  const ask = asker(homesHandlers, store.deps);
  const added = await ask('addHome', { as: 'officer', body: newHome('birch') });
  expect(added).toMatchObject({ status: 201, body: { id: 'birch', version: 1 } });
  const read = await ask('readHome', { as: 'officer', params: { homeId: 'birch' } });
  expect(read).toMatchObject({ status: 200, body: { version: 1, home: { id: 'birch' } } });
});
test('the same key and body add a home once and answer the same; another body is refused', async () => {
  const store = await testStore();
  await store.member('officer', ['housingOfficer']);
  const ask = asker(homesHandlers, store.deps);
  const first = await ask('addHome', { as: 'officer', body: newHome('birch'), key: 'once' });
  const again = await ask('addHome', { as: 'officer', body: newHome('birch'), key: 'once' });
  expect(again).toEqual(first);
  const other = await ask('addHome', { as: 'officer', body: newHome('oak'), key: 'once' });
  expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});
