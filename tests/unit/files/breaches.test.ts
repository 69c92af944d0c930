import { describe, expect, test } from 'vitest';
import { added, aFolder, changed, type Folder, read, texts } from './folder.ts';

/** The one line a folder gives. */
function lineOf(folder: Folder): string {
  const { said } = read(texts(folder));
  expect(said).toHaveLength(1);
  return said[0]!;
}

describe('stays', () => {
  test('two people in one room on one night are reported at the later row', () => {
    const folder = added('stays.csv', {
      sourceReference: 'S-3',
      room: 'R-1',
      person: 'P-4',
      from: '2026-10-01',
    });
    expect(lineOf(folder)).toBe(
      'stays.csv row 4, room "R-1": P-1 has this room on the same nights (row 2). Fix: give the day one of them left, or correct the room.',
    );
    expect(read(texts(folder)).facts.stays.map(({ id }) => id)).toEqual(['S-1', 'S-2']);
  });

  test('one person may follow another on the day they left', () => {
    const folder = changed('stays.csv', 1, { departedOn: '2026-10-01', departureReason: 'plannedMoveOn' });
    folder['stays.csv'].push({
      ...folder['stays.csv'][0]!,
      sourceReference: 'S-3',
      room: 'R-2',
      person: 'P-4',
      from: '2026-10-01',
    });
    expect(read(texts(folder)).said).toEqual([]);
    folder['stays.csv'][2]!.from = '2026-09-30';
    expect(lineOf(folder)).toMatch(/^stays\.csv row 4, room "R-2": P-2 has this room/);
  });

  test('a person in two rooms on one night is reported at the later row', () => {
    const folder = added('stays.csv', {
      sourceReference: 'S-3',
      room: 'R-3',
      person: 'P-1',
      from: '2026-10-01',
    });
    expect(lineOf(folder)).toMatch(
      /^stays\.csv row 4, person "P-1": has room R-1 on the same nights \(row 2\)/,
    );
  });

  test('nobody lives in a room that is never let', () => {
    const folder = added('stays.csv', { sourceReference: 'S-3', room: 'R-staff', person: 'P-4' });
    expect(lineOf(folder)).toMatch(/room "R-staff": is never let: its kind is staffSleepIn/);
  });

  test('a room out of service today with somebody in it is reported and kept', () => {
    const folder = changed('out-of-service.csv', 0, { room: 'R-1', to: '2026-11-02' });
    expect(lineOf(folder)).toMatch(
      /^out-of-service\.csv row 2, room "R-1": is out of service today, and P-1 lives there \(stays\.csv row 2\)/,
    );
    const { facts, problems } = read(texts(folder));
    expect(problems[0]?.leftOut).toBeNull();
    expect(facts.outOfService).toHaveLength(1);
    folder['out-of-service.csv'][0]!.to = '2026-11-01';
    expect(read(texts(folder)).said).toEqual([]);
  });

  test('a room may be repaired while its resident is in hospital', () => {
    const folder = changed('out-of-service.csv', 0, { room: 'R-1', to: '' });
    folder['stays.csv'][0]!.absentFrom = '2026-10-01';
    expect(read(texts(folder)).said).toEqual([]);
  });
});

describe('a day somebody was to leave', () => {
  test('may be today, and has not passed while they live there', () => {
    const leaving = (leavesOn: string) => changed('stays.csv', 0, { leavesOn });
    expect(read(texts(leaving('2026-11-02'))).said).toEqual([]);
    expect(lineOf(leaving('2026-11-01'))).toBe(
      'stays.csv row 2, leavesOn "2026-11-01": the resident was to leave on 1 November 2026 and is still there. Fix: give departedOn in stays.csv, or the new day.',
    );
  });

  test('does not matter once they have left, and their expected vacancy is not blamed for it', () => {
    const left = { leavesOn: '2026-10-01', departedOn: '2026-10-03', departureReason: 'ownChoice' };
    expect(read(texts(changed('stays.csv', 1, left))).said).toEqual([]);
    const folder = changed('stays.csv', 1, { leavesOn: '2026-10-01' });
    folder['vacancies.csv'][0]!.from = '2026-10-01';
    expect(lineOf(folder)).toMatch(/^stays\.csv row 3, leavesOn/);
  });
});

