import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { done, type Outcome, refuse } from '../../shared/domain/outcome.ts';
import { auditOf } from '../../shared/store/audit.ts';
import { commit, type Intent } from '../../shared/store/commit.ts';
import { workers } from '../../shared/store/kinds/partnerships.ts';
import { Records } from '../../shared/store/records.ts';
import { change, create } from '../../shared/store/steps.ts';
import { findBroken } from '../support/invariants.ts';
import { race } from '../support/race.ts';
import { aWorker } from '../support/scenes.ts';
import { type TestStore, testStore } from '../support/store.ts';

const full = Boolean(process.env.FULL);
const partnership = 'southampton';
const Version = z.strictObject({ version: z.int() });
type Version = z.infer<typeof Version>;

let store: TestStore;
beforeEach(async () => {
  store = await testStore();
  await commit(store.deps.writing, intent('first'), async () =>
    done({ steps: [create(partnership, workers, aWorker('w-1'))], answer: { version: 1 } }),
  );
});

const intent = (key: string): Intent<Version> => ({
  partnership,
  by: 'admin',
  deed: 'workerAdded',
  key,
  payload: key,
  answer: Version,
});

/** Changes the worker once more, if they are in the version that is expected, where one is. */
const raise = (key: string, expected: number | null): Promise<Outcome<Version>> =>
  commit(store.deps.writing, intent(key), async (records) => {
    const kept = await records.get(workers, 'w-1');
    if (!kept) return refuse('not-found');
    if (expected !== null && kept.version !== expected) return refuse('version-changed');
    const caseloadLimit = (kept.data.caseloadLimit ?? 0) + 1;
    return done({
      steps: [change(kept, { ...kept.data, caseloadLimit })],
      answer: { version: kept.version + 1 },
    });
  });

const workerNow = async () => (await new Records(store.deps.writing.table, partnership).get(workers, 'w-1'))!;

describe('200 contenders for one record', () => {
  test('who all expect the version they read: one has it, in every round, and the others are refused', async () => {
    const rounds = full ? 10 : 2;
    for (let version = 1; version <= rounds; version++) {
      const outcomes = await race(200, (i) => raise(`round-${version}-${i}`, version));
      expect(outcomes.filter((one) => one.ok)).toEqual([done({ version: version + 1 })]);
      expect(outcomes.filter((one) => !one.ok && one.refusal !== 'version-changed')).toEqual([]);
      expect((await workerNow()).version).toBe(version + 1);
    }
    const entries = await auditOf(store.deps.writing.table, partnership, 'worker:w-1');
    expect(entries.map((one) => one.changes.map((each) => each.version))).toEqual(
      Array.from({ length: rounds + 1 }, (_, i) => [i + 1]),
    );
    expect(await findBroken(store)).toEqual([]);
  });
});

describe('contenders who only add to what is there', () => {
  test('all get through, each on the version of the one before', async () => {
    const contenders = full ? 64 : 16;
    const outcomes = await race(contenders, (i) => raise(`add-${i}`, null));
    const versions = outcomes.map((one) => (one.ok ? one.value.version : 0)).sort((a, b) => a - b);
    expect(versions).toEqual(Array.from({ length: contenders }, (_, i) => i + 2));
    expect((await workerNow()).data.caseloadLimit).toBe(contenders);
    expect(await findBroken(store)).toEqual([]);
  });
});
