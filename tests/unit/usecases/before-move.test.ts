import { describe, expect, test } from 'vitest';
import { BeforeMove, mostEntries } from '../../../shared/domain/before-move.ts';
import { beforeMoves } from '../../../shared/store/kinds/before-moves.ts';
import { findBroken } from '../../support/invariants.ts';
import { stopCommits } from '../../support/meanwhile.ts';
import { type Story, stayOf, storyUpTo } from '../../support/story.ts';
import { tap } from '../../support/tap.ts';

/** The move of a resident to Oak House on 6 May, and the one before it, to a flat on 30 April. */
const toOak = ({ proposals: [, second] }: Story) => stayOf(second);
const toFlat = ({ proposals: [first] }: Story) => stayOf(first);

const planned = { status: 'planned' };
const liked = { status: 'tookPlace', words: null };
const mates = { to: 'housemates', housemates: ['oak-neighbour'] };

async function agreed() {
  const story = await storyUpTo('approved');
  const params = { stayId: toOak(story) };
  const send = (route: string, body: object, as = 'worker') => story.ask(route, { as, params, body });
  const introduce = (body: object) => send('recordIntroduction', body);
  const file = async () => (await story.ask('readBeforeMove', { as: 'worker', params })).body.file;
  return { story, send, introduce, file };
}

describe('an introduction', () => {
  test('is planned, moved to another day and takes place, and what took place stays so', async () => {
    const { story, introduce, file } = await agreed();
    const one = { id: 'tea', met: mates, meeting: planned };
    expect((await introduce({ ...one, on: '2026-04-19' })).body).toMatchObject({
      ...{ code: 'day-not-possible', facts: { earliest: '2026-04-20' } },
    });
    expect((await introduce({ ...one, on: '2026-04-21' })).status).toBe(201);
    expect((await introduce({ ...one, on: '2026-04-22' })).status).toBe(201);
    expect((await introduce({ ...one, on: '2026-04-22', met: { to: 'home' } })).body.code).toBe(
      'already-exists',
    );
    story.store.setNow('2026-04-22T18:00:00Z');
    expect((await introduce({ ...one, on: '2026-04-22', meeting: liked })).status).toBe(201);
    for (const status of ['planned', 'missed', 'declined']) {
      const reason = { missed: 'other', declined: 'notYet' }[status];
      const meeting = { status, ...(reason && { reason }) };
      expect((await introduce({ ...one, on: '2026-04-22', meeting })).body.code).toBe(
        'transition-not-allowed',
      );
    }
    expect((await file()).introductions).toMatchObject([{ ...one, on: '2026-04-22', meeting: liked }]);
    expect(await findBroken(story.store)).toEqual([]);
  });

  test('is with a worker there is, and with people who live in that home', async () => {
    const { introduce } = await agreed();
    const on = '2026-04-20';
    const nobody = { to: 'worker', workerId: 'w-404' };
    expect((await introduce({ on, met: nobody, meeting: liked })).body.code).toBe('worker-unknown');
    for (const housemates of [['elm-neighbour'], ['elm-resident'], ['oak-neighbour', 'nobody']])
      expect((await introduce({ on, met: { ...mates, housemates }, meeting: liked })).status).toBe(404);
  });
});

test('a visit ends on or after the day it begins, a trial night on a later one, and is no longer than four weeks', async () => {
  const { send } = await agreed();
  const visit = (kind: string, from: string, to: string) =>
    send('recordVisit', { kind, from, to, meeting: planned });
  expect((await visit('visit', '2026-04-21', '2026-04-21')).status).toBe(201);
  expect((await visit('visit', '2026-04-21', '2026-04-20')).status).toBe(400);
  expect((await visit('trialNight', '2026-04-21', '2026-04-21')).status).toBe(400);
  expect((await visit('visit', '2026-04-21', '2026-05-20')).status).toBe(400);
});

test('a record holds as many entries of a sort as it can keep, and each view of a resident once', async () => {
  const { story, send, file } = await agreed();
  const view = {
    id: 'view',
    housemateId: 'oak-neighbour',
    words: 'I would like a quiet house.',
    on: '2026-04-20',
  };
  const say = (more = {}) => send('recordResidentView', { ...view, ...more }, 'worker-2');
  expect((await say({ on: '2026-04-21' })).body.code).toBe('day-not-possible');
  expect((await say()).status).toBe(201);
  expect((await say()).body.code).toBe('already-exists');
  const full = BeforeMove.parse({
    ...(await file()),
    residentViews: Array.from({ length: mostEntries }, (_, i) => ({
      ...{ ...view, id: `view-${i}`, recordedBy: 'worker-2' },
    })),
  });
  await story.store.put('southampton', beforeMoves, full);
  expect((await say({ id: 'one-more' })).body.code).toBe('too-many-facts');
});

describe('in the moment somebody moves in', () => {
  const arrive = (story: Story) =>
    story.ask('recordArrival', {
      ...{ as: 'officer', params: { stayId: toFlat(story) }, body: { on: '2026-04-30' } },
    });
  const seeAgain = (story: Story) =>
    story.ask('recordIntroduction', {
      ...{ as: 'officer', params: { stayId: toFlat(story) } },
      body: { on: '2026-04-30', met: { to: 'home' }, meeting: liked },
    });

  async function onTheDay(): Promise<Story> {
    const story = await storyUpTo('accepted');
    story.store.setNow('2026-04-30T12:00:00Z');
    return story;
  }

  /** What commits rest on without changing it, by its keys: heard from now on. */
  function restingOn(story: Story): string[] {
    const keys: string[] = [];
    tap(story.store.client, async ({ name, input }, send) => {
      if (name.startsWith('TransactWrite'))
        for (const { ConditionCheck } of input.TransactItems)
          if (ConditionCheck) keys.push(JSON.stringify(ConditionCheck.Key));
      return send(input);
    });
    return keys;
  }

  test('a change of what was prepared makes the arrival look again', async () => {
    const story = await onTheDay();
    const keys = restingOn(story);
    const stopped = stopCommits(story.store.client, 'arrived');
    const arriving = arrive(story);
    await stopped.reached;
    expect((await seeAgain(story)).status).toBe(201);
    stopped.letGo();
    expect((await arriving).status).toBe(201);
    expect(keys.filter((key) => key.includes(`#beforeMove#${toFlat(story)}`))).toHaveLength(2);
    expect(await findBroken(story.store)).toEqual([]);
  });

  test('what is recorded of the time before comes too late', async () => {
    const story = await onTheDay();
    const keys = restingOn(story);
    const stopped = stopCommits(story.store.client, 'introductionRecorded');
    const seeing = seeAgain(story);
    await stopped.reached;
    expect((await arrive(story)).status).toBe(201);
    stopped.letGo();
    expect(await seeing).toMatchObject({ status: 409, body: { code: 'transition-not-allowed' } });
    expect(keys.some((key) => key.includes(`#stay#${toFlat(story)}`))).toBe(true);
    expect(await findBroken(story.store)).toEqual([]);
  });
});
