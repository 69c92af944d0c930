import { afterEach, describe, expect, test } from 'vitest';
import { tally } from '../support/race.ts';
import { decide, deedsOn, duel, expectLost, expectOneWinner, isWon } from '../support/races/contenders.ts';
import { contests, contestTimeout, fight } from '../support/races/rounds.ts';
import { beforePanel, elmWithRivals, type Rival, withdrawAll } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** The most that close one room at once: a home holds so many closings. */
const mostClosings = 4;

/** Somebody before the panel for a room that nobody holds: whoever held it has withdrawn. */
async function withoutHold(): Promise<Rival> {
  const holder = await beforePanel(world, 'rival-0', 'elm-1');
  const rival = await beforePanel(world, 'rival-1', 'elm-1');
  await withdrawAll(world, [holder]);
  return rival;
}

/** Lets a room be used again from the day of the moves on. */
async function reopen(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { version } = (await world.as('officer').get('/v1/homes/elm')).body;
    const path = `/v1/rooms/elm-1/out-of-service/${id}`;
    const answer = await world.as('officer').put(path, { to: '2026-04-27' }, { ifMatch: version });
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
  }
}

const member = (roles: readonly string[]) => ({
  ...{ organisationId: 'council', roles, workerId: null, hospitalSite: null, active: true },
});

describe.each(contests)('$name', (contest) => {
  test('approve while the room is taken out of service: it is promised or closed, never both', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(2, 1);
    await fight(world, contest, async (round) => {
      const rival = await withoutHold();
      const id = (number: number) => `works-${round.number}-${number}`;
      const { ones: approvals, others: closings } = await duel(world, round, {
        deed: 'proposalDecided',
        one: (number) => decide(world, rival, number % 2 === 0 ? 'panel' : 'chair'),
        other: (number) =>
          world.as('officer').post('/v1/rooms/elm-1/out-of-service', {
            ...{ id: id(number), from: '2026-04-27', to: null, reason: 'repairs' },
          }),
        mostOthers: mostClosings,
      });
      const isPromised = approvals.some(isWon);
      if (isPromised) expectOneWinner(approvals);
      else expectLost(approvals);
      if (round.isHeld) expect(isPromised).toBe(false);
      if (isPromised) expectLost(closings);
      else expect(closings.every(isWon), JSON.stringify(tally(closings))).toBe(true);
      await withdrawAll(world, [rival]);
      await reopen(closings.flatMap((one, number) => (isWon(one) ? [id(number)] : [])));
    });
  });

  test('approve while the proposal is withdrawn: it ends once, and nobody is promised a room after that', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(1, 0);
    await fight(world, contest, async (round) => {
      const rival = await beforePanel(world, 'rival-0', 'elm-1');
      const before = (await deedsOn(world, 'person:rival-0')).length;
      const { ones: approvals, others: withdrawals } = await duel(world, round, {
        deed: 'proposalDecided',
        one: (number) => decide(world, rival, number % 2 === 0 ? 'panel' : 'chair'),
        other: () =>
          world.as('officer').post(`/v1/proposals/${rival.id}/withdrawal`, { reason: 'madeInError' }),
      });
      expectOneWinner(withdrawals);
      const won = approvals.filter(isWon);
      if (won.length > 0) expectOneWinner(approvals);
      else expectLost(approvals);
      const deeds = (await deedsOn(world, 'person:rival-0')).slice(before);
      expect(deeds).toEqual([...won.map(() => 'proposalDecided'), 'proposalWithdrawn']);
      if (round.isHeld) expect(won).toEqual([]);
      const { body } = await world.as('officer').get(`/v1/proposals/${rival.id}`);
      expect(body.proposal).toMatchObject({ status: 'cancelled', reason: 'madeInError' });
    });
  });

  test('approve while the member loses the role: nobody decides who may not', {
    timeout: contestTimeout,
  }, async () => {
    world = await elmWithRivals(1, 0);
    const setRoles = async (roles: readonly string[]) => {
      const { items } = (await world.as('admin').get('/v1/members')).body;
      const { version } = items.find((one: { id: string }) => one.id === 'panel');
      return world.as('admin').put('/v1/members/panel', member(roles), { ifMatch: version });
    };
    await fight(world, contest, async (round) => {
      const rival = await beforePanel(world, 'rival-0', 'elm-1');
      const { ones: approvals, others: changes } = await duel(world, round, {
        deed: 'proposalDecided',
        one: () => decide(world, rival, 'panel'),
        other: () => setRoles(['auditor']),
        mostOthers: 1,
      });
      expect(changes).toMatchObject([{ status: 200 }]);
      const won = approvals.filter(isWon);
      expect(won.length, JSON.stringify(tally(approvals))).toBeLessThanOrEqual(round.isHeld ? 0 : 1);
      const lost = approvals.filter((one) => !isWon(one));
      // Whoever came before the change may have lost to the first of them.
      expectLost(
        lost.filter(({ status }) => status === 403),
        403,
      );
      expectLost(lost.filter(({ status }) => status !== 403));
      if (round.isHeld) expect(tally(lost)).toEqual({ '403 not-allowed': lost.length });
      expect(await setRoles(['panelMember'])).toMatchObject({ status: 200 });
      await withdrawAll(world, [rival]);
    });
  });
});
