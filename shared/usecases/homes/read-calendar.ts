import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { addDays, Day, daysBetween } from '../../domain/day.ts';
import { HomeId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { StatusRun, statusRuns } from '../../domain/room-status.ts';
import { homes, ledgers } from '../../store/kinds/homes.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { barredDay, calendarDaysAhead } from './days.ts';

/** Days one calendar holds at most: a year, of the longer kind. */
const mostDays = 366;

/** From the first day to the last, both included. */
export const CalendarAsked = z
  .strictObject({ from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'the last day is the first day or later' })
  .refine(({ from, to }) => daysBetween(from, to) < mostDays, {
    path: ['to'],
    error: `at most ${mostDays} days at once`,
  });
export type CalendarAsked = z.infer<typeof CalendarAsked>;

/** What each room of a home is on each day, and nobody's name or reference. */
export const Calendar = z.strictObject({
  homeId: HomeId,
  rooms: z.array(z.strictObject({ roomId: RoomId, runs: z.array(StatusRun) })),
});
export type Calendar = z.infer<typeof Calendar>;

/** The statuses of a home's rooms over some days, worked out from who has which room when. */
export async function readCalendar(
  deps: Deps,
  call: Call<{ homeId: HomeId }, unknown, CalendarAsked>,
): Promise<Outcome<Calendar>> {
  const records = recordsOf(deps, call);
  const { homeId } = call.params;
  const [home, ledger] = await Promise.all([records.get(homes, homeId), records.get(ledgers, homeId)]);
  if (!home || !ledger) return refuse('not-found');
  const barred = barredFrom(call.who.data, 'homes.read', { home: home.data });
  if (barred) return refuse(barred);
  const now = nowOf(deps);
  const { from, to } = call.query;
  const tooFar = barredDay(to, now, calendarDaysAhead);
  if (tooFar) return tooFar;
  const nights = { from, until: addDays(to, 1) };
  return done({
    homeId,
    rooms: home.data.rooms.map((room) => ({
      roomId: room.id,
      runs: statusRuns(room, ledger.data.periods, nights, now),
    })),
  });
}
