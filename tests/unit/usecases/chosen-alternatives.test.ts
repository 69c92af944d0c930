import { afterEach, expect, test } from 'vitest';
import { elmWithRivals } from '../../support/rivals.ts';
import type { World } from '../../support/world.ts';

const move = { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' };

let world: World;
afterEach(() => world?.stop());

/** Two empty rooms in one house and a flat, and one young person whom the house fits. No plan is in force. */
async function proposedWith(alternatives: readonly string[]) {
  world = await elmWithRivals(1, 0);
  return world.as('officer').post('/v1/proposals', { ...move, alternatives });
}

test('the person is shown the rooms that the proposer chose, whatever a plan says', async () => {
  const made = await proposedWith(['elm-2']);
  expect(made.status).toBe(201);
  const path = `/v1/proposals/${made.body.proposals[0].id}`;
  const { body } = await world.as('panel').get(path);
  expect(body.proposal.alternatives).toEqual(['elm-2']);
  const said = { answer: 'yes', words: 'Yes please.', obtained: 'inPerson' };
  const alone = await world.as('worker').post(`${path}/person-view`, { ...said, optionsShown: ['elm-1'] });
  expect(alone.body).toMatchObject({ code: 'options-not-shown', facts: { alternatives: 'elm-2' } });
});

test.each([
  ['is not on offer', ['oak-1'], 409, 'vacancy-not-open'],
  ['does not fit the person', ['birch-flat'], 409, 'check-failed'],
  ['is not there', ['no-room'], 404, 'not-found'],
  ['is the one proposed', ['elm-1'], 400, 'invalid-request'],
  ['is named twice', ['elm-2', 'elm-2'], 400, 'invalid-request'],
  ['is one of none', [], 400, 'invalid-request'],
])('no proposal is made where an alternative %s', async (_what, alternatives, status, code) => {
  const made = await proposedWith(alternatives);
  expect([made.status, made.body.code]).toEqual([status, code]);
  expect((await world.as('panel').get('/v1/proposals')).body.items).toEqual([]);
});
