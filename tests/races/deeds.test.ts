import { afterEach, describe, expect, test } from 'vitest';
import type { Deed } from '../../shared/domain/audit.ts';
import { auditOf } from '../../shared/store/audit.ts';
import { home, person } from '../../shared/store/kind.ts';
import { members } from '../../shared/store/kinds/partnerships.ts';
import { decisions } from '../../shared/store/kinds/placing.ts';
import { keepTime } from '../../shared/usecases/proposals/keep-time.ts';
import type { Answered } from '../support/ask.ts';
import { findBroken } from '../support/invariants.ts';
import { newNeeds, newZone } from '../support/people-scene.ts';
import { race, tally } from '../support/race.ts';
import { raceFigures } from '../support/race-figures.ts';
import { approval, beforePanel, elmWithRivals, type Rival, withdrawAll } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

const timeout = 7_200_000;

let world: World;
afterEach(() => world?.stop());

const approve = ({ id, version }: Rival, as = 'panel', key?: string): Promise<Answered> =>
  world.as(as).post(`/v1/proposals/${id}/decisions`, approval, { ifMatch: version, ...(key && { key }) });

const won = (answers: readonly Answered[]): number => answers.filter(({ status }) => status < 300).length;

/** Every loser is told so for good: a final 409, or that they may not. */
function expectFinal(answers: readonly Answered[], also: readonly number[] = []): void {
  const losers = answers.filter(({ status }) => status >= 300);
  const final = losers.filter(
    ({ status, headers }) => (status === 409 || also.includes(status)) && !('retry-after' in headers),
  );
  expect(final, JSON.stringify(tally(answers))).toHaveLength(losers.length);
}

const statusOf = async ({ id }: Rival): Promise<string> =>
  (await world.as('lead').get(`/v1/proposals/${id}`)).body.proposal.status;

/** Lets so many contend as often as the figures say, each time for a proposal of somebody else that is before the panel. */
async function eachRound(
  { contenders, rounds }: { readonly contenders: number; readonly rounds: number },
  contend: (rival: Rival, i: number) => Promise<Answered>,
  judge: (answers: readonly Answered[], rival: Rival) => Promise<void>,
): Promise<void> {
  world = await elmWithRivals(rounds, 0);
  await world.open(contenders);
  for (let round = 0; round < rounds; round++) {
    const rival = await beforePanel(world, `rival-${round}`, 'elm-1');
    const answers = await race(contenders, (i) => contend(rival, i));
    await judge(answers, rival);
    expect(await findBroken(world.store)).toEqual([]);
    await withdrawAll(world, [rival]);
  }
}

/** The deeds on record of a subject since the panel had the proposal, in their order. */
async function deedsOf(subject: ReturnType<typeof person> | ReturnType<typeof home>): Promise<Deed[]> {
  const { table } = world.store.deps.writing;
  const entries = await auditOf(table, 'southampton', subject);
  return entries
    .map(({ deed }) => deed)
    .slice(entries.map(({ deed }) => deed).lastIndexOf('providerAnswered') + 1);
}

/** Whoever approved did so on what they had read: of all that happened since, the approval came first. */
function expectApprovedFirst(deeds: readonly Deed[], approved: number): void {
  expect(deeds.filter((deed) => deed === 'proposalDecided')).toHaveLength(approved);
  if (approved > 0) expect(deeds[0]).toBe('proposalDecided');
}

