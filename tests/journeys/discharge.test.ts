import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareMove } from '../../infra/local/prepare-move.ts';
import { findBroken } from '../support/invariants.ts';
import { loadOneChain, oneChainDay, oneChainTexts } from '../support/one-chain.ts';
import { readOn, withCells, withoutRow } from '../support/planned-folder.ts';
import { deskOver } from '../support/prepared.ts';
import { approval, yes } from '../support/story.ts';
import { openWorld, type World } from '../support/world.ts';

/**
 * One patient of Step Out as the ward would tell it, from 16 March to 30 May 2026. Summer time begins in the night of
 * 28 to 29 March, while they wait, and they leave on a Friday evening.
 */
const firstDay = '2026-03-16';

let world: World;
beforeAll(async () => {
  world = await openWorld('2026-03-16T09:00:00Z');
  const flat = withCells(oneChainTexts(), 'homes.csv', 'birch', {
    offers: 'stepOut/intensiveSupport',
    localConnectionRequired: 'no',
  });
  const staffed = withCells(flat, 'workers.csv', 'w-2', {
    serviceModel: 'stepOut',
    role: 'rehabilitationWorker',
  });
  const both = withLaterFlat(staffed);
  const texts = theirs.reduce((left, [file, row]) => withoutRow(left, file, row), both);
  await loadOneChain(world.store, { texts });
  await done('ward', '/v1/people', patient());
});
afterAll(() => world.stop());

/** A flat like the other that falls free a month later. */
function withLaterFlat(texts: ReadonlyMap<string, string>): Map<string, string> {
  const like = (file: string, row: string, becomes: readonly (readonly [string, string])[]) => {
    const line = (texts.get(file) ?? '').split('\n').find((one) => one.startsWith(`${row},`)) ?? '';
    return `${becomes.reduce((made, [was, is]) => made.replaceAll(was, is), line)}\n`;
  };
  const rooms = like('rooms.csv', 'birch-flat', [['birch', 'cedar']]);
  const homes = like('homes.csv', 'birch', [
    ['birch', 'cedar'],
    ['Birch Court 3', 'Cedar Court 4'],
  ]);
  const vacancy = like('vacancies.csv', 'flat-free', [
    ['birch', 'cedar'],
    ['flat-free', 'later-free'],
    ['2026-04-30', '2026-06-01'],
  ]);
  const added = new Map([
    ['rooms.csv', rooms],
    ['homes.csv', homes],
    ['vacancies.csv', vacancy],
  ]);
  return new Map([...texts].map(([name, text]) => [name, `${text.trimEnd()}\n${added.get(name) ?? ''}`]));
}

/** The patient's rows of the fixture: the ward puts them on record itself. */
const theirs: readonly (readonly [string, string])[] = [
  ['requests.csv', 'ask-c'],
  ['ready-periods.csv', 'held-up-c'],
  ['people.csv', 'patient'],
  ['needs.csv', 'needs-c'],
  ['anchors.csv', 'near-c1'],
  ['anchors.csv', 'near-c2'],
  ['preferences.csv', 'wish-c1'],
  ['preferences.csv', 'wish-c2'],
];

function patient() {
  const { facts } = readOn(oneChainTexts(), oneChainDay);
  const own = <T extends { readonly personId: string }>(all: readonly T[]) =>
    all.filter((one) => one.personId === 'patient').map(({ personId: _, ...fact }) => fact);
  const { id, ...person } = facts.people.find((one) => one.id === 'patient')!;
  return {
    ...{ id, identity: { name: 'Made-up Patient', nhsNumber: null }, person },
    // As on the first day of this story, which is before that of the fixture.
    needs: own(facts.needs).map((one) => ({
      ...{ ...one, assessedOn: firstDay, safetyPlanOn: firstDay },
      ...{ supportLevel: 'floating', supportHoursPerWeek: 3 },
      ...{ sleepIn: 'notRequired', stepFree: 'notRequired', wetRoom: 'notRequired', highestFloor: null },
    })),
    anchors: own(facts.anchors).map((one) => ({ ...one, recordedOn: firstDay })),
    preferences: own(facts.preferences).map((one) => ({ ...one, recordedOn: firstDay })),
  };
}

async function send(member: string, path: string, body: unknown, ifMatch?: number) {
  return world.as(member).post(path, body, ifMatch === undefined ? {} : { ifMatch });
}

