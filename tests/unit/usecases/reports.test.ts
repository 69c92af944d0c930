import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportsHandlers } from '../../../functions/reports/handlers.ts';
import { HomeFile, RequestFile, StayFile } from '../../../shared/domain/files.ts';
import { rate } from '../../../shared/domain/rate.ts';
import { csvOf } from '../../../shared/http/csv.ts';
import { type Item, itemOf } from '../../../shared/store/item.ts';
import { aboutOf, keyNames } from '../../../shared/store/keys.ts';
import { homes } from '../../../shared/store/kinds/homes.ts';
import { requests, stays } from '../../../shared/store/kinds/placing.ts';
import { asker } from '../../support/ask.ts';
import { newHome } from '../../support/scenes.ts';
import { type TestStore, testStore } from '../../support/store.ts';
import { approval, speakerOf, storyUpTo, yes } from '../../support/story.ts';
import { writeItems } from '../../support/write-items.ts';

let store: TestStore;
let ask: ReturnType<typeof asker>;
beforeAll(async () => {
  store = await testStore('2026-11-23T09:00:00Z');
  await store.member('lead', ['programmeLead']);
  await store.member('chair', ['panelChair']);
  await store.member('abroad', ['programmeLead'], { partnershipId: 'bristol' });
  await writeItems(store.client, store.tableName, [...referred(), ...leavers(), ...patients()]);
  ask = asker(reportsHandlers, store.deps);
});

const nobody = { neededBy: null, unsafeNow: false, outcode: null, referralSource: null, referredBy: null };

function requestItem(
  id: string,
  serviceModel: string,
  more: Record<string, unknown>,
  discharge: unknown = null,
) {
  const base = { id, personId: `person-${id}`, kind: 'newPlace', serviceModel, stages: [] };
  const rest = { earliestOn: null, ...nobody, accommodation: null, hospitalSite: null };
  const file = { discharge, openedBy: 'worker', organisationId: null, question: null, answers: [] };
  const request = { ...base, queuedOn: '2026-02-01', ...rest, ...more };
  return itemOf('southampton', requests, 1, RequestFile.parse({ ...file, endedBecause: null, request }));
}

/** 160 women referred, 75 of them engaged; one more in the year before, and a draft. */
const referred = (): Item[] => [
  ...Array.from({ length: 160 }, (_, at) =>
    requestItem(`venus-${at}`, 'stepTogetherVenus', { status: at < 75 ? 'readyToPlace' : 'withdrawn' }),
  ),
  requestItem('early', 'stepTogetherVenus', { status: 'readyToPlace', queuedOn: '2025-12-31' }),
  requestItem('draft', 'stepTogetherVenus', { status: 'draft' }),
];

/** Who left Second Step in 2026, by level and reason. */
const left: readonly (readonly [level: string, reason: string, people: number])[] = [
  ['level1', 'plannedMoveOn', 13],
  ['level1', 'abandoned', 7],
  ['level4', 'plannedMoveOn', 26],
  ['level4', 'evicted', 14],
  ['level4', 'stepUp', 6],
  ['level4', 'died', 5],
];

function leavers(): Item[] {
  const levels = [...new Set(left.map(([level]) => level))];
  return [
    ...levels.map((stage) => {
      const { rooms, ...home } = newHome(stage, { offers: [{ serviceModel: 'secondStep', stage }] });
      const file = { home, rooms: rooms.map((room) => ({ ...room, homeId: stage })), outOfService: [] };
      return itemOf('southampton', homes, 1, HomeFile.parse({ ...file, closing: null }));
    }),
    ...left.flatMap(([level, reason, people]) =>
      Array.from({ length: people }, (_, at) => {
        const id = `${level}-${reason}-${at}`;
        const lived = { id, roomId: `${level}-1`, personId: id, from: '2024-01-01', absences: [], reason };
        const stay = { ...lived, status: 'departed', departedOn: '2026-06-01' };
        return itemOf('southampton', stays, 1, StayFile.parse({ stay, homeId: level, proposalId: null }));
      }),
    ),
  ];
}

/**
 * Five patients of Step Out who were ready to leave from 20 March 2026, were unwell again from the 26th, and ready again
 * from the 28th, the day before the clocks go forward, to 2 April; of the fifth the reason changed on the short day.
 */
function patients(): Item[] {
  return Array.from({ length: 5 }, (_, at) => {
    const id = `ward-${at}`;
    const cause = { delayReason: 'J2', attributable: '07' };
    const first = { id: 'first', requestId: id, readyOn: '2026-03-20', endedOn: '2026-03-26', ...cause };
    const again = { id: 'again', requestId: id, readyOn: '2026-03-28', endedOn: '2026-04-02', ...cause };
    const change = { from: '2026-03-29', delayReason: 'B1', attributable: '04' };
    return requestItem(
      id,
      'stepOut',
      { kind: 'discharge', status: 'closed' },
      {
        ...{ requestId: id, status: 'discharged' },
        periods: [
          { ...first, endReason: 'notReadyAgain' },
          { ...again, endReason: 'discharged', reasonChanges: [change] },
        ],
      },
    );
  });
}

