import { describe, expect, test } from 'vitest';
import { aFolder, changed, read, tables, texts } from './folder.ts';

describe('what rows become', () => {
  test('a stay is of somebody who lives there, or who has left, with the time in hospital', () => {
    const folder = changed('stays.csv', 0, { absentFrom: '1 Oct 2026', leavesOn: '20/11/26' });
    Object.assign(folder['stays.csv'][1]!, {
      departedOn: '2026-10-30',
      departureReason: 'plannedMoveOn',
      absentFrom: '2026-10-20',
    });
    const { facts, said } = read(texts(folder));
    expect(said).toEqual([]);
    expect(facts.stays).toEqual([
      {
        id: 'S-1',
        roomId: 'R-1',
        personId: 'P-1',
        from: '2025-09-01',
        status: 'arrived',
        leavesOn: '2026-11-20',
        absences: [{ from: '2026-10-01', until: null, reason: 'hospital' }],
      },
      {
        id: 'S-2',
        roomId: 'R-2',
        personId: 'P-2',
        from: '2025-09-01',
        status: 'departed',
        departedOn: '2026-10-30',
        reason: 'plannedMoveOn',
        absences: [{ from: '2026-10-20', until: '2026-10-30', reason: 'hospital' }],
      },
    ]);
  });

  test('a vacancy is open, or expected and as sure as its status says', () => {
    const { facts } = read(texts(aFolder()));
    expect(facts.vacancies).toEqual([
      {
        id: 'V-1',
        roomId: 'R-2',
        status: 'expected',
        certainty: 'noticeGiven',
        from: '2026-12-01',
        reason: '13',
      },
      { id: 'V-2', roomId: 'R-flat', status: 'open', from: '2026-11-02', reason: '13' },
    ]);
  });

  test('ratings are of the person or of a worker, and a blank score is no score', () => {
    const folder = changed('readiness.csv', 0, { cooking: '0', budgeting: '' });
    const { facts } = read(texts(folder));
    expect(facts.readiness.map(({ rater }) => rater)).toEqual([
      { kind: 'worker', workerId: 'W-1' },
      { kind: 'self' },
    ]);
    expect(facts.readiness[0]?.scores).not.toHaveProperty('budgeting');
    expect(facts.readiness[0]?.scores).toMatchObject({ cooking: 0, health: 3 });
  });

  test('a person’s NHS number goes no further than the reader', () => {
    const { facts } = read(texts(aFolder()));
    expect(JSON.stringify(facts)).not.toMatch(/999 ?000 ?0018|nhs/i);
  });

  test('animals: none is known to be none, blank is not known', () => {
    const folder = changed('people.csv', 0, { pets: 'Assistance Dog | cat' });
    folder['people.csv'][1]!.pets = '';
    const { facts } = read(texts(folder));
    expect(facts.people.map(({ pets }) => pets)).toEqual([
      [
        { kind: 'dog', assistance: true },
        { kind: 'cat', assistance: false },
      ],
      null,
      [],
      [],
    ]);
  });

  test('a value said twice in a list counts once', () => {
    const { facts } = read(texts(changed('people.csv', 0, { clientGroups: 'P | E | P' })));
    expect(facts.people[0]?.clientGroups).toEqual(['P', 'E']);
  });

  test('a home and its area lie in the middle of their outcode, and no full postcode is kept', () => {
    const { facts } = read(texts(aFolder()));
    expect(facts.homes[0]?.location).toEqual(
      read(texts(changed('homes.csv', 0, { postcode: 'so14' }))).facts.homes[0]?.location,
    );
    expect(JSON.stringify(facts)).not.toContain('9ZZ');
  });

  test('a wish is for a home, an area, a setting or something a home has', () => {
    const folder = aFolder();
    folder['preferences.csv'].push({
      ...folder['preferences.csv'][0]!,
      sourceReference: 'F-3',
      about: 'setting',
      value: 'lively',
    });
    folder['preferences.csv'].push({
      ...folder['preferences.csv'][0]!,
      sourceReference: 'F-4',
      about: 'Feature',
      value: 'HalalFood',
    });
    expect(read(texts(folder)).facts.preferences.map(({ about }) => about)).toEqual([
      { kind: 'home', homeId: 'H-2' },
      { kind: 'area', outcode: 'SO15' },
      { kind: 'setting', setting: 'lively' },
      { kind: 'feature', feature: 'halalFood' },
    ]);
  });

  test('a paused request keeps its reason', () => {
    const { facts } = read(
      texts(changed('requests.csv', 2, { status: 'paused', pausedBecause: 'Away', pausedUntil: '' })),
    );
    expect(facts.requests[2]).toMatchObject({ status: 'paused', pausedBecause: 'Away', pausedUntil: null });
    expect(facts.requests[0]).not.toHaveProperty('pausedBecause');
  });
});

