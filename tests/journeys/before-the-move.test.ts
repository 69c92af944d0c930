import { afterEach, describe, expect, test } from 'vitest';
import { prepareMove } from '../../infra/local/prepare-move.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain } from '../support/one-chain.ts';
import { deskOver } from '../support/prepared.ts';
import { approval, speakerOf, yes } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** Posts, expects it to be done, and gives the answer. */
async function done(member: string, path: string, body: unknown, ifMatch?: number) {
  const answer = await world.as(member).post(path, body, ifMatch === undefined ? {} : { ifMatch });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function read(member: string, path: string) {
  const answer = await world.as(member).get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** The chain of three, approved and accepted on 20 April: the stays in the order of the moves. */
async function agreed(): Promise<string[]> {
  await loadOneChain(world.store);
  await world.rematch();
  const plan = await read('officer', '/v1/plans/current');
  const first = plan.chains.items[0].suggestions[0].id;
  const { chainId, proposals } = await done('officer', `/v1/suggestions/${first}/adoption`, {
    wholeChain: true,
  });
  for (const proposal of proposals) {
    await done(speakerOf(proposal), `/v1/proposals/${proposal.id}/person-view`, yes);
    await done('provider', `/v1/proposals/${proposal.id}/provider-answer`, { answer: 'accept' });
  }
  const { version } = await read('panel', `/v1/chains/${chainId}`);
  const decided = await done('panel', `/v1/chains/${chainId}/decisions`, approval, version);
  const stays: string[] = decided.proposals.map((one: { stayId: string }) => one.stayId);
  for (const [i, stayId] of stays.entries())
    await done(speakerOf(proposals[i]), `/v1/stays/${stayId}/acceptance`, {
      ...{ answer: 'accepted', obtained: 'inPerson' },
    });
  return stays;
}

const moveOn = ['2026-04-30', '2026-05-06', '2026-05-11'] as const;
const onDay = (day: string): void => world.setNow(`${day}T12:00:00Z`);

/** A move of which everything that is asked for is done. */
async function movesIn(stayId: string, on: string): Promise<void> {
  onDay(on);
  await prepareMove(deskOver(world), stayId, on);
  await done('officer', `/v1/stays/${stayId}/arrival`, { on });
}

const planned = { status: 'planned' };
const liked = { status: 'tookPlace', words: 'I could hear the birds. I slept well.' };

describe('somebody who leaves a ward for a home with high support, in Staying Connected', () => {
  test('knows the adviser, tries a night, is thought about with a housemate, and moves in once nothing required is missing', async () => {
    world = await openWorld('2026-04-20T09:00:00Z');
    const stays = await agreed();
    const at = `/v1/stays/${stays[2]}`;
    const send = (as: string, what: string, body: unknown) => world.as(as).post(`${at}/${what}`, body);
    const missing = async (as = 'officer') =>
      (await read(as, `${at}/before-move`)).missing.map((one: { item: string }) => one.item);
    expect(await missing()).toEqual(['workerIntroduction', 'housemateIntroduction', 'homeSeen']);

    // The adviser comes to the ward; the first time the person is not well.
    const met = { met: { to: 'worker', workerId: 'w-1' } };
    await done('provider', `${at}/introductions`, {
      id: 'adviser',
      on: '2026-04-21',
      ...met,
      meeting: planned,
    });
    onDay('2026-04-21');
    const missed = { status: 'missed', reason: 'personUnwell' };
    await done('provider', `${at}/introductions`, {
      id: 'adviser',
      on: '2026-04-21',
      ...met,
      meeting: missed,
    });
    expect(await missing()).toContain('workerIntroduction');
    const again = { id: 'adviser-2', on: '2026-04-22', ...met, meeting: liked };
    expect(await send('provider', 'introductions', again)).toMatchObject({
      status: 422,
      body: { code: 'day-not-possible', facts: { latest: '2026-04-21' } },
    });
    onDay('2026-04-22');
    await done('provider', `${at}/introductions`, again);
    expect(await missing()).toEqual(['housemateIntroduction', 'homeSeen']);

    // A night is tried in the room, once it is free of whoever has it.
    const night = { id: 'night', kind: 'trialNight', meeting: planned };
    for (const [from, to, code] of [
      ['2026-05-05', '2026-05-06', 'room-taken'],
      ['2026-05-06', '2026-05-07', 'room-not-ready'],
      ['2026-05-10', '2026-05-12', 'day-not-possible'],
    ])
      expect((await send('provider', 'visits', { ...night, from, to })).body.code).toBe(code);
    const tried = { ...night, from: '2026-05-09', to: '2026-05-10' };
    await done('provider', `${at}/visits`, tried);

    // Somebody who lives there tells her own worker what she thinks. It is read, and stops nothing.
    const concern = { housemateId: 'elm-neighbour', words: 'I am afraid of shouting.', on: '2026-04-22' };
    expect(
      (await send('worker-2', 'resident-views', { ...concern, housemateId: 'oak-neighbour' })).status,
    ).toBe(404);
    expect((await send('officer', 'resident-views', concern)).status).toBe(403);
    await done('worker-2', `${at}/resident-views`, concern);
    await world.store.member('far-ward', ['wardCoordinator'], {
      organisationId: 'other',
      hospitalSite: 'OTHER-1',
    });
    const heard = await read('ward', `${at}/before-move`);
    expect(heard.file.residentViews).toMatchObject([concern]);
    for (const [as, status] of [
      ['far-ward', 404],
      ['panel', 403],
      ['admin', 403],
    ] as const)
      expect((await world.as(as).get(`${at}/before-move`)).status).toBe(status);

    await movesIn(stays[0]!, moveOn[0]);
    await movesIn(stays[1]!, moveOn[1]);
    onDay(moveOn[2]);
    const arrival = { on: moveOn[2] };
    expect(await send('officer', 'arrival', arrival)).toMatchObject({
      status: 409,
      body: {
        code: 'before-move-incomplete',
        facts: {
          missing: 'housemateIntroduction, homeSeen',
          housemateIntroduction: expect.stringMatching(/^Met the people they would live with: record the/),
          homeSeen: expect.stringContaining('or ask a programme lead or the panel chair'),
        },
      },
    });

    // The night took place, which is more than seeing the home; the meeting with the housemates is answered for.
    await done('provider', `${at}/visits`, { ...tried, meeting: liked });
    expect(await missing()).toEqual(['housemateIntroduction']);
    await world.store.member('lead-and-officer', ['programmeLead', 'housingOfficer']);
    const aside = {
      item: 'housemateIntroduction',
      reason: 'Her housemate is away until June and sent a card.',
    };
    expect((await send('officer', 'set-asides', aside)).status).toBe(403);
    expect((await send('lead', 'set-asides', { ...aside, reason: 'No time.' })).status).toBe(400);
    expect((await send('lead', 'set-asides', { ...aside, item: 'homeSeen' })).body.code).toBe(
      'override-not-possible',
    );
    await done('lead-and-officer', `${at}/set-asides`, aside);
    expect(await send('lead-and-officer', 'arrival', arrival)).toMatchObject({
      status: 403,
      body: { code: 'set-aside-by-you' },
    });
    await done('officer', `${at}/arrival`, arrival);

    expect((await read('officer', at)).movedInWithout).toEqual([
      { item: 'housemateIntroduction', by: 'lead-and-officer' },
    ]);
    const { items } = await read('lead', '/v1/people/patient/timeline?limit=100');
    const said = items.map((one: { sentence: string }) => one.sentence).join('\n');
    for (const part of [
      'recorded that patient did not meet their worker on 21 April 2026',
      'recorded that patient tried a night in the home on 9 May 2026',
      'recorded what somebody who lives in the home says of the move of patient',
      'set aside, with a reason, a step that is required before the move of patient',
      'moved into room elm-1 on 11 May 2026, with a required step set aside',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('shouting');
    expect((await send('provider', 'visits', tried)).body.code).toBe('transition-not-allowed');
    expect(await findBroken(world.store)).toEqual([]);
  });

  /** A worker with the role comes with the tenancy, and nobody answers for moving there without. */
  async function cannotDoWithout(stayId: string, item: string): Promise<void> {
    const post = (as: string, what: string, body: object) =>
      world.as(as).post(`/v1/stays/${stayId}/${what}`, { item, ...body });
    const reason = 'There is nobody in the post before the summer.';
    expect((await post('lead', 'set-asides', { reason })).body.code).toBe('override-not-possible');
    const on = '2026-04-20';
    for (const body of [{ on }, { on, workerId: 'w-1' }, { on, workerId: 'nobody' }])
      expect((await post('worker', 'preparations', body)).body.code).toBe('worker-unknown');
    expect((await post('worker', 'preparations', { item: 'homeSeen', on })).status).toBe(404);
  }

  test('each sees the moves ahead that are theirs, the soonest first, with what is missing and who must be named', async () => {
    world = await openWorld('2026-04-20T09:00:00Z');
    const stays = await agreed();
    const ahead = async (as: string): Promise<[string, number][]> =>
      (await read(as, '/v1/before-moves')).items.map((one: { stayId: string; missing: unknown[] }) => [
        one.stayId,
        one.missing.length,
      ]);
    const [flat, shared, high] = stays;
    expect(await ahead('officer')).toEqual([
      [flat, 2],
      [shared, 2],
      [high, 3],
    ]);
    await world.store.member('outreach', ['supportWorker'], { organisationId: 'charity', workerId: 'w-2' });
    expect(await ahead('outreach')).toEqual([
      [flat, 2],
      [shared, 2],
    ]);
    expect(await ahead('ward')).toEqual([[high, 3]]);
    await cannotDoWithout(flat!, 'tenancySupportWorkerNamed');
    await movesIn(stays[0]!, moveOn[0]);
    expect(await ahead('officer')).toEqual([
      [shared, 2],
      [high, 3],
    ]);
    expect((await world.as('panel').get('/v1/before-moves')).status).toBe(403);
  });
});

test('a programme that requires nothing before a move lets people arrive at once', async () => {
  const models = new Map(
    [...serviceModels()].map(([id, model]) => [
      id,
      { ...model, stages: model.stages.map((stage) => ({ ...stage, needs: [] })) },
    ]),
  );
  world = await openWorld('2026-04-20T09:00:00Z', 1, models);
  const [flat] = await agreed();
  onDay(moveOn[0]);
  const arrived = await world.as('officer').post(`/v1/stays/${flat}/arrival`, { on: moveOn[0] });
  expect(arrived).toMatchObject({ status: 201, body: { status: 'arrived' } });
  expect((await read('officer', `/v1/stays/${flat}`)).movedInWithout).toBeUndefined();
});
