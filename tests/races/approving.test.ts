import { afterEach, describe, expect, test } from 'vitest';
import { race, tally } from '../support/race.ts';
import { decide, expectOneWinner, isWon } from '../support/races/contenders.ts';
import { contests, contestTimeout, fight } from '../support/races/rounds.ts';
import { beforePanel, elmWithRivals, type Rival, withdrawAll } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** How many people are proposed for one room at once, at most. */
const mostRivals = 8;

const decisionsOn = async ({ id }: Rival): Promise<unknown[]> =>
  (await world.as('panel').get(`/v1/proposals/${id}`)).body.decisions;

describe.each(contests)('$name', (contest) => {
  test('approve one proposal: one of them decides it', { timeout: contestTimeout }, async () => {
    world = await elmWithRivals(1, 0);
    await fight(world, contest, async ({ contenders }) => {
      const rival = await beforePanel(world, 'rival-0', 'elm-1');
      const answers = await race(contenders, (i) => decide(world, rival, i % 2 === 0 ? 'panel' : 'chair'));
      expectOneWinner(answers);
      expect(await decisionsOn(rival)).toHaveLength(1);
      await withdrawAll(world, [rival]);
    });
  });

  test('approve rivals for one room: one of them is promised it', { timeout: contestTimeout }, async () => {
    world = await elmWithRivals(mostRivals, mostRivals);
    await fight(world, contest, async ({ contenders }) => {
      const rivals: Rival[] = [];
      for (let i = 0; i < Math.min(mostRivals, contenders); i++)
        rivals.push(await beforePanel(world, `rival-${i}`, 'elm-1'));
      const answers = await race(contenders, (i) => {
        const rival = rivals[i % rivals.length];
        if (!rival) throw new Error('There is no rival.');
        return decide(world, rival, i % 2 === 0 ? 'panel' : 'chair');
      });
      expectOneWinner(answers);
      await withdrawAll(world, rivals);
    });
  });

  test('press the button again and again: it is done once, and each is answered the same', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(1, 0);
    await fight(world, contest, async ({ contenders, number }) => {
      const rival = await beforePanel(world, 'rival-0', 'elm-1');
      const key = `double-click-${contenders}-${number}`;
      const answers = await race(contenders, () => decide(world, rival, 'panel', key));
      expect(answers.every(isWon), JSON.stringify(tally(answers))).toBe(true);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(await decisionsOn(rival)).toHaveLength(1);
      await withdrawAll(world, [rival]);
    });
  });
});
