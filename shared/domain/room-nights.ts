import type { Day, Instant } from './day.ts';
import type { RoomId, StayId } from './ids.ts';
import { type Asked, giveRoom, type HomeLedger, isInForce } from './ledger.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { RoomPeriod } from './room.ts';

/** A run of nights: `until` is the first night after it, null where no end is known. */
export interface Nights {
  readonly from: Day;
  readonly until: Day | null;
}

/** Somebody's claim to a room: they live there, are promised it, or it is held for them. */
export type Claim = Extract<RoomPeriod, { kind: 'stay' | 'hold' }>;

/** Whether two runs have a night in common. */
export function overlap(one: Nights, other: Nights): boolean {
  const start = one.from > other.from ? one.from : other.from;
  return [one.until, other.until].every((end) => end === null || start < end);
}

/** Every claim to a room on any of some nights. A hold that has run out is none. */
export function claimsOn({ periods }: HomeLedger, roomId: RoomId, nights: Nights, now: Instant): Claim[] {
  return periods.flatMap((one) =>
    (one.kind === 'stay' || one.kind === 'hold') &&
    one.roomId === roomId &&
    isInForce(one, now) &&
    overlap(one, nights)
      ? [one]
      : [],
  );
}

/**
 * Why somebody who was to leave may not stay longer, or null when they may: the room and their place in the house may
 * have been given to others since.
 * @param until the first night they are gone; null where they stay for good
 */
export function barredFromStaying(
  ledger: HomeLedger,
  stayId: StayId,
  until: Day | null,
  asked: Pick<Asked, 'room' | 'limits' | 'now'>,
): Outcome<never> | null {
  const stay = ledger.periods.find((one) => one.kind === 'stay' && one.stayId === stayId);
  if (stay?.kind !== 'stay' || stay.until === null) return null;
  const occupant = ledger.occupants.find((one) => one.personId === stay.personId);
  if (!occupant) return null;
  const longer = { from: stay.until, until };
  const closed = ledger.periods.find(
    (one) => one.kind === 'outOfService' && one.roomId === stay.roomId && overlap(one, longer),
  );
  if (closed)
    return refuse('room-out-of-service', {
      roomId: stay.roomId,
      until: closed.until ?? 'no end is known',
    });
  const others = ledger.periods.filter(
    (one) => (one.kind !== 'stay' && one.kind !== 'turnaround') || one.stayId !== stayId,
  );
  const given = giveRoom(
    { ...ledger, periods: others },
    { ...asked, occupant, minimumNights: 0, period: { ...stay, ...longer } },
  );
  return given.ok ? null : refuse(given.refusal, given.facts);
}
