import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
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
  londonDay,
  parseDay,
  sayDay,
  sayDayShort,
} from '../../../shared/domain/day.ts';

const settings = { seed: 20_261_121, numRuns: 1000 };
const plain = (day: Day) => Temporal.PlainDate.from(day);
const between = (from: string, to: string) =>
  fc.integer({ min: dayNumber(Day.parse(from)), max: dayNumber(Day.parse(to)) }).map(dayFromNumber);
const anyDay = between('0000-01-01', '9999-12-31');
const ourDay = between('1900-01-01', '2099-12-31');

test('every day of every year has its own number, one more than the day before', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayNumber(day)).toBe(Temporal.PlainDate.from('1970-01-01').until(plain(day)).days);
      expect(dayFromNumber(dayNumber(day))).toBe(day);
    }),
    settings,
  );
});

test('each day of the 400 years after which the calendar repeats is read from its number and back', () => {
  let before = '1799-12-31';
  for (let n = dayNumber(Day.parse('1800-01-01')); n <= dayNumber(Day.parse('2199-12-31')); n++) {
    const day = dayFromNumber(n);
    if (day <= before || dayNumber(day) !== n) expect(dayNumber(day)).toBe(n);
    before = day;
  }
  expect(before).toBe('2199-12-31');
});

test('numbers, differences and text keep days in one order', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      expect(Math.sign(daysBetween(a, b))).toBe(b > a ? 1 : b < a ? -1 : 0);
      expect(addDays(a, daysBetween(a, b))).toBe(b);
    }),
    settings,
  );
});

test('months and durations agree with the calendar standard', () => {
  const part = fc.nat({ max: 60 });
  fc.assert(
    fc.property(ourDay, part, part, part, part, (day, years, months, weeks, days) => {
      expect(addMonths(day, months - 30)).toBe(
        plain(day)
          .add({ months: months - 30 })
          .toString(),
      );
      fc.pre(years + months + weeks + days > 0);
      const text = `P${years}Y${months}M${weeks}W${days}D`;
      expect(addDuration(day, text)).toBe(plain(day).add(Temporal.Duration.from(text)).toString());
    }),
    settings,
  );
});

test('a person is the age of their last birthday', () => {
  fc.assert(
    fc.property(ourDay, fc.nat({ max: 100 }), (born, age) => {
      const reached = birthday(born, age);
      expect(ageOn(born, reached)).toBe(age);
      expect(ageOn(born, addDays(reached, -1))).toBe(age - 1);
    }),
    settings,
  );
});

test('the London day is the one a London clock shows', () => {
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
  const moments = fc.date({ min: new Date('1972-01-01'), max: new Date('2037-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      expect(londonDay(Instant.parse(moment.toISOString()))).toBe(clock.format(moment));
    }),
    settings,
  );
});

test('a day said in words or digits is read back, and its weekday is right', () => {
  fc.assert(
    fc.property(ourDay, (day) => {
      const [year, month, date] = day.split('-');
      expect(parseDay(sayDay(day))).toBe(day);
      expect(parseDay(`${date}/${month}/${year}`)).toBe(day);
      const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][plain(day).dayOfWeek - 1];
      expect(sayDayShort(day).slice(0, 3)).toBe(weekday);
    }),
    settings,
  );
});

test('no text makes the reader fault or give a day that does not exist', () => {
  const digits = fc.stringMatching(/^[0-9 /.-]{0,14}(Feb|may|x)?[0-9 ]{0,5}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), digits), (text) => {
      const found = parseDay(text);
      expect(found === null || Day.safeParse(found).success).toBe(true);
    }),
    settings,
  );
});
