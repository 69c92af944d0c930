import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { done, refuse } from '../../../shared/domain/outcome.ts';
import type { Worker } from '../../../shared/domain/worker.ts';
import { auditOf } from '../../../shared/store/audit.ts';
import { commit, type Decide, type Intent, mostActions, type Writing } from '../../../shared/store/commit.ts';
import { Busy } from '../../../shared/store/faults.ts';
import type { Item } from '../../../shared/store/item.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { Records } from '../../../shared/store/records.ts';
import { change, create, unchanged } from '../../../shared/store/steps.ts';
import { type Fault, type Faults, injectFaults, withoutRetries } from '../../support/faults.ts';
import { snapshotOf } from '../../support/invariants/snapshot.ts';
import { findBroken } from '../../support/invariants.ts';
import { aWorker } from '../../support/scenes.ts';
import { type TestStore, testStore } from '../../support/store.ts';

const partnership = 'southampton';
const worker = (id: string, caseloadLimit: number | null = null): Worker => aWorker(id, { caseloadLimit });

const Added = z.strictObject({ id: z.string() });
type Added = z.infer<typeof Added>;

let store: TestStore;
let writing: Writing;
let faults: Faults;
beforeEach(async () => {
  store = await testStore();
  writing = { ...store.deps.writing, table: { ...store.deps.writing.table, pause: async () => undefined } };
  faults = injectFaults(store.client);
});

const intent = (key: string, payload = 'payload'): Intent<Added> => ({
  partnership,
  by: 'admin',
  deed: 'workerAdded',
  key,
  payload,
  answer: Added,
});

const adding =
  (id: string): Decide<Added> =>
  async (records) =>
    (await records.get(workers, id))
      ? refuse('already-exists', { workerId: id })
      : done({
          steps: [create(partnership, workers, worker(id))],
          answer: { id },
          told: { workerId: id },
        });

const kindsIn = async (): Promise<string[]> =>
  (await snapshotOf(store)).items.map((item) => String(item.kind)).sort();

