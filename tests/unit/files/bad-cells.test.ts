import { describe, expect, test } from 'vitest';
import type { FileName } from '../../../shared/files/file-names.ts';
import { added, aFolder, changed, counts, type RowOfText, read, texts } from './folder.ts';

type Case = [what: string, file: FileName, at: number, cells: RowOfText, line: string | RegExp];

const cases: Case[] = [
  [
    'a room in no home',
    'rooms.csv',
    2,
    { home: 'H-099' },
    'rooms.csv row 4, home "H-099": no home has this reference. Fix: use a sourceReference from homes.csv, or add the home.',
  ],
  [
    'a wrong date',
    'needs.csv',
    0,
    { assessedOn: '31/02/2026' },
    /^needs\.csv row 2, assessedOn "31\/02\/2026": is no day of the calendar\. Fix: write it as 1 Feb 2026/,
  ],
  [
    'a day number',
    'needs.csv',
    0,
    { assessedOn: '46143' },
    /spreadsheet’s day number\. Fix: format the cell as a date/,
  ],
  [
    'an assessment of tomorrow',
    'needs.csv',
    0,
    { assessedOn: '2026-11-03' },
    /is after 2 November 2026, the day the facts are for/,
  ],
  [
    'a code that is nearly right',
    'homes.csv',
    0,
    { pets: 'asistanceOnly' },
    'homes.csv row 2, pets "asistanceOnly": is not one of the allowed values. Fix: did you mean "assistanceOnly"?',
  ],
  ['a label for a code', 'vacancies.csv', 0, { reason: 'Another reason' }, /did you mean "22"\?$/],
  [
    'an unknown code',
    'homes.csv',
    0,
    { unitType: '99' },
    /is not one of the allowed values\. Fix: use one of: 1, 2, 3, 4, 6, 7\.$/,
  ],
  [
    'a blank that must be filled in',
    'homes.csv',
    1,
    { name: '' },
    'homes.csv row 3, name: is blank. Fix: give text, at most 80 characters.',
  ],
  [
    'a number out of range',
    'rooms.csv',
    2,
    { maxPersons: '13' },
    /"13": is out of range\. Fix: give a whole number from 0 to 12\.$/,
  ],
  [
    'a number with words',
    'rooms.csv',
    2,
    { areaSquareMetres: '11 m' },
    /is no number\. Fix: give a number from 1 to 500\.$/,
  ],
  ['a sum that is none', 'rooms.csv', 2, { weeklyRent: '-5' }, /is no sum of money\. Fix: give pounds/],
  [
    'neither yes nor no',
    'homes.csv',
    0,
    { sleepIn: 'maybe' },
    /is neither yes nor no\. Fix: write yes or no\.$/,
  ],
  [
    'a wrong code in a list',
    'homes.csv',
    0,
    { notSuitableFor: 'arson | violense' },
    /holds "violense", which is not one of the allowed values\. Fix: did you mean "violence"\?$/,
  ],
  ['a pet that is none', 'people.csv', 3, { pets: 'none | dog' }, /says none and names an animal/],
  [
    'a date of birth to come',
    'people.csv',
    3,
    { dateOfBirth: '2027-01-09' },
    'people.csv row 5, dateOfBirth "20··-··-··": is after 2 November 2026, the day the facts are for. Fix: check the year, or leave the row out until then.',
  ],
  [
    'an NHS number with a wrong last digit',
    'people.csv',
    3,
    { nhsNumber: '999 000 0019' },
    'people.csv row 5, nhsNumber "99· ··· ····": is no NHS number: its last digit does not fit the others. Fix: check it for a slip of the finger, or leave it blank.',
  ],
  [
    'an NHS number used twice',
    'people.csv',
    3,
    { nhsNumber: '9990000018' },
    /^people\.csv row 5, nhsNumber "99········": is the NHS number of P-1 as well \(row 2\)\. Fix: if they are one person, keep one row/,
  ],
  [
    'a home for women without a reason',
    'homes.csv',
    0,
    { sexPolicy: 'women' },
    /^homes\.csv row 2, sexPolicyBasis: is blank, and the home is for women only\. Fix: say what/,
  ],
  [
    'an unknown programme or stage',
    'homes.csv',
    0,
    { offers: 'stayingConnected/highSuport' },
    /is no stage of a programme we know\. Fix: did you mean "stayingConnected\/highSupport"\?$/,
  ],
  [
    'a stage of another programme',
    'requests.csv',
    2,
    { stages: 'settledSupport' },
    /names settledSupport, which is no stage of secondStep\. Fix: use .*level1/,
  ],
  [
    'a role the programme does not have',
    'workers.csv',
    1,
    { role: 'housingWorker' },
    /is no role of secondStep\. Fix: use one of: .*recoveryWorker/,
  ],
  [
    'an unknown delay reason',
    'ready-periods.csv',
    1,
    { delayReason: 'X9' },
    /is not one of the allowed values\. Fix: use one of: A2, B1/,
  ],
  [
    'a stay that ends before it starts',
    'stays.csv',
    1,
    { departedOn: '2024-01-01', departureReason: 'ownChoice' },
    /^stays\.csv row 3, departedOn "2024-01-01": is before the start, 1 September 2025\. Fix: give 1 September 2025 or a later day/,
  ],
  [
    'a departure without a reason',
    'stays.csv',
    1,
    { departedOn: '2026-10-30' },
    /departureReason: is blank, and the person has left/,
  ],
  [
    'a period that ends and does not say how',
    'ready-periods.csv',
    0,
    { endReason: '' },
    /endReason: is blank, and the period has ended/,
  ],
  [
    'a paused request without a reason',
    'requests.csv',
    2,
    { status: 'paused' },
    /pausedBecause: is blank, and the request is paused/,
  ],
  [
    'a place we know nothing of',
    'anchors.csv',
    0,
    { postcode: 'ZE99 9ZZ' },
    /lies in ZE99, which is not in our table of places/,
  ],
  [
    'no postcode',
    'anchors.csv',
    0,
    { postcode: 'behind the church' },
    /is no postcode\. Fix: give a postcode such as SO14 9ZZ/,
  ],
  [
    'a non-association with oneself',
    'non-associations.csv',
    0,
    { otherPerson: 'P-2' },
    /^non-associations\.csv row 2, otherPerson "P-2": is the same person\. Fix: give the reference of the other one\.$/,
  ],
  [
    'a wish for no setting',
    'preferences.csv',
    1,
    { about: 'setting', value: 'cosy' },
    /is no setting\. Fix: use one of: selfContained, shared, quiet, lively\.$/,
  ],
  [
    'a wish for something no home could have',
    'preferences.csv',
    1,
    { about: 'feature', value: 'seaView' },
    /is no feature\. Fix: use one of: halalFood, /,
  ],
  [
    'a ban without an end',
    'provider-bans.csv',
    0,
    { expiresOn: '' },
    /^provider-bans\.csv row 2, expiresOn: is blank/,
  ],
  [
    'a ban that ends before it begins',
    'provider-bans.csv',
    0,
    { expiresOn: '2026-01-11' },
    /^provider-bans\.csv row 2, expiresOn "2026-01-11": /,
  ],
  ['a wish for no home', 'preferences.csv', 0, { value: 'H-77' }, /no home has this reference/],
  ['a rater who is no worker', 'readiness.csv', 0, { ratedBy: 'W-77' }, /no worker has this reference/],
  [
    'a date of birth of more than 110 years ago',
    'people.csv',
    3,
    { dateOfBirth: '1916-11-01' },
    'people.csv row 5, dateOfBirth "19··-··-··": is more than 110 years ago. Fix: check the year, and write it with four digits.',
  ],
  [
    'a baby who was due seven weeks ago',
    'people.csv',
    3,
    { babyDueOn: '2026-09-20' },
    /babyDueOn "2026-09-20": was more than six weeks ago\. Fix: record the baby in householdChildren/,
  ],
  [
    'a current risk of no height',
    'risks.csv',
    0,
    { level: 'none', current: 'yes' },
    /^risks\.csv row 2, level "none": is none, and the risk is current\. Fix: write no as current/,
  ],
  [
    'a licence that does not say for how many',
    'homes.csv',
    0,
    { licenceStatus: 'applied', licenceMaxPersons: '' },
    'homes.csv row 2, licenceMaxPersons: is blank, and the licence is applied for. Fix: give the most people it allows, babies counted.',
  ],
  [
    'an exemption without a reason',
    'homes.csv',
    0,
    { licenceStatus: 'exempt' },
    /^homes\.csv row 2, licenceExemptionBasis: is blank, and the home is exempt\. Fix: say why/,
  ],
  [
    'a reference that differs in capitals alone',
    'people.csv',
    3,
    { primaryWorker: 'w-2' },
    'people.csv row 5, primaryWorker "w-2": no worker has this reference. Fix: did you mean W-2? Capitals count in a reference.',
  ],
  [
    'an NHS number for a reference',
    'anchors.csv',
    0,
    { sourceReference: '999-000-0018' },
    'anchors.csv row 2, sourceReference "99·-···-····": looks like an NHS number; a reference must not say who somebody is. Fix: use a reference of your own in every file, such as P-017.',
  ],
  [
    'an NHS number for a reference to somebody',
    'anchors.csv',
    0,
    { person: '999 000 0018' },
    /^anchors\.csv row 2, person "99· ··· ····": looks like an NHS number/,
  ],
  [
    'a character that empties the screen',
    'risks.csv',
    0,
    { setBy: 'ward\u001b[2J' },
    'risks.csv row 2, setBy "ward\uFFFD[2J": holds a character that cannot be shown. Fix: type the cell again.',
  ],
  [
    'a character that turns the text around',
    'homes.csv',
    1,
    { name: 'Flat \u202Egnihton' },
    'homes.csv row 3, name "Flat \uFFFDgnihton": holds a character that cannot be shown. Fix: type the cell again.',
  ],
  [
    'a reference with a space',
    'anchors.csv',
    0,
    { sourceReference: 'A 1' },
    /is no reference\. Fix: use letters, digits/,
  ],
  [
    'a 10 MB cell',
    'risks.csv',
    0,
    { setBy: 'x'.repeat(10_000_000) },
    /^risks\.csv row 2, setBy "x{59}…": has 10000000 characters; a cell may have 1000\. Fix: look for text pasted into the wrong cell\.$/,
  ],
];

