import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, Day, daysBetween } from '../../../shared/domain/day.ts';
import {
  type Away,
  daysWithoutWorkers,
  type Held,
  type Period,
} from '../../../shared/domain/days-without-workers.ts';
import { WorkerId } from '../../../shared/domain/ids.ts';

const seed = 20_261_123;
/** The week in which the clocks go back is among the days. */
const start = Day.parse('2026-10-15');
const ids = ['ada', 'ben', 'cat', 'dee'].map((id) => WorkerId.parse(id));
const worker = fc.constantFrom(...ids);

const span = fc
  .record({ at: fc.integer({ min: 0, max: 40 }), length: fc.option(fc.integer({ min: 0, max: 20 })) })
  .map(({ at, length }) => {
    const from = addDays(start, at);
    return { from, until: length === null ? null : addDays(from, length) };
  });
const held = fc.array(
  fc.record({ workerId: worker, span }).map((one): Held => ({ ...one.span, workerId: one.workerId })),
  { maxLength: 5 },
);
const away = fc
  .array(
    fc.tuple(
      worker,
      fc.array(
        fc
          .record({ span, coveredBy: fc.option(worker) })
          .map((one) => ({ ...one.span, coveredBy: one.coveredBy })),
        { maxLength: 1 },
      ),
    ),
    { maxLength: 4 },
  )
  .map((pairs): Away => new Map(pairs));
const period = fc
  .record({ at: fc.integer({ min: -3, max: 40 }), length: fc.integer({ min: 1, max: 40 }) })
  .map(({ at, length }): Period => ({ from: addDays(start, at), until: addDays(start, at + length) }));

/** The same, one day after another and nothing else. */
function dayByDay(times: readonly Held[], absent: Away, wanted: number, { from, until }: Period) {
  const found = { of: 0, days: 0 };
  const on = (one: { from: Day; until: Day | null }, day: Day) =>
    day >= one.from && (one.until === null || day < one.until);
  const absence = (id: WorkerId, day: Day) => (absent.get(id) ?? []).find((one) => on(one, day));
  for (let i = 0; i < daysBetween(from, until); i++) {
    const day = addDays(from, i);
    const begun = times.some((one) => one.from <= day);
    const over = times.every((one) => one.until !== null && one.until <= day);
    if (!begun || over) continue;
    const there = new Set<string>();
    for (const one of times.filter((each) => on(each, day))) {
      const gone = absence(one.workerId, day);
      if (!gone) there.add(one.workerId);
      else if (gone.coveredBy !== null && !absence(gone.coveredBy, day)) there.add(gone.coveredBy);
    }
    found.of++;
    if (there.size < wanted) found.days++;
  }
  return found;
}

const cases = process.env.FULL === '1' ? 20_000 : 1_000;

test('days without enough workers are those found by counting day by day, and each is in one spell', () => {
  fc.assert(
    fc.property(held, away, fc.integer({ min: 1, max: 3 }), period, (times, absent, wanted, asked) => {
      const found = daysWithoutWorkers(times, absent, wanted, asked);
      expect({ of: found.of, days: found.days }).toEqual(dayByDay(times, absent, wanted, asked));
      const inSpells = found.spells.flatMap(({ from, until }) =>
        Array.from({ length: daysBetween(from, until) }, (_, i) => addDays(from, i)),
      );
      expect(new Set(inSpells).size).toBe(inSpells.length);
      expect(inSpells).toHaveLength(found.days);
      for (const spell of found.spells) expect(spell.workers).toBeLessThan(wanted);
    }),
    { seed, numRuns: cases },
  );
});

test('a period that is split in two has the same days in its parts as in one', () => {
  fc.assert(
    fc.property(held, away, period, fc.integer({ min: 1, max: 39 }), (times, absent, asked, into) => {
      const middle = addDays(asked.from, Math.min(into, daysBetween(asked.from, asked.until)));
      const whole = daysWithoutWorkers(times, absent, 2, asked);
      const parts = [
        daysWithoutWorkers(times, absent, 2, { from: asked.from, until: middle }),
        daysWithoutWorkers(times, absent, 2, { from: middle, until: asked.until }),
      ];
      expect(parts.reduce((sum, one) => sum + one.days, 0)).toBe(whole.days);
      expect(parts.reduce((sum, one) => sum + one.of, 0)).toBe(whole.of);
    }),
    { seed, numRuns: cases },
  );
});
