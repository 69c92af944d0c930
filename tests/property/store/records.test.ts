import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Worker } from '../../../shared/domain/worker.ts';
import { itemOf, keptOf } from '../../../shared/store/item.ts';
import { workers } from '../../../shared/store/kinds/partnerships.ts';
import { isCursor, Records } from '../../../shared/store/records.ts';
import { aWorker } from '../../support/scenes.ts';
import { testStore } from '../../support/store.ts';

const runs = process.env.FULL ? 200 : 20;

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const worker: fc.Arbitrary<Worker> = fc
  .record({
    id: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/),
    role: text,
    team: fc.option(text, { nil: null }),
    caseloadLimit: fc.option(fc.nat({ max: 200 }), { nil: null }),
  })
  .map(({ id, ...more }) => aWorker(id, more));

test('whatever is kept is read back as it was', () => {
  fc.assert(
    fc.property(worker, fc.integer({ min: 1, max: 1e6 }), (data, version) => {
      const kept = keptOf('southampton', workers, itemOf('southampton', workers, version, data));
      expect(kept).toMatchObject({ id: data.id, version });
      expect(kept.data).toEqual(data);
    }),
    { seed: 1, numRuns: 25 * runs },
  );
});

test('pages of any size hold every record of the list once, in order, and no other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(worker, { selector: ({ id }) => id, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (all, limit) => {
        const store = await testStore();
        await Promise.all(all.map((data) => store.put('southampton', workers, data)));
        await Promise.all(all.map((data) => store.put('bristol', workers, data)));
        const records = new Records(store.deps.writing.table, 'southampton');
        const read: string[] = [];
        let after: string | undefined;
        do {
          const page = await records.list(workers, { limit, after });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          expect(page.next === null || isCursor(page.next)).toBe(true);
          read.push(...page.items.map((one) => one.id));
          after = page.next ?? undefined;
        } while (after !== undefined);
        expect(new Set(read).size).toBe(read.length);
        expect([...read].sort()).toEqual(all.map(({ id }) => id).sort());
        expect(read).toEqual((await records.all(workers)).map(({ id }) => id));
      },
    ),
    { seed: 2, numRuns: runs },
  );
}, 300_000);
