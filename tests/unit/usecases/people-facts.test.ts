import { expect, test } from 'vitest';
import { BasisPart } from '../../../shared/domain/basis.ts';
import { Day } from '../../../shared/domain/day.ts';
import { type Occupant, withPeriod } from '../../../shared/domain/ledger.ts';
import { ledgers } from '../../../shared/store/kinds/homes.ts';
import { moves } from '../../../shared/store/kinds/people.ts';
import { proposals, stays } from '../../../shared/store/kinds/placing.ts';
import { occupantSteps } from '../../../shared/usecases/ledger-of-person.ts';
import {
  canaries,
  newBan,
  newNeeds,
  newPerson,
  newRisk,
  newZone,
  type PeopleScene,
  peopleScene,
} from '../../support/people-scene.ts';

const ada = { personId: 'ada' };
const today = Day.parse('2026-04-20');
const on = { recordedOn: '2026-04-10' };
const pair = { otherPersonId: 'bea', ...on, expiresOn: null };
const readiness = { assessedOn: '2026-04-10', rater: { kind: 'self' }, scores: { cooking: 3 } };
const anchor = { kind: 'faith', place: { easting: 1, northing: 2 }, importance: 2, ...on };
const preference = { wish: 'wants', about: { kind: 'area', outcode: 'SO14' }, importance: 3, ...on };

/** Each route that adds a fact: its body, the list it goes to, what is told of it and its day. */
const facts = [
  ['assessNeeds', newNeeds, 'needs', 'needsAssessed', '2026-04-01'],
  ['rateReadiness', readiness, 'readiness', 'readinessRated', '2026-04-10'],
  ['recordRisk', newRisk, 'risks', 'riskRecorded', '2026-04-02'],
  ['recordAnchor', anchor, 'anchors', 'anchorRecorded', '2026-04-10'],
  ['recordPreference', preference, 'preferences', 'preferenceRecorded', '2026-04-10'],
  ['recordExclusionZone', newZone, 'exclusionZones', 'exclusionZoneRecorded', '2026-01-01'],
  ['recordNonAssociation', pair, 'nonAssociations', 'nonAssociationRecorded', '2026-04-10'],
  ['recordProviderBan', newBan, 'bans', 'providerBanRecorded', '2026-02-02'],
] as const;
const constraints: readonly string[] = ['recordExclusionZone', 'recordNonAssociation', 'recordProviderBan'];

async function adaAndBea(): Promise<PeopleScene> {
  const scene = await peopleScene();
  await scene.opened('bea');
  await scene.opened('ada', { needs: [] });
  return scene;
}

test.each(facts)(
  '%s adds one version beside those there are, once for each key',
  async (route, body, list, deed, day) => {
    const { ask, file, audit } = await adaAndBea();
    const asked = { as: 'worker', params: ada, body, key: 'once' };
    const first = await ask(route, asked);
    expect(first).toMatchObject({ status: 201, headers: { etag: '"2"' }, body: { version: 2 } });
    expect(await ask(route, asked)).toEqual(first);
    const named = await ask(route, { as: 'worker', params: ada, body: { ...body, id: 'given' } });
    expect(named).toMatchObject({ status: 201, body: { id: 'given', version: 3 } });
    expect((await file('ada'))[list]).toEqual([
      { ...body, personId: 'ada', id: first.body.id },
      { ...body, personId: 'ada', id: 'given' },
    ]);
    const told = (await audit('person:ada')).slice(1).map((entry) => [entry.deed, entry.told]);
    expect(told).toEqual([
      [deed, { personId: 'ada', factId: first.body.id, on: day }],
      [deed, { personId: 'ada', factId: 'given', on: day }],
    ]);
  },
);

