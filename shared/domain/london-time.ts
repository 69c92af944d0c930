import { type Day, Instant, londonDay, sayDay } from './day.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What a clock in England shows at a moment: `14:05`. */
export const londonTime = (at: Instant): string => clock.format(new Date(at));

/** Reads a time of day as staff write it: `14:30`, `9.05`, `0905`. Null when it is none. */
export function parseTime(text: string): string | null {
  const found = /^(?<hour>\d{1,2})[:.]?(?<minute>\d{2})$/.exec(text.trim())?.groups;
  const { hour = '', minute = '' } = found ?? {};
  if (!found || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/**
 * The moment at which a clock in England shows a time. Of the two when clocks go back, the first; one that is left out
 * when they go forward is taken an hour later.
 * @param time of the form `14:30`
 */
export function momentOf(day: Day, time: string): Instant {
  const summer = Instant.parse(new Date(`${day}T${time}:00+01:00`).toISOString());
  const isSummer = londonDay(summer) === day && londonTime(summer) === time;
  return isSummer ? summer : Instant.parse(new Date(`${day}T${time}:00Z`).toISOString());
}

/** For people: `3 April 2026 at 14:05`. */
export const sayMoment = (at: Instant): string => `${sayDay(londonDay(at))} at ${londonTime(at)}`;
