import { afterEach, describe, expect, test } from 'vitest';
import { loadOneChain } from '../support/one-chain.ts';
import { race } from '../support/race.ts';
import { expectOneWinner } from '../support/races/contenders.ts';
import { contests, contestTimeout, fight } from '../support/races/rounds.ts';
import { withdrawAll } from '../support/rivals.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** The first move of the chain that the plan in force suggests. */
async function firstMove(): Promise<{ id: string; roomId: string; personId: string }> {
  await world.rematch();
  const plan = await world.as('officer').get('/v1/plans/current');
  return plan.body.chains.items[0].suggestions[0];
}

const adopt = (suggestionId: string) =>
  world.as('officer').post(`/v1/suggestions/${suggestionId}/adoption`, { wholeChain: true });

describe.each(contests)('$name', (contest) => {
  test('adopt one chain: one of them proposes it', { timeout: contestTimeout }, async () => {
    world = await openWorld('2026-04-20T09:00:00Z');
    await loadOneChain(world.store);
    await fight(world, contest, async ({ contenders }) => {
      const { id } = await firstMove();
      const winner = expectOneWinner(await race(contenders, () => adopt(id)));
      expect(winner.body.proposals).toHaveLength(3);
      await withdrawAll(world, winner.body.proposals.slice(0, 1));
    });
  });

  test('propose two chains that begin with one room: one of them has it', {
    timeout: contestTimeout,
  }, async () => {
    world = await openWorld('2026-04-20T09:00:00Z');
    await loadOneChain(world.store);
    await fight(world, contest, async ({ contenders }) => {
      const { id, roomId, personId } = await firstMove();
      // A chain of one move, for somebody the plan would send elsewhere.
      const other = personId === 'elm-resident' ? 'ask-a' : 'ask-b';
      const byHand = {
        ...{ requestId: other, roomId, moveOn: '2026-05-05' },
        insteadBecause: 'They would like to live by themselves, and are ready to.',
      };
      const answers = await race(contenders, (i) =>
        i % 2 === 0 ? adopt(id) : world.as('officer').post('/v1/proposals', byHand),
      );
      const winner = expectOneWinner(answers);
      await withdrawAll(world, winner.body.proposals.slice(0, 1));
    });
  });
});
