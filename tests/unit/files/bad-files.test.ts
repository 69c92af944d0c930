import { describe, expect, test } from 'vitest';
import type { FileName } from '../../../shared/files/file-names.ts';
import { added, aFolder, changed, read, texts } from './folder.ts';

const folder = aFolder();
const sound = texts(folder);
const text = (file: FileName) => String(sound.get(file));
const withText = (file: FileName, content: string | Uint8Array) => read(texts(folder, { [file]: content }));

/** The text with the cells of a column and its name taken out or changed. */
function eachLine(content: string, change: (line: string, at: number) => string): string {
  return content
    .split('\n')
    .map((line, at) => (line === '' ? line : change(line, at)))
    .join('\n');
}

describe('columns', () => {
  test('a missing column is reported once, and what rests on the file is not blamed', () => {
    const { said, facts } = withText('risks.csv', text('risks.csv').replace('recordedOn', 'notes'));
    expect(said).toEqual([
      expect.stringMatching(/^risks\.csv row 1, notes: is not a column of this file; it was not read/),
      expect.stringMatching(
        /^risks\.csv row 1, recordedOn: is missing, so no row of the file can be read\. Fix: add a column recordedOn: a day/,
      ),
    ]);
    expect(facts.risks).toEqual([]);
    const homes = withText('homes.csv', text('homes.csv').replace('postcode', 'place'));
    expect(homes.said).toHaveLength(2);
    expect(homes.facts.people).toHaveLength(4);
  });

  test('a column that is nearly one that is missing is left out, with its right name', () => {
    const { said, problems } = withText('homes.csv', text('homes.csv').replace('atmosphere', 'atmosfere'));
    expect(said).toEqual([
      'homes.csv row 1, atmosfere: is not a column of this file; it was not read. Fix: rename it to atmosphere.',
    ]);
    expect(problems[0]?.leftOut).toBe('column');
  });

  test('a column without a name is left out where one of ours is missing, and stops nothing where none is', () => {
    const unnamed = (content: string) => withText('workers.csv', content).problems;
    expect(unnamed(text('workers.csv').replace('caseloadLimit', ''))).toMatchObject([{ leftOut: 'column' }]);
    const more = eachLine(text('workers.csv'), (line, at) => `${at === 0 ? '' : 'x'},${line}`);
    expect(unnamed(more)).toMatchObject([{ leftOut: null }]);
  });

  test('readiness in something no programme rates is an unknown column, and stops nothing', () => {
    const { said, problems } = withText(
      'readiness.csv',
      eachLine(text('readiness.csv'), (line, at) => `${line},${at === 0 ? 'juggling' : '3'}`),
    );
    expect(said).toEqual([
      expect.stringMatching(/^readiness\.csv row 1, juggling: is not a column of this file; it was not read/),
    ]);
    expect(problems[0]?.leftOut).toBeNull();
  });

  test('a column that may be blank may be missing, with a note', () => {
    const { said, noted } = withText('anchors.csv', text('anchors.csv'));
    expect([said, noted]).toEqual([[], []]);
    const without = eachLine(text('workers.csv'), (line) => line.slice(0, line.lastIndexOf(',')));
    expect(withText('workers.csv', without).noted).toEqual([
      'workers.csv row 1: has no column coveredBy: taken as blank.',
    ]);
  });

  test('a column given twice is reported, and the first is read', () => {
    const twice = eachLine(text('homes.csv'), (line, at) => `${line},${at === 0 ? 'name' : 'Other'}`);
    const { said, facts, problems } = withText('homes.csv', twice);
    expect(said).toEqual([expect.stringMatching(/^homes\.csv row 1, name: stands in row 1 twice/)]);
    expect(problems[0]?.leftOut).toBe('column');
    expect(facts.homes[0]?.name).toBe('Alder House');
  });

  test('columns may stand in any order', () => {
    const turned = eachLine(text('rooms.csv'), (line) => line.split(',').reverse().join(','));
    expect(withText('rooms.csv', turned).facts).toEqual(read(sound).facts);
  });
});