test.each(facts)(
  '%s is refused with a reference in use, another body for a key, and a wrong shape',
  async (route, body, list) => {
    const { ask, file } = await adaAndBea();
    const sent = { as: 'worker', params: ada, key: 'once' };
    await ask(route, { ...sent, body: { ...body, id: 'given' } });
    expect(await ask(route, { ...sent, body })).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    const again = await ask(route, { as: 'worker', params: ada, body: { ...body, id: 'given' } });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'already-exists', facts: { factId: 'given' } },
    });
    const wrong = await ask(route, { as: 'worker', params: ada, body: { ...body, personId: 'bea' } });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/personId' }] } });
    expect(await ask(route, { as: 'worker', params: ada, body: {} })).toMatchObject({ status: 400 });
    expect((await file('ada'))[list]).toHaveLength(1);
  },
);

test.each(facts)(
  '%s is for those whose case it is; for the others there is no such person',
  async (route, body) => {
    const { ask, file } = await adaAndBea();
    const missing = await ask(route, { as: 'worker', params: { personId: 'nobody' }, body });
    expect(missing).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const as of ['colleague', 'ward', 'stranger'])
      expect(await ask(route, { as, params: ada, body })).toEqual(missing);
    for (const as of ['officer', 'auditor', 'provider', 'admin', 'panel'])
      expect(await ask(route, { as, params: ada, body })).toMatchObject({ status: 403 });
    for (const as of ['chair', 'lead'])
      expect((await ask(route, { as, params: ada, body })).status).toBe(
        constraints.includes(route) ? 201 : 403,
      );
    expect((await file('ada')).needs).toEqual([]);
  },
);

test.each([
  ['assessNeeds', { ...newNeeds, assessedOn: '2026-04-21' }],
  ['rateReadiness', { ...readiness, assessedOn: '2026-04-21' }],
  ['recordRisk', { ...newRisk, recordedOn: '2026-04-21' }],
  ['recordAnchor', { ...anchor, recordedOn: '2026-04-21' }],
  ['recordPreference', { ...preference, recordedOn: '2026-04-21' }],
  ['recordNonAssociation', { ...pair, recordedOn: '2026-04-21' }],
])('%s of tomorrow is refused', async (route, body) => {
  const { ask } = await adaAndBea();
  const answer = await ask(route, { as: 'worker', params: ada, body });
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'day-not-possible', facts: { notAfter: today } },
  });
});

test('an exclusion zone may begin later, and may not end before it begins', async () => {
  const { ask, file } = await adaAndBea();
  const send = (body: unknown) => ask('recordExclusionZone', { as: 'worker', params: ada, body });
  expect(await send({ ...newZone, from: '2026-06-01' })).toMatchObject({ status: 201 });
  expect(await send({ ...newZone, expiresOn: '2025-12-31' })).toMatchObject({
    ...{ status: 422, body: { code: 'day-not-possible', facts: { notBefore: '2026-01-01' } } },
  });
  expect((await file('ada')).exclusionZones).toHaveLength(1);
});

test('a ban may begin later, always ends, and may not end before it begins', async () => {
  const { ask, file } = await adaAndBea();
  const send = (body: unknown) => ask('recordProviderBan', { as: 'worker', params: ada, body });
  expect(await send({ ...newBan, from: '2026-06-01' })).toMatchObject({ status: 201 });
  expect(await send({ ...newBan, expiresOn: '2026-02-01' })).toMatchObject({
    ...{ status: 422, body: { code: 'day-not-possible', facts: { notBefore: '2026-02-02' } } },
  });
  expect(await send({ ...newBan, expiresOn: null })).toMatchObject({
    ...{ status: 400, body: { errors: [{ pointer: '/body/expiresOn' }] } },
  });
  expect((await file('ada')).bans).toHaveLength(1);
});

test('nobody is kept apart from themselves or from somebody who is not here, and the answer says no more', async () => {
  const { ask, file } = await adaAndBea();
  for (const otherPersonId of ['ada', 'nobody']) {
    const body = { ...pair, otherPersonId };
    const answer = await ask('recordNonAssociation', { as: 'worker', params: ada, body });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(answer.body.facts).toBeUndefined();
  }
  expect((await file('ada')).nonAssociations).toEqual([]);
});

