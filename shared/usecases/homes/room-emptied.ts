import type { Day, Instant } from '../../domain/day.ts';
import { refuse } from '../../domain/outcome.ts';
import { type Claim, claimsOn, overlap } from '../../domain/room-nights.ts';
import type { RoomFound } from './find-room.ts';
import type { Resident } from './resident.ts';

/** A room that is to be on offer from a day. */
export interface Offering {
  readonly from: Day;
  readonly resident: Resident | null;
  /** Whether somebody may have been given it already: they come after, and their nights are kept. */
  readonly reserved: boolean;
  readonly now: Instant;
}

/** Why a room cannot be open from a day, or null when it can: nobody lives there, and it is ready and in use. */
export function barredFromOpening({ ledger, room }: RoomFound, offering: Offering) {
  const { resident, from } = offering;
  const roomId = room.id;
  if (resident) return refuse('room-taken', { roomId, from: resident.period.from });
  const claimed = barredByClaims({ ledger, room }, offering);
  if (claimed) return claimed;
  const periods = ledger.data.periods.filter((one) => one.roomId === roomId);
  const closed = periods.find(
    (one) => one.kind === 'outOfService' && one.from <= from && overlap(one, { from, until: null }),
  );
  if (closed) return refuse('room-out-of-service', { roomId, until: closed.until ?? 'no end is known' });
  const turnaround = periods.find((one) => one.kind === 'turnaround' && one.until > from);
  return turnaround?.until ? refuse('room-not-ready', { roomId, readyOn: turnaround.until }) : null;
}

/** Why others than whoever lives there stand against a room being on offer from a day; null when nobody does. */
export function barredByClaims({ ledger, room }: Pick<RoomFound, 'ledger' | 'room'>, offering: Offering) {
  const { from, resident, reserved, now } = offering;
  const isInTheWay = (claim: Claim): boolean =>
    !(claim.kind === 'stay' && claim.stayId === resident?.stay.id) && !(reserved && claim.from >= from);
  const claim = claimsOn(ledger.data, room.id, { from, until: null }, now).find(isInTheWay);
  return claim ? refuse('room-taken', { roomId: room.id, from: claim.from }) : null;
}
