import { addDays, type Day, type Instant, londonDay } from '../../domain/day.ts';
import { refuse } from '../../domain/outcome.ts';

/** Days ahead for which a vacancy may be listed: as far as any policy lets a plan look. */
export const vacancyDaysAhead = 730;

/** Days ahead for which a room may be closed or its calendar read: ten years. */
export const calendarDaysAhead = 3653;

/** Why a day is too far ahead or too early, with the days between which it may lie; null when it is neither. */
export function barredDay(day: Day, now: Instant, daysAhead: number, notBefore: Day | null = null) {
  const notAfter = addDays(londonDay(now), daysAhead);
  if (day <= notAfter && (notBefore === null || notBefore <= day)) return null;
  return refuse('day-not-possible', { ...(notBefore !== null && { notBefore }), notAfter });
}