describe('the names of columns and codes', () => {
  const shouted = (folder: ReturnType<typeof aFolder>) =>
    new Map(
      [...texts(folder)].map(([file, content]) => {
        const [header = '', ...rows] = String(content).split('\n');
        return [file, [header.toUpperCase(), ...rows].join('\n')];
      }),
    );

  test('capitals in them make no difference', () => {
    const folder = changed('ready-periods.csv', 1, { delayReason: 'j2' });
    Object.assign(folder['homes.csv'][0]!, {
      atmosphere: 'QUIET',
      sleepIn: 'Yes',
      offers: 'STAYINGCONNECTED / HighSupport',
      notSuitableFor: 'ARSON|Violence',
    });
    Object.assign(folder['readiness.csv'][1]!, { ratedBy: 'Self' });
    folder['preferences.csv'].push({
      ...folder['preferences.csv'][0]!,
      sourceReference: 'F-3',
      about: 'Setting',
      value: 'Quiet',
    });
    Object.assign(folder['preferences.csv'][0]!, { about: 'HOME' });
    const { facts, said } = read(shouted(folder));
    expect(said).toEqual([]);
    expect(facts.readyPeriods[1]?.delayReason).toBe('J2');
    expect(facts.homes[0]).toMatchObject({
      atmosphere: 'quiet',
      sleepIn: true,
      offers: [{ serviceModel: 'stayingConnected', stage: 'highSupport' }],
      notSuitableFor: ['arson', 'violence'],
    });
    expect(facts.readiness[1]?.rater).toEqual({ kind: 'self' });
    expect(facts.preferences.map(({ about }) => about)).toMatchObject([
      { kind: 'home', homeId: 'H-2' },
      { kind: 'area' },
      { kind: 'setting', setting: 'quiet' },
    ]);
  });

  test('a wish for a home is followed to its row, in whatever letters it says that it is for a home', () => {
    const { said } = read(texts(changed('preferences.csv', 0, { about: 'Home', value: 'H-77' })));
    expect(said).toEqual([expect.stringMatching(/no home has this reference/)]);
  });

  test('two spellings of one column are that column twice', () => {
    const content = String(texts(aFolder()).get('non-associations.csv'));
    for (const other of ['other person', 'Other_Person', 'OTHER-PERSON']) {
      const [header = '', ...rows] = content.trimEnd().split('\n');
      const twice = [`${header},${other}`, ...rows.map((row) => `${row},P-3`)].join('\n');
      expect(read(texts(aFolder(), { 'non-associations.csv': twice })).said).toEqual([
        expect.stringMatching(/^non-associations\.csv row 1, otherPerson: stands in row 1 twice/),
      ]);
    }
  });

  test('no two codes of a column, and no two columns of a file, differ in capitals alone', () => {
    for (const { columns } of tables) {
      const lists = [
        columns.map(({ name }) => name),
        ...columns.map(({ allowed }) => allowed.map(({ code }) => code)),
      ];
      for (const list of lists)
        expect(new Set(list.map((each) => each.toLowerCase())).size).toBe(new Set(list).size);
    }
  });
});

describe('what is right to the day', () => {
  test('something may be assessed today, and end on the day it began', () => {
    const folder = changed('needs.csv', 0, { assessedOn: '2026-11-02' });
    Object.assign(folder['exclusion-zones.csv'][0]!, { from: '2026-05-05', expiresOn: '2026-05-05' });
    expect(read(texts(folder)).said).toEqual([]);
  });

  test('a request that is over needs no stay to move on from', () => {
    expect(read(texts(changed('requests.csv', 2, { kind: 'moveOn', status: 'placed' }))).said).toEqual([]);
  });

  test('text that is decoded already may have its mark', () => {
    const homes = `\uFEFF${texts(aFolder()).get('homes.csv')}`.replace(
      'sourceReference',
      '"sourceReference"',
    );
    expect(read(texts(aFolder(), { 'homes.csv': homes })).said).toEqual([]);
  });

  test('a row without a reference may be the one that others name: they are left out without a line each', () => {
    const { said, facts } = read(texts(changed('homes.csv', 0, { sourceReference: '' })));
    expect(said).toEqual([
      expect.stringMatching(
        /^homes\.csv row 2, sourceReference: is blank\. Fix: give a reference of your own/,
      ),
    ]);
    expect(facts.rooms.map(({ id }) => id)).toEqual(['R-flat']);
  });
});