describe('notes about people', () => {
  test('a care status of 16 and 17 is noted from the 18th birthday on', () => {
    const noted = (dateOfBirth: string, careStatus: string) =>
      read(texts(changed('people.csv', 3, { dateOfBirth, careStatus }))).noted;
    expect(noted('2008-11-03', 'relevant')).toEqual([]);
    expect(noted('2008-11-02', 'formerRelevant')).toEqual([]);
    for (const status of ['relevant', 'eligible'])
      expect(noted('2008-11-02', status)).toEqual([
        `people.csv row 5: has the care status ${status}, which is for people of 16 and 17, and is older: most are formerRelevant from 18 on.`,
      ]);
  });

  test('a pause that is over is noted, and one that ends today is not', () => {
    const noted = (pausedUntil: string, status = 'paused') =>
      read(texts(changed('requests.csv', 2, { status, pausedBecause: 'Away', pausedUntil }))).noted;
    expect(noted('2026-11-02')).toEqual([]);
    expect(noted('2026-11-01', 'readyToPlace')).toEqual([]);
    expect(noted('2026-11-01')).toEqual([
      'requests.csv row 4: was paused until 1 November 2026 and still is: no plan looks at it.',
    ]);
  });

  test('what is right to the day: 110 years, and six weeks after a baby was due', () => {
    expect(read(texts(changed('people.csv', 3, { dateOfBirth: '1916-11-02' }))).said).toEqual([]);
    expect(read(texts(changed('people.csv', 3, { babyDueOn: '2026-09-21' }))).said).toEqual([]);
  });
});

describe('homes', () => {
  test('a licence below today’s people is reported and the home kept; children count, an expected baby does not yet', () => {
    const folder = changed('people.csv', 0, { householdChildren: '1', babyDueOn: '2026-12-24' });
    expect(read(texts(folder)).said).toEqual([]);
    folder['people.csv'][1]!.householdAdults = '2';
    expect(lineOf(folder)).toBe(
      'homes.csv row 2, licenceMaxPersons "3": is below the 4 people who live there today. Fix: check the licence, the household sizes in people.csv and who has left in stays.csv.',
    );
    expect(read(texts(folder)).facts.homes).toHaveLength(2);
  });

  test('a licence below today’s households is reported', () => {
    expect(lineOf(changed('homes.csv', 0, { licenceMaxHouseholds: '1' }))).toMatch(
      /licenceMaxHouseholds "1": is below the 2 households/,
    );
  });

  test('a lease that has ended is reported while people live there, and only then', () => {
    expect(lineOf(changed('homes.csv', 0, { leaseEndsOn: '2026-11-01' }))).toMatch(
      /^homes\.csv row 2, leaseEndsOn "2026-11-01": was 1 November 2026, and 2 people still live there/,
    );
    expect(read(texts(changed('homes.csv', 0, { leaseEndsOn: '2026-11-02' }))).said).toEqual([]);
    expect(read(texts(changed('homes.csv', 1, { leaseEndsOn: '2026-11-01' }))).said).toEqual([]);
  });

  test('a whole home has exactly one room that is let', () => {
    expect(lineOf(added('rooms.csv', { sourceReference: 'R-5', home: 'H-2' }))).toMatch(
      /^homes\.csv row 3, letting "whole": is whole, and 2 rooms of it can be let/,
    );
    const none = aFolder();
    none['rooms.csv'].pop();
    none['vacancies.csv'].pop();
    expect(lineOf(none)).toMatch(/is whole, and no room of it can be let/);
  });

  test('a whole home whose room was bad is not blamed for it', () => {
    expect(lineOf(changed('rooms.csv', 4, { areaSquareMetres: '0' }))).toMatch(
      /^rooms\.csv row 6, areaSquareMetres/,
    );
  });

  test('a home let by the room holds no whole home', () => {
    expect(lineOf(changed('rooms.csv', 2, { kind: 'wholeHome' }))).toMatch(
      /^rooms\.csv row 4, kind "wholeHome": is wholeHome, and H-1 is let by the room/,
    );
  });

  test('a confidential home is read, and the first half of its postcode is enough', () => {
    const { said, facts } = read(
      texts(changed('homes.csv', 0, { confidentialAddress: 'yes', postcode: 'so15' })),
    );
    expect(said).toEqual([]);
    expect(facts.homes[0]).toMatchObject({ confidentialAddress: true, outcode: 'SO15' });
  });
});

