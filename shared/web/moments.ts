import { type Day, daysBetween, type Instant, londonDay } from '../domain/day.ts';
import { sayMoment } from '../domain/london-time.ts';

const ago = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** For people: `20 April 2026 at 10:00 (yesterday)`. */
export function sayMomentAgo(at: Instant, today: Day): string {
  return `${sayMoment(at)} (${ago.format(-daysBetween(londonDay(at), today), 'day')})`;
}
