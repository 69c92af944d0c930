import { describe, expect, test } from 'vitest';
import { wrongTop } from './layout.ts';
import { projectFiles } from './project.ts';

const whole = [
  'infra/app.ts',
  'functions/cli/main.ts',
  'shared/domain/day.ts',
  'tests/vitest.config.ts',
  'cdk.json',
  'package.json',
  'tsconfig.json',
  'README.md',
  'package-lock.json',
  'LICENSE',
  'CHANGELOG.md',
  '.ci/run',
  '.gitignore',
];

test('the top of the project holds what belongs there and nothing else', () => {
  expect(wrongTop(projectFiles())).toEqual([]);
});

describe('the check of the top', () => {
  test('accepts the whole', () => {
    expect(wrongTop(whole)).toEqual([]);
  });

  test('finds a folder and a file too many', () => {
    expect(wrongTop([...whole, 'scripts/build.ts', 'vite.config.ts'])).toEqual([
      'scripts/ does not belong at the top',
      'vite.config.ts does not belong at the top',
    ]);
  });

  test('finds what is missing', () => {
    expect(wrongTop(whole.filter((path) => path !== 'LICENSE' && !path.startsWith('shared/')))).toEqual([
      'shared/ is missing',
      'LICENSE is missing',
    ]);
  });
});