const year = { from: '2026-01-01', to: '2026-12-31' };

async function figures(programme: string, measure: string, query = year) {
  const { status, body } = await ask('readReport', { as: 'chair', params: { programme }, query });
  expect(status).toBe(200);
  const found = body.measures.find((one: { code: string }) => one.code === measure);
  return { ...found, of: Object.fromEntries(found.figures.map((one: { code: string }) => [one.code, one])) };
}

async function rowsOf(programme: string, measure: string, figure?: string, part = 'counted') {
  const items: { reference: string; counted: number; cell: string }[] = [];
  let after: string | null = null;
  do {
    const query: Record<string, string> = {
      ...year,
      limit: '60',
      ...(figure && { figure, part }),
      ...(after && { after }),
    };
    const { status, body } = await ask('listReportRows', {
      as: 'lead',
      params: { programme, measure },
      query,
    });
    expect(status).toBe(200);
    items.push(...body.items);
    after = body.next;
  } while (after !== null);
  return items;
}

describe('of 160 women referred', () => {
  test('75 engaged are 46.9 %, and the rows are as many as were counted', async () => {
    const { of, denominator } = await figures('stepTogetherVenus', 'engagement');
    expect(of.engaged).toMatchObject({ counted: 75, of: 160, percent: 46.9, keptBack: false });
    expect(denominator).toBe('Every request made on these days, drafts apart.');
    const engaged = await rowsOf('stepTogetherVenus', 'engagement', 'engaged');
    expect(engaged).toHaveLength(75);
    expect(
      new Set((await rowsOf('stepTogetherVenus', 'engagement', 'referred')).map((one) => one.reference)).size,
    ).toBe(160);
    expect(JSON.stringify(engaged)).not.toMatch(/person-/);
  });

  test('fewer than five in a week are not told, and nobody at all is told as none', async () => {
    const early = await figures('stepTogetherVenus', 'engagement', { from: '2025-12-30', to: '2026-01-05' });
    expect(early.of.engaged).toMatchObject({ counted: null, of: null, percent: null, keptBack: true });
    const none = await figures('stepTogetherVenus', 'engagement', { from: '2025-12-01', to: '2025-12-30' });
    expect(none.of.engaged).toMatchObject({ counted: 0, of: 0, percent: null, keptBack: false });
  });
});

test('a rate has one decimal, half up, and none of nothing', () => {
  expect(rate(75, 160)).toEqual({ counted: 75, of: 160, percent: 46.9 });
  expect([rate(1, 3), rate(2, 3), rate(1, 16), rate(0, 0)].map(({ percent }) => percent)).toEqual([
    33.3,
    66.7,
    6.3,
    null,
  ]);
});

test('the rate of planned moves tells its denominator, by level, and the moves that are in none', async () => {
  const { of, denominator } = await figures('secondStep', 'plannedMoveOn');
  expect(of.all).toMatchObject({ counted: 39, of: 60, percent: 65 });
  expect(of.level1).toMatchObject({ counted: 13, of: 20, percent: 65 });
  expect(of.level4).toMatchObject({ counted: 26, of: 40, percent: 65 });
  expect(of.steppedUp).toMatchObject({ counted: 6, of: null });
  expect(of.died).toMatchObject({ counted: 5, of: null });
  expect(denominator).toMatch(/^Everybody who left a home of the level/);
  expect(await rowsOf('secondStep', 'plannedMoveOn', 'level4')).toHaveLength(26);
  expect(await rowsOf('secondStep', 'plannedMoveOn')).toHaveLength(71);
});

test('days lost by reason sum to the total, across the clock change, for people unwell and ready again', async () => {
  const { of } = await figures('stepOut', 'delayDays');
  // 20 to 25 March and the 28th; 29 March to 1 April.
  expect(of.J2).toMatchObject({ counted: 5 * 7 });
  expect(of.B1).toMatchObject({ counted: 5 * 4 });
  expect(of.all.counted).toBe(of.J2.counted + of.B1.counted);
  const rows = await rowsOf('stepOut', 'delayDays');
  expect(rows.reduce((sum, row) => sum + row.counted, 0)).toBe(of.all.counted);
  const short = await figures('stepOut', 'delayDays', { from: '2026-03-29', to: '2026-03-29' });
  expect(short.of.all).toMatchObject({ counted: 5 });
});

test('every figure leads to rows that add up to it, and to what it is a part of', async () => {
  const total = (rows: readonly { counted: number }[]) => rows.reduce((sum, row) => sum + row.counted, 0);
  for (const [programme, measure] of [
    ['secondStep', 'plannedMoveOn'],
    ['stepOut', 'delayDays'],
    ['stepTogetherVenus', 'engagement'],
  ] as const)
    for (const one of (await figures(programme, measure)).figures) {
      expect(total(await rowsOf(programme, measure, one.code)), one.code).toBe(one.counted);
      if (one.of !== null) expect(total(await rowsOf(programme, measure, one.code, 'of'))).toBe(one.of);
    }
});

