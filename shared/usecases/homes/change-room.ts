import type * as z from 'zod';
import { type Instant, londonDay } from '../../domain/day.ts';
import type { RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { isLettable, Room } from '../../domain/room.ts';
import { claimsOn } from '../../domain/room-nights.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changedSince, findRoom, type RoomFound } from './find-room.ts';
import { barredRooms } from './home-rooms.ts';

/** Everything of a room but its reference and its home. */
export const RoomAsChanged = Room.omit({ id: true, homeId: true });
export type RoomAsChanged = z.infer<typeof RoomAsChanged>;

/** Changes what is said of a room. @returns the room, with the version its home is in now */
export function changeRoom(
  deps: Deps,
  call: Call<{ roomId: RoomId }, RoomAsChanged>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'roomChanged', Receipt, async (records, now) => {
    const found = await findRoom(records, call, 'homes.write', call.params.roomId);
    if (!found.ok) return found;
    const { home, ledger, room } = found.value;
    const stale = changedSince(home, call);
    if (stale) return stale;
    const changed = { ...call.body, id: room.id, homeId: room.homeId };
    const rooms = home.data.rooms.map((one) => (one.id === room.id ? changed : one));
    const wrong = barredRooms(home.data.home.letting, rooms);
    if (wrong) return wrong;
    const endsLetting = isLettable(room) && !isLettable(changed);
    const inUse = endsLetting ? usedBy(found.value, now) : null;
    if (inUse) return inUse;
    return done({
      steps: [change(home, { ...home.data, rooms }), ...(endsLetting ? [unchanged(ledger)] : [])],
      answer: { id: room.id, version: home.version + 1 },
      told: { homeId: home.id, roomId: room.id },
    });
  });
}

/** Why a room cannot stop being let from today on, or null when it can. */
function usedBy({ ledger, room }: RoomFound, now: Instant) {
  const [claim] = claimsOn(ledger.data, room.id, { from: londonDay(now), until: null }, now);
  if (claim) return refuse('room-taken', { roomId: room.id, from: claim.from });
  const offer = ledger.data.offered.find((one) => one.roomId === room.id);
  return offer ? refuse('already-listed', { roomId: room.id, vacancyId: offer.vacancyId }) : null;
}