describe('vacancies', () => {
  test('a room that is never let has none', () => {
    expect(lineOf(added('vacancies.csv', { sourceReference: 'V-3', room: 'R-staff' }))).toMatch(
      /^vacancies\.csv row 4, room "R-staff": is never let/,
    );
  });

  test('a room somebody lives in is not open', () => {
    expect(lineOf(changed('vacancies.csv', 0, { status: 'open' }))).toMatch(
      /^vacancies\.csv row 2, status "open": is open, and P-2 lives there \(stays\.csv row 3\)\. Fix: give departedOn/,
    );
  });

  test('an expected vacancy of an empty room is fine', () => {
    expect(read(texts(changed('vacancies.csv', 1, { status: 'forecast' }))).said).toEqual([]);
  });

  test('an expected vacancy begins on the day its resident leaves', () => {
    const folder = changed('stays.csv', 1, { leavesOn: '2026-12-05' });
    expect(lineOf(folder)).toBe(
      'vacancies.csv row 2, from "2026-12-01": is 1 December 2026, and P-2 leaves on 5 December 2026 (stays.csv row 3). Fix: write the day they leave in both files.',
    );
    expect(read(texts(folder)).facts.vacancies.map(({ id }) => id)).toEqual(['V-2']);
    folder['stays.csv'][1]!.leavesOn = '2026-12-01';
    expect(read(texts(folder)).said).toEqual([]);
  });

  test('an expected vacancy may begin today; yesterday its resident should have left', () => {
    expect(read(texts(changed('vacancies.csv', 0, { from: '2026-11-02' }))).said).toEqual([]);
    expect(lineOf(changed('vacancies.csv', 0, { from: '2026-11-01' }))).toBe(
      'vacancies.csv row 2, from "2026-11-01": the resident was to leave on 1 November 2026 and is still there. Fix: give departedOn in stays.csv, or the new day.',
    );
  });

  test('a room has one vacancy', () => {
    expect(
      lineOf(added('vacancies.csv', { sourceReference: 'V-3', room: 'R-flat', status: 'open' })),
    ).toMatch(/^vacancies\.csv row 4, room "R-flat": has a vacancy already \(row 3\)/);
  });
});

describe('requests', () => {
  test('a person has one live request', () => {
    const twice = { sourceReference: 'Q-4', person: 'P-4', kind: 'newPlace' };
    expect(lineOf(added('requests.csv', twice))).toMatch(
      /^requests\.csv row 5, person "P-4": has a request already \(row 4\)/,
    );
    expect(read(texts(added('requests.csv', { ...twice, status: 'withdrawn' }))).said).toEqual([]);
  });

  test('somebody who moves on lives somewhere', () => {
    expect(lineOf(changed('requests.csv', 2, { kind: 'moveOn' }))).toMatch(
      /^requests\.csv row 4, kind "moveOn": is moveOn, and P-4 lives in no room/,
    );
  });

  test('a ban by an organisation that runs no home here is noted and read', () => {
    const { said, noted, facts } = read(texts(changed('provider-bans.csv', 0, { organisation: 'ORG-9' })));
    expect(said).toEqual([]);
    expect(noted).toEqual([
      'provider-bans.csv row 2: is by ORG-9, which homes.csv names as landlord or support provider of no home: it rules nothing out.',
    ]);
    expect(facts.bans).toHaveLength(1);
  });

  test('a discharge without a ready day is noted and read', () => {
    const folder = aFolder();
    folder['ready-periods.csv'] = [];
    const { said, noted, facts } = read(texts(folder));
    expect(said).toEqual([]);
    expect(noted).toEqual([
      'requests.csv row 3: is a discharge without a row in ready-periods.csv: it does not count as delayed.',
    ]);
    expect(facts.requests).toHaveLength(3);
  });

  test('no day of delay counts twice', () => {
    expect(lineOf(changed('ready-periods.csv', 0, { endedOn: '2026-10-21' }))).toMatch(
      /^ready-periods\.csv row 3, readyOn "2026-10-20": lies in a period of the same person \(row 2\)/,
    );
    expect(read(texts(changed('ready-periods.csv', 0, { endedOn: '2026-10-20' }))).said).toEqual([]);
  });

  test('a delay reason retired in 2017 is read with a note', () => {
    const { said, noted, facts } = read(texts(changed('ready-periods.csv', 1, { delayReason: 'J1' })));
    expect(said).toEqual([]);
    expect(noted).toEqual([
      expect.stringMatching(/^ready-periods\.csv row 3: has the delay reason J1, retired in 2017/),
    ]);
    expect(facts.readyPeriods[1]?.delayReason).toBe('J1');
  });

  test('04 that a spreadsheet made 4 is 04', () => {
    expect(
      read(texts(changed('ready-periods.csv', 1, { attributable: '4' }))).facts.readyPeriods[1]?.attributable,
    ).toBe('04');
  });
});

describe('workers', () => {
  test('a circle of cover is reported once, at its first row', () => {
    const folder = changed('workers.csv', 0, { coveredBy: 'W-2' });
    expect(lineOf(folder)).toBe(
      'workers.csv row 2, coveredBy "W-2": goes round in a circle: W-1 → W-2 → W-1. Fix: leave it blank for one of them.',
    );
  });

  test('a worker does not cover for themselves', () => {
    expect(lineOf(changed('workers.csv', 1, { coveredBy: 'W-2' }))).toMatch(
      /^workers\.csv row 3, .*W-2 → W-2/,
    );
  });

  test('a worker outside a circle who is covered from inside it is not blamed', () => {
    const folder = changed('workers.csv', 0, { coveredBy: 'W-2' });
    folder['workers.csv'].unshift({ ...folder['workers.csv'][1]!, sourceReference: 'W-0', coveredBy: 'W-1' });
    expect(lineOf(folder)).toMatch(/^workers\.csv row 3, .*W-1 → W-2 → W-1/);
  });
});
