import { afterEach, describe, expect, test } from 'vitest';
import { addDays, Day } from '../../shared/domain/day.ts';
import { keepTime } from '../../shared/usecases/proposals/keep-time.ts';
import type { Answered } from '../support/ask.ts';
import { tally } from '../support/race.ts';
import { deedsOn, duel, expectLost, expectOneWinner, isWon } from '../support/races/contenders.ts';
import { contests, contestTimeout, fight } from '../support/races/rounds.ts';
import { elmWithRivals, proposed, withdrawAll } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const start = '2026-04-20T09:00:00Z';

/** Lets the clock end what has run out. Answers like a route, so that it can be in a race: 409 when it ended nothing. */
async function expire(after: Day): Promise<Answered> {
  world.setNow(`${addDays(after, 1)}T09:00:00Z`);
  const { ended } = await keepTime(world.store.deps, 'southampton');
  return ended > 0
    ? { status: 200, headers: {}, body: {} }
    : { status: 409, headers: {}, body: { code: 'nothing-ended' } };
}

describe.each(contests)('$name', (contest) => {
  test('accept while the time to answer runs out: it is accepted in time or expires, never both', {
    timeout: contestTimeout,
  }, async () => {
    // Whom a provider let wait is not referred to it again for a while, so each round has a person of its own.
    world = await elmWithRivals(contest.rounds.length, 0);
    await fight(world, contest, async (round) => {
      world.setNow(start);
      const id = await proposed(world, `rival-${round.number}`, 'elm-1');
      const view = { answer: 'yes', words: null, obtained: 'inPerson', onlyOneBecause: 'askedForOne' };
      await world.as('worker').post(`/v1/proposals/${id}/person-view`, view);
      const read = async () => (await world.as('officer').get(`/v1/proposals/${id}`)).body.proposal;
      const answerBy = Day.parse((await read()).clock.answerBy);
      const { ones: acceptances, others: clocks } = await duel(world, round, {
        deed: 'providerAnswered',
        one: () => world.as('provider').post(`/v1/proposals/${id}/provider-answer`, { answer: 'accept' }),
        other: () => expire(answerBy),
      });
      const isAccepted = acceptances.some(isWon);
      if (isAccepted) expectOneWinner(acceptances);
      else expectLost(acceptances);
      if (round.isHeld) expect(isAccepted).toBe(false);
      // Clocks that strike together do one thing; one that looks when it is done finds nothing left to end.
      expect(clocks.some(isWon), JSON.stringify(tally(clocks))).toBe(!isAccepted);
      const deeds = await deedsOn(world, `person:rival-${round.number}`);
      expect(deeds.filter((deed) => deed === 'proposalExpired')).toHaveLength(isAccepted ? 0 : 1);
      expect(await read()).toMatchObject({ status: isAccepted ? 'awaitingPanel' : 'expired' });
      if (isAccepted) await withdrawAll(world, [{ id }]);
    });
  });
});
