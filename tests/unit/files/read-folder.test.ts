import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { sayNote, sayProblem } from '../../../shared/files/problems.ts';
import { readFolder } from '../../../shared/files/read-folder.ts';
import { templates } from '../../../shared/files/templates.ts';
import { models, on } from './folder.ts';

const options = { partnership: 'southampton', on, models, outcodes: readOutcodes() };
const folder = mkdtempSync(join(tmpdir(), 'homeward-'));
afterAll(() => rmSync(folder, { recursive: true }));
for (const [file, text] of templates(models)) writeFileSync(join(folder, file), text);

describe('a folder', () => {
  test('of templates is read; what is no CSV file does not matter', () => {
    writeFileSync(join(folder, 'notes.txt'), 'x');
    mkdirSync(join(folder, 'old.csv'));
    const { facts, problems, notes } = readFolder(folder, options);
    expect([problems, notes]).toEqual([[], []]);
    expect(facts.people).toHaveLength(2);
  });

  test('says which needed file is missing or has another name, and which CSV file it does not know', () => {
    rmSync(join(folder, 'homes.csv'));
    rmSync(join(folder, 'people.csv'));
    writeFileSync(join(folder, 'hommes.csv'), 'x\n');
    writeFileSync(join(folder, 'rota.CSV'), 'x\n');
    const { problems, notes } = readFolder(folder, options);
    expect(problems.map(sayProblem)).toEqual([
      'hommes.csv: is not a file we know, and was not read. Fix: rename it to homes.csv.',
      expect.stringMatching(/^people\.csv: is missing\. Fix: add it/),
    ]);
    expect(notes.map(sayNote)).toContain('rota.CSV: is not a file we know, and was not read.');
  });

  test('that is not there is a fault', () => {
    expect(() => readFolder(join(folder, 'nowhere'), options)).toThrow(/ENOENT/);
  });
});
