import { afterEach, expect, test } from 'vitest';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { policies } from '../../shared/store/kinds/partnerships.ts';
import type { Answered } from '../support/ask.ts';
import { findBroken } from '../support/invariants.ts';
import { approval, beforePanel, elmWithRivals, type Rival } from '../support/rivals.ts';
import type { World } from '../support/world.ts';

let world: World;
afterEach(() => world.stop());

const words = 'The home fits what this person needs and wants, and the house agrees.';
const ballot = { for: 'approve', reason: words, criteria: ['support'] };

/** A panel of three members and two chairs, of whom the policy in force asks three to vote. */
async function withPanel(rivals: number): Promise<void> {
  world = await elmWithRivals(rivals, 0);
  await world.store.put('southampton', policies, currentPolicy);
  await Promise.all([
    world.store.member('panel-2', ['panelMember']),
    world.store.member('panel-3', ['panelMember']),
    world.store.member('chair-2', ['panelChair']),
  ]);
}

const vote = (who: string, rival: Rival, more: object = {}): Promise<Answered> =>
  world.as(who).post(`/v1/panel-cases/${rival.id}/votes`, { ...ballot, ...more }, { ifMatch: rival.version });
const decide = (who: string, rival: Rival, ruling: object = approval): Promise<Answered> =>
  world.as(who).post(`/v1/proposals/${rival.id}/decisions`, ruling, { ifMatch: rival.version });
const declare = (who: string, rival: Rival): Promise<Answered> =>
  world.as(who).post(`/v1/panel-cases/${rival.id}/conflicts`, { kind: 'family' });

test('a decision waits until as many members as the policy asks for agree with it', async () => {
  await withPanel(1);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  expect(await decide('panel', rival)).toMatchObject({
    status: 409,
    body: { code: 'quorum-not-met', facts: { votes: '1', needed: '3' } },
  });
  for (const wordless of [{ reason: 'Fine.' }, { criteria: [] }])
    expect(await decide('panel', rival, { ...approval, ...wordless })).toMatchObject({
      ...{ status: 400, body: { code: 'invalid-request' } },
    });
  expect(await vote('panel-2', rival)).toMatchObject({ status: 201 });
  expect((await decide('panel', rival)).body.code).toBe('quorum-not-met');
  expect(await vote('panel-3', rival, { for: 'decline' })).toMatchObject({ status: 201 });
  // Two of three are for it; one of three is not enough to decline it.
  const decline = { ...approval, outcome: 'decline', declineReason: 'other' };
  expect((await decide('panel-2', rival, decline)).body).toMatchObject({
    code: 'quorum-not-met',
    facts: { votes: '2', agreeing: '2' },
  });
  expect(await decide('panel', rival)).toMatchObject({ status: 201 });
  expect(await vote('panel-3', rival)).toMatchObject({ status: 409, body: { code: 'already-decided' } });
  expect(await findBroken(world.store)).toEqual([]);
});

test('a member who thinks again counts as they think now, and votes on facts that changed count for nothing', async () => {
  await withPanel(1);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  await vote('panel-2', rival);
  await vote('panel-3', rival, { for: 'decline' });
  await vote('panel-3', rival);
  const { body: renewed } = await world
    .as('panel')
    .post(`/v1/proposals/${rival.id}/renewal`, {}, { ifMatch: rival.version });
  expect(renewed.version).toBe(rival.version + 1);
  const now = { ...rival, version: renewed.version };
  // Nothing had changed, so they voted on these very facts.
  expect(await decide('panel', now)).toMatchObject({ status: 201 });
});

test('who declares a conflict neither votes nor decides, and their vote counts for nothing', async () => {
  await withPanel(1);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  expect(await vote('panel-2', rival)).toMatchObject({ status: 201 });
  expect(await vote('panel-3', rival)).toMatchObject({ status: 201 });
  expect(await declare('panel-3', rival)).toMatchObject({ status: 201 });
  expect(await declare('panel-3', rival)).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  for (const answer of [await vote('panel-3', rival), await decide('panel-3', rival)])
    expect(answer).toMatchObject({ status: 403, body: { code: 'conflict-declared' } });
  expect((await decide('panel', rival)).body).toMatchObject({
    code: 'quorum-not-met',
    facts: { votes: '2' },
  });
  await vote('chair', rival);
  expect(await decide('panel', rival)).toMatchObject({ status: 201 });
});

test('a member who loses the role before the decision is not counted', async () => {
  await withPanel(1);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  await vote('panel-2', rival);
  await vote('panel-3', rival);
  await world.store.member('panel-3', ['auditor']);
  expect((await decide('panel', rival)).body).toMatchObject({
    code: 'quorum-not-met',
    facts: { votes: '2' },
  });
});

