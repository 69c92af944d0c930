import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { dataDictionary } from '../../../shared/files/dictionary.ts';
import { fileNames } from '../../../shared/files/file-names.ts';
import { templates } from '../../../shared/files/templates.ts';
import { writeTables } from '../../../shared/files/write-tables.ts';
import { counts, models, read, tables } from './folder.ts';

describe('templates', () => {
  const made = templates(models);

  test('together they are a folder that is read without a problem or a note', () => {
    const { said, noted, facts } = read(made);
    expect([said, noted]).toEqual([[], []]);
    for (const [file, count] of Object.entries(counts(facts)))
      expect(count, file).toBe(file === 'people.csv' ? 2 : 1);
  });

  test('there is one for every file, and every column has its name in row 1 once', () => {
    expect([...made.keys()]).toEqual([...fileNames]);
    for (const table of tables) {
      const [header = []] = parse(made.get(table.file) ?? '');
      expect(header).toEqual([...new Set(table.columns.map(({ name }) => name))]);
      expect(header[0]).toBe('sourceReference');
    }
  });

  test('no example is a real NHS number', () => {
    const people = tables.find(({ file }) => file === 'people.csv');
    expect(people?.columns.find(({ name }) => name === 'nhsNumber')?.example).toBe('');
  });
});

describe('the data dictionary', () => {
  const text = dataDictionary(models);

  test('says every file, column, code and label', () => {
    for (const { file, columns } of tables) {
      const start = text.indexOf(`## ${file}`);
      const end = text.indexOf('\n## ', start + 1);
      const section = text.slice(start, end < 0 ? text.length : end);
      for (const { name, meaning, allowed } of columns) {
        expect(section).toContain(`| \`${name}\` | ${meaning}`);
        for (const { code, label } of allowed) {
          expect(section).toContain(`\`${code}\``);
          expect(section).toContain(label);
        }
      }
    }
  });

  test('says "not known" only where a check does not pass without the fact', () => {
    const unknown = tables.flatMap(({ file, columns }) =>
      columns.filter(({ blank }) => blank === 'not known').map(({ name }) => `${file} ${name}`),
    );
    expect(unknown).toEqual([
      'homes.csv atmosphere',
      'homes.csv takesChildren',
      'homes.csv team',
      ...['floor', 'stepFree', 'wetRoom', 'cotSpace'].map((name) => `rooms.csv ${name}`),
      ...['sexRegisteredAtBirth', 'clientGroups', 'careStatus', 'leftResidentialCare'].map(
        (name) => `people.csv ${name}`,
      ),
      ...['childRemoved', 'secondaryMentalHealthCare', 'wantsPaidWork', 'pets', 'smokes'].map(
        (name) => `people.csv ${name}`,
      ),
      ...['funding', 'canPayWeekly', 'sharedRateExempt', 'localConnection'].map(
        (name) => `people.csv ${name}`,
      ),
      ...[
        'sleepIn',
        'stepFree',
        'wetRoom',
        'selfContained',
        'recovery',
        'substanceFreeHome',
        'riskToSelf',
      ].map((name) => `needs.csv ${name}`),
    ]);
  });

  test('says that an expected vacancy begins on the day the resident leaves', () => {
    expect(text).toContain('first night somebody could sleep there. Else: day the resident leaves');
  });

  test('every table row has as many cells as its header', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(row.replaceAll('\\|', '').split('|')).toHaveLength(7);
  });
});

test('a column a file does not have is not written', () => {
  expect(() => writeTables({ 'homes.csv': [{ colour: 'blue' }] }, models)).toThrow(
    'homes.csv has no column colour',
  );
});
