import type { Action } from '../../access/actions.ts';
import { barredFrom } from '../../access/own-case.ts';
import type { HomeFile } from '../../domain/files.ts';
import type { HomeId, RoomId } from '../../domain/ids.ts';
import type { HomeLedger } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Room } from '../../domain/room.ts';
import type { Kept } from '../../store/kind.ts';
import { homes, ledgers, roomPlaces } from '../../store/kinds/homes.ts';
import type { Records } from '../../store/records.ts';
import type { Call } from '../call.ts';

/** A room with its home and who has which room there when. */
export interface RoomFound {
  readonly home: Kept<HomeFile>;
  readonly ledger: Kept<HomeLedger>;
  readonly room: Room;
}

/** A room by its id alone, for whoever may act on its home. */
export async function findRoom(
  records: Records,
  call: Pick<Call, 'who'>,
  action: Action,
  roomId: RoomId,
): Promise<Outcome<RoomFound>> {
  const place = await records.get(roomPlaces, roomId);
  return place ? findRoomIn(records, call, action, place.data.homeId, roomId) : refuse('not-found');
}

/** A room of a home, for whoever may act on that home. */
export async function findRoomIn(
  records: Records,
  { who }: Pick<Call, 'who'>,
  action: Action,
  homeId: HomeId,
  roomId: RoomId,
): Promise<Outcome<RoomFound>> {
  const [home, ledger] = await Promise.all([records.get(homes, homeId), records.get(ledgers, homeId)]);
  const room = home?.data.rooms.find((one) => one.id === roomId);
  if (!home || !ledger || !room) return refuse('not-found');
  const barred = barredFrom(who.data, action, { home: home.data });
  return barred ? refuse(barred) : done({ home, ledger, room });
}

/** A refusal when somebody has changed the home since the caller read it; null when If-Match names it as it is. */
export function changedSince({ version }: Kept<HomeFile>, { ifMatch }: Pick<Call, 'ifMatch'>) {
  return version === ifMatch ? null : refuse('version-changed', { version: String(version) });
}
