import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generate } from '../../../infra/local/demo-data/demo-data.ts';
import { oddities } from '../../../infra/local/demo-data/oddity-list.ts';
import type { TextRow } from '../../../infra/local/demo-data/tables.ts';
import { ageOn, Day } from '../../../shared/domain/day.ts';
import { isNhsNumber } from '../../../shared/domain/nhs-number.ts';
import { tablesOf } from '../../../shared/files/tables.ts';
import { serviceModels } from '../../../shared/services/index.ts';

const on = Day.parse('2026-11-21');
const southampton = generate({ partnership: 'southampton', on, seed: 7 });
const bristol = generate({ partnership: 'bristol', on, seed: 7 });

const rowsBy = (rows: readonly TextRow[], column: string, value: string) =>
  rows.filter((row) => row[column] === value);
const row = (rows: readonly TextRow[], reference: string) =>
  rows.find(({ sourceReference }) => sourceReference === reference)!;
const homeOf = (room: TextRow) => row(southampton['homes.csv'], room.home!);
const lettable = southampton['rooms.csv'].filter(({ kind }) => kind === 'bedroom' || kind === 'wholeHome');
const weekly = (room: TextRow) => Number(room.weeklyRent);

describe('the same options give the same files', () => {
  test('for any seed and day', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.nat(), day, fc.integer({ min: 30, max: 90 }), (seed, date, people) => {
        const options = {
          partnership: 'southampton',
          on: Day.parse(date.toISOString().slice(0, 10)),
          seed,
          people,
        } as const;
        expect(JSON.stringify(generate(options))).toBe(JSON.stringify(generate(options)));
      }),
      { seed: 42, numRuns: 10 },
    );
  });

  test('another seed gives others', () => {
    expect(generate({ partnership: 'southampton', on, seed: 8 })).not.toEqual(southampton);
  });
});

describe('sizes', () => {
  test.each([30, 31, 100, 257, 1000])('a folder for %i people holds that many', (people) => {
    expect(generate({ partnership: 'southampton', on, seed: 3, people })['people.csv']).toHaveLength(people);
    expect(generate({ partnership: 'bristol', on, seed: 3, people })['people.csv']).toHaveLength(people);
  });

  test.each([100, 200, 1000])(
    'rooms to let keep pace with %i people, and about a tenth are free or will be',
    (people) => {
      const files = generate({ partnership: 'southampton', on, seed: 3, people });
      const rooms = files['rooms.csv'].filter(
        ({ kind }) => kind === 'bedroom' || kind === 'wholeHome',
      ).length;
      expect(rooms / people).toBeGreaterThanOrEqual(0.36);
      expect(rooms / people).toBeLessThanOrEqual(0.6);
      expect(files['vacancies.csv'].length / rooms).toBeGreaterThan(0.08);
      expect(files['vacancies.csv'].length / rooms).toBeLessThan(0.15);
    },
  );

  test('too few people, too many and half a person are refused', () => {
    for (const people of [29, 20_001, 30.5])
      expect(() => generate({ partnership: 'southampton', on, seed: 1, people })).toThrow(RangeError);
  });

  test('Southampton has 62 homes of four kinds and Bristol 14 flats', () => {
    const offering = (stage: string) => rowsBy(southampton['homes.csv'], 'offers', stage).length;
    expect(offering('stayingConnected/highSupport')).toBe(8);
    expect(offering('stayingConnected/extendedSupport')).toBe(8);
    expect(offering('stayingConnected/ownTenancy')).toBe(31);
    expect(offering('stepOut/intensiveSupport') + offering('stepOut/settledSupport')).toBe(15);
    expect(bristol['homes.csv']).toHaveLength(14);
  });
});

test('every file has the columns its reader knows, in order', () => {
  for (const table of Object.values(tablesOf(serviceModels()))) {
    const [first] = southampton[table.file];
    expect(Object.keys(first!), table.file).toEqual(table.columns.map(({ name }) => name));
  }
});

test('a reference names one row of its file', () => {
  for (const rows of Object.values(southampton))
    expect(new Set(rows.map(({ sourceReference }) => sourceReference)).size).toBe(rows.length);
});

describe('rents lie in the ranges of the city', () => {
  test('supported rooms £65 to £304 a week, social flats £60 to £139', () => {
    for (const room of lettable.filter(({ rentType }) => rentType === 'specified')) {
      expect(weekly(room)).toBeGreaterThanOrEqual(65);
      expect(weekly(room)).toBeLessThanOrEqual(304);
    }
    for (const room of lettable.filter(({ rentType }) => rentType === 'social')) {
      expect(weekly(room)).toBeGreaterThanOrEqual(60);
      expect(weekly(room)).toBeLessThanOrEqual(139);
    }
  });
});

