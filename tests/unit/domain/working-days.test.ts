import { describe, expect, test } from 'vitest';
import { Day, dayNumber } from '../../../shared/domain/day.ts';
import {
  addWorkingDays,
  bankHolidays,
  isWorkingDay,
  isWorkingDayNumber,
  readyAfterTurnaround,
  readyNumberAfterTurnaround,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../../shared/domain/working-days.ts';

const day = (text: string) => Day.parse(text);

describe('bank holidays', () => {
  test('2026 has the eight that were published, Boxing Day on the Monday', () => {
    expect(bankHolidays.filter((holiday) => holiday.startsWith('2026'))).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-28',
    ]);
  });

  test('the one-off days of 2020, 2022 and 2023 are in the table', () => {
    for (const holiday of ['2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08']) {
      expect(isWorkingDay(day(holiday))).toBe(false);
    }
    expect(isWorkingDay(day('2020-05-04'))).toBe(true);
    expect(isWorkingDay(day('2022-05-30'))).toBe(true);
  });
});

describe('working days', () => {
  test('the nth working day passes over weekends and Easter', () => {
    expect(addWorkingDays(day('2026-04-02'), 1)).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-04-03'), 1)).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-04-02'), 5)).toBe('2026-04-13');
  });

  test('no working days later is the same day, even a Sunday', () => {
    expect(addWorkingDays(day('2026-05-03'), 0)).toBe('2026-05-03');
  });

  test('the nearest working day is looked for on the side asked', () => {
    expect(workingDayOnOrAfter(day('2026-05-02'))).toBe('2026-05-05');
    expect(workingDayOnOrBefore(day('2026-05-04'))).toBe('2026-05-01');
    expect(workingDayOnOrAfter(day('2026-05-01'))).toBe('2026-05-01');
    expect(workingDayOnOrBefore(day('2026-05-01'))).toBe('2026-05-01');
  });

  test('days between leave out the first and take in the last', () => {
    expect(workingDaysBetween(day('2026-05-01'), day('2026-05-05'))).toBe(1);
    expect(workingDaysBetween(day('2026-05-05'), day('2026-05-05'))).toBe(0);
    expect(workingDaysBetween(day('2026-05-05'), day('2026-05-01'))).toBe(-1);
  });
});

describe('turnaround', () => {
  test('over the early May weekend, a room left on Friday is ready on Thursday', () => {
    expect(readyAfterTurnaround(day('2026-05-01'), 2)).toBe('2026-05-07');
  });

  test('a room left at a weekend waits for the same working days', () => {
    expect(readyAfterTurnaround(day('2026-05-03'), 2)).toBe('2026-05-07');
  });

  test('may end on a Saturday, as the day after its last working day', () => {
    expect(readyAfterTurnaround(day('2026-05-06'), 2)).toBe('2026-05-09');
  });

  test('without turnaround days a room is ready the day after', () => {
    expect(readyAfterTurnaround(day('2026-05-01'), 0)).toBe('2026-05-02');
  });

  test('a negative or broken number of working days is a fault', () => {
    expect(() => readyAfterTurnaround(day('2026-05-01'), -1)).toThrow(RangeError);
    expect(() => readyNumberAfterTurnaround(20_574, 1.5)).toThrow(RangeError);
  });
});

describe('the ends of the table', () => {
  test('its first and last days are known', () => {
    expect(isWorkingDay(day('2020-01-01'))).toBe(false);
    expect(isWorkingDay(day('2035-12-31'))).toBe(true);
  });

  test.each(['2019-12-31', '2036-01-01'])('%s is outside, and the fault names the last year', (text) => {
    expect(() => isWorkingDay(day(text))).toThrow(/2035/);
    expect(() => isWorkingDayNumber(dayNumber(day(text)))).toThrow(RangeError);
  });

  test('a search that leaves the table is a fault too', () => {
    expect(() => addWorkingDays(day('2035-12-31'), 1)).toThrow(/2035/);
    expect(() => workingDayOnOrBefore(day('2020-01-01'))).toThrow(RangeError);
    expect(() => isWorkingDayNumber(Number.NaN)).toThrow(RangeError);
  });
});
