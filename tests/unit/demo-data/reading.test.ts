import { describe, expect, test } from 'vitest';
import {
  csvTexts,
  type DemoDataOptions,
  type DemoPartnership,
  generate,
} from '../../../infra/local/demo-data/demo-data.ts';
import { Day } from '../../../shared/domain/day.ts';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { sayProblem } from '../../../shared/files/problems.ts';
import { readTables } from '../../../shared/files/read-tables.ts';
import { serviceModels } from '../../../shared/services/index.ts';

const models = serviceModels();

function problemsOf(options: DemoDataOptions): string[] {
  const { partnership, on } = options;
  return readTables(csvTexts(generate(options)), {
    partnership,
    on,
    models,
    outcodes: readOutcodes(),
  }).problems.map(sayProblem);
}

describe('the reader finds nothing wrong with demo data', () => {
  test.each<[partnership: DemoPartnership, people: number, seed: number, on: string]>([
    ['southampton', 30, 1, '2026-11-21'],
    ['southampton', 53, 2, '2027-01-31'],
    ['southampton', 200, 7, '2026-11-21'],
    ['southampton', 200, 8, '2028-02-29'],
    ['southampton', 200, 9, '2026-12-24'],
    ['southampton', 431, 10, '2027-08-31'],
    ['southampton', 1000, 11, '2026-05-01'],
    ['bristol', 10, 3, '2028-02-29'],
    ['bristol', 30, 7, '2026-11-21'],
    ['bristol', 300, 4, '2027-01-31'],
    ['somerset', 20, 5, '2026-11-21'],
    ['somerset', 30, 7, '2028-02-29'],
    ['somerset', 300, 6, '2027-01-31'],
    ['sefton', 20, 5, '2026-12-24'],
    ['sefton', 30, 7, '2026-11-21'],
    ['sefton', 300, 6, '2028-02-29'],
  ])('%s, %i people, seed %i, on %s', (partnership, people, seed, on) => {
    expect(problemsOf({ partnership, people, seed, on: Day.parse(on) })).toEqual([]);
  });
});
