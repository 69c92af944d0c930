import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePounds } from '../../../shared/domain/money.ts';
import { nhsCheckDigit } from '../../../shared/domain/nhs-number.ts';
import { type FileName, fileNames } from '../../../shared/files/file-names.ts';
import { aFolder, type Folder, like, type RowOfText, read, tables, texts } from '../../unit/files/folder.ts';

/** How many times as many runs as in everyday tests. */
const times = process.env.FULL ? 10 : 1;
const seed = { seed: 20_261_102, numRuns: 25 * times };

const codesOf = (file: FileName, column: string) =>
  tables
    .find((table) => table.file === file)!
    .columns.find(({ name }) => name === column)!
    .allowed.map(({ code }) => code);
const code = (file: FileName, column: string) => fc.constantFrom(...codesOf(file, column));
const maybe = (value: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), value);
const several = (file: FileName, column: string) =>
  fc.subarray(codesOf(file, column), { minLength: 1 }).map((codes) => codes.join(' | '));

/** Text with all that a spreadsheet has to quote, and some that it has not; trimmed, as cells are. */
const awkward = fc
  .string({
    unit: fc.constantFrom('a', 'Ö', ' ', ',', ';', '\t', '"', '\n', '=', '+', '-', '|', '\u200D', '€', '🏠'),
    minLength: 1,
    maxLength: 30,
  })
  .map((text) => `x${text}x`);
const days = fc
  .integer({ min: 1, max: 28 })
  .chain((date) =>
    fc.constantFrom(
      `2026-05-${String(date).padStart(2, '0')}`,
      `${date}/5/26`,
      `${date} May 2026`,
      `${date}.05.2026`,
    ),
  );

const home = fc.record({
  name: awkward,
  pets: code('homes.csv', 'pets'),
  smoking: code('homes.csv', 'smoking'),
  atmosphere: maybe(code('homes.csv', 'atmosphere')),
  substanceFree: fc.constantFrom('yes', 'no', 'TRUE', 'n'),
  notSuitableFor: maybe(several('homes.csv', 'notSuitableFor')),
  offers: several('homes.csv', 'offers'),
  turnaroundWorkingDays: maybe(fc.integer({ min: 0, max: 30 }).map(String)),
  licenceMaxPersons: fc.constant('50'),
  licenceMaxHouseholds: fc.constant(''),
});
const room = fc.record({
  areaSquareMetres: fc.integer({ min: 10, max: 5000 }).map((tenths) => String(tenths / 10)),
  weeklyRent: fc.integer({ min: 0, max: 300_000 }).map((pence) => (pence / 100).toFixed(2)),
  weeklyServiceCharge: maybe(fc.constantFrom('£1,234.50', '7', '0.5')),
  accessibility: maybe(code('rooms.csv', 'accessibility')),
  floor: maybe(fc.integer({ min: -2, max: 40 }).map(String)),
});
const person = fc.record({
  dateOfBirth: fc.constantFrom('29 February 2004', '1/2/98', '1971-12-31'),
  clientGroups: maybe(several('people.csv', 'clientGroups')),
  careStatus: fc.constantFrom('', 'none', 'formerRelevant', 'qualifying'),
  householdChildren: maybe(fc.constantFrom('0', '2')),
  pets: maybe(fc.constantFrom('none', 'dog', 'assistance dog | cat')),
  canPayWeekly: maybe(fc.constantFrom('£25', '12.30')),
});
const needsOf = fc.record({
  assessedOn: days,
  supportLevel: code('needs.csv', 'supportLevel'),
  stepFree: maybe(fc.constantFrom('required', 'notRequired', 'yes', 'no')),
  recovery: maybe(code('needs.csv', 'recovery')),
});

