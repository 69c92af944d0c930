import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOneChain } from '../support/one-chain.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-04-20T09:00:00Z');
  await loadOneChain(world.store);
  await world.rematch();
});
afterAll(() => world.stop());

interface Reason {
  readonly sentence: string;
  readonly evidence: readonly { readonly of: string }[];
}

const factsOf = (reasons: readonly Reason[]): string[] =>
  reasons.flatMap(({ evidence }) => evidence.map(({ of }) => of));

const asked = '/v1/why-not?personId=patient&roomId=elm-1';

test('who may not read a person’s record reads why a room fits them, without the facts on record about them', async () => {
  const { body } = await world.as('officer').get(asked);
  expect(new Set(factsOf([...body.checks, ...body.terms]))).toEqual(new Set(['elm', 'elm-1']));
  expect(body.checks.every((check: Reason) => check.sentence.endsWith('.'))).toBe(true);
  const plan = await world.as('officer').get('/v1/plans/current');
  const id = plan.body.chains.items[0].suggestions[2].id;
  const suggestion = (await world.as('officer').get(`/v1/suggestions/${id}`)).body;
  expect(factsOf(suggestion.checks)).not.toContain('patient');
});

test('who may read the record reads the facts too', async () => {
  for (const member of ['lead', 'panel', 'ward']) {
    const { body } = await world.as(member).get(asked);
    expect(factsOf(body.checks), member).toContain('patient');
  }
});

test('somebody nobody has asked a place for is not unknown, but has nothing to be matched by', async () => {
  const answer = await world.as('lead').get('/v1/why-not?personId=elm-neighbour&roomId=elm-1');
  expect(answer).toMatchObject({ status: 409, body: { code: 'no-request' } });
  const options = await world.as('lead').get('/v1/people/elm-neighbour/options');
  expect(options).toMatchObject({ status: 200, body: { standing: 'notInPool' } });
  expect(await world.as('lead').get('/v1/why-not?personId=patient&roomId=nowhere')).toMatchObject({
    status: 404,
  });
});
