import { afterEach, expect, test } from 'vitest';
import { findBroken } from '../support/invariants.ts';
import { approval, elmWithRivals } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const move = { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' };

async function proposed(): Promise<string> {
  const made = await world.as('officer').post('/v1/proposals', move);
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  return made.body.proposals[0].id;
}

const say = (id: string, answer: string) =>
  world.as('worker').post(`/v1/proposals/${id}/person-view`, {
    ...{ answer, words: 'Too far from my nan.', obtained: 'inPerson' },
  });

/** Whom the plan would give which room. */
async function suggested(): Promise<string[]> {
  await world.rematch();
  const { body } = await world.as('officer').get('/v1/plans/current');
  return body.chains.items.flatMap((chain: { suggestions: { personId: string; roomId: string }[] }) =>
    chain.suggestions.map((one) => `${one.personId} ${one.roomId}`),
  );
}

test('a no stops the proposal, costs the person nothing, and is not asked again until something has changed', async () => {
  world = await elmWithRivals(1, 0);
  for (const asked of ['ask-a', 'ask-c', 'ask-f'])
    await world
      .as('lead')
      .post(`/v1/placement-requests/${asked}/withdrawal`, { reason: 'They found a place.' });
  const id = await proposed();
  expect((await say(id, 'no')).body.status).toBe('declined');
  const { body: person } = await world.as('worker').get('/v1/people/rival-0');
  expect(person.declined).toMatchObject([
    { by: 'person', reason: 'personDeclined', consequence: 'none', atFault: 'nobody', until: null },
  ]);
  const { body: request } = await world.as('lead').get('/v1/placement-requests/ask-rival-0');
  expect(request.request).toMatchObject({ status: 'readyToPlace', queuedOn: '2026-01-05' });
  // The other room of the house is another question.
  expect(await suggested()).toEqual(['rival-0 elm-2']);
  await world.as('worker').post('/v1/people/rival-0/preferences', {
    ...{ wish: 'wants', about: { kind: 'home', homeId: 'elm' }, importance: 1, recordedOn: '2026-04-20' },
  });
  expect((await suggested())[0]).toMatch(/^rival-0 elm-[12]$/);
  expect(await findBroken(world.store)).toEqual([]);
});

test('somebody who changes their mind is proposed by hand for the very room, and may say no as late as before the panel', async () => {
  world = await elmWithRivals(1, 0);
  await say(await proposed(), 'no');
  const again = await proposed();
  await say(again, 'yes');
  await world.as('provider').post(`/v1/proposals/${again}/provider-answer`, { answer: 'accept' });
  expect((await say(again, 'no')).body.status).toBe('declined');
  const { body } = await world.as('panel').get(`/v1/proposals/${again}`);
  const decided = await world
    .as('panel')
    .post(`/v1/proposals/${again}/decisions`, approval, { ifMatch: body.version });
  expect(decided).toMatchObject({ status: 409, body: { code: 'already-decided' } });
  const { body: person } = await world.as('worker').get('/v1/people/rival-0');
  expect(person.declined).toHaveLength(1);
});
