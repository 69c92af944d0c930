import { describe, expect, test } from 'vitest';
import { matchingHandlers } from '../../../functions/matching/handlers.ts';
import { asker } from '../../support/ask.ts';
import { loadOneChain, oneChainTexts } from '../../support/one-chain.ts';
import { withCells } from '../../support/planned-folder.ts';
import { testStore } from '../../support/store.ts';

async function loaded(texts = oneChainTexts()) {
  const store = await testStore();
  await loadOneChain(store, { texts });
  return { store, ask: asker(matchingHandlers, store.deps) };
}

const notFound = { status: 404, body: { code: 'not-found' } };

describe('the options of a person', () => {
  test('are the room the plan gives them and others they fit, most points first', async () => {
    const { ask } = await loaded();
    const { status, body } = await ask('personOptions', { as: 'officer', params: { personId: 'patient' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      personId: 'patient',
      on: '2026-04-20',
      standing: 'placed',
      suggestion: { roomId: 'elm-1', moveOn: '2026-05-11', points: 86 },
      rooms: [{ roomId: 'elm-1', homeId: 'elm', points: 86, day: '2026-05-11', takenBy: 'patient' }],
      nearest: null,
    });
    expect(JSON.stringify(body)).not.toContain('Canary');
  });

  test('who is not placed name who has the room that fits, and what rules the others out', async () => {
    const { ask } = await loaded();
    const { body } = await ask('personOptions', { as: 'officer', params: { personId: 'care-leaver' } });
    expect(body).toMatchObject({
      standing: 'unplaced',
      suggestion: null,
      rooms: [{ roomId: 'elm-1', homeId: 'elm', points: 100, takenBy: 'patient' }],
    });
    expect(body.ruledOutBy.length).toBeGreaterThan(0);
    for (const one of body.ruledOutBy) expect(one.question).toMatch(/\?$/);
  });

  test('who fits nowhere name the nearest room and the smallest change', async () => {
    const { ask } = await loaded(
      withCells(oneChainTexts(), 'readiness.csv', 'ready-a1', { assessedOn: '2026-01-19' }),
    );
    const { body } = await ask('personOptions', { as: 'officer', params: { personId: 'hmo-resident' } });
    expect(body).toMatchObject({
      standing: 'unplaced',
      rooms: [],
      nearest: {
        roomId: 'birch-flat',
        change: { points: 85, changes: [{ action: 'add', table: 'readiness' }] },
      },
    });
  });

  test('whose request is not ready say why', async () => {
    const { ask } = await loaded(withCells(oneChainTexts(), 'requests.csv', 'ask-f', { status: 'inReview' }));
    const { body } = await ask('personOptions', { as: 'officer', params: { personId: 'care-leaver' } });
    expect(body).toMatchObject({ standing: 'notInPool', rooms: [] });
    expect(body.because).toMatch(/\.$/);
  });

  test('follow a change at once, without waiting for a plan', async () => {
    const { store, ask } = await loaded();
    const params = { personId: 'patient' };
    expect((await ask('personOptions', { as: 'ward', params })).body.standing).toBe('placed');
    await loadOneChain(store, {
      texts: withCells(oneChainTexts(), 'people.csv', 'elm-resident', { pets: 'dog' }),
    });
    expect((await ask('personOptions', { as: 'ward', params })).body.standing).toBe('unplaced');
  });

  test.each([
    ['a ward', 'ward', 'patient', 200],
    ['a ward that did not ask for them', 'ward', 'hmo-resident', 404],
    ['their own worker', 'worker', 'hmo-resident', 200],
    ['a worker who does not work with them', 'worker-2', 'patient', 404],
    ['a provider', 'provider', 'patient', 403],
    ['a system admin', 'admin', 'patient', 403],
  ])('are shown to those whose case it is: %s', async (_, as, personId, status) => {
    const { ask } = await loaded();
    expect((await ask('personOptions', { as, params: { personId } })).status).toBe(status);
  });
});

describe('the options of a vacancy', () => {
  test('are who could live there, in order, with who is kept out counted by rule', async () => {
    const { ask } = await loaded();
    const { status, body } = await ask('vacancyOptions', {
      as: 'officer',
      params: { vacancyId: 'flat-free' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      vacancyId: 'flat-free',
      roomId: 'birch-flat',
      homeId: 'birch',
      inPool: true,
      suggestion: { personId: 'hmo-resident', moveOn: '2026-04-30' },
      fits: 1,
      couldLiveHere: [{ personId: 'hmo-resident', points: 85, placedIn: 'birch-flat' }],
    });
    expect(body.ruledOut.length).toBeGreaterThan(0);
    expect(JSON.stringify(body.ruledOut)).not.toMatch(/resident|patient|leaver/);
  });

  test('tell whoever reads only their own cases of those alone', async () => {
    const { ask } = await loaded();
    const params = { vacancyId: 'flat-free' };
    const { body } = await ask('vacancyOptions', { as: 'ward', params });
    expect(body).toMatchObject({ suggestion: null, fits: 0, couldLiveHere: [], nearMisses: [] });
    const worker = await ask('vacancyOptions', { as: 'worker', params });
    expect(worker.body.couldLiveHere).toMatchObject([{ personId: 'hmo-resident' }]);
  });
});

describe('why not', () => {
  test('names every check that does not pass and what would have to be different', async () => {
    const { ask } = await loaded();
    const query = { personId: 'patient', roomId: 'birch-flat' };
    const { status, body } = await ask('whyNot', { as: 'ward', query });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...query, verdict: 'ruledOut', competition: null });
    expect(body.checks.some((check: { verdict: string }) => check.verdict !== 'pass')).toBe(true);
    expect(body.change).not.toBeNull();
  });

  test('says who has a room that fits, and what the plan would lose', async () => {
    const { ask } = await loaded();
    const query = { personId: 'care-leaver', roomId: 'elm-1' };
    const { body } = await ask('whyNot', { as: 'officer', query });
    expect(body).toMatchObject({
      verdict: 'fits',
      points: 100,
      change: null,
      competition: { heldBy: 'patient', freed: true, cost: { placed: [1, 0, -1] } },
    });
  });

  test('has no no to a move the plan suggests', async () => {
    const { ask } = await loaded();
    const query = { personId: 'patient', roomId: 'elm-1' };
    expect((await ask('whyNot', { as: 'ward', query })).body.verdict).toBe('suggested');
  });

  test('asks for both references', async () => {
    const { ask } = await loaded();
    const { status, body } = await ask('whyNot', { as: 'officer', query: { personId: 'patient' } });
    expect(status).toBe(400);
    expect(body.code).toBe('invalid-request');
  });
});

