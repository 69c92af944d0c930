import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { csvTexts, generate } from '../../infra/local/demo-data/demo-data.ts';
import { story } from '../../infra/local/demo-data/story.ts';
import { Day } from '../../shared/domain/day.ts';
import { PersonId } from '../../shared/domain/ids.ts';
import { explain } from '../../shared/matching/engine.ts';
import {
  csvFolder,
  inShort,
  type Planned,
  planTexts,
  withCells,
  withRow,
} from '../support/planned-folder.ts';

const folder = csvFolder(fileURLToPath(new URL('../fixtures/one-chain', import.meta.url)));
const on = '2026-04-20';

/**
 * Worked out by hand. The flat is free from Thursday 30 April. Oak 1 then stands empty for two working days: Friday 1
 * May and, as Monday 4 May is a bank holiday, Tuesday 5 May. Elm 1 stands empty on Thursday 7 and Friday 8 May, so it
 * is ready on a Saturday, and people move on working days.
 *
 * Points: choice 25 · support 20 · location 20 · readiness 15 · continuity 6 · household 10 · affordability 4
 * flat: 18 (3 of 4 by importance) + 19 (1 hour spare) + 19 (work in the area ×3, family 2.9 km ×1) + 9 (2 of 8 steps
 *   beyond the gate) + 6 + 10 + 4
 * Oak: 25 (no wish) + 18 (2 hours spare) + 16 (3.0 km) + 11 (8 of 16 steps) + 6 + 7 (early recovery, not substance free)
 *   + 4
 * Elm: 16 (2 of 3) + 18 (2 hours spare) + 17 (care team in the area ×3, family 8.2 km ×1) + 15 + 6 + 10 + 4
 */
const chain = [
  { person: 'hmo-resident', from: 'oak-1', to: 'birch-flat', on: '2026-04-30', points: 85 },
  { person: 'elm-resident', from: 'elm-1', to: 'oak-1', on: '2026-05-06', points: 87 },
  { person: 'patient', from: null, to: 'elm-1', on: '2026-05-11', points: 86 },
];

const moves = ({ plan }: Planned) => plan.suggestions.map(inShort);

function unplaced(planned: Planned, person: string) {
  const found = explain(planned.problem, planned.plan, PersonId.parse(person));
  if (found?.kind !== 'unplaced') throw new Error(`${person} is ${found?.kind}`);
  return found;
}

describe('one flat that has come free, from CSV files alone', () => {
  test('lets a patient who waits in hospital move in as the third of a chain of three, on the days worked out by hand', () => {
    const { plan } = planTexts(folder, on);
    expect(plan.chains).toHaveLength(1);
    expect(plan.suggestions.map(inShort)).toEqual(chain);
    expect(plan.suggestions.map((one) => one.roomReadyOn)).toEqual([
      '2026-04-30',
      '2026-05-06',
      '2026-05-09',
    ]);
    expect(plan.suggestions[2]).toMatchObject({ tier: 0, delayDays: 12 });
    expect(plan).toMatchObject({ exact: true, certified: true, value: { placed: [1, 0, 0] } });
    expect(plan.value).toEqual(plan.upperBound);
  });

  test('shows how each term of the patient’s points came about', () => {
    const { plan } = planTexts(folder, on);
    expect(plan.suggestions[2]?.terms.map((term) => [term.term, term.points, term.outOf])).toEqual([
      ['choice', 16, 25],
      ['support', 18, 20],
      ['location', 17, 20],
      ['readiness', 15, 15],
      ['continuity', 6, 6],
      ['household', 10, 10],
      ['affordability', 4, 4],
    ]);
  });

  test('passes over somebody who fits better and waits longer, because delayed discharges come first', () => {
    const planned = planTexts(folder, on);
    expect(unplaced(planned, 'care-leaver').roomsThatFit).toEqual([
      { roomId: 'elm-1', points: 100, day: '2026-05-11', takenBy: 'patient' },
    ]);
  });

  test('changes nothing when the rows stand in another order', () => {
    const backwards = new Map(
      [...folder].map(([name, text]) => {
        const [header = '', ...rows] = text.trimEnd().split('\n');
        return [name, `${[header, ...rows.reverse()].join('\n')}\n`];
      }),
    );
    expect(planTexts(backwards, on).plan).toEqual(planTexts(folder, on).plan);
  });
});

