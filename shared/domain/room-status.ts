import * as z from 'zod';
import { Day, type Instant } from './day.ts';
import { isInForce } from './ledger.ts';
import { isLettable, type Room, type RoomPeriod } from './room.ts';

/** What a room is on a night. It is worked out from its periods when asked; nothing stores it. */
export const RoomStatus = z.enum([
  'neverLet',
  'lived',
  'promised',
  'held',
  'turnaround',
  'outOfService',
  'free',
]);
export type RoomStatus = z.infer<typeof RoomStatus>;

/** A run of nights of one status. `until` is the first night after it. */
export const StatusRun = z.strictObject({ from: Day, until: Day, status: RoomStatus });
export type StatusRun = z.infer<typeof StatusRun>;

/** Where several hold at once, the first of these is what the room is. */
const precedence: readonly RoomStatus[] = ['outOfService', 'lived', 'promised', 'held', 'turnaround'];

/** @param now a hold that has run out by then counts for nothing, on any night */
export function roomStatus(room: Room, periods: readonly RoomPeriod[], night: Day, now: Instant): RoomStatus {
  if (!isLettable(room)) return 'neverLet';
  const there = periods.filter(
    (one) =>
      one.roomId === room.id &&
      one.from <= night &&
      (one.until === null || night < one.until) &&
      isInForce(one, now),
  );
  const statuses = new Set(there.map(statusOf));
  return precedence.find((one) => statuses.has(one)) ?? 'free';
}

function statusOf(period: RoomPeriod): RoomStatus {
  switch (period.kind) {
    case 'stay':
      return period.arrived ? 'lived' : 'promised';
    case 'hold':
      return 'held';
    default:
      return period.kind;
  }
}

/**
 * A room's statuses over some nights, as runs without gaps, no two neighbours alike.
 * @param nights `until` is the first night after the last
 */
export function statusRuns(
  room: Room,
  periods: readonly RoomPeriod[],
  nights: { readonly from: Day; readonly until: Day },
  now: Instant,
): StatusRun[] {
  const changes = periods
    .filter((one) => one.roomId === room.id)
    .flatMap((one) => [one.from, ...(one.until === null ? [] : [one.until])])
    .filter((day) => nights.from < day && day < nights.until);
  const starts = [...new Set([nights.from, ...changes])].sort();
  const runs: StatusRun[] = [];
  for (const [i, from] of starts.entries()) {
    const until = starts[i + 1] ?? nights.until;
    const status = roomStatus(room, periods, from, now);
    const last = runs.at(-1);
    if (last?.status === status) last.until = until;
    else runs.push({ from, until, status });
  }
  return runs;
}
