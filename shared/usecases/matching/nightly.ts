import { addDays, type Day, type Instant, londonDay, londonHour } from '../../domain/day.ts';
import { lastNight, markDirty, rememberNight } from '../../store/operational.ts';
import { type Deps, nowOf } from '../call.ts';

/** The hour in London from which a night's full rematch is due: nobody is at work, and no clock change skips it. */
const hour = 3;

/**
 * Calls for the night's full rematch, once a night: waits grow, holds run out and days pass without any change that a
 * stream would show. Marked before it is remembered, so that a crash between the two costs a second run and never one.
 */
export async function callForNight(deps: Deps, partnership: string): Promise<void> {
  const { table } = deps.writing;
  const night = nightOf(nowOf(deps));
  const last = await lastNight(table, partnership);
  if (last !== null && last >= night) return;
  await markDirty(table, partnership);
  await rememberNight(table, partnership, night);
}

/** The day of the last night whose hour has come. */
function nightOf(now: Instant): Day {
  const today = londonDay(now);
  const hourNow = londonHour(now);
  return hourNow < hour ? addDays(today, -1) : today;
}
