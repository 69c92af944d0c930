import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { commit, type Decide, type Writing } from '../../../shared/store/commit.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { Records } from '../../../shared/store/records.ts';
import { change, create, type Step, unchanged } from '../../../shared/store/steps.ts';
import { type Fault, injectFaults, withoutRetries } from '../../support/faults.ts';
import { snapshotOf } from '../../support/invariants/snapshot.ts';
import { findBroken } from '../../support/invariants.ts';
import { race } from '../../support/race.ts';
import { aWorker } from '../../support/scenes.ts';
import { testStore } from '../../support/store.ts';

const runs = process.env.FULL ? 600 : 40;
const partnership = 'southampton';
const ids = ['w-1', 'w-2', 'w-3'] as const;

const Raised = z.strictObject({ id: z.string(), to: z.int() });
type Raised = z.infer<typeof Raised>;

/** Raises the limit of one worker by one, as long as it is below a bound, relying on another as they are. */
interface Raise {
  readonly id: (typeof ids)[number];
  readonly relyOn: (typeof ids)[number] | null;
  readonly below: number;
}

/** One sending of a raise: several may carry the same key. */
interface Sending {
  readonly key: number;
  readonly raise: Raise;
}

const raise: fc.Arbitrary<Raise> = fc.record({
  id: fc.constantFrom(...ids),
  relyOn: fc.option(fc.constantFrom(...ids), { nil: null, freq: 2 }),
  below: fc.integer({ min: 1, max: 6 }),
});

/** Raises with a key each, and an order in which they are sent, some of them several times, some at once. */
const storm: fc.Arbitrary<Sending[][]> = fc.array(raise, { minLength: 2, maxLength: 8 }).chain((raises) =>
  fc.array(
    fc.array(
      fc.nat({ max: raises.length - 1 }).map((key) => ({ key, raise: raises[key]! })),
      { minLength: 1, maxLength: 6 },
    ),
    { minLength: 1, maxLength: 4 },
  ),
);

const faultPlan = fc.array(
  fc.record({
    fault: fc.constantFrom<Fault>(
      'conflict',
      'throttle',
      'timeout before',
      'lost response',
      'connection reset after',
      'killed after',
      'killed before',
    ),
    command: fc.constant('TransactWriteItems'),
    after: fc.nat({ max: 4 }),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 3 },
);

function deciding({ id, relyOn, below }: Raise): Decide<Raised> {
  return async (records) => {
    const kept = await records.get(workers, id);
    const other = relyOn === null || relyOn === id ? null : await records.get(workers, relyOn);
    const to = (kept?.data.caseloadLimit ?? 0) + 1;
    if (to > below) return refuse('caseload-full', { workerId: id });
    const data = aWorker(id, { caseloadLimit: to });
    const steps: Step[] = [kept ? change(kept, data) : create(partnership, workers, data)];
    return done({ steps: other ? [...steps, unchanged(other)] : steps, answer: { id, to } });
  };
}

const send = (writing: Writing, { key, raise: what }: Sending): Promise<Outcome<Raised>> =>
  commit(
    writing,
    {
      partnership,
      by: 'admin',
      deed: 'workerAdded',
      key: `k-${key}`,
      payload: `${key}`,
      answer: Raised,
    },
    deciding(what),
  );

test('however many send what at once and whatever fails, each key has one effect and one answer', async () => {
  await fc.assert(
    fc.asyncProperty(storm, faultPlan, async (waves, planned) => {
      const store = await testStore();
      const table = { ...store.deps.writing.table, pause: async () => undefined };
      const writing = { ...store.deps.writing, table };
      const faults = injectFaults(store.client);
      withoutRetries(store.client);
      faults.plan(...planned);
      const answers = new Map<number, Set<string>>();
      const hear = (key: number, outcome: Outcome<Raised>): void => {
        if (outcome.ok) answers.set(key, (answers.get(key) ?? new Set()).add(JSON.stringify(outcome.value)));
      };
      for (const wave of waves) {
        await race(wave.length, async (i) => {
          const sending = wave[i]!;
          // A process that dies says nothing; what became of it is asked below.
          const outcome = await send(writing, sending).catch(() => null);
          if (outcome) hear(sending.key, outcome);
        });
        faults.revive();
      }
      faults.clear();
      for (const sending of waves.flat()) hear(sending.key, await send(writing, sending));

      const raised = [...answers.values()].map((heard) => {
        expect(heard.size).toBe(1);
        return Raised.parse(JSON.parse([...heard][0]!));
      });
      expect((await snapshotOf(store)).outbox).toHaveLength(raised.length);
      const kept = await new Records(store.deps.writing.table, partnership).getMany(workers, ids);
      for (const { id, version, data } of kept) {
        const steps = raised.filter((one) => one.id === id).map((one) => one.to);
        expect(steps.sort()).toEqual(Array.from({ length: version }, (_, i) => i + 1));
        expect(data.caseloadLimit).toBe(version);
      }
      expect(await findBroken(store)).toEqual([]);
    }),
    { seed: 20_261_123, numRuns: runs },
  );
}, 600_000);