describe.each(raceFigures)('$contenders contenders', (figures) => {
  test(
    'approve, and record that the person needs something else: nobody approves on what changed',
    {
      timeout,
    },
    () =>
      eachRound(
        figures,
        (rival, i) =>
          i % 2 === 0
            ? approve(rival, i % 4 === 0 ? 'panel' : 'chair')
            : world
                .as('worker')
                .post(`/v1/people/${rival.personId}/needs`, { ...newNeeds, quiet: i % 4 === 1 }),
        async (answers, { personId }) => {
          const approvals = answers.filter((_, i) => i % 2 === 0);
          expect(won(answers.filter((_, i) => i % 2 === 1))).toBe(Math.floor(answers.length / 2));
          expectFinal(approvals);
          expectApprovedFirst(await deedsOf(person(personId)), won(approvals));
        },
      ),
  );

  test('approve, and record an area the person must stay out of: nobody approves into it', { timeout }, () =>
    eachRound(
      figures,
      (rival, i) =>
        i % 2 === 0
          ? approve(rival)
          : world.as('worker').post(`/v1/people/${rival.personId}/exclusion-zones`, newZone),
      async (answers, { personId }) => {
        const approvals = answers.filter((_, i) => i % 2 === 0);
        expectFinal(approvals);
        expectApprovedFirst(await deedsOf(person(personId)), won(approvals));
      },
    ),
  );

  test(
    'approve, and write the home anew as an import does: nobody approves on another home',
    { timeout },
    () =>
      eachRound(
        figures,
        async (rival, i) => {
          if (i % 2 === 0) return approve(rival);
          const { home: elm, version } = (await world.as('officer').get('/v1/homes/elm')).body;
          const { id: _id, ...about } = elm;
          const changed = { ...about, supportHoursPerWeek: about.supportHoursPerWeek === 20 ? 21 : 20 };
          return world.as('officer').put('/v1/homes/elm', changed, { ifMatch: version });
        },
        async (answers, rival) => {
          const approvals = answers.filter((_, i) => i % 2 === 0);
          expectFinal(approvals);
          expectFinal(answers, [412]);
          expectApprovedFirst(await deedsOf(home('elm')), won(approvals));
          expect((await statusOf(rival)) === 'approved').toBe(won(approvals) === 1);
        },
      ),
  );

  test('approve, and take the room out of service: it is never both', { timeout }, () =>
    eachRound(
      figures,
      (rival, i) =>
        i % 2 === 0
          ? approve(rival)
          : world
              .as('officer')
              .post('/v1/rooms/elm-1/out-of-service', { from: '2026-05-06', to: null, reason: 'repairs' }),
      async (answers) => {
        expectFinal(answers);
        expect(won(answers), JSON.stringify(tally(answers))).toBe(1);
      },
    ),
  );

  test('approve, and withdraw: whichever comes last tells how it ends', { timeout }, () =>
    eachRound(
      figures,
      (rival, i) =>
        i % 2 === 0
          ? approve(rival)
          : world.as('officer').post(`/v1/proposals/${rival.id}/withdrawal`, { reason: 'roomLost' }),
      async (answers, rival) => {
        expectFinal(answers);
        expect(won(answers.filter((_, i) => i % 2 === 1))).toBe(1);
        expect(won(answers.filter((_, i) => i % 2 === 0))).toBeLessThanOrEqual(1);
        expect(await statusOf(rival)).toBe('cancelled');
      },
    ),
  );

  test('approve while the role of a panel member is taken away: who has it no more approves no more', {
    timeout,
  }, async () => {
    const as = async (role: string) => {
      const kept = await world.records('all').get(members, 'panel');
      const { id: _id, partnershipId: _of, ...about } = kept!.data;
      return world
        .as('admin')
        .put('/v1/members/panel', { ...about, roles: [role] }, { ifMatch: kept!.version });
    };
    await eachRound(
      figures,
      (rival, i) => (i % 2 === 0 ? approve(rival) : as('auditor')),
      async (answers, rival) => {
        expectFinal(answers, [403, 412]);
        expect(won(answers.filter((_, i) => i % 2 === 1))).toBeGreaterThan(0);
        const approvals = answers.filter((_, i) => i % 2 === 0);
        expect(won(approvals)).toBeLessThanOrEqual(1);
        expect((await statusOf(rival)) === 'approved').toBe(won(approvals) === 1);
        expect(await approve(rival)).toMatchObject({ status: 403 });
        expect(await as('panelMember')).toMatchObject({ status: 200 });
      },
    );
  });

  test(
    'click the same decision again and again: all are told the same, and it is made once',
    { timeout },
    () =>
      eachRound(
        figures,
        (rival) => approve(rival, 'panel', `clicked-${rival.id}`),
        async (answers, { id }) => {
          expect(won(answers), JSON.stringify(tally(answers))).toBe(answers.length);
          expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
          expect(await world.records().about(decisions, id)).toHaveLength(1);
        },
      ),
  );

  test('propose one person for two rooms: they are proposed for one', { timeout }, async () => {
    const { contenders, rounds } = figures;
    world = await elmWithRivals(1, 0);
    await world.open(contenders);
    for (let round = 0; round < rounds; round++) {
      const answers = await race(contenders, (i) =>
        world.as(i % 3 === 0 ? 'lead' : 'officer').post('/v1/proposals', {
          requestId: 'ask-rival-0',
          roomId: i % 2 === 0 ? 'elm-1' : 'elm-2',
          moveOn: '2026-05-05',
        }),
      );
      expectFinal(answers);
      expect(won(answers), JSON.stringify(tally(answers))).toBe(1);
      expect(await findBroken(world.store)).toEqual([]);
      const made = answers.find(({ status }) => status === 201)?.body.proposals[0];
      await withdrawAll(world, [made]);
    }
  });

  test.each([
    { at: '2026-04-21T16:00:00Z', when: 'in time', accepted: 1, ended: 0 },
    { at: '2026-07-01T09:00:00Z', when: 'too late', accepted: 0, ended: 1 },
  ])(
    'accept a referral $when, while the clock ends what has run out: it is one of the two',
    {
      timeout,
    },
    async ({ at, accepted, ended }) => {
      const { contenders, rounds } = figures;
      world = await elmWithRivals(1, 0);
      await world.open(contenders);
      for (let round = 0; round < rounds; round++) {
        world.setNow('2026-04-20T09:00:00Z');
        const body = { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' };
        const made = await world.as('officer').post('/v1/proposals', body);
        const rival = made.body.proposals[0];
        const view = { answer: 'yes', words: null, obtained: 'inPerson', onlyOneBecause: 'askedForOne' };
        await world.as('worker').post(`/v1/proposals/${rival.id}/person-view`, view);
        world.setNow(at);
        let over = 0;
        const answers = await race(contenders, async (i) => {
          if (i % 2 === 0)
            return world
              .as('provider')
              .post(`/v1/proposals/${rival.id}/provider-answer`, { answer: 'accept' });
          over += (await keepTime(world.store.deps, 'southampton')).ended;
          return null;
        });
        const asked = answers.filter((one) => one !== null);
        expectFinal(asked);
        expect({ accepted: won(asked), ended: over }).toEqual({ accepted, ended });
        expect(await findBroken(world.store)).toEqual([]);
        world.setNow('2026-04-20T09:00:00Z');
        await withdrawAll(world, [rival]);
      }
    },
  );
});
