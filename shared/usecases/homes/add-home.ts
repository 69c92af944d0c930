import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { HomeFile } from '../../domain/files.ts';
import { Home } from '../../domain/home.ts';
import { HomeId, RoomId } from '../../domain/ids.ts';
import { emptyLedger } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { homes, ledgers, roomPlaces } from '../../store/kinds/homes.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { fitsLetting, mostRooms, NewRoom } from './home-rooms.ts';

/** A home with its rooms. References may be given, so that a home keeps the one it has elsewhere; new ones are made. */
export const NewHome = z
  .strictObject({
    ...Home.shape,
    id: HomeId.optional(),
    rooms: z.array(NewRoom).min(1).max(mostRooms),
  })
  .refine(({ letting, rooms }) => fitsLetting(letting, rooms), {
    path: ['rooms'],
    error: 'a home that is let whole has exactly one lettable room',
  });
export type NewHome = z.infer<typeof NewHome>;

export const HomeAdded = z.strictObject({ ...Receipt.shape, rooms: z.array(RoomId) });
export type HomeAdded = z.infer<typeof HomeAdded>;

/** Adds a home with its rooms, and the ledger that will hold who has which room when. */
export function addHome(deps: Deps, call: Call<unknown, NewHome>): Promise<Outcome<HomeAdded>> {
  return write(deps, call, 'homeAdded', HomeAdded, async (records) => {
    const { rooms: newRooms, ...about } = call.body;
    const { newId } = deps.writing;
    const id = about.id ?? HomeId.parse(newId('home'));
    const rooms = newRooms.map((room) => ({
      ...room,
      id: room.id ?? RoomId.parse(newId('room')),
      homeId: id,
    }));
    const file: HomeFile = { home: { ...about, id }, rooms, outOfService: [], closing: null };
    const barred = barredFrom(call.who.data, 'homes.write', { home: file });
    if (barred) return refuse('not-allowed');
    if (new Set(rooms.map((room) => room.id)).size < rooms.length)
      return refuse('already-exists', { in: 'rooms' });
    if (await records.get(homes, id)) return refuse('already-exists', { homeId: id });
    const [taken] = await records.getMany(
      roomPlaces,
      rooms.map((room) => room.id),
    );
    if (taken) return refuse('already-exists', { roomId: taken.id });
    const { partnership } = records;
    return done({
      steps: [
        create(partnership, homes, file),
        create(partnership, ledgers, emptyLedger(id)),
        ...rooms.map((room) => create(partnership, roomPlaces, { roomId: room.id, homeId: id })),
      ],
      answer: { id, version: 1, rooms: rooms.map((room) => room.id) },
      told: { homeId: id, rooms: String(rooms.length) },
    });
  });
}
