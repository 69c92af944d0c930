import { type Day, daysBetween, type Instant, londonDay, sayDayShort } from '../domain/day.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
});
const ago = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** For people: `Mon 20 Apr 2026, 10:00 (yesterday)`. */
export function sayMoment(at: Instant, today: Day): string {
  const day = londonDay(at);
  return `${sayDayShort(day)}, ${clock.format(new Date(at))} (${ago.format(-daysBetween(day, today), 'day')})`;
}