async function done(member: string, path: string, body: unknown, ifMatch?: number) {
  const answer = await send(member, path, body, ifMatch);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function read(member: string, path: string) {
  const answer = await world.as(member).get(path);
  if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

const ask = '/v1/placement-requests/ask-s';
const discharge = () => read('ward', `${ask}/discharge`);
const sum = (parts: readonly { readonly days: number }[]) => parts.reduce((all, one) => all + one.days, 0);

describe('a patient of Step Out', () => {
  test('is asked for by the ward, becomes unwell, and is ready again with another reason across the clock change', async () => {
    await done('ward', '/v1/placement-requests', {
      ...{ id: 'ask-s', personId: 'patient', kind: 'discharge', serviceModel: 'stepOut', submit: true },
      ...{ accommodation: '10', outcode: 'SO14', referralSource: '15', hospitalSite: 'FENWICK-2' },
      readyPeriod: { id: 'first', readyOn: '2026-03-16', delayReason: 'J2', attributable: '07' },
    });
    await done('lead', `${ask}/review`, { outcome: 'start' });
    expect((await discharge()).turn).toMatchObject({ who: 'programmeLead' });
    await done('lead', `${ask}/review`, { outcome: 'ready' });
    world.setNow('2026-03-26T10:00:00Z');
    const { version } = await read('ward', ask);
    const unwell = { endedOn: '2026-03-26', endReason: 'notReadyAgain' };
    const ended = await world
      .as('ward')
      .put(
        `${ask}/ready-periods/first`,
        { ...unwell, because: { code: 'deteriorated', detail: null } },
        { ifMatch: version },
      );
    expect(ended).toMatchObject({ status: 200, body: { status: 'open' } });
    world.setNow('2026-03-28T23:30:00Z');
    const retired = { id: 'second', readyOn: '2026-03-28', delayReason: 'K1', attributable: '04' };
    expect((await send('ward', `${ask}/ready-periods`, retired)).body.errors[0].message).toMatch(
      /C1 is the current/,
    );
    await done('ward', `${ask}/ready-periods`, { ...retired, delayReason: 'B1' });
    // An hour later by the wall clock it is 30 March in London: the 28th and the short 29th are over.
    world.setNow('2026-03-29T23:30:00Z');
    expect((await discharge()).delay.byReason).toEqual([
      { reason: 'J2', days: 10 },
      { reason: 'B1', days: 2 },
    ]);
    world.setNow('2026-04-07T09:00:00Z');
    await done('ward', `${ask}/ready-periods/second/reasons`, {
      from: '2026-04-07',
      delayReason: 'J2',
      attributable: '07',
    });
  });

  test('has a first room to hope for, with the reason it is not sooner, by references alone', async () => {
    world.setNow('2026-04-20T09:00:00Z');
    const earliest = await read('ward', '/v1/people/patient/earliest-room');
    expect(earliest).toMatchObject({
      standing: 'placed',
      room: { roomId: 'birch-flat', day: '2026-04-30', by: 'plan' },
    });
    expect(earliest.because.slice(0, 2)).toEqual([
      'Room birch-flat could be moved into on 30 April 2026, and no room that fits and is to be had before.',
      'Room birch-flat is ready from 30 April 2026.',
    ]);
    expect(earliest.because[2]).toMatch(/^Room \S+ is ruled out: /);
    expect(JSON.stringify(earliest)).not.toMatch(/Made-up/);
    expect((await discharge()).turn).toEqual({ who: 'officer', next: 'Propose a room.' });
  });

  test('is proposed the flat, says yes, is approved by a panel and accepts', async () => {
    await world.rematch();
    const plan = await read('officer', '/v1/plans/current');
    const [move] = plan.chains.items
      .flatMap((one: { suggestions: unknown[] }) => one.suggestions)
      .filter((one: { personId: string }) => one.personId === 'patient');
    const made = await done('officer', `/v1/suggestions/${move.id}/adoption`, { wholeChain: true });
    const { id } = made.proposals[0];
    expect((await discharge()).turn).toMatchObject({ who: 'person' });
    await done('ward', `/v1/proposals/${id}/person-view`, yes);
    if ((await discharge()).turn.who === 'provider')
      await done('provider', `/v1/proposals/${id}/provider-answer`, { answer: 'accept' });
    expect((await discharge()).turn).toMatchObject({ who: 'panel' });
    const { version } = await read('panel', `/v1/proposals/${id}`);
    const decided = await done('panel', `/v1/proposals/${id}/decisions`, approval, version);
    const { stayId } = decided.proposals[0];
    await done('ward', `/v1/stays/${stayId}/acceptance`, { answer: 'accepted', obtained: 'inPerson' });
    expect(await discharge()).toMatchObject({
      status: 'placed',
      turn: { who: 'ward', next: expect.stringMatching(/^Name who follows/) },
    });
    world.setNow('2026-05-01T16:40:00Z');
    await prepareMove(deskOver(world), stayId, '2026-05-01');
    await done('officer', `/v1/stays/${stayId}/arrival`, { on: '2026-05-01' });
  });

  const left = { at: '2026-05-01T16:30:00Z', destination: '19', accommodation: 'MH01', settled: 'Y' };
  const withKeys = { ...left, keysAt: '2026-05-01T16:00:00Z' };

  test('does not leave before somebody owns the follow-up, the checklist is done, and somebody can be called on a Friday evening', async () => {
    expect(await send('ward', `${ask}/discharge`, withKeys)).toMatchObject({
      status: 409,
      body: { code: 'follow-up-owner-missing', facts: { missing: 'within72Hours, medication, gp, keys' } },
    });
    await done('ward', `${ask}/discharge/follow-up-owners`, { followUp: 'within72Hours', workerId: 'w-2' });
    for (const item of ['medication', 'keys'])
      await done('ward', `${ask}/discharge/checklist`, { item, on: '2026-05-01' });
    expect(await send('ward', `${ask}/discharge`, withKeys)).toMatchObject({
      status: 409,
      body: { code: 'discharge-incomplete', facts: { missing: 'gp' } },
    });
    await done('ward', `${ask}/discharge/checklist`, { item: 'gp', on: '2026-05-01' });
    expect(await send('ward', `${ask}/discharge`, left)).toMatchObject({
      body: { code: 'discharge-incomplete', facts: { missing: 'keys' } },
    });
    expect(await send('ward', `${ask}/discharge`, withKeys)).toMatchObject({
      status: 409,
      body: { code: 'keys-need-contact' },
    });
    expect((await send('officer', `${ask}/discharge`, withKeys)).status).toBe(403);
    const away = await done('ward', `${ask}/discharge`, { ...withKeys, outOfHoursContact: 'w-1' });
    expect(away).toMatchObject({ status: 'discharged' });
  });

  test('has lost 44 days, by reason and by body, and each split sums to the total', async () => {
    const { status, delay, periods } = await discharge();
    expect(status).toBe('discharged');
    // 16 to 25 March; 28 March to 6 April; 7 to 30 April. They slept in their own home on 1 May.
    expect(delay).toEqual({
      days: 44,
      byReason: [
        { reason: 'J2', days: 34 },
        { reason: 'B1', days: 10 },
      ],
      byAttributable: [
        { attributable: '07', days: 34 },
        { attributable: '04', days: 10 },
      ],
    });
    expect(sum(delay.byReason)).toBe(delay.days);
    expect(sum(delay.byAttributable)).toBe(delay.days);
    expect(periods).toMatchObject([
      { id: 'first', endedBecause: { code: 'deteriorated' } },
      { id: 'second', endedOn: '2026-05-01', endReason: 'discharged' },
    ]);
  });

  test('is owed a follow-up 72 hours on, over a bank holiday, which a try that fails does not settle', async () => {
    const owed = { id: 'within72Hours', ownerId: 'w-2', dueAt: '2026-05-04T16:30:00.000Z' };
    expect(await discharge()).toMatchObject({
      followUps: [{ ...owed, state: 'due' }],
      turn: { who: 'followUpOwner' },
    });
    world.setNow('2026-05-04T12:00:00Z');
    const tried = { followUp: 'within72Hours', at: '2026-05-03T10:00:00Z', mode: 'phone', reached: false };
    await done('ward', `${ask}/discharge/follow-ups`, tried);
    expect((await discharge()).followUps[0].state).toBe('due');
    world.setNow('2026-05-04T16:30:01Z');
    expect((await discharge()).followUps[0].state).toBe('missed');
    const reached = { ...tried, at: '2026-05-04T11:30:00Z', mode: 'inPerson', reached: true };
    await done('ward', `${ask}/discharge/follow-ups`, reached);
    expect(await discharge()).toMatchObject({ followUps: [{ state: 'done' }], turn: { who: 'nobody' } });
  });

  test('is readmitted on day 29, and every figure names its records and its source', async () => {
    await done('ward', `${ask}/discharge/crisis-contacts`, { on: '2025-12-20', kind: 'emergencyDepartment' });
    await done('ward', `${ask}/discharge/crisis-contacts`, { on: '2026-03-01', kind: 'section136' });
    world.setNow('2026-06-10T10:00:00Z');
    await done('ward', `${ask}/discharge/crisis-contacts`, { on: '2026-05-28', kind: 'crisisTeam' });
    const before = await discharge();
    expect(before.readmittedWithin[0]).toEqual({ withinDays: 30, readmitted: false, readmissionId: null });
    expect(before.bedDays).toMatchObject({ released: 40, pence: 40 * 65_100 });
    const { id: _ } = await done('ward', `${ask}/discharge/readmissions`, { on: '2026-05-30' });
    const shown = await discharge();
    const [{ id: readmissionId }] = shown.file.readmissions;
    expect(shown.readmittedWithin).toEqual(
      [30, 90, 180].map((withinDays) => ({ withinDays, readmitted: true, readmissionId })),
    );
    expect(shown.crisisContacts).toMatchObject({
      before: { contacts: 2 },
      after: { contacts: 1 },
      complete: false,
    });
    expect(shown.bedDays).toMatchObject({
      ...{ released: 29, pencePerDay: 65_100, pence: 29 * 65_100, year: '2023/24' },
      source: expect.stringMatching(/National Housing Federation/),
      otherwise: { days: 90, says: expect.stringMatching(/three months longer/) },
    });
  });

  test('is told of to the council they chose, and may take their consent back', async () => {
    const duty = { id: 'duty', council: 'E06000045', reason: 'threatened', consentObtained: 'inPerson' };
    const early = { ...duty, consentOn: '2026-06-10', referredOn: '2026-06-09' };
    expect((await send('ward', `${ask}/discharge/duty-to-refer`, early)).body.code).toBe('day-not-possible');
    await done('ward', `${ask}/discharge/duty-to-refer`, { ...early, referredOn: '2026-06-10' });
    await done('ward', `${ask}/discharge/duty-to-refer/duty/withdrawal`, { on: '2026-06-10' });
    expect((await discharge()).file.dutyToRefer).toMatchObject([{ consentWithdrawnOn: '2026-06-10' }]);
    expect(
      (await send('ward', `${ask}/discharge/duty-to-refer/duty/withdrawal`, { on: '2026-06-10' })).status,
    ).toBe(409);
  });

  test('is in the report of Step Out, which tells no figure of one person and leads to every day of theirs', async () => {
    const days = 'from=2026-03-01&to=2026-06-10';
    const report = await read('chair', `/v1/reports/stepOut?${days}`);
    const delays = report.measures.find((one: { code: string }) => one.code === 'delayDays');
    expect(delays.figures.map((one: { code: string }) => one.code)).toEqual(['all', 'B1', 'J2']);
    for (const one of delays.figures) expect(one).toMatchObject({ counted: null, keptBack: true });
    const rows = async (measure: string) =>
      (await read('lead', `/v1/reports/stepOut/${measure}/rows?${days}`)).items;
    expect(await rows('delayDays')).toMatchObject([
      { kind: 'request', reference: 'ask-s', cell: 'J2', on: '2026-03-16', counted: 34 },
      { kind: 'request', reference: 'ask-s', cell: 'B1', on: '2026-03-28', counted: 10 },
    ]);
    expect(await rows('readmission')).toMatchObject([
      { reference: 'ask-s', cell: 'back30', on: '2026-05-01' },
    ]);
    expect(await rows('bedDaysReleased')).toMatchObject([{ counted: 29, pence: 29 * 65_100 }]);
    const steps = await rows('timePerStep');
    expect(steps.map((one: { cell: string; counted: number }) => [one.cell, one.counted])).toEqual([
      ['awaitingPanel', 0],
      ['awaitingPerson', 0],
      ['awaitingProvider', 0],
      ['approvedToArrived', 11],
      ['requestToArrived', 46],
    ]);
  });

  test('has a timeline in plain sentences, and who may read the discharge reads the same of it', async () => {
    const { items } = await read('ward', '/v1/people/patient/timeline?limit=100');
    const said = items.map((one: { sentence: string }) => one.sentence).join('\n');
    for (const part of [
      'the delay of patient ended on 26 March 2026: the person became unwell again',
      'changed why patient waits to leave hospital from 7 April 2026: waiting for a supported home',
      'recorded that patient left hospital on 1 May 2026',
      'recorded that patient is back in hospital since 30 May 2026',
    ])
      expect(said).toContain(part);
    const own = await discharge();
    for (const member of ['chair', 'lead', 'auditor'])
      expect(await read(member, `${ask}/discharge`)).toEqual(own);
    for (const member of ['officer', 'panel', 'provider', 'admin'])
      expect((await world.as(member).get(`${ask}/discharge`)).status).toBe(403);
    expect((await world.as('worker').get(`${ask}/discharge`)).status).toBe(404);
    expect(await findBroken(world.store)).toEqual([]);
  });
});
