import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planted } from '../safety/planted.ts';
import { tableOf } from '../safety/table.ts';

const root = join(import.meta.dirname, '..', '..');

test('each invariant from 1 to 18 is kept somewhere, by a condition that stands there once, and has a test', () => {
  expect([...new Set(planted.map(({ number }) => number))]).toEqual(
    Array.from({ length: 18 }, (_, i) => i + 1),
  );
  for (const { file, condition, test: named } of planted) {
    const parts = readFileSync(join(root, file), 'utf8').split(condition);
    expect(parts, `${file}: ${condition}`).toHaveLength(2);
    expect(existsSync(join(root, named)), named).toBe(true);
  }
});

test('the table of invariants is the one made from the list', () => {
  expect(readFileSync(join(root, 'tests', 'safety', 'INVARIANTS.md'), 'utf8')).toBe(tableOf(planted));
});
