import { beforeEach, describe, expect, test } from 'vitest';
import type { Kind } from '../../../shared/store/kind.ts';
import { vacancies } from '../../../shared/store/kinds/homes.ts';
import { organisations, workers } from '../../../shared/store/kinds/partnerships.ts';
import { stays } from '../../../shared/store/kinds/placing.ts';
import { isCursor, Records } from '../../../shared/store/records.ts';
import { injectFaults } from '../../support/faults.ts';
import { loadOneChain } from '../../support/one-chain.ts';
import { aWorker } from '../../support/scenes.ts';
import { type TestStore, testStore } from '../../support/store.ts';
import { tap } from '../../support/tap.ts';

let store: TestStore;
let records: Records;
beforeEach(async () => {
  store = await testStore();
  records = new Records(store.deps.writing.table, 'southampton');
});

const manyWorkers = async (count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, (_, i) => `w-${String(i).padStart(3, '0')}`);
  await Promise.all(ids.map((id) => store.put('southampton', workers, aWorker(id))));
  return ids;
};

describe('by key', () => {
  test('a record is read with its version; one that is not there is null', async () => {
    await store.put('southampton', workers, aWorker('w-1'));
    expect(await records.get(workers, 'w-1')).toMatchObject({
      id: 'w-1',
      version: 1,
      partnership: 'southampton',
    });
    expect(await records.get(workers, 'w-2')).toBeNull();
  });

  test('a record of another partnership is not there', async () => {
    await store.put('bristol', workers, aWorker('w-1'));
    expect(await records.get(workers, 'w-1')).toBeNull();
    expect(await records.getMany(workers, ['w-1'])).toEqual([]);
  });

  test('many are read in the order asked, each once, in batches of a hundred', async () => {
    const ids = await manyWorkers(230);
    const { attempts } = injectFaults(store.client);
    const found = await records.getMany(workers, [...ids.toReversed(), 'nobody', ...ids]);
    expect(found.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(attempts.get('BatchGetItem')).toBe(3);
  });

  test('keys the table left over are asked for again, each time after a longer pause', async () => {
    const ids = await manyWorkers(10);
    let asked = 0;
    const off = tap(store.client, async ({ name, input }, send) => {
      if (name !== 'BatchGetItemCommand') return send(input);
      asked++;
      const { Keys, ...how } = input.RequestItems[store.tableName];
      const output = await send({ RequestItems: { [store.tableName]: { ...how, Keys: Keys.slice(0, 4) } } });
      const left = Keys.slice(4);
      return left.length === 0
        ? output
        : { ...(output as object), UnprocessedKeys: { [store.tableName]: { ...how, Keys: left } } };
    });
    const waited: number[] = [];
    const pause = async (attempt: number) => void waited.push(attempt);
    const busy = new Records({ ...store.deps.writing.table, pause }, 'southampton');
    const found = await busy.getMany(workers, ids);
    off();
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(asked).toBe(3);
    expect(waited).toEqual([1, 2]);
  });

  test('what the kind does not know is a fault, never guessed at', async () => {
    const strange = { ...organisations, name: 'worker' } as unknown as Kind<{ id: string; name: string }>;
    await store.put('southampton', { ...strange, list: () => null }, { id: 'w-1', name: 'No worker' });
    await expect(records.get(workers, 'w-1')).rejects.toThrow();
  });
});

describe('a list', () => {
  test('is read a page at a time, in order, each record once', async () => {
    const ids = await manyWorkers(7);
    const pages: string[][] = [];
    let after: string | null | undefined;
    do {
      const page = await records.list(workers, { limit: 3, after: after ?? undefined });
      pages.push(page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(ids);
  });

  test('never gives more than a hundred at once', async () => {
    await manyWorkers(105);
    const page = await records.list(workers, { limit: 5000 });
    expect(page.items).toHaveLength(100);
    expect(page.next).not.toBeNull();
    expect(await records.all(workers)).toHaveLength(105);
  });

  test('of those in a state, and of those about a subject, holds no others', async () => {
    await loadOneChain(store);
    const live = await records.list(vacancies, { within: 'live', limit: 10 });
    expect(live.items.map(({ id }) => id)).toEqual(['flat-free']);
    expect((await records.list(vacancies, { within: 'past', limit: 10 })).items).toEqual([]);
    expect((await records.about(vacancies, 'birch')).map(({ id }) => id)).toEqual(['flat-free']);
    expect(await records.about(vacancies, 'elm')).toEqual([]);
  });

  test('begins with what it is asked from, also after a page that ended before that', async () => {
    await loadOneChain(store);
    const ask = async (from: string, after?: string) => {
      const page = await records.list(stays, { within: 'live', limit: 1, from, after });
      return { ids: page.items.map(({ id }) => id), next: page.next ?? undefined };
    };
    const first = await ask('2025-02-03');
    expect(first.ids).toEqual(['stay-a']);
    expect((await ask('2025-02-03', first.next)).ids).toEqual(['stay-b']);
    expect((await ask('2025-11-01', first.next)).ids).toEqual(['stay-e']);
    expect(await ask('2026-01-20')).toEqual({ ids: [], next: undefined });
  });

  test('gives a cursor that names no partnership and opens nothing in another’s list', async () => {
    await manyWorkers(5);
    await store.put('bristol', workers, aWorker('b-1'));
    await store.put('bristol', workers, aWorker('z-1'));
    const { next } = await records.list(workers, { limit: 2 });
    expect(isCursor(next!)).toBe(true);
    expect(Buffer.from(next!, 'base64url').toString()).not.toContain('southampton');
    const elsewhere = new Records(store.deps.writing.table, 'bristol');
    const page = await elsewhere.list(workers, { limit: 10, after: next! });
    expect(page.items.map(({ id }) => id)).toEqual(['z-1']);
  });

  test.each(['', 'x', 'bnVsbA', Buffer.from('["a","b"]').toString('base64url'), '{}', '💥'])(
    'is asked for with the made-up cursor %j: it is none',
    async (cursor) => {
      expect(isCursor(cursor)).toBe(false);
      await expect(records.list(workers, { limit: 1, after: cursor })).rejects.toBeInstanceOf(RangeError);
    },
  );
});
