import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { Day, dayFromNumber, dayNumber } from '../../../shared/domain/day.ts';
import {
  addWorkingDays,
  bankHolidays,
  isWorkingDay,
  isWorkingDayNumber,
  readyAfterTurnaround,
  readyNumberAfterTurnaround,
  workingDayNumberOnOrAfter,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../shared/domain/working-days.ts';

type PlainDate = Temporal.PlainDate;
const date = (year: number, month: number, at: number) => Temporal.PlainDate.from({ year, month, day: at });

/** Easter Sunday by J.-M. Oudin's integer method. */
function easter(year: number): PlainDate {
  const { floor } = Math;
  const c = floor(year / 100);
  const golden = year % 19;
  const k = floor((c - 17) / 25);
  let i = (c - floor(c / 4) - floor((c - k) / 3) + 19 * golden + 15) % 30;
  i -= floor(i / 28) * (1 - floor(i / 28) * floor(29 / (i + 1)) * floor((21 - golden) / 11));
  const l = i - ((year + floor(year / 4) + i + 2 - c + floor(c / 4)) % 7);
  const month = 3 + floor((l + 40) / 44);
  return date(year, month, l + 28 - 31 * floor(month / 4));
}

const mondayOnOrAfter = (from: PlainDate) => from.add({ days: (8 - from.dayOfWeek) % 7 });
const lastMonday = (year: number, month: number) => {
  const last = date(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
};

/** The standing rules: the fixed days and Mondays, with the next free weekday for a day at a weekend. */
function byTheRules(year: number): string[] {
  const christmas = [date(year, 12, 25), date(year, 12, 26)];
  const kept = christmas.filter((each) => each.dayOfWeek < 6);
  for (const lost of christmas.filter((each) => each.dayOfWeek > 5)) {
    let substitute = lost;
    while (substitute.dayOfWeek > 5 || kept.some((each) => each.equals(substitute))) {
      substitute = substitute.add({ days: 1 });
    }
    kept.push(substitute);
  }
  const newYear = date(year, 1, 1);
  return [
    newYear.dayOfWeek > 5 ? mondayOnOrAfter(newYear) : newYear,
    easter(year).subtract({ days: 2 }),
    easter(year).add({ days: 1 }),
    mondayOnOrAfter(date(year, 5, 1)),
    lastMonday(year, 5),
    lastMonday(year, 8),
    ...kept,
  ]
    .map(String)
    .sort();
}

const anyDay = fc
  .integer({ min: dayNumber(Day.parse('2020-03-01')), max: dayNumber(Day.parse('2035-09-30')) })
  .map(dayFromNumber);
const someWorkingDays = fc.integer({ min: 0, max: 40 });
const settings = { seed: 20_261_121, numRuns: 500 };

describe('the table of bank holidays', () => {
  const exceptions: Record<number, { gone: string[]; added: string[] }> = {
    2020: { gone: ['2020-05-04'], added: ['2020-05-08'] },
    2022: { gone: ['2022-05-30'], added: ['2022-06-02', '2022-06-03', '2022-09-19'] },
    2023: { gone: [], added: ['2023-05-08'] },
  };

  test.each(Array.from({ length: 16 }, (_, at) => 2020 + at))(
    '%i follows the rules and its exceptions',
    (year) => {
      const { gone, added } = exceptions[year] ?? { gone: [], added: [] };
      const wanted = [...byTheRules(year).filter((each) => !gone.includes(each)), ...added].sort();
      expect(bankHolidays.filter((each) => each.startsWith(String(year)))).toEqual(wanted);
    },
  );

  test('holds no weekend, in order and without repeats', () => {
    for (const each of bankHolidays) expect(Temporal.PlainDate.from(each).dayOfWeek).toBeLessThan(6);
    expect([...new Set(bankHolidays)].sort()).toEqual(bankHolidays);
  });
});

describe('working days', () => {
  test('are the weekdays without a bank holiday', () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const weekday = Temporal.PlainDate.from(each).dayOfWeek < 6;
        expect(isWorkingDay(each)).toBe(weekday && !bankHolidays.includes(each));
      }),
      settings,
    );
  });

  test('the nth one after a day is found by walking day by day', () => {
    fc.assert(
      fc.property(anyDay, someWorkingDays, (from, count) => {
        let at = Temporal.PlainDate.from(from);
        for (let left = count; left > 0; ) {
          at = at.add({ days: 1 });
          if (isWorkingDay(Day.parse(at.toString()))) left--;
        }
        expect(addWorkingDays(from, count)).toBe(at.toString());
        expect(readyAfterTurnaround(from, count)).toBe(at.add({ days: 1 }).toString());
      }),
      settings,
    );
  });

  test('adding n of them and counting them agree', () => {
    fc.assert(
      fc.property(anyDay, someWorkingDays, (from, count) => {
        expect(workingDaysBetween(from, addWorkingDays(from, count))).toBe(count);
      }),
      settings,
    );
  });

  test('the nearest on either side is a working day with none between', () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const after = workingDayOnOrAfter(each);
        const before = workingDayOnOrBefore(each);
        expect([isWorkingDay(after), isWorkingDay(before)]).toEqual([true, true]);
        expect(before <= each && each <= after).toBe(true);
        expect(workingDaysBetween(before, after)).toBe(before === after ? 0 : 1);
      }),
      settings,
    );
  });

  test('the number variants say what the day variants say', () => {
    fc.assert(
      fc.property(anyDay, someWorkingDays, (each, count) => {
        const n = dayNumber(each);
        expect(isWorkingDayNumber(n)).toBe(isWorkingDay(each));
        expect(dayFromNumber(workingDayNumberOnOrAfter(n))).toBe(workingDayOnOrAfter(each));
        expect(dayFromNumber(readyNumberAfterTurnaround(n, count))).toBe(readyAfterTurnaround(each, count));
      }),
      settings,
    );
  });
});
