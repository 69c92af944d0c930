import { afterEach, describe, expect, test } from 'vitest';
import { race, tally } from '../support/race.ts';
import { decide, expectOneWinner } from '../support/races/contenders.ts';
import { contests, contestTimeout, fight } from '../support/races/rounds.ts';
import { beforePanel, elmWithRivals, type Rival, renewed, withdrawAll } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** Lets members approve two proposals, each as often as the other, and expects one to come through and say why. */
async function approveOneOf(rivals: readonly [Rival, Rival], contenders: number, code: string) {
  const answers = await race(contenders, (i) => decide(world, i % 2 === 0 ? rivals[0] : rivals[1], 'panel'));
  expectOneWinner(answers);
  expect(tally(answers)).toHaveProperty(`409 ${code}`);
}

/** Two people before the panel, each for a room of Elm House. */
const forBothRooms = async (one: string, other: string) =>
  [await beforePanel(world, one, 'elm-1'), await beforePanel(world, other, 'elm-2')] as const;

describe.each(contests)('$name', (contest) => {
  test('approve two people for two rooms of a house with a licence for one: one moves in', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(2, 0);
    const license = async (maxPersons: number | null): Promise<void> => {
      const { home: elm, version } = (await world.as('officer').get('/v1/homes/elm')).body;
      const { id: _id, ...home } = elm;
      const status = maxPersons === null ? 'notRequired' : 'held';
      const body = { ...home, licence: { ...home.licence, status, maxPersons } };
      const changed = await world.as('officer').put('/v1/homes/elm', body, { ifMatch: version });
      expect(changed).toMatchObject({ status: 200 });
    };
    await fight(world, contest, async ({ contenders }) => {
      const [one, other] = await forBothRooms('rival-0', 'rival-1');
      await license(1);
      const rivals = [await renewed(world, one), await renewed(world, other)] as const;
      await approveOneOf(rivals, contenders, 'licence-exceeded');
      await withdrawAll(world, rivals);
      await license(null);
    });
  });

  test('approve two people who must be kept apart for one house: one moves in', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(contest.rounds.length * 2, 0);
    await fight(world, contest, async ({ contenders, number }) => {
      const names = [`rival-${number * 2}`, `rival-${number * 2 + 1}`] as const;
      const [one, other] = await forBothRooms(...names);
      const apart = { otherPersonId: names[1], recordedOn: '2026-04-20', expiresOn: null };
      const added = await world.as('lead').post(`/v1/people/${names[0]}/non-associations`, apart);
      expect(added).toMatchObject({ status: 201 });
      const rivals = [await renewed(world, one), await renewed(world, other)] as const;
      await approveOneOf(rivals, contenders, 'housemates-clash');
      await withdrawAll(world, rivals);
    });
  });

  test('propose one person for two rooms: they are proposed for one', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(1, 0);
    await fight(world, contest, async ({ contenders }) => {
      const answers = await race(contenders, (i) =>
        world.as('officer').post('/v1/proposals', {
          ...{ requestId: 'ask-rival-0', roomId: `elm-${(i % 2) + 1}`, moveOn: '2026-05-05' },
        }),
      );
      const winner = expectOneWinner(answers);
      await withdrawAll(world, winner.body.proposals);
    });
  });
});
