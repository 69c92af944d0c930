import { expect, test } from 'vitest';
import { type FileResult, tally } from './reporter.ts';

function file(state: string, passed: number, failed: number): FileResult {
  const tests = { passed, failed };
  return { state: () => state, children: { allTests: (wanted) => Array(tests[wanted]).keys() } };
}

test('counts the tests of all files', () => {
  expect(tally([file('passed', 3, 0), file('failed', 2, 2)], 0)).toEqual({ passed: 5, failed: 2 });
});

test('counts a file that does not load as a failure', () => {
  expect(tally([file('passed', 3, 0), file('failed', 0, 0)], 0)).toEqual({ passed: 3, failed: 1 });
});

test('counts a file whose last hook throws as a failure though its tests pass', () => {
  expect(tally([file('failed', 4, 0)], 0)).toEqual({ passed: 4, failed: 1 });
});

test('counts errors outside every test as failures', () => {
  expect(tally([file('passed', 1, 0)], 2)).toEqual({ passed: 1, failed: 2 });
});