test('no more is kept of a person than their record can hold', async () => {
  const { ask, opened } = await peopleScene();
  await opened('ada', { risks: Array(200).fill(newRisk) });
  const risk = await ask('recordRisk', { as: 'worker', params: ada, body: newRisk });
  expect(risk).toMatchObject({ status: 409, body: { code: 'too-many-facts', facts: { most: '200' } } });
  // Three bytes a sign: some 7.7 kB a rating.
  const skills = ['budgeting', 'cooking', 'positiveActivities', 'managingHome', 'relationships', 'health'];
  const words = { kind: 'seenDone' as const, words: '€'.repeat(300) };
  const all = <T>(value: T) =>
    Object.fromEntries([...skills, 'choices', 'participation'].map((id) => [id, value]));
  const long = {
    assessedOn: '2026-04-10',
    rater: { kind: 'self' as const },
    scores: all(3),
    evidence: all(words),
  };
  await opened('bea', { readiness: Array(43).fill(long) });
  const rate = () => ask('rateReadiness', { as: 'worker', params: { personId: 'bea' }, body: long });
  expect(await rate()).toMatchObject({ status: 201 });
  expect(await rate()).toMatchObject({ status: 409, body: { code: 'too-many-facts' } });
});

/** Ada lives in one home, is promised a room in a second and proposed for a third. */
async function adaInHomes() {
  const scene = await adaAndBea();
  const { put, read } = scene;
  const base = { personId: 'ada', from: '2026-01-01' };
  const stay = (id: string, home: string, more: object) =>
    put(
      'southampton',
      stays,
      stays.schema.parse({
        stay: { ...base, id, roomId: `${home}-1`, ...more },
        homeId: home,
        proposalId: null,
      }),
    );
  await stay('s-1', 'birch', { status: 'arrived', leavesOn: null, absences: [] });
  await stay('s-2', 'oak', { status: 'provisional', proposalId: 'pr-1' });
  const nobody = { chainId: null, suggestionId: null, planId: null, fromRoomId: null, fromHomeId: null };
  await put(
    'southampton',
    proposals,
    proposals.schema.parse({
      ...{ ...nobody, id: 'pr-2', requestId: 'r-1', personId: 'ada', roomId: 'elm-1', homeId: 'elm' },
      ...{ vacancyId: null, position: 0, moveOn: '2026-06-01', proposedBy: 'worker', policyVersion: '1' },
      ...{ holdsRoom: true, expiresAt: '2026-05-01T00:00:00Z', status: 'awaitingPanel' },
      clock: { since: '2026-04-20', answerBy: '2026-04-27', told: [] },
      ...{ waitingFor: null, answers: [], special: [], overrides: [], insteadBecause: null },
      ...{ modelVersion: '2026-11', steps: ['awaitingPerson', 'awaitingPanel'], alternatives: [] },
      digests: Object.fromEntries(BasisPart.options.map((part) => [part, '0'.repeat(32)])),
    }),
  );
  const move = {
    personId: 'ada',
    requestId: 'r-1',
    proposalId: 'pr-2',
    promisedStayId: 's-2',
    stayId: 's-1',
  };
  await put('southampton', moves, moves.schema.parse(move));
  for (const home of ['birch', 'oak', 'elm', 'ash']) await put('southampton', ledgers, ledgerOf(home));
  const occupants = async (home: string): Promise<Occupant[]> => (await read(ledgers, home)).data.occupants;
  return { ...scene, occupants };
}

const asKnown = {
  personId: 'ada',
  size: 1,
  highRisk: false,
  earlyRecovery: false,
  keptApartFrom: [],
  exploitsOthers: false,
  exploitable: false,
};