/** Homes with a lived-in room, a free one and one nobody speaks of each; twice as many people, half of them waiting. */
const folders: fc.Arbitrary<Folder> = fc
  .array(
    fc.record({ home, rooms: fc.tuple(room, room, room), people: fc.tuple(person, person), needs: needsOf }),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => {
    const id = (kind: string, at: number) => ({ sourceReference: `${kind}-${at}` });
    const rows = (file: FileName, make: (part: (typeof parts)[number], at: number) => RowOfText[]) =>
      parts.flatMap((part, at) => make(part, at).map((cells) => like(file, cells)));
    return {
      ...aFolder(),
      'homes.csv': rows('homes.csv', (part, at) => [{ ...id('H', at), ...part.home }]),
      'rooms.csv': rows('rooms.csv', (part, at) =>
        part.rooms.map((each, i) => ({ ...id('R', 3 * at + i), home: `H-${at}`, ...each })),
      ),
      'out-of-service.csv': rows('out-of-service.csv', (_, at) => [
        { ...id('O', at), room: `R-${3 * at + 2}` },
      ]),
      'people.csv': rows('people.csv', (part, at) =>
        part.people.map((each, i) => ({ ...id('P', 2 * at + i), primaryWorker: 'W-1', ...each })),
      ),
      'stays.csv': rows('stays.csv', (_, at) => [
        { ...id('S', at), room: `R-${3 * at}`, person: `P-${2 * at}` },
      ]),
      'vacancies.csv': rows('vacancies.csv', (_, at) => [
        { ...id('V', at), room: `R-${3 * at + 1}`, status: 'open' },
      ]),
      'needs.csv': rows('needs.csv', (part, at) => [
        { ...id('N', at), person: `P-${2 * at + 1}`, ...part.needs },
      ]),
      'readiness.csv': rows('readiness.csv', (_, at) => [
        { ...id('RD', at), person: `P-${2 * at}`, ratedBy: at % 2 === 0 ? 'self' : 'W-1' },
      ]),
      'requests.csv': rows('requests.csv', (_, at) => [
        { ...id('Q', at), person: `P-${2 * at + 1}`, kind: 'discharge' },
      ]),
      'ready-periods.csv': rows('ready-periods.csv', (_, at) => [{ ...id('RP', at), request: `Q-${at}` }]),
      'risks.csv': rows('risks.csv', (_, at) => [{ ...id('K', at), person: `P-${at}` }]),
      'exclusion-zones.csv': rows('exclusion-zones.csv', (_, at) => [{ ...id('Z', at), person: `P-${at}` }]),
      'non-associations.csv': rows('non-associations.csv', (_, at) => [
        { ...id('NA', at), person: `P-${2 * at}`, otherPerson: `P-${2 * at + 1}` },
      ]),
      'provider-bans.csv': rows('provider-bans.csv', (_, at) => [{ ...id('BN', at), person: `P-${at}` }]),
      'anchors.csv': rows('anchors.csv', (_, at) => [{ ...id('A', at), person: `P-${at}` }]),
      'preferences.csv': rows('preferences.csv', (_, at) => [
        { ...id('F', at), person: `P-${at}`, about: 'home', value: `H-${at}` },
      ]),
    };
  });

/** Facts with every list in the order of its ids: the order of rows carries no meaning. */
function asSets(facts: ReturnType<typeof read>['facts']) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, list]) => [
      name,
      Array.isArray(list) ? list.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : list,
    ]),
  );
}