describe('a commit', () => {
  test('keeps the record, its audit entry, the answer to its key and one thing to tell, together', async () => {
    const committed: (readonly Item[])[] = [];
    const listening: Writing = { ...writing, onCommit: (_deed, items) => committed.push(items) };
    expect(await commit(listening, intent('a'), adding('w-1'))).toEqual(done({ id: 'w-1' }));
    expect(await kindsIn()).toEqual(['audit', 'idempotency', 'outbox', 'worker']);
    expect(committed.map((items) => items.map((item) => item.kind))).toEqual([
      ['worker', 'audit', 'idempotency', 'outbox'],
    ]);
    expect(faults.attempts.get('TransactWriteItems')).toBe(1);
    expect(await findBroken(store)).toEqual([]);
  });

  test('names in the trail who did what when, and what it told, with no value of any field', async () => {
    await commit(writing, intent('a'), adding('w-1'));
    const [entry] = await auditOf(writing.table, partnership, 'worker:w-1');
    expect(entry).toMatchObject({
      number: 1,
      at: '2026-04-20T09:00:00.000Z',
      by: 'admin',
      deed: 'workerAdded',
      told: { workerId: 'w-1' },
    });
    expect(entry?.changes).toEqual([
      {
        kind: 'worker',
        id: 'w-1',
        version: 1,
        fields: ['caseloadLimit', 'coveredBy', 'fullTimeEquivalent', 'id', 'role', 'serviceModel', 'team'],
        from: null,
        to: null,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(JSON.stringify(entry)).not.toContain('adviser');
  });

  test('of the same key and payload has one effect, for ever, and answers the same', async () => {
    await commit(writing, intent('a'), adding('w-1'));
    store.setNow('2031-04-20T09:00:00Z');
    expect(await commit(writing, intent('a'), adding('w-1'))).toEqual(done({ id: 'w-1' }));
    // Nor does it do what it could do now.
    expect(await commit(writing, intent('a'), adding('w-2'))).toEqual(done({ id: 'w-1' }));
    // Nor does it matter that deciding it again would fail.
    const failing = () => Promise.reject(new RangeError('There are no bank holidays on record.'));
    expect(await commit(writing, intent('a'), failing)).toEqual(done({ id: 'w-1' }));
    expect(await kindsIn()).toEqual(['audit', 'idempotency', 'outbox', 'worker']);
  });

  test('of a new key reads nothing but what it decides on and the end of each trail', async () => {
    await commit(writing, intent('a'), adding('w-1'));
    expect(Object.fromEntries(faults.attempts)).toEqual({ GetItem: 1, Query: 1, TransactWriteItems: 1 });
  });

  test('of the same key with another payload is refused; the same key of somebody else is another request', async () => {
    await commit(writing, intent('a'), adding('w-1'));
    expect(await commit(writing, intent('a', 'other'), adding('w-2'))).toEqual(refuse('key-reused'));
    const other = await commit(writing, { ...intent('a', 'other'), by: 'lead' }, adding('w-2'));
    expect(other).toEqual(done({ id: 'w-2' }));
  });

  test('of a key that begins like the end of a member’s id is not taken for another’s', async () => {
    await commit(writing, { ...intent('c'), by: 'a.b' }, adding('w-1'));
    const other = await commit(writing, { ...intent('b.c'), by: 'a' }, adding('w-2'));
    expect(other).toEqual(done({ id: 'w-2' }));
  });

  test('that is refused leaves nothing behind, and its key may be used for what goes through later', async () => {
    await commit(writing, intent('a'), adding('w-1'));
    const before = await snapshotOf(store);
    expect(await commit(writing, intent('b'), adding('w-1'))).toMatchObject({ refusal: 'already-exists' });
    expect((await snapshotOf(store)).items).toEqual(before.items);
    expect(await commit(writing, intent('b'), adding('w-2'))).toEqual(done({ id: 'w-2' }));
  });

  test('holds as many actions as a transaction may, and asks for no more', async () => {
    const many =
      (count: number): Decide<Added> =>
      async () =>
        done({
          // One subject for each pair of actions: the worker and the entry of their trail.
          steps: Array.from({ length: count }, (_, i) => create(partnership, workers, worker(`w-${i}`))),
          answer: { id: 'many' },
        });
    await expect(commit(writing, intent('a'), many(50))).rejects.toThrow(
      new RangeError(`workerAdded takes 102 actions; a transaction holds ${mostActions}.`),
    );
    expect(await kindsIn()).toEqual([]);
    expect(await commit(writing, intent('a'), many(49))).toEqual(done({ id: 'many' }));
    expect(await kindsIn()).toHaveLength(100);
  });
});

describe('somebody else writes first', () => {
  /** Lets another change of w-1 through after this one has read, as often as asked. */
  const overtaken = (times: number, decide: Decide<Added>): { decide: Decide<Added>; runs: () => number } => {
    let runs = 0;
    return {
      runs: () => runs,
      decide: async (records, now) => {
        const decided = await decide(records, now);
        if (runs++ < times)
          await commit(writing, intent(`other-${runs}`), async (fresh) => {
            const kept = await fresh.get(workers, 'w-1');
            return done({
              steps: [change(kept!, worker('w-1', runs))],
              answer: { id: 'w-1' },
            });
          });
        return decided;
      },
    };
  };

  beforeEach(async () => {
    await commit(writing, intent('first'), adding('w-1'));
  });

  test('by chance: it is decided again on fresh reads, and goes through', async () => {
    const { decide, runs } = overtaken(3, async (records) => {
      const kept = await records.get(workers, 'w-1');
      return done({
        steps: [change(kept!, { ...kept!.data, fullTimeEquivalent: 0.5 })],
        answer: { id: 'w-1' },
      });
    });
    expect(await commit(writing, intent('mine'), decide)).toEqual(done({ id: 'w-1' }));
    expect(runs()).toBe(4);
    const kept = await new Records(writing.table, partnership).get(workers, 'w-1');
    expect(kept).toMatchObject({ version: 5, data: { fullTimeEquivalent: 0.5, caseloadLimit: 3 } });
    expect(await findBroken(store)).toEqual([]);
  });

  test('for real: it is refused, finally', async () => {
    const { decide, runs } = overtaken(1, async (records) => {
      const kept = await records.get(workers, 'w-1');
      return kept!.version > 1
        ? refuse('version-changed')
        : done({ steps: [change(kept!, worker('w-1', 9))], answer: { id: 'w-1' } });
    });
    expect(await commit(writing, intent('mine'), decide)).toEqual(refuse('version-changed'));
    // Once more on fresh reads, before it says so.
    expect(runs()).toBe(3);
  });

  test('between two reads of one look: what it refuses on reads of two moments is looked at again', async () => {
    let looks = 0;
    const outcome = await commit(writing, intent('torn'), async (records) => {
      const kept = await records.get(workers, 'w-1');
      return ++looks === 1
        ? refuse('caseload-full')
        : done({ steps: [change(kept!, worker('w-1', 7))], answer: { id: 'w-1' } });
    });
    expect(outcome).toEqual(done({ id: 'w-1' }));
    expect(looks).toBe(2);
  });

  test('a fact that a write only rests on: it is decided again', async () => {
    const { decide, runs } = overtaken(1, async (records) => {
      const kept = await records.get(workers, 'w-1');
      return done({
        steps: [create(partnership, workers, worker('w-2', kept!.version)), unchanged(kept!)],
        answer: { id: 'w-2' },
      });
    });
    await commit(writing, intent('mine'), decide);
    expect(runs()).toBe(2);
    const kept = await new Records(writing.table, partnership).get(workers, 'w-2');
    expect(kept?.data.caseloadLimit).toBe(2);
  });

  test('with this very key: both hear the one answer, and it is done once', async () => {
    const { decide } = overtaken(0, async (records, now) => {
      await commit(writing, intent('same'), adding('w-2'));
      return adding('w-2')(records, now);
    });
    expect(await commit(writing, intent('same'), decide)).toEqual(done({ id: 'w-2' }));
    expect(await findBroken(store)).toEqual([]);
  });
});

describe('between here and the table', () => {
  const passing: readonly Fault[] = [
    'conflict',
    'throttle',
    'throughput exceeded',
    'transaction in progress',
    'server error',
    'bad gateway',
    'timeout before',
    'lost response',
    'connection reset after',
  ];
  const keptOnce = async (): Promise<void> => {
    expect(await commit(writing, intent('a'), adding('w-1'))).toEqual(done({ id: 'w-1' }));
    expect(faults.fired.length).toBeGreaterThan(0);
    expect(await kindsIn()).toEqual(['audit', 'idempotency', 'outbox', 'worker']);
    expect(await commit(writing, intent('a'), adding('w-9'))).toEqual(done({ id: 'w-1' }));
  };

  test.each(passing)('%s on the write, met by the SDK first: it is done once and answered', async (fault) => {
    faults.plan({ fault, command: 'TransactWriteItems' });
    await keptOnce();
  });

  test.each(passing)('%s on the write, more often than the SDK tries: the same', async (fault) => {
    withoutRetries(store.client);
    faults.plan({ fault, command: 'TransactWriteItems', times: 3 });
    await keptOnce();
  });

  test.each(['GetItem', 'Query'])('a table that does not answer a %s: it is asked again', async (command) => {
    withoutRetries(store.client);
    faults.plan({ fault: 'timeout before', command, times: 3 });
    expect(await commit(writing, intent('a'), adding('w-1'))).toEqual(done({ id: 'w-1' }));
    expect(faults.fired).toHaveLength(3);
    expect(await findBroken(store)).toEqual([]);
  });

  test('our own end after the write: the same key tells what became of it', async () => {
    faults.plan({ fault: 'killed after', command: 'TransactWriteItems' });
    await expect(commit(writing, intent('a'), adding('w-1'))).rejects.toMatchObject({ name: 'Killed' });
    faults.revive();
    expect(await commit(writing, intent('a'), adding('w-1'))).toEqual(done({ id: 'w-1' }));
    expect(await kindsIn()).toEqual(['audit', 'idempotency', 'outbox', 'worker']);
  });

  test('an error nobody has foreseen, after the write: what was done is told all the same', async () => {
    faults.plan({ fault: 'unforeseen after', command: 'TransactWriteItems' });
    expect(await commit(writing, intent('b'), adding('w-2'))).toEqual(done({ id: 'w-2' }));
  });

  test('our own end before the write: nothing is there, and the same key does it', async () => {
    faults.plan({ fault: 'killed before', command: 'TransactWriteItems' });
    await expect(commit(writing, intent('a'), adding('w-1'))).rejects.toMatchObject({ name: 'Killed' });
    faults.revive();
    expect(await kindsIn()).toEqual([]);
    expect(await commit(writing, intent('a'), adding('w-1'))).toEqual(done({ id: 'w-1' }));
  });

  test('a table that never answers: it waits between tries, gives up, and has written nothing', async () => {
    const waited: number[] = [];
    const pause = async (attempt: number) => void waited.push(attempt);
    const waiting = { ...writing, table: { ...writing.table, pause } };
    withoutRetries(store.client);
    faults.plan(
      { fault: 'conflict', command: 'TransactWriteItems', times: 2 },
      { fault: 'throttle', command: 'GetItem', times: 1e6, after: 2 },
    );
    await expect(commit(waiting, intent('a'), adding('w-1'))).rejects.toBeInstanceOf(Busy);
    expect(waited).toEqual(Array.from({ length: waited.length }, (_, i) => i + 1));
    expect(waited.length).toBeGreaterThan(50);
    expect(await kindsIn()).toEqual([]);
  });

  test('what no other try can change is a fault at once', async () => {
    const tooLarge: Decide<Added> = async () => {
      const step = create(partnership, workers, worker('w-1'));
      if (step.action !== 'write') throw new Error('That is no write.');
      return done({
        steps: [{ ...step, item: { ...step.item, data: 'x'.repeat(401 * 1024) } }],
        answer: { id: 'w-1' },
      });
    };
    await expect(commit(writing, intent('a'), tooLarge)).rejects.not.toBeInstanceOf(Busy);
    expect(faults.attempts.get('TransactWriteItems')).toBe(1);
  });
});