/** A home where Ada and Bea each have a room, as far as its ledger knows. */
const ledgerOf = (homeId: string) => {
  const empty = ledgers.schema.parse({ homeId, periods: [], occupants: [], offered: [] });
  return ['ada', 'bea'].reduce((book, personId, i) => {
    const about = { roomId: `${homeId}-${i + 1}`, personId, from: '2026-01-01', until: null };
    const period = { ...about, kind: 'stay', stayId: `s-${personId}`, arrived: true };
    const read = ledgers.schema.parse({ ...empty, periods: [period], occupants: [{ ...asKnown, personId }] });
    return withPeriod(book, read.periods[0]!, read.occupants[0]!);
  }, empty);
};

const household = newPerson('ada', {}, { householdChildren: 2 }).person;
test.each([
  ['recordRisk', newRisk, { highRisk: true }],
  ['recordRisk', { ...newRisk, category: 'exploitsOthers', level: 'low' }, { exploitsOthers: true }],
  ['recordRisk', { ...newRisk, category: 'cuckooing', level: 'low' }, { exploitable: true }],
  ['assessNeeds', { ...newNeeds, recovery: 'early' }, { earlyRecovery: true }],
  ['recordNonAssociation', pair, { keptApartFrom: ['bea'] }],
  ['changePerson', household, { size: 3 }],
])('%s is taken to every home they have a room in, in the same commit', async (route, body, known) => {
  const { ask, occupants, audit } = await adaInHomes();
  const { status } = await ask(route, { as: 'worker', params: ada, body, ifMatch: 1 });
  expect(status).toBeLessThan(300);
  for (const home of ['birch', 'oak', 'elm'])
    expect(await occupants(home)).toEqual(
      [
        { ...asKnown, personId: 'bea' },
        { ...asKnown, ...known },
      ].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    );
  expect(await occupants('ash')).toEqual([asKnown, { ...asKnown, personId: 'bea' }]);
  const [byPerson] = (await audit('person:ada')).slice(-1);
  const byHome = await audit('home:oak');
  expect(byHome.map(({ commit }) => commit)).toEqual([byPerson?.commit]);
  for (const one of [...canaries, 'violence', 'police']) expect(JSON.stringify(byHome)).not.toContain(one);
});

test('a fact that changes nothing about whom they live with leaves the homes alone', async () => {
  const { ask, read } = await adaInHomes();
  await ask('recordRisk', { as: 'worker', params: ada, body: { ...newRisk, level: 'low' } });
  await ask('recordAnchor', { as: 'worker', params: ada, body: anchor });
  expect((await read(ledgers, 'birch')).version).toBe(1);
});

test('a promise made while a fact is recorded is seen: what is written rests on their live move', async () => {
  const { records, file } = await adaInHomes();
  const steps = await occupantSteps(records, await file('ada'), today);
  expect(steps).toMatchObject([
    { action: 'check', key: { PK: 'T#southampton#move#ada', SK: 'now' }, expects: 1 },
  ]);
});

test('facts recorded at once are all kept, and the homes know the sum of them', async () => {
  const { ask, file, occupants } = await adaInHomes();
  const answers = await Promise.all([
    ask('recordRisk', { as: 'worker', params: ada, body: newRisk }),
    ask('assessNeeds', { as: 'worker', params: ada, body: { ...newNeeds, recovery: 'early' } }),
    ask('recordNonAssociation', { as: 'chair', params: ada, body: pair }),
    ask('recordExclusionZone', { as: 'lead', params: ada, body: newZone }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(answers.map(({ body }) => body.version).sort()).toEqual([2, 3, 4, 5]);
  const { risks, needs, nonAssociations, exclusionZones } = await file('ada');
  expect([risks, needs, nonAssociations, exclusionZones].map((list) => list.length)).toEqual([1, 1, 1, 1]);
  const sum = { ...asKnown, highRisk: true, earlyRecovery: true, keptApartFrom: ['bea'] };
  expect(await occupants('birch')).toContainEqual(sum);
});
