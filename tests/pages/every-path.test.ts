import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paths } from '../../shared/web/paths.ts';

/** Paths at which nothing is shown: they lead elsewhere, or to a file. */
const ways = ['start', 'signIn', 'signedIn', 'signOut', 'reportFile'];

const folder = new URL('.', import.meta.url);
const written = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');

/** Being on a screen checks it, so a path is looked at where a test is on it by its name. */
const lookedAt = new Set([
  ...Array.from(written.matchAll(/Screen\.on\(\s*\w+,\s*'(\w+)'/g), ([, name]) => name),
  ...Array.from(written.matchAll(/test\.each\(\[([^\]]+)\] as const\)/g), ([, names = '']) =>
    names.split(',').map((name) => name.trim().replaceAll("'", '')),
  ).flat(),
]);

test('every path is looked at in a real browser', () => {
  expect(Object.keys(paths).filter((name) => !ways.includes(name) && !lookedAt.has(name))).toEqual([]);
});
