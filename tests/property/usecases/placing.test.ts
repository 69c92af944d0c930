import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Command, type Counts } from '../../support/commands/command.ts';
import { deeds } from '../../support/commands/deeds.ts';
import { BusyPartnership } from '../../support/commands/partnership.ts';
import { findBroken } from '../../support/invariants.ts';
import { progress } from '../../support/progress.ts';
import { storyUpTo } from '../../support/story.ts';

const full = process.env.FULL === '1';
const runs = full ? 1000 : 20;
const longest = 60;

const counts: Counts = new Map();

/** What is done most is what takes a move on, so that there is something to be in the way of. */
const often: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.keys(deeds).map((name) => [name, 2])),
  ...{
    adopt: 8,
    proposeByHand: 8,
    sayYes: 12,
    acceptReferral: 14,
    approveChain: 5,
    approve: 14,
    acceptOffer: 5,
  },
  ...{
    letDaysPass: 1,
    keepTime: 1,
    withdraw: 1,
    withdrawPerson: 1,
    closeHome: 1,
    depart: 1,
    keepOutOfArea: 1,
  },
  ...{ goAway: 1, closeRoom: 1, carryOn: 1, keepHomeOpen: 1, assessNeeds: 1, sayNo: 1, refuseReferral: 1 },
  ...{
    decline: 1,
    preferAnother: 1,
    refuseOffer: 1,
    noShow: 1,
    arrive: 2,
    changeOnesMind: 1,
    declineChain: 3,
  },
};

const commands = fc.commands(
  Object.keys(deeds).flatMap((name) =>
    Array.from({ length: often[name] ?? 1 }, () =>
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
    { numRuns: runs, seed: 7 },
  );
  shown.end();
  const told = JSON.stringify([...counts].map(([name, one]) => [name, one.done, one.asked, ...one.refused]));
  const never = Object.keys(deeds).filter((name) => !counts.get(name)?.done);
  // The longest detours are met in the full run only.
  expect(never.length, told).toBeLessThanOrEqual(full ? 0 : 12);
  const asked = [...counts.values()].reduce((sum, one) => sum + one.asked, 0);
  expect(asked).toBeGreaterThan(full ? 25_000 : 500);
  if (process.env.SHOW_COUNTS) process.stdout.write(`${asked} commands: ${told}\n`);
});
