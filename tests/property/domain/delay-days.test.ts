import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, Day, dayNumber, Instant, londonDay } from '../../../shared/domain/day.ts';
import { daysLost, lostDays } from '../../../shared/domain/delay-days.ts';
import { Attributable, DelayReason } from '../../../shared/domain/discharge-codes.ts';
import { ReadyPeriod } from '../../../shared/domain/placement-request.ts';

const seed = 20_261_025;
const cause = fc.record({
  delayReason: fc.constantFrom(...DelayReason.options),
  attributable: fc.constantFrom(...Attributable.options),
});

/** The two days of 2026 on which the clocks change, and some in between. */
const start = fc
  .constantFrom('2026-03-20', '2026-03-28', '2026-10-18', '2026-10-24', '2026-02-25')
  .map((day) => Day.parse(day));

/** A run: how long it is before it begins, how long it lasts, and the days into it on which the reason changed. */
const run = fc.record({
  gap: fc.integer({ min: 0, max: 6 }),
  length: fc.integer({ min: 0, max: 12 }),
  cause,
  changes: fc.uniqueArray(fc.record({ after: fc.integer({ min: 1, max: 11 }), cause }), {
    maxLength: 3,
    selector: (one) => one.after,
  }),
});

/** Periods that follow one another, as the ward records them; the last may be going on. */
const recorded = fc
  .record({ start, runs: fc.array(run, { minLength: 1, maxLength: 4 }), open: fc.boolean() })
  .map(({ start, runs, open }) => {
    let from = start;
    return runs.map(({ gap, length, cause: first, changes }, at) => {
      const readyOn = addDays(from, gap);
      from = addDays(readyOn, length);
      const endedOn = open && at === runs.length - 1 ? null : from;
      return ReadyPeriod.parse({
        ...{ id: `period-${at}`, requestId: 'ask', readyOn, endedOn, ...first },
        endReason: endedOn && 'notReadyAgain',
        reasonChanges: [...changes]
          .sort((a, b) => a.after - b.after)
          .map((one) => ({ from: addDays(readyOn, one.after), ...one.cause })),
      });
    });
  });

const asked = fc
  .record({ periods: recorded, later: fc.integer({ min: 0, max: 50 }) })
  .map(({ periods, later }) => ({
    periods,
    on: addDays(periods[0]!.readyOn, later),
  }));

const sum = (parts: readonly { readonly days: number }[]) => parts.reduce((all, one) => all + one.days, 0);

/** The days that begin in London while hours go by: what an hour-by-hour clock on the ward's wall would see. */
function londonDaysByTheHour(from: Day, to: Day): Set<string> {
  const seen = new Set<string>();
  const end = Date.parse(`${to}T12:00:00Z`) + 36 * 3_600_000;
  for (let at = Date.parse(`${from}T00:00:00Z`) - 3_600_000; at < end; at += 3_600_000) {
    const day = londonDay(Instant.parse(new Date(at).toISOString()));
    if (day >= from && day < to) seen.add(day);
  }
  return seen;
}

test('days lost by reason and by whose part they were both sum to the days on which the ward’s own clock saw the patient wait', () => {
  fc.assert(
    fc.property(asked, ({ periods, on }) => {
      const seen = new Set<string>();
      for (const { readyOn, endedOn } of periods)
        for (const day of londonDaysByTheHour(readyOn, endedOn !== null && endedOn < on ? endedOn : on))
          seen.add(day);
      const { days, byReason, byAttributable } = daysLost(periods, on);
      expect(days).toBe(seen.size);
      expect(sum(byReason)).toBe(days);
      expect(sum(byAttributable)).toBe(days);
      expect([...seen].sort()).toEqual(lostDays(periods, on).map((one) => one.on));
    }),
    { seed, numRuns: process.env.FULL === '1' ? 2_000 : 150 },
  );
});

test('each day counts for the reason last given by then, and for one alone', () => {
  fc.assert(
    fc.property(asked, ({ periods, on }) => {
      for (const lost of lostDays(periods, on)) {
        const period = periods.find((one) => one.id === lost.periodId)!;
        const given = [
          { from: period.readyOn, delayReason: period.delayReason, attributable: period.attributable },
          ...(period.reasonChanges ?? []),
        ].filter((one) => one.from <= lost.on);
        const latest = given.sort((a, b) => dayNumber(a.from) - dayNumber(b.from)).at(-1)!;
        expect([lost.delayReason, lost.attributable]).toEqual([latest.delayReason, latest.attributable]);
      }
    }),
    { seed, numRuns: 300 },
  );
});

test('old records that overlap lose no day and count none twice, in whatever order they come', () => {
  const anyPeriod = fc
    .record({
      start,
      shift: fc.integer({ min: 0, max: 20 }),
      length: fc.option(fc.integer({ min: 0, max: 15 })),
      cause,
    })
    .map(({ start, shift, length, cause: given }) => {
      const readyOn = addDays(start, shift);
      return { readyOn, endedOn: length === null ? null : addDays(readyOn, length), ...given };
    });
  fc.assert(
    fc.property(fc.array(anyPeriod, { maxLength: 5 }), fc.integer({ min: 0, max: 300 }), (rows, later) => {
      const periods = rows.map((row, at) =>
        ReadyPeriod.parse({
          ...row,
          id: `old-${at}`,
          requestId: 'ask',
          endReason: row.endedOn && 'notReadyAgain',
        }),
      );
      const on = addDays(Day.parse('2026-02-25'), later);
      const union = new Set<number>();
      for (const { readyOn, endedOn } of periods)
        for (let n = dayNumber(readyOn); n < dayNumber(endedOn !== null && endedOn < on ? endedOn : on); n++)
          union.add(n);
      expect(daysLost(periods, on).days).toBe(union.size);
      expect(daysLost([...periods].reverse(), on).days).toBe(union.size);
      for (const lost of lostDays(periods, on)) {
        const naming = periods.filter(
          (one) => one.readyOn <= lost.on && (one.endedOn === null || one.endedOn > lost.on),
        );
        const counted = periods.find((one) => one.id === lost.periodId)!;
        expect(naming.every((one) => one.readyOn >= counted.readyOn)).toBe(true);
      }
      expect(sum(daysLost(periods, on).byReason)).toBe(union.size);
      expect(sum(daysLost(periods, on).byAttributable)).toBe(union.size);
    }),
    { seed, numRuns: 300 },
  );
});

test('stopping a period and starting it again the same day with the same reason changes no figure', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      cause,
      (readyOn, a, b, given) => {
        const period = (id: string, from: Day, endedOn: Day) =>
          ReadyPeriod.parse({
            id,
            requestId: 'ask',
            readyOn: from,
            endedOn,
            endReason: 'notReadyAgain',
            ...given,
          });
        const middle = addDays(readyOn, a);
        const end = addDays(middle, b);
        const whole = daysLost([period('one', readyOn, end)], end);
        expect(daysLost([period('one', readyOn, middle), period('two', middle, end)], end)).toEqual(whole);
        expect(whole.days).toBe(a + b);
      },
    ),
    { seed, numRuns: 100 },
  );
});
