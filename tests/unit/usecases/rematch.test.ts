import { expect, test } from 'vitest';
import { isDue, markDirty } from '../../../shared/store/operational.ts';
import { publishPlan } from '../../../shared/store/publish-plan.ts';
import { Records } from '../../../shared/store/records.ts';
import { freshPlan } from '../../../shared/usecases/matching/fresh-plan.ts';
import { rematch } from '../../../shared/usecases/matching/rematch.ts';
import { demoCase } from '../../support/naive/random-world.ts';
import { itemsOf } from '../../support/on-record.ts';
import { loadOneChain } from '../../support/one-chain.ts';
import { type TestStore, testStore } from '../../support/store.ts';
import { tap } from '../../support/tap.ts';
import { writeItems } from '../../support/write-items.ts';

const on = '2026-04-20';

/** A table with the records of a partnership of some people, as they would be after years. */
async function partnershipOf(people: number): Promise<TestStore> {
  const store = await testStore(`${on}T09:00:00Z`);
  const { facts } = demoCase({ partnership: 'southampton', on, seed: 7, people });
  await writeItems(store.client, store.tableName, itemsOf(facts));
  return store;
}

test('a run reads the key of every record once, asks for each record once, and never for who somebody is', async () => {
  const store = await partnershipOf(300);
  const keys: string[] = [];
  const queries: { readonly ProjectionExpression?: string }[] = [];
  const off = tap(store.client, ({ name, input }, send) => {
    if (name.startsWith('Query')) queries.push(input);
    if (name.startsWith('BatchGet'))
      keys.push(...input.RequestItems[store.tableName].Keys.map((key: { PK: string }) => key.PK));
    return send(input);
  });
  const { problem } = await freshPlan(store.deps, new Records(store.deps.writing.table, 'southampton'));
  off();
  expect(problem.pool.subjects.length).toBeGreaterThan(50);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => key.includes('#person#'))).toHaveLength(300);
  expect(keys.filter((key) => key.includes('identity'))).toEqual([]);
  expect(queries.length).toBeGreaterThanOrEqual(7);
  expect(queries.every((query) => query.ProjectionExpression !== undefined)).toBe(true);
});

test('a plan is published a few batches at a time, however many parts it has', async () => {
  const store = await partnershipOf(300);
  const { table } = store.deps.writing;
  const { plan, factsFrom } = await freshPlan(store.deps, new Records(table, 'southampton'));
  let underWay = 0;
  let most = 0;
  let batches = 0;
  const off = tap(store.client, async ({ name, input }, send) => {
    if (!name.startsWith('BatchWrite')) return send(input);
    batches++;
    most = Math.max(most, ++underWay);
    try {
      return await send(input);
    } finally {
      underWay--;
    }
  });
  const made = { madeAt: factsFrom, factsFrom };
  expect(await publishPlan(store.deps.writing.table, 'southampton', plan, made)).toBe('published');
  off();
  expect(batches).toBeGreaterThan(8);
  expect(most).toBe(4);
});

test('a run that would not end in time is left to whoever comes next, who may begin at once', async () => {
  const store = await testStore(`${on}T09:00:00Z`);
  await loadOneChain(store);
  const { table, now } = store.deps.writing;
  await markDirty(table, 'southampton');
  const runs: string[] = [];
  // Each run takes ninety seconds, and a change comes during each.
  const slow = async () => {
    runs.push(now());
    store.setNow(new Date(Date.parse(now()) + 90_000).toISOString());
    await markDirty(table, 'southampton');
  };
  const off = tap(store.client, async ({ name, input }, send) => {
    if (name.startsWith('Put') && input.Item.PK === 'T#southampton#plan#current') await slow();
    return send(input);
  });
  expect(await rematch(store.deps, 'southampton')).toBe(true);
  off();
  expect(runs).toHaveLength(3);
  expect(await isDue(table, 'southampton', now())).toBe(true);
  expect(await rematch(store.deps, 'southampton')).toBe(true);
  expect(await isDue(table, 'southampton', now())).toBe(false);
});
