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

  test('an unknown column is reported with the nearest name, and the rest is read', () => {
    const { said, facts } = withText('homes.csv', text('homes.csv').replace('atmosphere', 'atmosfere'));
    expect(said).toEqual([
      'homes.csv row 1, atmosfere: is not a column of this file; it was not read. Fix: did you mean atmosphere?',
    ]);
    expect(facts.homes.map(({ atmosphere }) => atmosphere)).toEqual([null, null]);
  });

  test('readiness in something no programme rates is an unknown column', () => {
    const { said } = withText(
      'readiness.csv',
      eachLine(text('readiness.csv'), (line, at) => `${line},${at === 0 ? 'juggling' : '3'}`),
    );
    expect(said).toEqual([expect.stringMatching(/^readiness\.csv row 1, juggling: is not a column/)]);
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
    const { said, facts } = withText('homes.csv', twice);
    expect(said).toEqual([expect.stringMatching(/^homes\.csv row 1, name: stands in row 1 twice/)]);
    expect(facts.homes[0]?.name).toBe('Alder House');
  });

  test('columns may stand in any order', () => {
    const turned = eachLine(text('rooms.csv'), (line) => line.split(',').reverse().join(','));
    expect(withText('rooms.csv', turned).facts).toEqual(read(sound).facts);
  });
});

describe('files', () => {
  test('a file that is needed and missing is reported, and rows that name its rows are not blamed', () => {
    const { said, facts } = read(texts(folder, { 'people.csv': undefined }));
    expect(said).toEqual([
      'people.csv: is missing. Fix: add it, from the template; the column names alone say that there are no rows.',
    ]);
    expect(facts.rooms).toHaveLength(5);
  });

  test('files that may be absent are noted in one line', () => {
    const { said, noted } = read(texts(folder, { 'risks.csv': undefined, 'anchors.csv': undefined }));
    expect(said).toEqual([]);
    expect(noted).toEqual(['Not there, and taken to have no rows: risks.csv, anchors.csv.']);
  });

  test('a file we do not know is noted with the name it may have meant', () => {
    const { noted } = read(texts(folder, { 'risks.csv': undefined, 'risk.csv': 'a,b\n', 'rota.csv': 'x\n' }));
    expect(noted).toContain('risk.csv: is not a file we know, and was not read; did you mean risks.csv?');
    expect(noted).toContain('rota.csv: is not a file we know, and was not read.');
  });

  test('an empty file is reported', () => {
    for (const content of ['', '\n', '   \n\n', '\uFEFF'])
      expect(withText('anchors.csv', content).said).toEqual([
        'anchors.csv: is empty, even without column names. Fix: start from the template, which has the column names in row 1.',
      ]);
  });

  test('column names alone are a file without rows', () => {
    const { said, facts } = withText('anchors.csv', `${text('anchors.csv').split('\n')[0]}`);
    expect([said, facts.anchors]).toEqual([[], []]);
  });

  test('a row 1 that holds no column name is reported', () => {
    expect(withText('anchors.csv', 'Our list of anchors\n\nsourceReference,person\n').said).toEqual([
      expect.stringMatching(
        /^anchors\.csv row 1: has none of the column names\. Fix: put the column names in row 1: sourceReference, person/,
      ),
    ]);
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
    expect(noted).toEqual(['16 files end their lines the Windows way; read all the same.']);
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

  test('text is kept as it is: what looks like a formula, and what no eye sees', () => {
    for (const name of ['=1+1', '+44', '-2', '@SUM(A1)', 'a\u0000b', '<b>x</b>']) {
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