test('a rule that is set aside needs somebody who may, a reason, and the chair', async () => {
  await withPanel(1);
  const { home: elm, version } = (await world.as('officer').get('/v1/homes/elm')).body;
  const { id: _id, ...home } = elm;
  await world.as('officer').put('/v1/homes/elm', { ...home, ageFrom: 20 }, { ifMatch: version });
  const move = { requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' };
  const propose = (who: string, more: object = {}) =>
    world.as(who).post('/v1/proposals', { ...move, ...more });
  expect((await propose('lead')).body).toMatchObject({ code: 'check-failed', facts: { rules: 'age' } });
  const reason = 'They turn twenty in a few weeks, and the house knows them.';
  const overrides = [{ rule: 'age', reason }];
  expect((await propose('officer', { overrides })).body).toMatchObject({
    code: 'override-not-possible',
    facts: { rule: 'age', by: 'programmeLead' },
  });
  const needless = [...overrides, { rule: 'pets', reason }];
  expect((await propose('lead', { overrides: needless })).body.code).toBe('override-not-possible');
  const made = await propose('lead', { overrides });
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  const id: string = made.body.proposals[0].id;
  await world.as('worker').post(`/v1/proposals/${id}/person-view`, {
    answer: 'yes',
    words: null,
    obtained: 'inPerson',
    onlyOneBecause: 'askedForOne',
  });
  const answered = await world
    .as('provider')
    .post(`/v1/proposals/${id}/provider-answer`, { answer: 'accept' });
  const rival = { id, personId: 'rival-0', version: answered.body.version };
  const shown = (await world.as('panel').get(`/v1/proposals/${id}`)).body.proposal;
  expect(shown).toMatchObject({ special: ['ruleOverridden'], overrides });
  for (const who of ['panel-2', 'panel-3']) await vote(who, rival);
  expect((await decide('panel', rival)).body).toMatchObject({
    code: 'quorum-not-met',
    facts: { votes: '3', chair: 'needed' },
  });
  await vote('chair', rival);
  expect(await decide('panel', rival)).toMatchObject({ status: 201 });
  expect(await findBroken(world.store)).toEqual([]);
});

test('nobody sets aside what keeps somebody safe', async () => {
  await withPanel(2);
  const apart = { otherPersonId: 'elm-neighbour', recordedOn: '2026-04-20', expiresOn: null };
  await world.as('lead').post('/v1/people/rival-0/non-associations', apart);
  const zone = {
    ...{ centre: { easting: 441_000, northing: 112_000 }, radiusMetres: 50_000, setBy: 'court' },
    ...{ from: '2026-04-01', expiresOn: null },
  };
  const added = await world.as('lead').post('/v1/people/rival-0/exclusion-zones', zone);
  expect(added, JSON.stringify(added.body)).toMatchObject({ status: 201 });
  const reason = 'It would be so much easier if this did not count.';
  const refused = await world.as('lead').post('/v1/proposals', {
    ...{ requestId: 'ask-rival-0', roomId: 'elm-1', moveOn: '2026-05-05' },
    overrides: [{ rule: 'exclusion-zone', reason }],
  });
  expect(refused).toMatchObject({ status: 409, body: { code: 'inside-exclusion-zone' } });
});

test('choosing another than the plan suggests takes a reason and the chair', async () => {
  await withPanel(2);
  await world.rematch();
  const { items } = (await world.as('officer').get('/v1/plans/current')).body.chains;
  const taken = items.flatMap(
    (one: { suggestions: { personId: string; roomId: string }[] }) => one.suggestions,
  );
  const first = taken.find((one: { roomId: string }) => one.roomId === 'elm-1');
  const other = ['rival-0', 'rival-1'].find((id) => id !== first.personId) ?? '';
  const move = { requestId: `ask-${other}`, roomId: 'elm-1', moveOn: '2026-05-05' };
  expect((await world.as('officer').post('/v1/proposals', move)).body).toMatchObject({
    code: 'reason-missing',
    facts: { field: 'insteadBecause' },
  });
  const insteadBecause = 'They were at school with the others who live there.';
  const made = await world.as('officer').post('/v1/proposals', { ...move, insteadBecause });
  expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201 });
  const { body } = await world.as('panel').get(`/v1/proposals/${made.body.proposals[0].id}`);
  expect(body.proposal).toMatchObject({ special: ['notTopRanked'], insteadBecause });
});

test('a panel that prefers another room says so with its quorum, and the proposal ends', async () => {
  await withPanel(1);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  const other = { ...approval, outcome: 'preferAlternative', alternative: 'elm-2' };
  await vote('panel-2', rival, { for: 'preferAlternative' });
  expect((await decide('panel', rival, other)).body.code).toBe('quorum-not-met');
  await vote('chair', rival, { for: 'preferAlternative' });
  expect(await decide('panel', rival, other)).toMatchObject({ status: 201 });
  const { body } = await world.as('panel').get(`/v1/proposals/${rival.id}`);
  expect(body).toMatchObject({
    proposal: { status: 'declined' },
    decisions: [{ outcome: 'preferAlternative', alternative: 'elm-2' }],
  });
});

