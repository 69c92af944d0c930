import * as z from 'zod';
import type { Letting } from '../../domain/home.ts';
import { RoomId } from '../../domain/ids.ts';
import { refuse } from '../../domain/outcome.ts';
import { isLettable, Room } from '../../domain/room.ts';

/** The most rooms a home may have, so that it and who has which room when stay quick to read. */
export const mostRooms = 30;

/** A room as somebody sends it. A reference may be given, so that it keeps the one it has elsewhere. */
export const NewRoom = z.strictObject({ ...Room.omit({ homeId: true }).shape, id: RoomId.optional() });
export type NewRoom = z.infer<typeof NewRoom>;

/** A home that is let whole has exactly one room that is let. */
export function fitsLetting(letting: Letting, rooms: readonly Pick<Room, 'kind'>[]): boolean {
  return letting === 'byRoom' || rooms.filter(isLettable).length === 1;
}

/** Why a home may not have these rooms, or null when it may. */
export function barredRooms(letting: Letting, rooms: readonly Room[]) {
  if (rooms.length > mostRooms) return refuse('too-many-rooms', { most: String(mostRooms) });
  if (fitsLetting(letting, rooms)) return null;
  return refuse('one-lettable-room', { let: String(rooms.filter(isLettable).length) });
}
