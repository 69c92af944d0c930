import { afterEach, expect, test } from 'vitest';
import { scheduleDoor } from '../../functions/schedule/schedule-door.ts';
import { findBroken } from '../support/invariants.ts';
import { approval, beforePanel, elmWithRivals } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

/** Moves the clock to nine in the morning of a day and lets the minute's work be done, twice: it is done once. */
async function onDay(day: string): Promise<void> {
  world.setNow(`${day}T08:00:00Z`);
  const tick = scheduleDoor(world.store.deps);
  await tick({});
  await tick({});
}

const proposalOf = async (id: string, as = 'lead') => (await world.as(as).get(`/v1/proposals/${id}`)).body;

/** What was done, oldest first, so far as somebody's timeline tells it. */
const told = async (personId: string): Promise<string[]> => {
  const { body } = await world.as('worker').get(`/v1/people/${personId}/timeline?limit=100`);
  return body.items.map((one: { sentence: string }) => one.sentence);
};

/** Somebody proposed for a room by hand who would like it: the provider is asked. */
async function beforeProvider(personId: string, roomId: string): Promise<string> {
  const made = await world
    .as('officer')
    .post('/v1/proposals', { requestId: `ask-${personId}`, roomId, moveOn: '2026-05-05' });
  const id: string = made.body.proposals[0].id;
  const view = { answer: 'yes', words: null, obtained: 'inPerson', onlyOneBecause: 'askedForOne' };
  await world.as('worker').post(`/v1/proposals/${id}/person-view`, view);
  return id;
}

/** Two rivals at most for one room: nobody else asks, and the other room is not to be had. */
async function oneRoom(rivals: number): Promise<void> {
  world = await elmWithRivals(rivals, 0);
  await world.as('officer').post('/v1/vacancies/free-elm-2/withdrawal', { because: 'listedInError' });
  for (const asked of ['ask-a', 'ask-c', 'ask-f'])
    await world
      .as('lead')
      .post(`/v1/placement-requests/${asked}/withdrawal`, { reason: 'They found a place.' });
}

/** Who the plan would give a room to. */
async function suggestedFor(roomId: string): Promise<string[]> {
  await world.rematch();
  const { body } = await world.as('officer').get('/v1/plans/current');
  return body.chains.items
    .flatMap((chain: { suggestions: { personId: string; roomId: string }[] }) => chain.suggestions)
    .filter((one: { roomId: string }) => one.roomId === roomId)
    .map((one: { personId: string }) => one.personId);
}

test('a provider that says nothing is reminded, then others are told, then the next candidate comes', async () => {
  await oneRoom(2);
  const id = await beforeProvider('rival-0', 'elm-1');
  const clock = async () => (await proposalOf(id)).proposal.clock;
  expect(await clock()).toEqual({ since: '2026-04-20', answerBy: '2026-04-23', told: [] });
  await onDay('2026-04-21');
  expect((await clock()).told).toEqual(['reminder']);
  await onDay('2026-04-22');
  expect((await clock()).told).toEqual(['reminder', 'escalation']);
  await onDay('2026-04-23');
  expect(await proposalOf(id)).toMatchObject({ hasExpired: false, proposal: { status: 'awaitingProvider' } });
  world.setNow('2026-04-24T08:00:00Z');
  expect(await proposalOf(id)).toMatchObject({ hasExpired: true, proposal: { status: 'awaitingProvider' } });
  const late = await world.as('provider').post(`/v1/proposals/${id}/provider-answer`, { answer: 'accept' });
  expect(late).toMatchObject({ status: 409, body: { code: 'hold-expired' } });
  await onDay('2026-04-24');
  const ended = await proposalOf(id);
  expect(ended.proposal).toMatchObject({ status: 'expired', waitedFor: 'provider' });
  expect(ended.providerAnswer).toMatchObject({ answer: 'silent', organisationId: 'provider-org' });
  const { body: request } = await world.as('lead').get('/v1/placement-requests/ask-rival-0');
  expect(request.request).toMatchObject({ status: 'readyToPlace', queuedOn: '2026-01-05' });

  expect(await suggestedFor('elm-1')).toEqual(['rival-1']);
  for (const who of ['lead', 'provider']) {
    const counted = await world.as(who).get('/v1/organisations/provider-org/referral-answers');
    expect(counted.body).toMatchObject({ accepted: 0, refused: {}, silent: 1 });
  }
  expect((await world.as('provider').get('/v1/organisations/council/referral-answers')).status).toBe(404);
  // After ten working days the same provider may be asked for them again.
  world.setNow('2026-05-11T08:00:00Z');
  const { body: person } = await world.as('worker').get('/v1/people/rival-0');
  expect(person.declined).toEqual([
    expect.objectContaining({ by: 'provider', reason: 'noAnswer', atFault: 'provider', until: '2026-05-11' }),
  ]);
  const timeline = await told('rival-0');
  expect(timeline.slice(-3)).toEqual([
    'On 21 April 2026 a reminder went out of the proposal to move rival-0 to room elm-1: the provider has not answered.',
    'On 22 April 2026 somebody else was told that the proposal to move rival-0 to room elm-1 is late: the provider has not answered.',
    'On 24 April 2026 the proposal to move rival-0 to room elm-1 ran out of time: the provider has not answered.',
  ]);
  expect(await findBroken(world.store)).toEqual([]);
});