test('a review is decided by nobody who had a part in the first decision, and can reopen the move', async () => {
  await withPanel(1);
  const rival = await beforePanel(world, 'rival-0', 'elm-1');
  for (const who of ['panel-2', 'panel-3']) await vote(who, rival, { for: 'decline' });
  const ask = () =>
    world.as('worker').post(`/v1/proposals/${rival.id}/reviews`, {
      because: 'The panel did not know that their sister lives round the corner.',
    });
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'transition-not-allowed' } });
  const decline = { ...approval, outcome: 'decline', declineReason: 'noSuitableRoom' };
  expect(await decide('chair', rival, decline)).toMatchObject({ status: 201 });
  const { body: person } = await world.as('worker').get('/v1/people/rival-0');
  expect(person.declined).toMatchObject([
    { by: 'panel', consequence: 'vacancyRuleWrong', atFault: 'landlord' },
  ]);
  const asked = await ask();
  expect(asked, JSON.stringify(asked.body)).toMatchObject({ status: 201 });
  expect(await ask()).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  const ruling = { outcome: 'reopened', reason: 'The sister was not known, and changes what we think.' };
  const review = (who: string) =>
    world.as(who).post(`/v1/reviews/${asked.body.id}/decision`, ruling, { ifMatch: 1 });
  expect(await review('chair')).toMatchObject({ status: 403, body: { code: 'decided-before' } });
  expect(await review('panel-2')).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
  const { body: open } = await world.as('chair-2').get('/v1/reviews');
  expect(open.items[0].review.firstPanel.toSorted()).toEqual(['chair', 'panel-2', 'panel-3']);
  expect(await review('chair-2')).toMatchObject({ status: 201 });
  expect((await world.as('worker').get('/v1/people/rival-0')).body.declined).toEqual([]);
  expect(await review('chair-2')).toMatchObject({ status: 409, body: { code: 'already-decided' } });
  expect(await findBroken(world.store)).toEqual([]);
});

test('the papers of a panel stay as they went out, and its minutes are drafted from what was done', async () => {
  await withPanel(2);
  const rivals = [await beforePanel(world, 'rival-0', 'elm-1'), await beforePanel(world, 'rival-1', 'elm-2')];
  const meeting = { on: '2026-04-22', chair: 'chair', members: ['panel', 'panel-2'] };
  const plan = (more: object = {}) =>
    world.as('chair').post('/v1/panels', { ...meeting, agenda: rivals.map(({ id }) => id), ...more });
  expect((await plan({ chair: 'panel' })).body).toMatchObject({
    code: 'not-on-panel',
    facts: { memberId: 'panel' },
  });
  expect((await plan({ members: ['officer'] })).body.code).toBe('not-on-panel');
  const panel = (await plan()).body.id;
  const path = `/v1/panels/${panel}`;
  expect((await world.as('panel').get(`${path}/pack`)).status).toBe(409);
  expect(await world.as('chair').post(`${path}/circulation`, {}, { ifMatch: 1 })).toMatchObject({
    status: 201,
  });
  await declare('panel-2', { ...rivals[1]!, version: 0 });
  const before = (await world.as('panel').get(`${path}/pack`)).body;
  expect(before).toMatchObject({ leftOut: 0, papers: [{ isSuperseded: false }, { isSuperseded: false }] });
  expect((await world.as('panel-2').get(`${path}/pack`)).body).toMatchObject({ leftOut: 1 });
  await world.as('worker').post(`/v1/proposals/${rivals[0]!.id}/person-view`, {
    ...{ answer: 'wantsToTalk', words: 'Is there a bus?', obtained: 'byPhone' },
  });
  const after = (await world.as('panel').get(`${path}/pack`)).body;
  expect(after.papers.map((one: { content: unknown }) => one.content)).toEqual(
    before.papers.map((one: { content: unknown }) => one.content),
  );
  for (const who of ['panel', 'panel-2']) await vote(who, rivals[0]!);
  const decided = await decide('chair', rivals[0]!);
  expect(decided, JSON.stringify(decided.body)).toMatchObject({ status: 201 });
  const { body: minutes } = await world.as('chair').get(`${path}/minutes`);
  expect(minutes).toMatchObject({
    ...{ on: '2026-04-22', chair: 'chair', members: ['chair', 'panel', 'panel-2'] },
    items: [
      { status: 'approved', votes: [{ by: 'panel' }, { by: 'panel-2' }], decisions: [{ by: 'chair' }] },
      { status: 'awaitingPanel', conflicts: [{ by: 'panel-2', kind: 'family' }], decisions: [] },
    ],
    leftOut: 0,
  });
  const theirs = (await world.as('panel-2').get(`${path}/minutes`)).body;
  expect(theirs).toMatchObject({ items: [{ proposalId: rivals[0]!.id }], leftOut: 1 });
});