describe('facts from files', () => {
  test('what is written is what is read, without a problem', () => {
    fc.assert(
      fc.property(folders, (folder) => {
        const { facts, said, noted } = read(texts(folder));
        expect([said, noted]).toEqual([[], []]);
        expect(
          facts.homes.map(({ id, name, pets, notSuitableFor }) => [id, name, pets, notSuitableFor]),
        ).toEqual(
          folder['homes.csv'].map((row) => [
            row.sourceReference,
            row.name,
            row.pets,
            row.notSuitableFor === '' ? [] : row.notSuitableFor!.split(' | '),
          ]),
        );
        expect(
          facts.rooms.map(({ areaSquareMetres, weeklyRent, weeklyServiceCharge }) => [
            areaSquareMetres,
            weeklyRent,
            weeklyServiceCharge,
          ]),
        ).toEqual(
          folder['rooms.csv'].map((row) => [
            Number(row.areaSquareMetres),
            Math.round(Number(row.weeklyRent) * 100),
            parsePounds(row.weeklyServiceCharge!) ?? 0,
          ]),
        );
        expect(
          facts.people.map(({ id, careStatus, householdChildren }) => [
            id,
            careStatus ?? '',
            householdChildren,
          ]),
        ).toEqual(
          folder['people.csv'].map((row) => [
            row.sourceReference,
            row.careStatus,
            Number(row.householdChildren),
          ]),
        );
        expect(facts.needs.map(({ stepFree }) => stepFree)).toEqual(
          folder['needs.csv'].map(({ stepFree }) =>
            stepFree === '' ? null : /yes|^required/.test(stepFree!) ? 'required' : 'notRequired',
          ),
        );
      }),
      seed,
    );
  });

  test('the same rows in another order, with columns in another order and another way of saving, are the same facts', () => {
    const saving = fc.record({
      turn: fc.integer({ min: 0, max: 40 }),
      reverse: fc.boolean(),
      delimiter: fc.constantFrom(',', ';', '\t'),
      record_delimiter: fc.constantFrom('\n', '\r\n'),
      quoted: fc.boolean(),
      quoted_match: fc.constant(/\n/),
      bom: fc.boolean(),
    });
    fc.assert(
      fc.property(folders, saving, (folder, { turn, reverse, ...options }) => {
        const saved = tables.map(({ file, columns }) => {
          const rows = reverse ? folder[file].toReversed() : folder[file];
          const names = columns.map(({ name }) => name);
          const turned = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)];
          return [
            file,
            Buffer.from(stringify([turned, ...rows.map((row) => turned.map((name) => row[name]))], options)),
          ] as const;
        });
        const again = read(new Map(saved));
        expect(again.said).toEqual([]);
        expect(asSets(again.facts)).toEqual(asSets(read(texts(folder)).facts));
      }),
      seed,
    );
  });

  test('one bad cell is reported by file, row and column, and every row that does not rest on it is read', () => {
    const leaves = fileNames.filter(
      (file) =>
        !['homes.csv', 'rooms.csv', 'workers.csv', 'people.csv', 'stays.csv', 'requests.csv'].includes(file),
    );
    fc.assert(
      fc.property(
        folders,
        fc.constantFrom(...leaves),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (folder, file, row, column, blank) => {
          const table = tables.find((each) => each.file === file)!;
          const breakable = table.columns.filter((each) =>
            blank ? each.blank === null : !each.form.startsWith('text'),
          );
          const { name } = breakable[column % breakable.length]!;
          const at = row % folder[file].length;
          const before = read(texts(folder)).facts;
          const bad = folder[file].map((each, i) =>
            i === at ? { ...each, [name]: blank ? '' : '~?' } : each,
          );
          const { facts, problems } = read(texts({ ...folder, [file]: bad }));
          expect(problems.map((each) => [each.file, each.row, each.column])).toEqual([[file, at + 2, name]]);
          const lost = folder[file][at]!.sourceReference;
          const kept = Object.entries(before).map(([list, facts]) => [
            list,
            Array.isArray(facts) ? facts.filter(({ id }) => id !== lost) : facts,
          ]);
          expect(facts).toEqual(Object.fromEntries(kept));
        },
      ),
      { ...seed, numRuns: 50 * times },
    );
  });

  test('capitals, and what stands between the words of a column name, make no difference', () => {
    const between = fc.constantFrom('', ' ', '_', '-', ' - ');
    const separators = fc.constantFrom(',', ';', '\t');
    const capitals = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
    );
    fc.assert(
      fc.property(
        folders,
        between,
        capitals,
        capitals,
        separators,
        (folder, gap, inNames, inCodes, delimiter) => {
          const spelled = tables.map(({ file, columns }) => {
            const names = columns.map(
              ({ name }) => ` ${inNames(name.replace(/(?<=[a-z])(?=[A-Z])/g, gap))} `,
            );
            const cells = (row: RowOfText) =>
              columns.map(({ name, allowed }) =>
                allowed.length > 0 ? ` ${inCodes(row[name]!)} ` : row[name]!,
              );
            return [file, stringify([names, ...folder[file].map(cells)], { delimiter })] as const;
          });
          const { facts, said } = read(new Map(spelled));
          expect(said).toEqual([]);
          expect(facts).toEqual(read(texts(folder)).facts);
        },
      ),
      seed,
    );
  });

  test('no character that cannot be shown is taken or printed, in whatever file and cell it stands', () => {
    const hidden = fc.constantFrom(
      '\u0000',
      '\u0007',
      '\u001b',
      '\u007f',
      '\u0085',
      '\u009b',
      '\u202e',
      '\u2066',
    );
    const whole = aFolder();
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.nat(), hidden, ({ file, columns }, at, character) => {
        const { name } = columns[at % columns.length]!;
        const [first, ...rest] = whole[file];
        const folder = { ...whole, [file]: [{ ...first, [name]: `a${character}b` }, ...rest] };
        const { said, noted, problems } = read(texts(folder));
        expect(problems[0]).toMatchObject({ file, row: 2, column: name, leftOut: 'row' });
        expect(said[0]).toContain('holds a character that cannot be shown');
        expect([...said, ...noted].join('')).not.toContain(character);
      }),
      { ...seed, numRuns: 80 * times },
    );
  });

  test('an NHS number is no reference, however it is written, and is never printed', () => {
    const stems = fc
      .integer({ min: 0, max: 999_999 })
      .map((end) => `999${String(end).padStart(6, '0')}`)
      .filter((stem) => nhsCheckDigit(stem) !== null);
    const written = fc.constantFrom('$1$2$3', '$1 $2 $3', '$1-$2-$3', '$1  $2-$3');
    const references = tables.flatMap(({ file, columns }) =>
      columns
        .filter(({ name, refersTo }) => name === 'sourceReference' || refersTo !== null)
        .map(({ name }) => ({ file, name })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...references), stems, written, ({ file, name }, stem, form) => {
        const digits = `${stem}${nhsCheckDigit(stem)}`;
        const number = digits.replace(/^(\d{3})(\d{3})(\d{4})$/, form);
        const [first, ...rest] = aFolder()[file];
        const folder = { ...aFolder(), [file]: [{ ...first!, [name]: number }, ...rest] };
        const { said, noted, problems } = read(texts(folder));
        expect(problems).toContainEqual(
          expect.objectContaining({ file, row: 2, column: name, leftOut: 'row' }),
        );
        expect(said.join('')).toContain('looks like an NHS number');
        expect([...said, ...noted].join('').replace(/[ -]/g, '')).not.toContain(digits);
      }),
      seed,
    );
  });

  test('bytes of any kind give facts, problems or both, and never a fault', () => {
    const piece = fc.constantFrom(
      'sourceReference',
      'home',
      'kind',
      'R-1',
      'H-1',
      '"',
      ',',
      ';',
      '\n',
      '\r',
      '\t',
      '\u0000',
      '=',
      '12',
      'yes',
      ' ',
    );
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fileNames), content, (file, bytes) => {
        const { facts } = read(texts(aFolder(), { [file]: bytes }));
        expect(facts.partnership).toBe('southampton');
      }),
      { ...seed, numRuns: 80 * times },
    );
  });
});