test('each step of a proposal is as long as whoever it waited for took', async () => {
  const { store: told, ask: tell, proposals, chainId, versionOf } = await storyUpTo('proposed');
  const [first] = proposals;
  const params = { proposalId: first!.id };
  told.setNow('2026-04-21T09:00:00Z');
  for (const one of proposals)
    await tell('recordView', { as: speakerOf(one), params: { proposalId: one.id }, body: yes });
  told.setNow('2026-04-23T09:00:00Z');
  for (const { id: proposalId } of proposals)
    await tell('answerReferral', { as: 'provider', params: { proposalId }, body: { answer: 'accept' } });
  told.setNow('2026-04-24T09:00:00Z');
  const ifMatch = await versionOf(chainId);
  const decided = await tell('decideChain', { as: 'panel', params: { chainId }, body: approval, ifMatch });
  expect(decided.status).toBe(201);
  const query = { from: '2026-04-01', to: '2026-04-30' };
  const asked = { as: 'lead', params: { programme: 'stayingConnected', measure: 'timePerStep' }, query };
  const { body } = await tell('listReportRows', asked);
  const steps = body.items.filter((one: { reference: string }) => one.reference === params.proposalId);
  expect(steps.map((one: Record<string, unknown>) => [one.on, one.cell, one.counted])).toEqual([
    ['2026-04-21', 'awaitingPerson', 1],
    ['2026-04-23', 'awaitingProvider', 2],
    ['2026-04-24', 'awaitingPanel', 1],
  ]);
});

describe('a file', () => {
  const params = { programme: 'stepTogetherVenus' };

  test('of the report has a line for each figure, and says what is kept back', async () => {
    const { headers, body } = await ask('readReportFile', { as: 'chair', params, query: year });
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment',
    });
    expect(body).toMatch(/^programme,from,to,measure,figure,counted,of,percent,/);
    expect(body).toContain('engagement,engaged,75,160,46.9,');
    const week = { from: '2025-12-30', to: '2026-01-05' };
    const few = await ask('readReportFile', { as: 'chair', params, query: week });
    expect(few.body).toContain('engagement,engaged,kept back,,,');
  });

  test('of rows is for those who may have rows, and that it was taken is noted before', async () => {
    const taking = { params: { ...params, measure: 'engagement' }, query: { ...year, figure: 'engaged' } };
    expect((await ask('exportReportRows', { as: 'chair', ...taking })).status).toBe(403);
    const { status, body } = await ask('exportReportRows', { as: 'lead', ...taking });
    expect(status).toBe(200);
    expect(body.trim().split('\n')).toHaveLength(1 + 75);
    const { Items = [] } = await store.client.send(
      new QueryCommand({
        TableName: store.tableName,
        IndexName: keyNames.subjects.index,
        KeyConditionExpression: '#about = :about',
        ExpressionAttributeNames: { '#about': keyNames.subjects.partition },
        ExpressionAttributeValues: { ':about': aboutOf('southampton', 'readLog', '_exports') },
      }),
    );
    expect(Items.map(({ data }) => JSON.parse(data))).toMatchObject([
      { member: 'lead', what: 'report.stepTogetherVenus.engagement', at: '2026-11-23T09:00:00.000Z' },
    ]);
  });

  test('holds nothing that a spreadsheet would run', () => {
    const sly = ['=1+1', '+1', '-1', '@x', '\tx', '\rx'];
    const lines = csvOf(sly.map((cell) => [cell, 'x']));
    for (const cell of sly) expect(lines).toContain(`'${cell}`);
    expect(csvOf([['a,b', 'say "no"', '12']])).toBe('"a,b","say ""no""",12\n');
  });
});

describe('a report', () => {
  test('is of a programme the partnership runs: another reads like one that is nowhere', async () => {
    const of = (programme: string, as = 'lead') =>
      ask('readReport', { as, params: { programme }, query: year });
    const nowhere = await of('noSuchProgramme');
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const answered of [await of('stepTogetherSomerset'), await of('stepTogetherVenus', 'abroad')])
      expect(answered.body).toEqual(nowhere.body);
    const params = { programme: 'stepTogetherVenus', measure: 'voidDays' };
    expect((await ask('listReportRows', { as: 'lead', params, query: year })).status).toBe(404);
  });

  test('is of days in order, and of ten years at most', async () => {
    const params = { programme: 'stepTogetherVenus' };
    for (const query of [
      { from: '2026-02-01', to: '2026-01-31' },
      { from: '2010-01-01', to: '2026-01-01' },
    ])
      expect(await ask('readReport', { as: 'lead', params, query })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/query/to' }] },
      });
  });
});
