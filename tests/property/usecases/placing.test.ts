import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Command, type Counts } from '../../support/commands/command.ts';
import { deeds } from '../../support/commands/deeds.ts';
import { BusyPartnership } from '../../support/commands/partnership.ts';
import { findBroken } from '../../support/invariants.ts';
import { progress } from '../../support/progress.ts';
import { storyUpTo } from '../../support/story.ts';

const full = process.env.FULL === '1';
const runs = full ? 1000 : 60;
const longest = full ? 60 : 20;

const counts: Counts = new Map();

/** What leaves little to be done after it is done less. */
const seldom = new Set(['withdrawPerson', 'closeHome', 'keepOutOfArea', 'depart', 'letDaysPass', 'withdraw']);

const commands = fc.commands(
  Object.keys(deeds).flatMap((name) =>
    Array.from({ length: seldom.has(name) ? 1 : 2 }, () =>
      fc.nat({ max: 11 }).map((n) => new Command(name, n, counts)),
    ),
  ),
  { maxCommands: longest, size: 'max' },
);

const chapter = fc.constantFrom(
  'planned',
  'planned',
  'proposed',
  'viewed',
  'viewed',
  'approved',
  'accepted',
  'arrived',
);

test('whatever people do in whatever order, nothing changes but what may, every promise holds and every book agrees', {
  timeout: 7_200_000,
}, async () => {
  const shown = progress('sequences', runs);
  await fc.assert(
    fc.asyncProperty(chapter, commands, async (from, sequence) => {
      const { store } = await storyUpTo(from);
      const real = new BusyPartnership(store);
      const model = { standings: await real.standings() };
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      expect(await findBroken(store)).toEqual([]);
      shown.step();
    }),
    { numRuns: runs, seed: 5 },
  );
  shown.end();
  const told = JSON.stringify([...counts].map(([name, one]) => [name, one.done, one.asked, ...one.refused]));
  const never = Object.keys(deeds).filter((name) => !counts.get(name)?.done);
  // The longest detours are met in the full run only.
  expect(never.length, told).toBeLessThanOrEqual(full ? 0 : 5);
  const asked = [...counts.values()].reduce((sum, one) => sum + one.asked, 0);
  expect(asked).toBeGreaterThan(full ? 20_000 : 500);
  if (process.env.SHOW_COUNTS) process.stdout.write(`${asked} commands: ${told}\n`);
});
