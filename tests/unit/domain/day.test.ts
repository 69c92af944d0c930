import { describe, expect, test } from 'vitest';
import {
  addDays,
  addDuration,
  addMonths,
  ageOn,
  birthday,
  Day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  Instant,
  IsoDuration,
  londonDay,
  parseDay,
  sayDay,
  sayDayShort,
} from '../../../shared/domain/day.ts';

const day = (text: string) => Day.parse(text);
const london = (text: string) => londonDay(Instant.parse(text));

describe('Day', () => {
  test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00:00Z', ''])(
    'refuses %s',
    (text) => {
      expect(Day.safeParse(text).success).toBe(false);
    },
  );

  test('takes a leap day in a leap year', () => {
    expect(day('2028-02-29')).toBe('2028-02-29');
  });
});

describe('Instant', () => {
  test('is kept in one spelling, so that text order is time order', () => {
    const written = ['2026-05-01T09:30:00Z', '2026-05-01T09:30:00.000Z', '2026-05-01T09:30:00.0Z'];
    expect(new Set(written.map((text) => Instant.parse(text)))).toEqual(
      new Set(['2026-05-01T09:30:00.000Z']),
    );
  });

  test.each(['2026-02-30T10:00:00Z', '2026-05-01T09:30:00', '2026-05-01T09:30:00+01:00', 'yesterday'])(
    'refuses %s without a fault',
    (text) => {
      expect(Instant.safeParse(text).success).toBe(false);
    },
  );
});

describe('day numbers', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['2026-05-01', 20_574],
  ])('%s has the number %i', (text, n) => {
    expect(dayNumber(day(text))).toBe(n);
    expect(dayFromNumber(n)).toBe(text);
  });

  test('a number outside the years 0 to 9999, or a part of a day, is a fault', () => {
    expect(() => dayFromNumber(dayNumber(day('9999-12-31')) + 1)).toThrow(RangeError);
    expect(() => dayFromNumber(0.5)).toThrow(RangeError);
    expect(() => dayFromNumber(Number.NaN)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  test('days run over the end of a leap February', () => {
    expect(addDays(day('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(day('2027-02-28'), 1)).toBe('2027-03-01');
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  });

  test('days between count from the first to the second', () => {
    expect(daysBetween(day('2026-03-01'), day('2026-03-08'))).toBe(7);
    expect(daysBetween(day('2026-03-08'), day('2026-03-01'))).toBe(-7);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test('a duration adds years and months first, then weeks and days', () => {
    expect(addDuration(day('2026-01-30'), 'P1M1D')).toBe('2026-03-01');
    expect(addDuration(day('2026-01-05'), 'P4W')).toBe('2026-02-02');
    expect(addDuration(day('2026-01-05'), 'P1Y2M3W4D')).toBe('2027-03-30');
  });

  test('repeated months come back to the 31st after a short month', () => {
    expect(addDuration(day('2026-01-31'), 'P1M', 1)).toBe('2026-02-28');
    expect(addDuration(day('2026-01-31'), 'P1M', 2)).toBe('2026-03-31');
  });

  test.each(['P', 'P0D', 'PT48H', 'P1D2W', '7D', 'P-7D', 'P1.5M', ''])(
    '%s is no calendar duration',
    (text) => {
      expect(IsoDuration.safeParse(text).success).toBe(false);
      expect(() => addDuration(day('2026-01-01'), text)).toThrow(RangeError);
    },
  );
});

describe('ages', () => {
  test('a year is reached on the birthday, not before', () => {
    expect(ageOn(day('2005-05-10'), day('2026-05-09'))).toBe(20);
    expect(ageOn(day('2005-05-10'), day('2026-05-10'))).toBe(21);
    expect(birthday(day('2005-05-10'), 21)).toBe('2026-05-10');
  });

  test('a person born on 29 February is a year older on 1 March of a common year', () => {
    const born = day('2008-02-29');
    expect(birthday(born, 21)).toBe('2029-03-01');
    expect(ageOn(born, day('2029-02-28'))).toBe(20);
    expect(ageOn(born, day('2029-03-01'))).toBe(21);
    expect(birthday(born, 20)).toBe('2028-02-29');
    expect(ageOn(born, day('2028-02-29'))).toBe(20);
  });

  test('an unborn child has a negative age', () => {
    expect(ageOn(day('2026-06-01'), day('2026-05-31'))).toBe(-1);
  });
});

describe('the London day of a moment', () => {
  test('is the day after in the last hour of a summer evening in UTC', () => {
    expect(london('2026-06-30T22:59:59Z')).toBe('2026-06-30');
    expect(london('2026-06-30T23:00:00Z')).toBe('2026-07-01');
  });

  test('is the UTC day in winter', () => {
    expect(london('2026-12-31T23:59:59Z')).toBe('2026-12-31');
  });

  test('follows the clocks on the days they change', () => {
    expect(london('2026-03-28T23:30:00Z')).toBe('2026-03-28');
    expect(london('2026-03-29T23:30:00Z')).toBe('2026-03-30');
    expect(london('2026-10-24T23:30:00Z')).toBe('2026-10-25');
    expect(london('2026-10-25T23:30:00Z')).toBe('2026-10-25');
  });
});

describe('days in words', () => {
  test('are said in full and short', () => {
    expect(sayDay(day('2026-04-03'))).toBe('3 April 2026');
    expect(sayDayShort(day('2026-04-03'))).toBe('Fri 3 Apr 2026');
    expect(sayDayShort(day('1969-12-28'))).toBe('Sun 28 Dec 1969');
  });

  test.each([
    '2026-02-01',
    '1/2/26',
    '01/02/2026',
    '1 Feb 2026',
    '1 February 2026',
    ' 1  FEBRUARY   2026 ',
    '1 / 2 / 2026',
    '1Feb2026',
    '1-2-2026',
    '01.02.26',
    '\u00a01 Feb 2026',
  ])('%s is read as 1 February 2026', (text) => {
    expect(parseDay(text)).toBe('2026-02-01');
  });

  test('a two-digit year lies in 1950 to 2049', () => {
    expect(parseDay('1/2/49')).toBe('2049-02-01');
    expect(parseDay('1/2/50')).toBe('1950-02-01');
  });

  test('September may be cut to Sept', () => {
    expect(parseDay('9 Sept 2026')).toBe('2026-09-09');
  });

  test.each([
    '31/02/2026',
    '29 Feb 2026',
    '2/13/2026',
    '1 Fe 2026',
    '1 Febr 126',
    '1 Ju 2026',
    'Feb 2026',
    '1 Smarch 2026',
    '46054',
    '1/2/026',
    'tomorrow',
    '',
  ])('%s is read as no day', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});
