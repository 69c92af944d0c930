import { addDays, type Day, type Instant } from './day.ts';
import type { RoomId } from './ids.ts';
import { type HomeLedger, type HomeLimits, houseBarred, isInForce, type Occupant } from './ledger.ts';
import { type Outcome, refuse } from './outcome.ts';

/** Nights in a room by somebody who is promised it from a later day on. */
export interface TrialNights {
  readonly roomId: RoomId;
  readonly from: Day;
  /** The morning after the last night. */
  readonly to: Day;
  readonly occupant: Occupant;
  readonly limits: HomeLimits;
  readonly now: Instant;
}

/**
 * Why somebody cannot sleep in a room on some nights before it is theirs: somebody else has it, it is being made ready or
 * out of service, or with them the house would be too full or not at peace. Null when every night is free.
 */
export function barredFromSleeping(ledger: HomeLedger, asked: TrialNights): Outcome<never> | null {
  const { roomId, from, to, now } = asked;
  const there = ledger.periods.filter(
    (one) => one.from < to && (one.until === null || one.until > from) && isInForce(one, now),
  );
  const inRoom = there.filter((one) => one.roomId === roomId);
  const taken = inRoom.find((one) => one.kind === 'stay' || one.kind === 'hold');
  if (taken) return refuse('room-taken', { roomId, from: taken.from });
  const closed = inRoom.find((one) => one.kind === 'outOfService');
  if (closed) return refuse('room-out-of-service', { roomId, until: closed.until ?? 'no end is known' });
  const turnaround = inRoom.find((one) => one.kind === 'turnaround');
  if (turnaround?.until) return refuse('room-not-ready', { roomId, readyOn: turnaround.until });
  return houseBarredOn({ ...ledger, periods: there }, asked);
}

/** Asks night by night, so that whoever comes to the house later does not count. */
function houseBarredOn(
  ledger: HomeLedger,
  { from, to, occupant, limits, now }: TrialNights,
): Outcome<never> | null {
  for (let night = from; night < to; night = addDays(night, 1)) {
    const periods = ledger.periods
      .filter((one) => one.from <= night && (one.until === null || one.until > night))
      .map((one) => ({ ...one, from: night, until: addDays(night, 1) }));
    const barred = houseBarred({ ...ledger, periods }, { period: { from: night }, occupant, limits, now });
    if (barred) return barred;
  }
  return null;
}
