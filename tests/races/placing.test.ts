import { afterEach, describe, expect, test } from 'vitest';
import type { Answered } from '../support/ask.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { race, tally } from '../support/race.ts';
import { raceFigures } from '../support/race-figures.ts';
import { approval, beforePanel, elmWithRivals, type Rival, renewed, withdrawAll } from '../support/rivals.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** One answer is a success and every other one a final 409: nothing tells a loser to try again. */
function expectOneWinner(answers: readonly Answered[]): void {
  const losers = answers.filter(({ status }) => status !== 201);
  expect(losers, JSON.stringify(tally(answers))).toHaveLength(answers.length - 1);
  const final = losers.filter(({ status, headers }) => status === 409 && !('retry-after' in headers));
  expect(final, JSON.stringify(tally(answers))).toHaveLength(losers.length);
}

const decide = (rival: Rival | undefined, member: string) =>
  world.as(member).post(`/v1/proposals/${rival?.id}/decisions`, approval, { ifMatch: rival?.version ?? 0 });

describe.each(raceFigures)('$contenders contenders', ({ contenders, rounds }) => {
  test('who adopt one chain: one of them proposes it', { timeout: 7_200_000 }, async () => {
    world = await openWorld('2026-04-20T09:00:00Z');
    await loadOneChain(world.store);
    await world.open(contenders);
    for (let round = 0; round < rounds; round++) {
      await world.rematch();
      const plan = await world.as('officer').get('/v1/plans/current');
      const [first] = plan.body.chains.items[0].suggestions;
      const answers = await race(contenders, () =>
        world.as('officer').post(`/v1/suggestions/${first.id}/adoption`, { wholeChain: true }),
      );
      expectOneWinner(answers);
      expect(await findBroken(world.store)).toEqual([]);
      await withdrawAll(world, answers.find(({ status }) => status === 201)?.body.proposals.slice(0, 1));
    }
  });

  test('who approve rivals for one room: one of them is promised it', { timeout: 7_200_000 }, async () => {
    world = await elmWithRivals(8, 8);
    await world.open(contenders);
    for (let round = 0; round < rounds; round++) {
      const rivals: Rival[] = [];
      for (let i = 0; i < 8; i++) rivals.push(await beforePanel(world, `rival-${i}`, 'elm-1'));
      const answers = await race(contenders, (i) => decide(rivals[i % 8], i % 2 === 0 ? 'panel' : 'chair'));
      expectOneWinner(answers);
      expect(await findBroken(world.store)).toEqual([]);
      await withdrawAll(world, rivals);
    }
  });

  test('who approve two people for two rooms of a house with a licence for one: one moves in', {
    timeout: 7_200_000,
  }, async () => {
    world = await elmWithRivals(2, 0);
    await world.open(contenders);
    const { home: elm, version } = (await world.as('officer').get('/v1/homes/elm')).body;
    const { id: _id, ...home } = elm;
    const licensed = (maxPersons: number | null) => ({
      ...home,
      licence: { ...home.licence, status: maxPersons === null ? 'notRequired' : 'held', maxPersons },
    });
    let at = version;
    for (let round = 0; round < rounds; round++) {
      const before = [
        await beforePanel(world, 'rival-0', 'elm-1'),
        await beforePanel(world, 'rival-1', 'elm-2'),
      ];
      const changed = await world.as('officer').put('/v1/homes/elm', licensed(1), { ifMatch: at });
      expect(changed).toMatchObject({ status: 200 });
      const rivals = await Promise.all(before.map((rival) => renewed(world, rival)));
      const answers = await race(contenders, (i) => decide(rivals[i % 2], 'panel'));
      expectOneWinner(answers);
      expect(tally(answers)).toHaveProperty('409 licence-exceeded');
      expect(await findBroken(world.store)).toEqual([]);
      await withdrawAll(world, rivals);
      at = (await world.as('officer').put('/v1/homes/elm', licensed(null), { ifMatch: changed.body.version }))
        .body.version;
    }
  });

  test('who approve two people who must be kept apart for one house: one moves in', {
    timeout: 7_200_000,
  }, async () => {
    world = await elmWithRivals(rounds * 2, 0);
    await world.open(contenders);
    for (let round = 0; round < rounds; round++) {
      const [one, other] = [`rival-${round * 2}`, `rival-${round * 2 + 1}`];
      const before = [await beforePanel(world, one, 'elm-1'), await beforePanel(world, other, 'elm-2')];
      const apart = { otherPersonId: other, recordedOn: '2026-04-20', expiresOn: null };
      expect(await world.as('lead').post(`/v1/people/${one}/non-associations`, apart)).toMatchObject({
        status: 201,
      });
      const rivals = await Promise.all(before.map((rival) => renewed(world, rival)));
      const answers = await race(contenders, (i) => decide(rivals[i % 2], 'panel'));
      expectOneWinner(answers);
      expect(tally(answers)).toHaveProperty('409 housemates-clash');
      expect(await findBroken(world.store)).toEqual([]);
      await withdrawAll(world, rivals);
    }
  });
});
