import { describe, expect, test } from 'vitest';
import { aFolder, changed, read, texts } from './folder.ts';

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

  test('a wish is for a home, an area or a setting', () => {
    const folder = aFolder();
    folder['preferences.csv'].push({
      ...folder['preferences.csv'][0]!,
      sourceReference: 'F-3',
      about: 'setting',
      value: 'lively',
    });
    expect(read(texts(folder)).facts.preferences.map(({ about }) => about)).toEqual([
      { kind: 'home', homeId: 'H-2' },
      { kind: 'area', outcode: 'SO15' },
      { kind: 'setting', setting: 'lively' },
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
