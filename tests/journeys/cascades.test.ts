import { afterEach, describe, expect, test } from 'vitest';
import { scheduleDoor } from '../../functions/schedule/schedule-door.ts';
import { cascades } from '../../shared/store/kinds/cascades.ts';
import { requests, stays } from '../../shared/store/kinds/placing.ts';
import { Records } from '../../shared/store/records.ts';
import { carryOn } from '../../shared/usecases/cascades/carry-on.ts';
import { findBroken } from '../support/invariants.ts';
import { approval, beforePanel, elmWithRivals, renewed } from '../support/rivals.ts';
import { type Chapter, type Story, storyUpTo } from '../support/story.ts';
import { tap } from '../support/tap.ts';
import type { World } from '../support/world.ts';

const resident = { personId: 'hmo-resident' };
const moved = { reason: 'movedAway' };

const statuses = async ({ ask, proposals }: Story): Promise<unknown[]> =>
  Promise.all(
    proposals.map(async ({ id }) => {
      const { body } = await ask('readProposal', { as: 'lead', params: { proposalId: id } });
      const { status, reason } = body.proposal;
      return reason ? [status, reason] : [status];
    }),
  );

const cascadesOf = async ({ store }: Story) => {
  const records = new Records(store.deps.writing.table, 'southampton');
  return (await records.all(cascades, 'closed')).map(({ data }) => data);
};

describe.each(['proposed', 'viewed', 'approved', 'accepted'] as const)(
  'a person in a chain that is %s',
  (chapter: Chapter) => {
    test('is withdrawn at once, and what was planned for them ends in the minutes after', async () => {
      const story = await storyUpTo(chapter);
      const { ask, store, proposals } = story;
      const second = proposals[1];
      const params = { personId: second?.personId ?? '' };
      const preview = await ask('previewPersonWithdrawal', { as: 'lead', params });
      expect(preview.body).toMatchObject({
        proposals: [
          { id: second?.id, itself: true },
          { id: proposals[2]?.id, itself: false },
        ],
        requests: [second?.requestId],
      });
      const mayEnd = preview.body.proposals.map(({ id }: { id: string }) => id);
      const body = { ...moved, mayEnd };
      expect(await ask('withdrawPerson', { as: 'lead', params, body })).toMatchObject({ status: 201 });
      const again = { requestId: second?.requestId, roomId: 'birch-flat', moveOn: '2026-04-30' };
      expect((await ask('proposeMove', { as: 'lead', body: again })).status).not.toBe(201);
      if (chapter === 'viewed') {
        const ifMatch = await story.versionOf(story.chainId);
        const decided = await ask('decideChain', {
          as: 'panel',
          params: { chainId: story.chainId },
          body: approval,
          ifMatch,
        });
        expect(decided).toMatchObject({ status: 409, body: { code: 'person-withdrawn' } });
      }
      await scheduleDoor(store.deps)({});
      const first = chapter === 'approved' || chapter === 'accepted' ? 'approved' : proposals[0]?.status;
      expect(await statuses(story)).toEqual([
        [first],
        ['cancelled', 'personWithdrew'],
        ['cancelled', 'chainBroken'],
      ]);
      expect(await cascadesOf(story)).toMatchObject([{ of: 'person', status: 'done', ended: 3 }]);
      expect(await findBroken(store)).toEqual([]);
      const timeline = await ask('personTimeline', { as: 'lead', params });
      expect(JSON.stringify(timeline.body)).toContain('ended all planning for');
      expect(await carryOn(store.deps, 'southampton')).toBe(0);
    });
  },
);

test('somebody who is withdrawn keeps the room they live in, is not planned for, and is taken up again with no bar', async () => {
  const { ask, store } = await storyUpTo('planned');
  const preview = await ask('previewPersonWithdrawal', { as: 'worker', params: resident });
  expect(preview.body.livedIn).toHaveLength(1);
  await ask('withdrawPerson', { as: 'worker', params: resident, body: moved });
  const options = await ask('personOptions', { as: 'officer', params: resident });
  expect(options.body).toMatchObject({ standing: 'notInPool', rooms: [] });
  await scheduleDoor(store.deps)({});
  const records = new Records(store.deps.writing.table, 'southampton');
  const lived = (await records.all(stays, 'live')).filter(
    ({ data }) => data.stay.personId === resident.personId,
  );
  expect(lived).toMatchObject([{ data: { stay: { status: 'arrived' } } }]);
  const asked = (await records.about(requests, resident.personId)).map(({ data }) => data.request);
  expect(asked).toMatchObject([{ status: 'withdrawn' }]);
  const request = {
    personId: resident.personId,
    kind: 'moveOn',
    serviceModel: 'stayingConnected',
    submit: true,
    queuedOn: asked[0]?.queuedOn,
  };
  const barred = await ask('openRequest', { as: 'worker', body: request });
  expect(barred).toMatchObject({ status: 409, body: { code: 'person-withdrawn' } });
  expect(await ask('returnPerson', { as: 'worker', params: resident })).toMatchObject({ status: 201 });
  const opened = await ask('openRequest', { as: 'worker', body: request });
  expect(opened).toMatchObject({ status: 201 });
  expect((await records.get(requests, opened.body.id))?.data.request.queuedOn).toBe(asked[0]?.queuedOn);
  expect(await findBroken(store)).toEqual([]);
});