test('a question stops the clock, and the hold with it, until it is answered', async () => {
  world = await elmWithRivals(1, 0);
  const id = await beforeProvider('rival-0', 'elm-1');
  const ask = { question: 'Can they manage stairs?', dueOn: '2026-04-30' };
  expect(await world.as('provider').post(`/v1/proposals/${id}/questions`, ask)).toMatchObject({
    status: 201,
  });
  const twice = await world.as('provider').post(`/v1/proposals/${id}/questions`, ask);
  expect(twice).toMatchObject({ status: 409, body: { code: 'transition-not-allowed' } });
  const before = (await proposalOf(id)).proposal;
  expect(before).toMatchObject({ expiresAt: '2026-05-16T00:00:00.000Z' });
  await onDay('2026-04-29');
  expect((await proposalOf(id)).proposal).toMatchObject({
    status: 'awaitingProvider',
    clock: { told: [] },
    waitingFor: { question: ask.question, dueOn: ask.dueOn },
  });
  const answer = { answer: 'Yes, with a rail.' };
  expect(await world.as('worker').post(`/v1/proposals/${id}/question-answer`, answer)).toMatchObject({
    status: 201,
  });
  const after = (await proposalOf(id, 'provider')).proposal;
  expect(after).toMatchObject({ waitingFor: null, clock: { answerBy: '2026-05-05' } });
  expect(after.answers).toMatchObject([{ question: ask.question, answer: answer.answer }]);
  await onDay('2026-05-05');
  expect((await proposalOf(id)).proposal.status).toBe('awaitingProvider');
  await onDay('2026-05-06');
  expect((await proposalOf(id)).proposal).toMatchObject({ status: 'expired', waitedFor: 'provider' });
  expect(await findBroken(world.store)).toEqual([]);
});

test('a question that nobody answers is named as what was waited for, and is nobody’s refusal', async () => {
  world = await elmWithRivals(1, 0);
  const id = await beforeProvider('rival-0', 'elm-1');
  const late = { question: 'Can they manage stairs?', dueOn: '2026-06-30' };
  expect(await world.as('provider').post(`/v1/proposals/${id}/questions`, late)).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { latest: '2026-05-05' } },
  });
  const ask = { ...late, dueOn: '2026-04-22' };
  await world.as('provider').post(`/v1/proposals/${id}/questions`, ask);
  await onDay('2026-04-28');
  expect((await proposalOf(id)).proposal).toMatchObject({ status: 'expired', waitedFor: 'information' });
  const counted = await world.as('lead').get('/v1/organisations/provider-org/referral-answers');
  expect(counted.body.silent).toBe(0);
  expect((await world.as('worker').get('/v1/people/rival-0')).body.declined).toEqual([]);
});

test('a panel defers until it knows more, and then decides', async () => {
  world = await elmWithRivals(1, 0);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  const defer = {
    ...{ outcome: 'defer', reason: 'We need to know how they get to college.', criteria: ['location'] },
    ...{ question: 'How do they get to college from there?', dueOn: '2026-04-27' },
  };
  const path = `/v1/proposals/${rival.id}/decisions`;
  const deferred = await world.as('panel').post(path, defer, { ifMatch: rival.version });
  expect(deferred, JSON.stringify(deferred.body)).toMatchObject({ status: 201 });
  const shown = await proposalOf(rival.id);
  expect(shown).toMatchObject({
    proposal: { status: 'awaitingPanel', waitingFor: { dueOn: '2026-04-27' } },
    decisions: [{ outcome: 'defer', question: defer.question }],
  });
  expect(JSON.stringify(await proposalOf(rival.id, 'provider'))).not.toContain('college');
  await onDay('2026-04-24');
  await world
    .as('worker')
    .post(`/v1/proposals/${rival.id}/question-answer`, { answer: 'By bus, 20 minutes.' });
  const { version } = await proposalOf(rival.id);
  const decided = await world.as('panel').post(path, approval, { ifMatch: version });
  expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 201 });
  expect((await proposalOf(rival.id)).decisions).toHaveLength(2);
  expect(await findBroken(world.store)).toEqual([]);
});

test('a provider that has no staff is left alone for ten working days, and the person keeps their place', async () => {
  await oneRoom(1);
  const id = await beforeProvider('rival-0', 'elm-1');
  await world.as('provider').post(`/v1/proposals/${id}/provider-answer`, {
    answer: 'refuse',
    reason: 'noStaffCapacity',
    words: 'None.',
  });
  expect((await proposalOf(id)).proposal.status).toBe('declined');
  const { body } = await world.as('worker').get('/v1/people/rival-0');
  expect(body.declined).toMatchObject([
    { by: 'provider', reason: 'noStaffCapacity', consequence: 'coolOff', until: '2026-05-05' },
  ]);
  expect(await suggestedFor('elm-1')).not.toContain('rival-0');
  world.setNow('2026-05-05T08:00:00Z');
  expect(await suggestedFor('elm-1')).toContain('rival-0');
});