const whole = counts(read(texts(aFolder())).facts);

describe('a bad cell', () => {
  test.each(cases)(
    '%s is one line with the fix, and every other row of the file is read',
    (_what, file, at, cells, line) => {
      const { said, facts, problems } = read(texts(changed(file, at, cells)));
      expect(said).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)]);
      expect(problems[0]).toMatchObject({ file, row: at + 2, leftOut: 'row' });
      expect(counts(facts)[file]).toBe(whole[file] - 1);
    },
  );

  test('every bad cell of a row and of every file is reported at once, in the order of the files', () => {
    const folder = changed('homes.csv', 0, { pets: 'no', sleepIn: '?' });
    folder['anchors.csv'][0]!.importance = '4';
    const { problems } = read(texts(folder));
    expect(problems.map(({ file, row, column }) => [file, row, column])).toEqual([
      ['homes.csv', 2, 'sleepIn'],
      ['homes.csv', 2, 'pets'],
      ['anchors.csv', 2, 'importance'],
    ]);
  });

  test('a reference used twice is reported where it is used again, and the first row stays', () => {
    const { said, facts } = read(
      texts(added('rooms.csv', { sourceReference: 'R-1', home: 'H-1', areaSquareMetres: '30' })),
    );
    expect(said).toEqual([
      'rooms.csv row 7, sourceReference "R-1": is the reference of row 2 already. Fix: give each row a reference of its own, or delete one of the two.',
    ]);
    expect(facts.rooms.find(({ id }) => id === 'R-1')?.areaSquareMetres).toBe(11.5);
  });

  test('rows that rest on a bad row are left out without a line each, and noted once', () => {
    const { said, noted, facts } = read(texts(changed('people.csv', 3, { householdAdults: '0' })));
    expect(said).toHaveLength(1);
    expect(facts.requests.map(({ id }) => id)).toEqual(['Q-1', 'Q-2']);
    expect(facts.preferences).toEqual([]);
    expect(noted).toContain(
      'preferences.csv: left out as well, because they rest on rows that were left out: row 2, 3.',
    );
  });

  test('a reference that may be blank is blanked when its row was bad, and the row that names it is kept', () => {
    const { said, facts } = read(texts(changed('workers.csv', 0, { fullTimeEquivalent: '2' })));
    expect(said).toHaveLength(1);
    expect(facts.workers).toMatchObject([{ id: 'W-2', coveredBy: null }]);
    expect(facts.people.map(({ primaryWorker }) => primaryWorker)).toEqual([null, null, null, 'W-2']);
    expect(facts.readiness.map(({ id }) => id)).toEqual(['RD-2']);
  });

  test('an open vacancy goes where the stay in its room could not be read: somebody may live there', () => {
    const folder = changed('stays.csv', 1, { from: 'last year' });
    folder['vacancies.csv'][0]!.status = 'open';
    const { said, facts } = read(texts(folder));
    expect(said).toHaveLength(1);
    expect(facts.vacancies.map(({ id }) => id)).toEqual(['V-2']);
  });

  test('a reference given as a code name of every object is unknown, not a fault', () => {
    const { said } = read(texts(changed('rooms.csv', 2, { home: 'constructor', kind: 'toString' })));
    expect(said).toEqual([expect.stringMatching(/^rooms\.csv row 4, kind "toString"/)]);
  });
});