test('nothing more ends once the decision is taken back', async () => {
  const story = await storyUpTo('viewed');
  const { ask, store, proposals } = story;
  const params = { personId: proposals[1]?.personId ?? '' };
  await ask('withdrawPerson', { as: 'lead', params, body: moved });
  await ask('returnPerson', { as: 'lead', params });
  await scheduleDoor(store.deps)({});
  expect(await statuses(story)).toEqual(proposals.map(({ status }) => [status]));
  expect(await cascadesOf(story)).toMatchObject([{ status: 'stopped', ended: 0 }]);
});

test('nothing is withdrawn where more would end than was read', async () => {
  const { ask, proposals } = await storyUpTo('viewed');
  const params = { personId: proposals[1]?.personId ?? '' };
  const body = { ...moved, mayEnd: [proposals[1]?.id] };
  expect(await ask('withdrawPerson', { as: 'lead', params, body })).toMatchObject({
    status: 409,
    body: { code: 'more-would-end', facts: { alsoEnds: proposals[2]?.id } },
  });
  expect(await ask('previewPersonWithdrawal', { as: 'lead', params })).toMatchObject({ status: 200 });
});

test('a cascade that dies between two steps is carried on where it stopped, by two at once', async () => {
  const story = await storyUpTo('approved');
  const { ask, store, proposals } = story;
  const params = { personId: proposals[0]?.personId ?? '' };
  await ask('withdrawPerson', { as: 'lead', params, body: { reason: 'died' } });
  let commits = 0;
  const end = tap(store.client, async (sent, send) => {
    if (sent.name.startsWith('TransactWrite') && ++commits === 2) throw new Error('The process died.');
    return send(sent.input);
  });
  await expect(carryOn(store.deps, 'southampton')).rejects.toThrow('died');
  end();
  const ended = await Promise.all([carryOn(store.deps, 'southampton'), carryOn(store.deps, 'southampton')]);
  expect(ended.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(1);
  expect(await statuses(story)).toEqual([
    ['cancelled', 'personWithdrew'],
    ['cancelled', 'chainBroken'],
    ['cancelled', 'chainBroken'],
  ]);
  expect(await cascadesOf(story)).toMatchObject([{ status: 'done', ended: 4 }]);
  expect(await findBroken(store)).toEqual([]);
});

let world: World;
afterEach(() => world?.stop());

describe('a home that closes', () => {
  const closure = (from: string) => ({ from, reason: 'unsafe' });

  test('takes nobody new for nights after it: what cannot stand ends, what ends before it stands', async () => {
    world = await elmWithRivals(2, 0);
    const officer = world.as('officer');
    const soon = await beforePanel(world, 'rival-0', 'elm-1');
    const preview = await officer.get('/v1/homes/elm/closure?from=2026-05-20');
    expect(preview.body).toMatchObject({
      proposals: [{ id: soon.id, itself: true }],
      vacancies: ['free-elm-2'],
      livedIn: [],
    });
    const far = await officer.get('/v1/homes/elm/closure?from=2027-05-20');
    expect(far.body).toMatchObject({ proposals: [], vacancies: [] });
    expect(await officer.post('/v1/homes/elm/closure', closure('2026-05-20'))).toMatchObject({ status: 201 });
    const decision = `/v1/proposals/${soon.id}/decisions`;
    expect(await world.as('panel').post(decision, approval, { ifMatch: soon.version })).toMatchObject({
      status: 409,
    });
    await scheduleDoor(world.store.deps)({});
    expect((await officer.get(`/v1/proposals/${soon.id}`)).body.proposal).toMatchObject({
      status: 'cancelled',
      reason: 'roomLost',
    });
    expect((await officer.get('/v1/vacancies/free-elm-2')).body.vacancy).toMatchObject({
      status: 'withdrawn',
      because: 'homeClosing',
    });
    const late = { requestId: 'ask-rival-1', roomId: 'elm-2', moveOn: '2026-05-05' };
    expect((await officer.post('/v1/proposals', late)).status).toBe(409);
    expect(await findBroken(world.store)).toEqual([]);
    expect(await officer.post('/v1/homes/elm/reopening', {})).toMatchObject({ status: 201 });
    expect(await officer.post('/v1/homes/elm/reopening', {})).toMatchObject({ status: 409 });
  });

  test('a year ahead keeps what is proposed, and whoever decides reads that it closes', async () => {
    world = await elmWithRivals(1, 0);
    const rival = await beforePanel(world, 'rival-0', 'elm-1');
    await world.as('officer').post('/v1/homes/elm/closure', closure('2027-05-20'));
    await scheduleDoor(world.store.deps)({});
    const decide = (version: number) =>
      world.as('panel').post(`/v1/proposals/${rival.id}/decisions`, approval, { ifMatch: version });
    const stale = await decide(rival.version);
    expect(stale).toMatchObject({ status: 409, body: { code: 'facts-changed' } });
    expect(JSON.stringify(stale.body.facts)).toContain('2027-05-20');
    expect(await decide((await renewed(world, rival)).version)).toMatchObject({ status: 201 });
  });

  test('is closed by those who may, from a day that has not passed, once', async () => {
    world = await elmWithRivals(0, 0);
    expect(await world.as('worker').post('/v1/homes/elm/closure', closure('2026-05-20'))).toMatchObject({
      status: 403,
    });
    const officer = world.as('officer');
    expect(await officer.post('/v1/homes/elm/closure', closure('2026-04-19'))).toMatchObject({ status: 422 });
    expect(await officer.post('/v1/homes/elm/closure', closure('2026-04-20'))).toMatchObject({ status: 201 });
    expect(await officer.post('/v1/homes/elm/closure', closure('2026-04-21'))).toMatchObject({
      status: 409,
      body: { code: 'home-closing' },
    });
  });
});
