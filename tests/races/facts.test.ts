import { afterEach, describe, expect, test } from 'vitest';
import type { Deed } from '../../shared/domain/audit.ts';
import type { Answered } from '../support/ask.ts';
import { tally } from '../support/race.ts';
import { decide, deedsOn, duel, expectLost, isWon } from '../support/races/contenders.ts';
import { importFacts, newNeeds, zoneAroundElm } from '../support/races/facts.ts';
import { contests, contestTimeout, fight } from '../support/races/rounds.ts';
import { beforePanel, elmWithRivals, withdrawAll } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** The most that record facts at once: a person's file holds so many of each kind. */
const mostOthers = 4;

/** Why one approval loses to another of the same proposal: it is decided, and its room promised. */
const lostToAnother = ['already-decided', 'check-failed', 'room-taken', 'person-already-promised'];

const sources: readonly {
  readonly what: string;
  readonly deed: Deed;
  readonly record: (personId: string) => Promise<Answered>;
  readonly codes: readonly string[];
}[] = [
  {
    what: 'a new assessment of needs',
    deed: 'needsAssessed',
    record: (personId) => world.as('worker').post(`/v1/people/${personId}/needs`, newNeeds),
    codes: ['facts-changed', ...lostToAnother],
  },
  {
    what: 'an exclusion zone',
    deed: 'exclusionZoneRecorded',
    record: (personId) => world.as('lead').post(`/v1/people/${personId}/exclusion-zones`, zoneAroundElm),
    codes: ['inside-exclusion-zone', ...lostToAnother],
  },
  {
    what: 'the facts of a folder',
    deed: 'needsAssessed',
    record: (personId) => importFacts(world, personId),
    codes: ['facts-changed', ...lostToAnother],
  },
];

describe.each(contests)('$name', (contest) => {
  test.each(sources)(
    'approve while $what comes in: what is approved is what was known',
    {
      timeout: contestTimeout,
    },
    async ({ deed, record, codes }) => {
      // What is recorded of somebody stays, so each round has a person of its own.
      world = await elmWithRivals(contest.rounds.length, 0);
      await fight(world, contest, async (round) => {
        const personId = `rival-${round.number}`;
        const rival = await beforePanel(world, personId, 'elm-1');
        const { ones: approvals, others: recorded } = await duel(world, round, {
          deed: 'proposalDecided',
          one: (number) => decide(world, rival, number % 2 === 0 ? 'panel' : 'chair'),
          other: () => record(personId),
          mostOthers,
        });
        expect(recorded.every(isWon), JSON.stringify(tally(recorded))).toBe(true);
        const won = approvals.filter(isWon);
        expect(won.length).toBeLessThanOrEqual(round.isHeld ? 0 : 1);
        expectLost(approvals.filter((one) => !isWon(one)));
        for (const { status, body } of approvals)
          if (status === 409) expect(codes, JSON.stringify(body)).toContain(body.code);
        const deeds = await deedsOn(world, `person:${personId}`);
        if (won.length > 0) expect(deeds.indexOf('proposalDecided')).toBeLessThan(deeds.indexOf(deed));
        else expect(deeds).not.toContain('proposalDecided');
        await withdrawAll(world, [rival]);
      });
    },
  );
});
