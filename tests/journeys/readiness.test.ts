import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadOneChain } from '../support/one-chain.ts';
import { openWorld, type World } from '../support/world.ts';

/** A resident of the shared house with high support, from her first rating to the day her ratings are too old. */
let world: World;
beforeAll(async () => {
  world = await openWorld('2026-04-20T09:00:00Z');
  await loadOneChain(world.store);
});
afterAll(() => world.stop());

const notRatedHerself = 'The person has not rated every skill themselves in the last 90 days.';
const path = '/v1/people/elm-neighbour/readiness';
const skills = ['budgeting', 'cooking', 'positiveActivities', 'managingHome'];
const others = ['relationships', 'health', 'choices', 'participation'];
const all = [...skills, ...others];

const scored = (different: Record<string, number> = {}) => ({
  ...Object.fromEntries(all.map((id) => [id, 2])),
  ...different,
});

const seen = Object.fromEntries(
  all.map((id) => [id, { kind: 'seenDone', words: 'Made-up words of what was seen' }]),
);

const rate = (member: string, body: object) => world.as(member).post(path, body);

async function rated(member: string, body: object) {
  const answer = await rate(member, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
}

const byWorker = (id: string, workerId: string, assessedOn: string, scores: object) => ({
  ...{ id, assessedOn, rater: { kind: 'worker', workerId }, scores, evidence: seen },
});

async function read(member: string, from = path) {
  const answer = await world.as(member).get(from);
  if (answer.status !== 200) throw new Error(`${from}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const gate = async () => (await read('worker')).gates[0];
const skill = async (domain: string) =>
  (await read('worker')).skills.find((one: { domain: string }) => one.domain === domain);

describe('somebody becoming ready for the next stage', () => {
  test('is neither ready nor not while nobody has rated her', async () => {
    expect(await read('worker')).toMatchObject({
      ...{ serviceModel: 'stayingConnected', stage: 'highSupport', entry: null },
      gates: [{ stage: 'extendedSupport', verdict: 'unknown', forecast: { because: 'tooFewRatings' } }],
    });
    expect((await gate()).missing[0]).toMatch(/^No worker has rated: budgeting, cooking,/);
  });

  test('is made ready by nothing but a recorded assessment', async () => {
    const { person, version } = await read('worker', '/v1/people/elm-neighbour');
    const about = { ...person, dateOfBirth: '2007-07-21' };
    const put = (body: object) =>
      world.as('worker').put('/v1/people/elm-neighbour', body, { ifMatch: version });
    const asked = {
      ...{ personId: 'elm-neighbour', kind: 'moveOn', serviceModel: 'stayingConnected' },
      ...{ accommodation: '6', outcode: 'SO14', referralSource: '1', submit: true },
    };
    const own = { assessedOn: '2026-04-20', rater: { kind: 'self' }, scores: scored() };
    const claims = [
      { ready: true },
      { gate: 'readyForExtendedSupport' },
      { verdict: 'met' },
      { imported: true },
    ];
    for (const claim of claims) {
      const answers = await Promise.all([
        rate('worker', { ...own, ...claim }),
        put({ ...about, ...claim }),
        world.as('worker').post('/v1/placement-requests', { ...asked, ...claim }),
      ]);
      for (const { body } of answers)
        expect(body.errors).toMatchObject([{ pointer: `/body/${Object.keys(claim).join()}` }]);
    }
    const wish = { wish: 'wants', about: { kind: 'area', outcode: 'SO14' }, importance: 3 };
    const wanted = { ...wish, recordedOn: '2026-04-20' };
    expect((await world.as('worker').post('/v1/people/elm-neighbour/preferences', wanted)).status).toBe(201);
    const byNobody = byWorker('made-up', 'w-9', '2026-04-20', scored());
    expect((await rate('worker', byNobody)).body.code).toBe('not-your-rating');
    const unsaid = {
      ...byWorker('bare', 'w-1', '2026-04-20', scored()),
      evidence: { cooking: seen.cooking },
    };
    expect((await rate('worker', unsaid)).body.code).toBe('evidence-missing');
    const elsewhere = { ...own, scores: { juggling: 4 } };
    expect((await rate('worker', elsewhere)).body.code).toBe('skill-unknown');
    expect((await gate()).verdict).toBe('unknown');
    expect((await read('worker', '/v1/people/elm-neighbour')).readiness).toEqual([]);
  });

  test('comes without some skills, which stay readable as they were at entry', async () => {
    const first = byWorker('first', 'w-2', '2026-04-20', scored({ budgeting: 0, cooking: 1 }));
    await rated('worker-2', first);
    const { entry } = await read('lead');
    expect(entry).toMatchObject({ assessmentId: 'first', workerId: 'w-2', gate: 'readyForOwnTenancy' });
    expect(entry.previousPlacementSkillGaps.slice(0, 3)).toMatchObject([
      { domain: 'budgeting', score: 0, short: 3 },
      { domain: 'cooking', score: 1, short: 2 },
      { domain: 'positiveActivities', score: 2, short: 1 },
    ]);
    expect(await gate()).toMatchObject({
      verdict: 'notMet',
      missing: ['Must be at least 2 out of 4: budgeting, cooking.', notRatedHerself],
      forecast: { kind: 'none', because: 'tooFewRatings', domain: 'budgeting' },
    });
  });

  test('is rated a second time by another worker: they disagree, and the lower counts', async () => {
    world.setNow('2026-04-30T09:00:00Z');
    await rated('worker', byWorker('second', 'w-1', '2026-04-30', scored({ budgeting: 1 })));
    const again = byWorker('again', 'w-2', '2026-04-30', scored({ budgeting: 3 }));
    expect((await rate('worker', { ...again, secondTo: 'second' })).body.code).toBe('not-your-rating');
    await rated('worker-2', { ...again, secondTo: 'second' });
    expect((await rate('worker-2', { ...again, id: 'x', secondTo: 'second' })).body.code).toBe(
      'second-rating-not-possible',
    );
    await rated('worker', {
      ...{ assessedOn: '2026-04-30', rater: { kind: 'self' }, scores: { budgeting: 2 } },
    });
    expect(await skill('budgeting')).toMatchObject({
      rating: { score: 1, on: '2026-04-30', stale: false },
      raters: [
        { assessmentId: 'second', workerId: 'w-1', score: 1, evidence: { kind: 'seenDone' } },
        { assessmentId: 'again', workerId: 'w-2', score: 3 },
      ],
      ...{ disagreement: true, own: { score: 2 }, change: 1, trend: 'up' },
    });
    expect((await gate()).missing).toEqual(['Must be at least 2 out of 4: budgeting.', notRatedHerself]);
  });

  test('has a forecast to the day from the third assessment on', async () => {
    world.setNow('2026-05-10T09:00:00Z');
    await rated('worker-2', byWorker('third', 'w-2', '2026-05-10', scored({ budgeting: 1 })));
    // Budgeting went 0, 1, 1 in twice ten days: slopes of 1/10, 1/20 and 0, and one level to go at 1/20.
    expect((await gate()).forecast).toMatchObject({
      ...{ kind: 'expected', on: '2026-05-30', confidence: 'medium', slowest: 'budgeting' },
    });
    expect(await skill('budgeting')).toMatchObject({ change: 0, trend: 'same' });
  });

  test('makes her room expected, with how sure that is, for whoever has the home and for those who wait', async () => {
    world.setNow('2026-05-11T09:00:00Z');
    const { rooms } = await read('officer', '/v1/homes/elm/expected-rooms');
    expect(rooms).toMatchObject([
      { roomId: 'elm-2', from: '2026-05-30', certainty: 'forecast', confidence: 'medium' },
    ]);
    expect(JSON.stringify(rooms)).not.toMatch(/neighbour/);
    const { expectations } = await read('officer', '/v1/people/care-leaver/options');
    expect(expectations.byReadiness).toMatchObject([
      { roomId: 'elm-2', readyOn: '2026-06-03', certainty: 'forecast', confidence: 'medium' },
    ]);
    expect(expectations.sentence).toMatch(/none is promised/);
  });

  test('leaves no more to forecast once the officer lists the room, and the plan names it a forecast', async () => {
    const listed = await world.as('officer').post('/v1/rooms/elm-2/vacancies', {
      ...{ id: 'coming', from: '2026-05-30', reason: '13', expected: 'forecast' },
    });
    expect(listed).toMatchObject({ status: 201, body: { status: 'expected' } });
    expect((await read('officer', '/v1/homes/elm/expected-rooms')).rooms).toEqual([]);
    await world.rematch();
    const { suggestion } = await read('officer', '/v1/vacancies/coming/options');
    expect(suggestion).toMatchObject({ personId: 'care-leaver', certainty: 'forecast' });
  });

  test('is ready when a worker and she herself say so, and by nothing less', async () => {
    world.setNow('2026-05-28T09:00:00Z');
    await rated('worker-2', byWorker('fourth', 'w-2', '2026-05-28', scored()));
    expect(await gate()).toMatchObject({
      verdict: 'unknown',
      missing: [notRatedHerself],
      forecast: { kind: 'reached', on: '2026-05-28' },
    });
    await rated('worker', { assessedOn: '2026-05-28', rater: { kind: 'self' }, scores: scored() });
    expect(await gate()).toMatchObject({ verdict: 'met', missing: [] });
  });

  test('is no longer known to be ready after 90 days by the clock in London', async () => {
    world.setNow('2026-08-26T22:30:00Z');
    expect((await gate()).verdict).toBe('met');
    world.setNow('2026-08-26T23:30:00Z');
    expect(await gate()).toMatchObject({ verdict: 'unknown', forecast: { because: 'stale' } });
    expect((await gate()).missing[0]).toMatch(/^Rated over 90 days ago, so it no longer counts:/);
    expect(await skill('cooking')).toMatchObject({ rating: { score: 2, stale: true } });
  });

  test('is read by her workers and by those who decide, and by nobody else', async () => {
    const asked = ['worker', 'panel', 'chair', 'lead', 'auditor', 'officer', 'provider', 'ward'];
    const answers = await Promise.all(asked.map((member) => world.as(member).get(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 403, 403, 404]);
  });
});
