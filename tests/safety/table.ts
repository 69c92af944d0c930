import type { Planted } from './planted.ts';

/** The invariants as Markdown: where each is kept, and the test that fails when it is not. */
export function tableOf(planted: readonly Planted[]): string {
  return [
    '# What must never break',
    '',
    'Each invariant with where it is kept and the test that fails without it. `npm run safety` takes each out in a copy of',
    'the project and runs that test; a test holds this table to the list it is made from.',
    '',
    '| | invariant | kept in | by | test that fails without it |',
    '|---:|---|---|---|---|',
    ...planted.map(
      ({ number, invariant, file, condition, test }) =>
        `| ${number} | ${invariant} | \`${file}\` | \`${condition.trim().replaceAll('|', '\\|')}\` | \`${test}\` |`,
    ),
    '',
  ].join('\n');
}
