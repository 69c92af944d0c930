import { addDays, Day, dayFromNumber, dayNumber } from './day.ts';

/**
 * Bank holidays of England by year, as month-day; a holiday at a weekend is given by its substitute. 2020 has the
 * early May holiday on VE Day; 2022 the Platinum Jubilee and the State Funeral; 2023 the Coronation. From 2027 on
 * the standing rules are written out; a one-off holiday proclaimed since then has to be added here.
 */
const HOLIDAYS: Readonly<Record<number, string>> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2031: '01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26',
  2032: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2033: '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27',
  2034: '01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26',
  2035: '01-01 03-23 03-26 05-07 05-28 08-27 12-25 12-26',
};

const years = Object.keys(HOLIDAYS).map(Number);
const firstYear = Math.min(...years);
const lastYear = Math.max(...years);

/**
 * Bank holidays in England from 2020 to 2035, in order; none at a weekend.
 * @source Bank holidays in England and Wales, GOV.UK (SOURCES.md 15)
 */
export const bankHolidays: readonly Day[] = Object.entries(HOLIDAYS).flatMap(([year, days]) =>
  days.split(' ').map((day) => Day.parse(`${year}-${day}`)),
);

const firstNumber = dayNumber(Day.parse(`${firstYear}-01-01`));
const lastNumber = dayNumber(Day.parse(`${lastYear}-12-31`));

/** Working days of the table, in order, as day numbers. */
const workingDayNumbers: number[] = [];

/** For each day of the table: how many working days there are up to and including it. */
const workedUpTo = new Int32Array(lastNumber - firstNumber + 1);

const holidayNumbers = new Set(bankHolidays.map(dayNumber));
for (let n = firstNumber; n <= lastNumber; n++) {
  // Days 2 and 3 after Thursday 1 January 1970 are a Saturday and a Sunday.
  const isWeekend = n % 7 === 2 || n % 7 === 3;
  if (!isWeekend && !holidayNumbers.has(n)) workingDayNumbers.push(n);
  workedUpTo[n - firstNumber] = workingDayNumbers.length;
}

function outsideTable(what: string): RangeError {
  return new RangeError(
    `${what} is outside the bank holiday table, which runs from ${firstYear} to ${lastYear}`,
  );
}

function workedBy(n: number): number {
  const count = workedUpTo[n - firstNumber];
  if (count === undefined) throw outsideTable(Number.isInteger(n) ? dayFromNumber(n) : `Day ${n}`);
  return count;
}

/** The working day with this place in the table, counted from 0. */
function workingDayAt(index: number): number {
  const n = workingDayNumbers[index];
  if (n === undefined) throw outsideTable('The working day sought');
  return n;
}

/**
 * Monday to Friday and no bank holiday, on a day number (see day.ts). For the engine's inner loops.
 * @throws RangeError outside the table of bank holidays, as all functions of this file
 */
export function isWorkingDayNumber(n: number): boolean {
  return workingDayNumbers[workedBy(n) - 1] === n;
}

/** Day number of the first working day on or after this one. */
export function workingDayNumberOnOrAfter(n: number): number {
  return isWorkingDayNumber(n) ? n : workingDayAt(workedBy(n));
}

/**
 * Day number from which a room can be moved into, when it was left on day `n`: the day after the last of the
 * working days that follow the departure.
 */
export function readyNumberAfterTurnaround(n: number, workingDays: number): number {
  return workingDayNumberAfter(n, workingDays) + 1;
}

function workingDayNumberAfter(n: number, count: number): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  return count === 0 ? n : workingDayAt(workedBy(n) + count - 1);
}

/** Monday to Friday, and no bank holiday in England. */
export function isWorkingDay(day: Day): boolean {
  return isWorkingDayNumber(dayNumber(day));
}

/** The day itself where it is a working day, else the next one. */
export function workingDayOnOrAfter(day: Day): Day {
  return dayFromNumber(workingDayNumberOnOrAfter(dayNumber(day)));
}

/** The day itself where it is a working day, else the one before. */
export function workingDayOnOrBefore(day: Day): Day {
  return dayFromNumber(workingDayAt(workedBy(dayNumber(day)) - 1));
}

/** The nth working day after a day; the day itself when n is 0, even at a weekend. Never counts back. */
export function addWorkingDays(day: Day, n: number): Day {
  return dayFromNumber(workingDayNumberAfter(dayNumber(day), n));
}

/** Working days after `from`, up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day): number {
  return workedBy(dayNumber(to)) - workedBy(dayNumber(from));
}

/**
 * The first day somebody can move into a room that was left on `departed`: the day after the last turnaround day,
 * turnaround days being the working days that follow the departure. Left on Friday 1 May 2026 with 2 working days:
 * Monday is a bank holiday, Tuesday and Wednesday are the turnaround, Thursday 7 May it is ready.
 * @param workingDays 0 when the room needs no turnaround: ready on the day after the departure
 * @source Approved premises, Ministry of Justice: turnarounds count working days (SOURCES.md 14)
 */
export function readyAfterTurnaround(departed: Day, workingDays: number): Day {
  return addDays(addWorkingDays(departed, workingDays), 1);
}
