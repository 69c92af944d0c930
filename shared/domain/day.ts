import * as z from 'zod';

/** A calendar day that exists, as `yyyy-mm-dd`. Says nothing of a time zone; days of the product are Europe/London. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/**
 * A moment in UTC. Any ISO form ending in Z is taken; it is kept to the millisecond in one spelling
 * (`2026-05-01T09:30:00.000Z`), so that the order of the strings is the order of the moments.
 */
export const Instant = z.iso
  .datetime({ abort: true })
  .overwrite((text) => new Date(text).toISOString())
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

const DURATION = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?$/;

/**
 * A length of calendar time of at least a day: years, months, weeks and days, e.g. `P7D`, `P4W`, `P3M`, `P1Y6M`.
 * Hours are left out: a clock is not a calendar.
 */
export const IsoDuration = z
  .string()
  .regex(
    /^P(?=\d)(?:\d{1,4}Y)?(?:\d{1,4}M)?(?:\d{1,4}W)?(?:\d{1,4}D)?$/,
    'Give a length such as P7D, P4W or P3M',
  )
  .regex(/[1-9]/, 'Give a length longer than nothing');
export type IsoDuration = z.infer<typeof IsoDuration>;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** Writes year, month, day and hour of a moment in England; Sweden writes them in the order of ISO 8601. */
const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
});

/** Days in 400 years of the Gregorian calendar, after which it repeats. */
const DAYS_IN_ERA = 146_097;

/** From 1 March of year 0 to 1 January 1970. Years are counted from March, so that the leap day comes last. */
const DAYS_TO_1970 = 719_468;

interface CivilDate {
  year: number;
  /** 1 to 12 */
  month: number;
  /** 1 to 31 */
  date: number;
}

function civilOf(day: Day): CivilDate {
  const digit = (at: number) => day.charCodeAt(at) - 48;
  return {
    year: digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    month: digit(5) * 10 + digit(6),
    date: digit(8) * 10 + digit(9),
  };
}

function numberOfCivil({ year, month, date }: CivilDate): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * DAYS_IN_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_TO_1970;
}

function civilOfNumber(n: number): CivilDate {
  const shifted = n + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const leapDaysBefore =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_IN_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDaysBefore) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

function dayOfCivil({ year, month, date }: CivilDate): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  const parsed = Day.safeParse(`${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`);
  if (!parsed.success)
    throw new RangeError(`No calendar day ${year}-${month}-${date} between years 0 and 9999`);
  return parsed.data;
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01, which is 0. Integer arithmetic only: fit for the engine's inner loops. */
export function dayNumber(day: Day): number {
  return numberOfCivil(civilOf(day));
}

/**
 * The day with this number (see {@link dayNumber}).
 * @throws RangeError when it lies outside the years 0 to 9999 or is no whole number
 */
export function dayFromNumber(n: number): Day {
  const known = writtenDays.get(n);
  if (known !== undefined) return known;
  if (!Number.isInteger(n)) throw new RangeError(`A day number is a whole number, not ${n}`);
  const day = dayOfCivil(civilOfNumber(n));
  writtenDays.set(n, day);
  return day;
}

/** Days once written, because the engine writes the same few hundred again and again. */
const writtenDays = new Map<number, Day>();

/** The day so many days later, earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Nights from one day to the other: `to − from`, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same date so many months later (earlier when negative), or the month's last day where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const from = civilOf(day);
  const count = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayOfCivil({ year, month, date: Math.min(from.date, daysInMonth(year, month)) });
}

/**
 * The day after a duration has gone by, `times` times over. Months are counted from the start in one step, so a
 * plan that starts on the 31st comes back to the 31st after a short month.
 * @throws RangeError when the text is no {@link IsoDuration}
 */
export function addDuration(day: Day, duration: string, times = 1): Day {
  if (!IsoDuration.safeParse(duration).success) throw new RangeError(`Not a calendar duration: ${duration}`);
  const [years = 0, months = 0, weeks = 0, days = 0] = (DURATION.exec(duration) ?? [])
    .slice(1)
    .map((n) => Number(n ?? 0));
  return addDays(addMonths(day, times * (years * 12 + months)), times * (weeks * 7 + days));
}

/**
 * Age in whole years on a day; negative before birth. Assumes the usual English reading for a person born on
 * 29 February: in a common year they are a year older on 1 March.
 */
export function ageOn(born: Day, on: Day): number {
  const from = civilOf(born);
  const to = civilOf(on);
  const reached = to.month > from.month || (to.month === from.month && to.date >= from.date);
  return to.year - from.year - (reached ? 0 : 1);
}

/** The first day on which {@link ageOn} is `age`: 1 March in common years for a person born on 29 February. */
export function birthday(born: Day, age: number): Day {
  const { year, month, date } = civilOf(born);
  const inYear = year + age;
  const leapDayMissing = month === 2 && date === 29 && !isLeap(inYear);
  return dayOfCivil(leapDayMissing ? { year: inYear, month: 3, date: 1 } : { year: inYear, month, date });
}

/** The calendar day in England at a moment, summer time included. */
export function londonDay(instant: Instant): Day {
  return Day.parse(london.format(new Date(instant)).slice(0, 10));
}

/** The hour in England at a moment, 0 to 23. */
export function londonHour(instant: Instant): number {
  return Number(london.format(new Date(instant)).slice(11, 13));
}

/** For people: `3 April 2026`. */
export function sayDay(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** For people, in tables: `Fri 3 Apr 2026`. */
export function sayDayShort(day: Day): string {
  const { year, month, date } = civilOf(day);
  // 1 January 1970 was a Thursday, weekday 4.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return `${WEEKDAYS[weekday]} ${date} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function monthNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const wanted = text.toLowerCase();
  return wanted.length < 3 ? 0 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(wanted)) + 1;
}

const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})$/;
const DAY_FIRST = /^(?<date>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4}|\d{2})$/;
const IN_WORDS = /^(?<date>\d{1,2}) ?(?<month>[A-Za-z]+) ?(?<year>\d{4}|\d{2})$/;

/**
 * Reads a day as staff write it: `2026-02-01`, `1/2/26`, `01/02/2026` (the day first), `1 Feb 2026`,
 * `1 February 2026`, with any spacing. Null when it is none of these or names no day that exists.
 * Assumes a two-digit year lies in 1950 to 2049.
 */
export function parseDay(text: string): Day | null {
  const tidy = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([/.-]) ?/g, '$1');
  const found = (YEAR_FIRST.exec(tidy) ?? DAY_FIRST.exec(tidy) ?? IN_WORDS.exec(tidy))?.groups;
  if (!found) return null;
  const { year = '', month = '', date = '' } = found;
  const two = (n: number | string) => String(n).padStart(2, '0');
  const parsed = Day.safeParse(`${fullYear(year)}-${two(monthNumber(month))}-${two(date)}`);
  return parsed.success ? parsed.data : null;
}