describe('people', () => {
  test('care leavers’ homes hold young people, and Step Out flats adults', () => {
    for (const { person, room, departedOn } of southampton['stays.csv']) {
      if (departedOn !== '') continue;
      const age = ageOn(Day.parse(row(southampton['people.csv'], person!).dateOfBirth), on);
      const { offers } = homeOf(row(southampton['rooms.csv'], room!));
      expect(age).toBeGreaterThanOrEqual(offers!.startsWith('stepOut') ? 18 : 16);
      expect(age).toBeLessThanOrEqual(offers!.startsWith('stepOut') ? 64 : 24);
    }
  });

  test('NHS numbers are of the made-up range with the right check digit, and some have none', () => {
    const numbers = southampton['people.csv']
      .map(({ nhsNumber }) => nhsNumber!)
      .filter((number) => number !== '');
    expect(numbers.every((number) => number.startsWith('999') && isNhsNumber(number))).toBe(true);
    expect(numbers.length).toBeLessThan(200);
    expect(numbers.length).toBeGreaterThan(170);
  });

  test('a worker has no more people than their limit', () => {
    for (const { sourceReference, caseloadLimit } of southampton['workers.csv'])
      expect(rowsBy(southampton['people.csv'], 'primaryWorker', sourceReference!).length).toBeLessThanOrEqual(
        Number(caseloadLimit),
      );
  });
});

describe('oddities', () => {
  const { 'people.csv': people, 'homes.csv': homes, 'rooms.csv': rooms } = southampton;
  const needsOf = (person: string) => rowsBy(southampton['needs.csv'], 'person', person)[0]!;
  const requestOf = (person: string) => rowsBy(southampton['requests.csv'], 'person', person)[0]!;

  test.each(oddities)('$reference is there', ({ reference }) => {
    expect([...people, ...homes, ...rooms].map(({ sourceReference }) => sourceReference)).toContain(
      reference,
    );
  });

  test('people are what their reference says', () => {
    const age = (person: string, day = on) => ageOn(Day.parse(row(people, person).dateOfBirth), day);
    expect(row(people, 'no-nhs-number').nhsNumber).toBe('');
    expect([
      age('turns-18-while-waiting', Day.parse('2026-12-14')),
      age('turns-18-while-waiting', Day.parse('2026-12-15')),
    ]).toEqual([17, 18]);
    expect([
      age('six-weeks-from-21', Day.parse('2027-01-01')),
      age('six-weeks-from-21', Day.parse('2027-01-02')),
    ]).toEqual([20, 21]);
    expect(row(people, 'dog-owner').pets).toBe('dog');
    expect(row(people, 'assistance-dog').pets).toBe('assistance dog');
    expect(row(people, 'no-local-connection')).toMatchObject({
      localConnection: 'no',
      careStatus: 'formerRelevant',
    });
    expect(needsOf('wheelchair-user')).toMatchObject({ stepFree: 'yes', wetRoom: 'yes' });
    expect(row(people, 'expecting-a-baby').babyDueOn).toBe('2027-01-30');
    expect(needsOf('missing-evidence')).toMatchObject({ sleepIn: '', stepFree: '', riskToSelf: '' });
    expect(
      rowsBy(southampton['preferences.csv'], 'person', 'declined-twice').map(({ wish }) => wish),
    ).toEqual(['doesNotWant', 'doesNotWant']);
    expect(rowsBy(southampton['exclusion-zones.csv'], 'person', 'wide-exclusion-zone')[0]!.radiusMetres).toBe(
      '3000',
    );
    expect(rowsBy(southampton['non-associations.csv'], 'person', 'conflict-newcomer')[0]!.otherPerson).toBe(
      'conflict-resident',
    );
    expect(rowsBy(southampton['provider-bans.csv'], 'person', 'banned-for-now')[0]!.expiresOn).toBe(
      '2026-12-21',
    );
    expect(needsOf('safety-plan-too-old')).toMatchObject({ riskToSelf: 'high', safetyPlanOn: '2026-07-24' });
    const periods = rowsBy(
      southampton['ready-periods.csv'],
      'request',
      requestOf('unfit-again').sourceReference!,
    );
    expect(periods.map(({ endReason }) => endReason)).toEqual(['notReadyAgain', '']);
    const ratings = rowsBy(southampton['readiness.csv'], 'person', 'stale-readiness');
    expect(
      ratings
        .map(({ assessedOn }) => assessedOn)
        .sort()
        .at(-1),
    ).toBe('2026-06-04');
  });

  test('homes and rooms are what their reference says', () => {
    expect(row(homes, 'alder-house')).toMatchObject({ sexPolicy: 'women', sleepIn: 'yes' });
    expect(row(homes, 'alder-house').sexPolicyBasis).not.toBe('');
    expect(
      rowsBy(rooms, 'home', 'alder-house')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['bedroom', 'bedroom', 'bedroom', 'bedroom', 'communal', 'communal', 'staffSleepIn']);
    expect(row(homes, 'rowan-house')).toMatchObject({
      licenceStatus: 'held',
      licenceMaxPersons: '5',
      confidentialAddress: 'yes',
    });
    expect(row(homes, 'hawthorn-house')).toMatchObject({
      licenceStatus: 'notRequired',
      licenceMaxPersons: '4',
    });
    expect(row(homes, 'willow-house').leaseEndsOn).toBe('2027-02-04');
    expect(Number(row(rooms, 'willow-house-room-4').areaSquareMetres)).toBeLessThan(6.51);
  });
});

test('flats of one court stand in one district', () => {
  const districts = new Map<string, Set<string>>();
  for (const { name, postcode } of rowsBy(southampton['homes.csv'], 'letting', 'whole')) {
    const court = name!.split(' ').slice(0, 2).join(' ');
    districts.set(court, (districts.get(court) ?? new Set()).add(postcode!.split(' ')[0]!));
  }
  expect([...districts.values()].every(({ size }) => size === 1)).toBe(true);
});