describe('one fact that reads differently', () => {
  test('a dog breaks the chain at the house that takes no pets, and the flat is still used', () => {
    const planned = planTexts(withCells(folder, 'people.csv', 'elm-resident', { pets: 'dog' }), on);
    expect(moves(planned)).toEqual([chain[0]]);
    expect(unplaced(planned, 'elm-resident').unplaced.ruledOutBy).toContainEqual({
      rule: 'pets',
      rooms: 1,
      alone: 1,
      unknown: 0,
    });
    expect(unplaced(planned, 'patient').unplaced.ruledOutBy).toContainEqual({
      rule: 'not-freed',
      rooms: 1,
      alone: 1,
      unknown: 0,
    });
  });

  test('an assistance dog breaks nothing', () => {
    const planned = planTexts(
      withCells(folder, 'people.csv', 'elm-resident', { pets: 'assistance dog' }),
      on,
    );
    expect(moves(planned)).toEqual(chain);
  });

  test('an exclusion zone around the patient’s only room gives it to the care leaver who waits', () => {
    const zone =
      'sourceReference,person,postcode,radiusMetres,setBy,from,expiresOn\nzone,patient,SO14,1000,court,2026-01-05,\n';
    const planned = planTexts(new Map(folder).set('exclusion-zones.csv', zone), on);
    expect(moves(planned)).toEqual([
      chain[0],
      chain[1],
      { person: 'care-leaver', from: null, to: 'elm-1', on: '2026-05-11', points: 100 },
    ]);
    expect(unplaced(planned, 'patient').unplaced.ruledOutBy).toContainEqual({
      rule: 'exclusion-zone',
      rooms: 1,
      alone: 1,
      unknown: 0,
    });
  });

  test('an exclusion zone that ends in time puts the move off to the first working day after it', () => {
    const zone =
      'sourceReference,person,postcode,radiusMetres,setBy,from,expiresOn\nzone,patient,SO14,1000,court,2026-01-05,2026-05-15\n';
    const planned = planTexts(new Map(folder).set('exclusion-zones.csv', zone), on);
    expect(moves(planned)[2]).toMatchObject({ person: 'patient', on: '2026-05-18' });
  });

  test('a stale readiness rating is unknown, not a pass: nobody moves, and the question to ask is named', () => {
    const planned = planTexts(
      withCells(folder, 'readiness.csv', 'ready-a1', { assessedOn: '2026-01-19' }),
      on,
    );
    expect(moves(planned)).toEqual([]);
    const { nearest } = unplaced(planned, 'hmo-resident');
    expect(nearest).toMatchObject({ roomId: 'birch-flat', points: 85 });
    expect(nearest?.changes.map((change) => [change.action, change.table])).toEqual([['add', 'readiness']]);
  });

  test('a rating 90 days old still counts and one day more does not', () => {
    const on90 = withCells(folder, 'readiness.csv', 'ready-a1', { assessedOn: '2026-01-20' });
    expect(moves(planTexts(on90, on))).toEqual(chain);
  });

  test('a flat that is only forecast makes a chain that says so', () => {
    const { plan } = planTexts(withCells(folder, 'vacancies.csv', 'flat-free', { status: 'forecast' }), on);
    expect(plan.suggestions.map(inShort)).toEqual(chain);
    expect(plan.chains[0]?.certainty).toBe('forecast');
    expect(plan.suggestions.map((one) => one.certainty)).toEqual(['forecast', 'forecast', 'forecast']);
  });

  test('a patient who is no longer ready to leave hospital comes after somebody who has waited longer', () => {
    const planned = planTexts(
      withCells(folder, 'ready-periods.csv', 'held-up-c', {
        endedOn: '2026-04-18',
        endReason: 'notReadyAgain',
      }),
      on,
    );
    expect(moves(planned)[2]).toMatchObject({ person: 'care-leaver', to: 'elm-1' });
  });
});

describe('the same story among 200 other people', () => {
  test.each([7, 8, 9])('holds with data seed %i, over Christmas and New Year', (seed) => {
    const day = '2026-12-16';
    const texts = csvTexts(generate({ partnership: 'southampton', on: Day.parse(day), seed }));
    const { plan } = planTexts(texts, day);
    const patient = plan.suggestions.find((one) => one.personId === story.patient);
    const links = plan.suggestions.filter((one) => one.chainId === patient?.chainId).map(inShort);
    // Five working days from Wednesday 16 December: the 23rd. Then 24 and 29 December; then 31 December and 4 January.
    expect(links).toMatchObject([
      { person: story.sharedHouseResident, from: story.sharedHouseRoom, to: story.flat, on: '2026-12-23' },
      {
        person: story.houseResident,
        from: story.highSupportRoom,
        to: story.sharedHouseRoom,
        on: '2026-12-30',
      },
      { person: story.patient, from: null, to: story.highSupportRoom, on: '2027-01-05' },
    ]);
    expect(patient).toMatchObject({ tier: 0, delayDays: 12 });
  });
});