describe('files', () => {
  test('a file that is needed and missing is reported, and rows that name its rows are not blamed', () => {
    const { said, facts, problems } = read(texts(folder, { 'people.csv': undefined }));
    expect(said).toEqual([
      'people.csv: is missing. Fix: add it, from the template; the column names alone say that there are no rows.',
    ]);
    expect(problems[0]?.leftOut).toBe('file');
    expect(facts.rooms).toHaveLength(5);
  });

  test('files that may be absent are noted in one line', () => {
    const { said, noted } = read(texts(folder, { 'risks.csv': undefined, 'anchors.csv': undefined }));
    expect(said).toEqual([]);
    expect(noted).toEqual(['Not there, and taken to have no rows: risks.csv, anchors.csv.']);
  });

  test.each([
    ['risks.csv', 'risk.csv'],
    ['non-associations.csv', 'non_associations.csv'],
    ['exclusion-zones.csv', 'Exclusion Zones.CSV'],
    ['anchors.csv', 'anchors.csv.csv'],
    ['homes.csv', 'hommes.csv'],
    ['workers.csv', 'workers (1).csv'],
  ] as const)('%s under the name %s is one problem, and what rests on it is not blamed', (file, name) => {
    const { said, problems, noted } = read(texts(folder, { [file]: undefined, [name]: text(file) }));
    expect(said).toEqual([`${name}: is not a file we know, and was not read. Fix: rename it to ${file}.`]);
    expect(problems[0]?.leftOut).toBe('file');
    expect(noted.filter((line) => line.includes('Not there'))).toEqual([]);
  });

  test('a file like no other is noted, and so is one like a file that is there', () => {
    const { said, noted } = read(
      texts(folder, { 'tasks.csv': 'x\n', 'risks2.csv': 'x\n', 'a\u001b[2J.csv': '' }),
    );
    expect(said).toEqual([]);
    expect(noted).toEqual([
      'a\uFFFD[2J.csv: is not a file we know, and was not read.',
      'risks2.csv: is not a file we know, and was not read.',
      'tasks.csv: is not a file we know, and was not read.',
    ]);
  });

  test('a file name in capitals is the same file, and of two such files one is not read', () => {
    const capitals = texts(folder, { 'risks.csv': undefined, 'Risks.CSV': text('risks.csv') });
    expect(read(capitals)).toMatchObject({ said: [], noted: [], facts: read(sound).facts });
    const both = read(texts(folder, { 'RISKS.csv': 'x\n' }));
    expect(both.said).toEqual([
      'RISKS.csv: is risks.csv in other letters, and was not read. Fix: keep the one that is right.',
    ]);
    expect(both.facts).toEqual(read(sound).facts);
  });

  test('an empty file is reported', () => {
    for (const content of ['', '\n', '   \n\n', '\uFEFF']) {
      const { said, problems } = withText('anchors.csv', content);
      expect(said).toEqual([
        'anchors.csv: is empty, even without column names. Fix: start from the template, which has the column names in row 1.',
      ]);
      expect(problems[0]?.leftOut).toBe('file');
    }
  });

  test('column names alone are a file without rows', () => {
    const { said, facts } = withText('anchors.csv', `${text('anchors.csv').split('\n')[0]}`);
    expect([said, facts.anchors]).toEqual([[], []]);
  });

  test('a row 1 that holds no column name is reported', () => {
    const { said, problems } = withText('anchors.csv', 'Our list of anchors\n\nsourceReference,person\n');
    expect(said).toEqual([
      expect.stringMatching(
        /^anchors\.csv row 1: has none of the column names\. Fix: put the column names in row 1: sourceReference, person/,
      ),
    ]);
    expect(problems[0]?.leftOut).toBe('file');
  });
});

