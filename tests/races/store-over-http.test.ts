import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { race, tally } from '../support/race.ts';
import { newHome } from '../support/scenes.ts';
import { openWorld, type World } from '../support/world.ts';

const full = Boolean(process.env.FULL);
const scales = [
  { contenders: 2, rounds: full ? 20 : 2 },
  { contenders: 8, rounds: full ? 20 : 2 },
  { contenders: 32, rounds: full ? 20 : 5 },
  ...(full ? [{ contenders: 128, rounds: 2 }] : []),
];

describe.each(scales)('$contenders contenders at the doors', ({ contenders, rounds }) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await world.store.member('officer', ['housingOfficer']);
    await world.open(contenders);
  });
  afterAll(() => world.stop());

  test('who add one home: one does, and the others hear that it is there', async () => {
    for (let round = 0; round < rounds; round++) {
      const home = newHome(`home-${round}`);
      const answers = await race(contenders, () => world.as('officer').post('/v1/homes', home));
      expect(tally(answers)).toEqual({ '201': 1, '409 already-exists': contenders - 1 });
    }
  });

  test('who send one request with one key: all hear the one answer', async () => {
    for (let round = 0; round < rounds; round++) {
      const home = newHome(`same-${round}`);
      const answers = await race(contenders, () =>
        world.as('officer').post('/v1/homes', home, { key: `same-${round}` }),
      );
      expect(tally(answers)).toEqual({ '201': contenders });
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    }
  });

  test('use the connections they have', () => {
    expect(world.opened()).toBeLessThanOrEqual(contenders);
  });
});
