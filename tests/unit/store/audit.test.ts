import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { done } from '../../../shared/domain/outcome.ts';
import { auditOf, brokenEntry, keyedHash } from '../../../shared/store/audit.ts';
import { commit } from '../../../shared/store/commit.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { change, create } from '../../../shared/store/steps.ts';
import { Receipt } from '../../../shared/usecases/call.ts';
import { aWorker } from '../../support/scenes.ts';
import { type TestStore, testStore } from '../../support/store.ts';

let store: TestStore;
beforeEach(async () => {
  store = await testStore();
});

/** Adds a worker and changes them so many times. */
async function trail(changes: number): Promise<AuditEntry[]> {
  const { writing } = store.deps;
  for (let i = 0; i <= changes; i++) {
    const intent = {
      partnership: 'southampton',
      by: 'admin',
      deed: 'workerAdded',
      key: `k-${i}`,
      payload: '',
      answer: Receipt,
    } as const;
    await commit(writing, intent, async (records) => {
      const kept = await records.get(workers, 'w-1');
      const data = aWorker('w-1', { caseloadLimit: i });
      const step = kept ? change(kept, data) : create('southampton', workers, data);
      return done({ steps: [step], answer: { id: 'w-1', version: i + 1 }, told: { nth: String(i) } });
    });
  }
  return auditOf(writing.table, 'southampton', 'worker:w-1');
}

describe('the trail of a subject', () => {
  test('is whole, numbered from 1, each entry with the hash of the one before', async () => {
    const entries = await trail(4);
    expect(entries.map((one) => one.number)).toEqual([1, 2, 3, 4, 5]);
    expect(entries.slice(1).map((one) => one.before)).toEqual(entries.slice(0, -1).map((one) => one.hash));
    expect(brokenEntry(entries)).toBeNull();
    expect(brokenEntry([])).toBeNull();
  });

  test('is read from the newest, and before an entry, oldest first', async () => {
    await trail(11);
    const { table } = store.deps.writing;
    const read = async (limit?: number, before?: number) =>
      (await auditOf(table, 'southampton', 'worker:w-1', limit, before)).map((one) => one.number);
    expect(await read(3)).toEqual([10, 11, 12]);
    expect(await read(2, 10)).toEqual([8, 9]);
    expect(await read(undefined, 3)).toEqual([1, 2]);
  });

  test('shows which entry was altered, left out, moved or put in', async () => {
    const entries = await trail(4);
    const [one, two, three, four, five] = entries as [
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
    ];
    const altered = { ...three, by: 'somebody-else' };
    expect(brokenEntry([one, two, altered, four, five])).toBe(3);
    expect(brokenEntry([one, two, four, five])).toBe(3);
    expect(brokenEntry([two, three])).toBe(1);
    expect(brokenEntry([one, three, two, four, five])).toBe(2);
    expect(brokenEntry([one, two, three, three, four, five])).toBe(4);
    const change = { ...three.changes[0]!, version: 9 };
    expect(brokenEntry([one, two, { ...three, changes: [change] }, four, five])).toBe(3);
  });

  test('does not change its hash with the order in which fields are named', async () => {
    const [first] = await trail(0);
    const backwards = Object.fromEntries(Object.entries(first!).reverse()) as unknown as AuditEntry;
    expect(brokenEntry([backwards])).toBeNull();
  });

  test('holds no value, only a hash that nobody can find without the secret', async () => {
    const [first] = await trail(0);
    const data = JSON.stringify(aWorker('w-1', { caseloadLimit: 0 }));
    expect(first?.changes[0]?.hash).toBe(keyedHash(store.deps.writing.secret, data));
    expect(keyedHash('another secret', data)).not.toBe(first?.changes[0]?.hash);
  });
});
