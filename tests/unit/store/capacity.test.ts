import { expect, test } from 'vitest';
import type { Deed } from '../../../shared/domain/audit.ts';
import { costOf, itemBytes, type WriteCost } from '../../../shared/store/capacity.ts';
import { allHandled } from '../../support/doors.ts';
import { ask, sampleOf, storyFor } from '../../support/samples.ts';
import type { TestStore } from '../../support/store.ts';

/** What every commit of a store costs from now on. */
function listen(store: TestStore): [Deed, WriteCost][] {
  const costs: [Deed, WriteCost][] = [];
  Object.assign(store.deps.writing, {
    onCommit: (...[deed, items, checks]: Parameters<NonNullable<typeof store.deps.writing.onCommit>>) =>
      costs.push([deed, costOf(items, checks)]),
  });
  return costs;
}

const writes = allHandled.filter(({ route }) => route.method !== 'GET').map(({ route }) => route.name);

test('the size of an item counts the bytes of names and values as DynamoDB does', () => {
  expect(itemBytes({ PK: 'T#a', version: 12 })).toBe(2 + 3 + 7 + 2);
  expect(itemBytes({ name: 'Zoë' })).toBe(4 + 4);
});

test('a commit costs twice each started kilobyte, its checks and its places in indexes', () => {
  const small = { PK: 'a', SK: 'now', version: 1 };
  const large = { ...small, data: 'x'.repeat(1100) };
  expect(costOf([small], [])).toMatchObject({ actions: 1, units: 2 });
  expect(costOf([large], [])).toMatchObject({ actions: 1, units: 4 });
  expect(costOf([small], [1025])).toMatchObject({ actions: 2, units: 2 + 4 });
  expect(costOf([{ ...small, GSI1PK: 'b', GSI1SK: 'c' }], [])).toMatchObject({ units: 3 });
  expect(costOf([{ ...small, version: 2, GSI1PK: 'b', GSI1SK: 'c' }], [])).toMatchObject({ units: 4 });
});

test('the table of costs is what the use cases write, and no transaction comes near its limit', async () => {
  const table = new Map<Deed, WriteCost>();
  for (const name of writes) {
    const sample = sampleOf(name);
    const story = await storyFor(sample);
    const costs = listen(story.store);
    await ask(story, name, sample);
    for (const [deed, cost] of costs)
      if (cost.actions > (table.get(deed)?.actions ?? 0)) table.set(deed, cost);
  }
  const most = (deed: Deed): number => table.get(deed)?.actions ?? Number.NaN;
  expect(most('chainDecided')).toBeLessThanOrEqual(60);
  expect(most('suggestionAdopted')).toBeLessThanOrEqual(60);
  expect(most('proposalDecided')).toBeLessThanOrEqual(20);
  const rows = [...table].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = [
    '# What each use case writes',
    '',
    'Worked out from item sizes by `capacity.ts` for the calls that the tests make: a chain of three moves where there is',
    'a chain, one fact where there is a fact. Actions are puts and condition checks in the one transaction, of 100 at most.',
    '',
    '| use case | actions | bytes | write units |',
    '|---|---:|---:|---:|',
    ...rows.map(([deed, { actions, bytes, units }]) => `| ${deed} | ${actions} | ${bytes} | ${units} |`),
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../../shared/store/capacity.md');
});
