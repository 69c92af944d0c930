import * as z from 'zod';
import { addDays, Day, type Instant } from '../../domain/day.ts';
import { OutOfServiceId, type RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type OutOfService, OutOfServiceReason } from '../../domain/room.ts';
import { claimsOn } from '../../domain/room-nights.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { barredDay, calendarDaysAhead } from './days.ts';
import { findRoom, type RoomFound } from './find-room.ts';

/** Days on which a room may not be slept in. `to` is the last of them, null while it is not known. */
export const NewOutOfService = z
  .strictObject({
    id: OutOfServiceId.optional(),
    from: Day,
    to: Day.nullable(),
    reason: OutOfServiceReason,
  })
  .refine(({ from, to }) => to === null || from <= to, {
    path: ['to'],
    error: 'the last day is the first day or later',
  });
export type NewOutOfService = z.infer<typeof NewOutOfService>;

/** Takes a room out of service for some days, which nobody has been promised. */
export function takeOutOfService(
  deps: Deps,
  call: Call<{ roomId: RoomId }, NewOutOfService>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'roomOutOfService', Receipt, async (records, now) => {
    const found = await findRoom(records, call, 'homes.write', call.params.roomId);
    if (!found.ok) return found;
    const { home, ledger, room } = found.value;
    const id = call.body.id ?? OutOfServiceId.parse(deps.writing.newId('out-of-service'));
    if (home.data.outOfService.some((one) => one.id === id))
      return refuse('already-exists', { outOfServiceId: id });
    const closed = { ...call.body, id, roomId: room.id };
    const barred = barredClosing(found.value, closed, now);
    if (barred) return barred;
    return done({
      steps: [
        change(home, { ...home.data, outOfService: [...home.data.outOfService, closed] }),
        change(ledger, { ...ledger.data, periods: [...ledger.data.periods, periodOf(closed)] }),
      ],
      answer: { id, version: home.version + 1 },
      told: toldOf(found.value, closed),
    });
  });
}

/** Why a room cannot be closed on some days, or null when it can: too far ahead, or somebody has it. */
export function barredClosing({ ledger, room }: RoomFound, closed: OutOfService, now: Instant) {
  const tooFar = barredDay(closed.to ?? closed.from, now, calendarDaysAhead);
  if (tooFar) return tooFar;
  const [claim] = claimsOn(ledger.data, room.id, periodOf(closed), now);
  return claim ? refuse('room-taken', { roomId: room.id, from: claim.from }) : null;
}

/** The same days as a run of nights. */
export function periodOf({ id, roomId, from, to }: OutOfService) {
  const until = to === null ? null : addDays(to, 1);
  return { kind: 'outOfService' as const, outOfServiceId: id, roomId, from, until };
}

export function toldOf({ home, room }: RoomFound, { from, to, reason }: OutOfService) {
  return { homeId: home.id, roomId: room.id, from, ...(to !== null && { to }), reason };
}
