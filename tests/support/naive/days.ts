/** Calendar arithmetic by the platform's own dates and by the standing rules for bank holidays: slow, plain, and apart from the product's. */

const DAY = 86_400_000;
const millis = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string => iso(millis(day) + days * DAY);
export const nightsBetween = (from: string, to: string): number =>
  Math.round((millis(to) - millis(from)) / DAY);
/** 0 is Sunday. */
const weekday = (day: string): number => new Date(millis(day)).getUTCDay();
const ymd = (year: number, month: number, date: number): string => iso(Date.UTC(year, month - 1, date));

/** Easter Sunday by the anonymous Gregorian computus. */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return ymd(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

const firstMonday = (year: number, month: number): string =>
  [1, 2, 3, 4, 5, 6, 7].map((date) => ymd(year, month, date)).find((day) => weekday(day) === 1)!;
const lastMonday = (year: number, month: number): string =>
  [31, 30, 29, 28, 27, 26, 25].map((date) => ymd(year, month, date)).find((day) => weekday(day) === 1)!;

function holidaysOf(year: number): Set<string> {
  const sunday = easter(year);
  const days = new Set([
    plusDays(sunday, -2),
    plusDays(sunday, 1),
    firstMonday(year, 5),
    lastMonday(year, 5),
    lastMonday(year, 8),
  ]);
  // A holiday at a weekend moves to the next weekday that is not a holiday itself.
  for (const fixed of [ymd(year, 1, 1), ymd(year, 12, 25), ymd(year, 12, 26)]) {
    let day = fixed;
    while ([0, 6].includes(weekday(day)) || days.has(day)) day = plusDays(day, 1);
    days.add(day);
  }
  return days;
}

const holidays = new Map<number, Set<string>>();

/** Assumes no holiday was proclaimed for one year alone, which holds from 2024 on. */
export function worksOn(day: string): boolean {
  const year = Number(day.slice(0, 4));
  if (!holidays.has(year)) holidays.set(year, holidaysOf(year));
  return ![0, 6].includes(weekday(day)) && !holidays.get(year)!.has(day);
}

/** The nth working day after a day; the day itself for 0. */
export function afterWorkingDays(day: string, n: number): string {
  let at = day;
  for (let left = n; left > 0; ) {
    at = plusDays(at, 1);
    if (worksOn(at)) left--;
  }
  return at;
}

/** Working days that lie strictly between two days. */
export function workingDaysWithin(after: string, before: string): number {
  let count = 0;
  for (let day = plusDays(after, 1); day < before; day = plusDays(day, 1)) if (worksOn(day)) count++;
  return count;
}

/** Whole years; somebody born on 29 February is a year older on 1 March of a common year. */
export function ageAt(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) >= born.slice(5) ? years : years - 1;
}
