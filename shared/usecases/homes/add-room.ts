import { barredFrom } from '../../access/own-case.ts';
import { type HomeId, RoomId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { homes, roomPlaces } from '../../store/kinds/homes.ts';
import { change, create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { barredRooms, type NewRoom } from './home-rooms.ts';

/** Adds a room to a home. @returns the room, with the version the home is in now */
export function addRoom(deps: Deps, call: Call<{ homeId: HomeId }, NewRoom>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'roomAdded', Receipt, async (records) => {
    const found = await records.get(homes, call.params.homeId);
    if (!found) return refuse('not-found');
    const barred = barredFrom(call.who.data, 'homes.write', { home: found.data });
    if (barred) return refuse(barred);
    const { home, rooms } = found.data;
    const roomId = call.body.id ?? RoomId.parse(deps.writing.newId('room'));
    if (await records.get(roomPlaces, roomId)) return refuse('already-exists', { roomId });
    const more = [...rooms, { ...call.body, id: roomId, homeId: home.id }];
    const wrong = barredRooms(home.letting, more);
    if (wrong) return wrong;
    return done({
      steps: [
        change(found, { ...found.data, rooms: more }),
        create(records.partnership, roomPlaces, { roomId, homeId: home.id }),
      ],
      answer: { id: roomId, version: found.version + 1 },
      told: { homeId: home.id, roomId },
    });
  });
}