describe('a resident who has given notice', () => {
  const leaving = withCells(folder, 'stays.csv', 'stay-a', { leavesOn: '2026-05-01' });
  const listed = new Map(leaving).set(
    'vacancies.csv',
    `${leaving.get('vacancies.csv')}oak-soon,oak-1,noticeGiven,2026-05-01,13\n`,
  );

  test('moves in time, and the room is offered from the day the notice gives, turnaround after it', () => {
    // Friday 1 May, then Tuesday 5 and Wednesday 6 May to make the room ready.
    const inOrder = moves(planTexts(listed, on)).sort((a, b) => (a.on < b.on ? -1 : 1));
    expect(inOrder).toEqual([
      { person: 'hmo-resident', from: 'oak-1', to: 'birch-flat', on: '2026-04-30', points: 85 },
      { person: 'elm-resident', from: 'elm-1', to: 'oak-1', on: '2026-05-07', points: 87 },
      { person: 'patient', from: null, to: 'elm-1', on: '2026-05-12', points: 86 },
    ]);
  });

  test('is not offered a flat that comes free after they have to leave, and their room is still let', () => {
    const late = withCells(listed, 'vacancies.csv', 'flat-free', { from: '2026-05-06' });
    const planned = planTexts(late, on);
    expect(moves(planned).map((one) => one.person)).toEqual(['elm-resident', 'patient']);
    expect(unplaced(planned, 'hmo-resident').unplaced.ruledOutBy).toContainEqual({
      rule: 'in-time',
      rooms: 1,
      alone: 1,
      unknown: 0,
    });
  });
});

describe('a place needed by a day', () => {
  test('that cannot be kept is late, not ruled out, and says by how much', () => {
    const planned = planTexts(withCells(folder, 'requests.csv', 'ask-c', { neededBy: '2026-05-01' }), on);
    expect(moves(planned)).toEqual(chain);
    const inTime = planned.plan.suggestions[2]?.checks.find((check) => check.rule === 'in-time');
    expect(inTime?.sentence).toBe(
      'They could move on 11 May 2026, 10 days after the place was needed. That is better than none.',
    );
  });
});

describe('a departure that is only forecast', () => {
  const apart = new Map(folder)
    .set(
      'non-associations.csv',
      'sourceReference,person,otherPerson,recordedOn,expiresOn\nna,patient,elm-neighbour,2026-04-01,\n',
    )
    .set('vacancies.csv', `${folder.get('vacancies.csv')}elm-soon,elm-2,forecast,2026-05-05,13\n`);

  test('keeps nobody apart: the patient is not put under one roof with somebody who may still be there', () => {
    expect(moves(planTexts(apart, on)).some((one) => one.person === 'patient' && one.to === 'elm-1')).toBe(
      false,
    );
  });

  test('counts once notice is given, from the day after', () => {
    const given = withCells(apart, 'stays.csv', 'stay-d', { leavesOn: '2026-05-05' });
    const sure = withCells(given, 'vacancies.csv', 'elm-soon', { status: 'noticeGiven' });
    expect(moves(planTexts(sure, on)).find((one) => one.person === 'patient')).toMatchObject({
      on: '2026-05-11',
    });
  });
});

describe('a room that an expected departure frees', () => {
  test('is ready a turnaround after the resident leaves, notice on record or not', () => {
    const lived = withRow(folder, 'stays.csv', {
      sourceReference: 'stay-x',
      room: 'birch-flat',
      person: 'care-leaver',
      from: '2025-06-02',
    });
    const asks = withCells(lived, 'requests.csv', 'ask-f', { status: 'withdrawn' });
    // Leaves on Thursday 30 April: turnaround on Friday 1 and Tuesday 5 May.
    for (const status of ['noticeGiven', 'leaseEnd', 'forecast']) {
      const planned = planTexts(withCells(asks, 'vacancies.csv', 'flat-free', { status }), on);
      expect(moves(planned)[0]).toMatchObject({ person: 'hmo-resident', on: '2026-05-06' });
    }
  });
});