test('what is another partnership’s, not theirs or not there reads the same', async () => {
  const { store, ask } = await loaded();
  await loadOneChain(store, {
    partnership: 'bristol',
    texts: new Map(
      [...oneChainTexts()].map(([name, text]) => [
        name,
        text.replaceAll(/\b(patient|elm-1|flat-free)\b/g, 'b-$1'),
      ]),
    ),
  });
  const answers = await Promise.all([
    ask('personOptions', { as: 'officer', params: { personId: 'b-patient' } }),
    ask('personOptions', { as: 'officer', params: { personId: 'nobody' } }),
    ask('personOptions', { as: 'worker-2', params: { personId: 'patient' } }),
    ask('vacancyOptions', { as: 'officer', params: { vacancyId: 'b-flat-free' } }),
    ask('vacancyOptions', { as: 'officer', params: { vacancyId: 'none' } }),
    ask('whyNot', { as: 'officer', query: { personId: 'b-patient', roomId: 'elm-1' } }),
    ask('whyNot', { as: 'officer', query: { personId: 'patient', roomId: 'b-elm-1' } }),
    ask('whyNot', { as: 'officer', query: { personId: 'patient', roomId: 'no-room' } }),
    ask('whyNot', { as: 'worker-2', query: { personId: 'patient', roomId: 'elm-1' } }),
  ]);
  for (const answer of answers) expect(answer).toMatchObject(notFound);
  expect(new Set(answers.map((one) => JSON.stringify(one.body))).size).toBe(1);
});

describe('the earliest room', () => {
  test('of somebody whose only room the plan gives to another is none, and says so without naming them', async () => {
    const { body } = await (await loaded()).ask('earliestRoom', {
      as: 'officer',
      params: { personId: 'care-leaver' },
    });
    expect(body).toMatchObject({ personId: 'care-leaver', standing: 'unplaced', room: null });
    expect(body.because[0]).toBe('No room that fits is to be had.');
    expect(body.because).toContain(
      'Room elm-1 would fit from 11 May 2026, and the plan gives it to somebody who comes first.',
    );
    expect(JSON.stringify(body)).not.toMatch(/patient|elm-resident/);
  });

  test('of somebody in a chain says what it hangs on', async () => {
    const { body } = await (await loaded()).ask('earliestRoom', {
      as: 'ward',
      params: { personId: 'patient' },
    });
    expect(body.room).toMatchObject({ roomId: 'elm-1', day: '2026-05-11', by: 'plan' });
    expect(body.because).toContain('It hangs together with 2 other moves.');
  });
});