describe('how a file was saved', () => {
  const utf16 = (content: string, bigEndian: boolean) => {
    const bytes = Buffer.from(content, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  const named = texts(changed('homes.csv', 0, { name: 'Café Köln' }));
  const homes = String(named.get('homes.csv'));

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${homes}`), null],
    ['UTF-16 with its mark', utf16(`\uFEFF${homes}`, false), 'UTF-16'],
    ['UTF-16, the other way round', utf16(`\uFEFF${homes}`, true), 'UTF-16'],
    ['UTF-16 without a mark', utf16(homes, false), 'UTF-16'],
    ['Windows-1252', Buffer.from(homes, 'latin1'), 'Windows-1252'],
  ])('%s is read', (_what, bytes, encoding) => {
    const { facts, said, noted } = withText('homes.csv', bytes);
    expect(said).toEqual([]);
    expect(facts.homes[0]?.name).toBe('Café Köln');
    expect(noted).toEqual(
      encoding === null
        ? []
        : [
            `homes.csv: is not UTF-8; it was read as ${encoding}. If letters look wrong, save it as "CSV UTF-8".`,
          ],
    );
  });

  test.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
  ])('%j between cells is noticed', (separator, word) => {
    const { facts, said, noted } = withText('rooms.csv', text('rooms.csv').replaceAll(',', separator));
    expect(said).toEqual([]);
    expect(facts).toEqual(read(sound).facts);
    expect(noted).toEqual([`rooms.csv: has ${word} between its cells; it was read all the same.`]);
  });

  test('a line that names the separator is not a row', () => {
    const { said, problems } = withText(
      'anchors.csv',
      `sep=;\n${text('anchors.csv').replaceAll(',', ';').replace('college', 'kolledge')}`,
    );
    expect(said).toHaveLength(1);
    expect(problems[0]?.row).toBe(2);
  });

  test('Windows line ends are noted in one line for all files', () => {
    const all = new Map(
      [...sound].map(([file, content]) => [file, String(content).replaceAll('\n', '\r\n')]),
    );
    const { facts, said, noted } = read(all);
    expect(said).toEqual([]);
    expect(facts).toEqual(read(sound).facts);
    expect(noted).toEqual(['17 files end their lines the Windows way; read all the same.']);
  });
});

describe('quotes and rows', () => {
  test('an unclosed quote keeps the rows before it, says its row, and blames nothing after it', () => {
    const broken = text('rooms.csv').replace('R-3,H-1', 'R-3,"H-1');
    const { said, facts } = withText('rooms.csv', broken);
    expect(said).toEqual([
      expect.stringMatching(
        /^rooms\.csv row 4: has a quote \("\) that opens a cell and is not closed at its end; this row and all after it were not read/,
      ),
    ]);
    expect(facts.rooms.map(({ id }) => id)).toEqual(['R-1', 'R-2']);
    expect(facts.stays).toHaveLength(2);
  });

  test('an unclosed quote that meets a later one is found in the row where it opened', () => {
    const broken = text('homes.csv').replace('Alder House', '"Alder House');
    expect(withText('homes.csv', broken).problems).toMatchObject([{ file: 'homes.csv', row: 2 }]);
  });

  test('a quote inside a cell spoils its own row only', () => {
    const inside = texts(changed('homes.csv', 0, { name: 'Alder House' }), {});
    const content = String(inside.get('homes.csv')).replace('Alder House', 'Alder "House"');
    const { said, facts } = withText('homes.csv', content);
    expect(said).toEqual([
      expect.stringMatching(
        /^homes\.csv row 2: has a quote \("\) inside a cell\. Fix: put the whole cell in quotes/,
      ),
    ]);
    expect(facts.homes.map(({ id }) => id)).toEqual(['H-2']);
    const last = withText('homes.csv', `${content.trimEnd()} 5"`);
    expect(last.problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('rows are counted as a spreadsheet shows them, over cells of several lines and blank rows', () => {
    const changedRows = changed('homes.csv', 0, { name: 'Alder\nHouse,\n"East"' });
    const content = String(texts(changedRows).get('homes.csv'))
      .replace(/\n(?=H-2)/, '\n\n,,\n')
      .replace('whole', 'hole');
    const { said } = withText('homes.csv', content);
    expect(said).toEqual([expect.stringMatching(/^homes\.csv row 5, letting "hole"/)]);
  });

  test('too many cells are reported', () => {
    const content = text('anchors.csv').trimEnd();
    expect(withText('anchors.csv', `${content},`).said).toEqual([]);
    expect(withText('anchors.csv', `${content},x`).said).toEqual([
      expect.stringMatching(
        /^anchors\.csv row 2: has more cells than row 1 has column names \(cells: 7, column names: 6\)\. Fix: look for a separator/,
      ),
    ]);
  });

  test('too few cells are reported where something needed is missing, else noted', () => {
    const cut = (content: string) => content.trimEnd().slice(0, content.trimEnd().lastIndexOf(','));
    expect(withText('anchors.csv', cut(text('anchors.csv'))).said).toEqual([
      expect.stringMatching(
        /^anchors\.csv row 2: has fewer cells than row 1 has column names \(cells: 5, column names: 6\)/,
      ),
    ]);
    const { said, noted, facts } = withText('workers.csv', cut(text('workers.csv')));
    expect(said).toEqual([]);
    expect(noted).toEqual([
      'workers.csv row 3: ends early (cells: 6, column names: 7); the rest was taken as blank: coveredBy.',
    ]);
    expect(facts.workers).toHaveLength(2);
  });

  test('text is kept as it is, also what looks like a formula', () => {
    for (const name of ['=1+1', '+44', '-2', '@SUM(A1)', 'a\nb\tc', '<b>x</b>', '👩‍👧']) {
      const { said, facts } = read(texts(changed('homes.csv', 0, { name })));
      expect([said, facts.homes[0]?.name]).toEqual([[], name]);
    }
  });

  test('a 10 MB cell in one row does not keep the next from being read', () => {
    const long = added('risks.csv', { sourceReference: 'K-2', person: 'P-1' });
    long['risks.csv'][0]!.setBy = `"${'y\n'.repeat(5_000_000)}`;
    const { said, facts } = read(texts(long));
    expect(said).toHaveLength(1);
    expect(facts.risks.map(({ id }) => id)).toEqual(['K-2']);
  });
});

test('a fact knows its row, and what is no fact knows none', () => {
  const { rowOf } = read(texts(changed('rooms.csv', 2, { kind: 'attic' })));
  expect(rowOf('rooms.csv', 'R-2')).toBe(3);
  expect(rowOf('rooms.csv', 'R-3')).toBeNull();
  expect(rowOf('homes.csv', 'R-2')).toBeNull();
});
