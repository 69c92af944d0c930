import { dayFromNumber } from '../domain/day.ts';
import type { Home } from '../domain/home.ts';
import { HomeId, OutOfServiceId, RoomId, VacancyId } from '../domain/ids.ts';
import type { Room } from '../domain/room.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import type { Problem } from './compile.ts';
import type { Facts } from './facts.ts';
import { hashOf } from './order.ts';
import type { Place } from './pool-types.ts';

/**
 * The facts with more rooms exactly like one of them, each free from the day that one is, or from the day of the plan
 * where nothing frees it. A room goes into the same home, next to the same people, with a licence for as many more as
 * sleep in it; a home that is let whole is there once more, with nobody in it.
 */
export function withMoreRooms({ facts, pool }: Problem, place: Place, rooms: number): Facts {
  const { room, home } = place;
  const added = Array.from({ length: rooms }, (_, i): Room => {
    const id = referenceLike(room.id, i);
    return {
      ...room,
      id: RoomId.parse(id),
      homeId: home.letting === 'whole' ? HomeId.parse(referenceLike(home.id, i)) : home.id,
    };
  });
  return {
    ...facts,
    homes:
      home.letting === 'whole' ? [...facts.homes, ...homesLike(home, added)] : roomier(facts, place, rooms),
    rooms: [...facts.rooms, ...added],
    vacancies: [...facts.vacancies, ...added.map((one) => vacancyOf(place, one.id, pool.setting.on))],
    outOfService: [
      ...facts.outOfService,
      ...added.flatMap((one) =>
        place.outOfService.map((out) => ({
          ...out,
          id: OutOfServiceId.parse(referenceLike(out.id, hashOf(one.id))),
          roomId: one.id,
        })),
      ),
    ],
  };
}

/** A reference nobody else has: the hash of one that is taken, and a number. */
const referenceLike = (id: string, i: number): string => `one-more-${hashOf(id).toString(36)}-${i}`;

const homesLike = (home: Home, added: readonly Room[]): Home[] =>
  added.map(({ homeId }) => ({ ...home, id: homeId }));

/** The homes, with a licence in the home of a place that has room for those who would sleep in the rooms added. */
function roomier(facts: Facts, { home, room }: Place, rooms: number): readonly Home[] {
  const { licence } = home;
  const more = (limit: number | null, by: number): number | null => (limit === null ? null : limit + by);
  const raised = {
    ...licence,
    maxPersons: more(licence.maxPersons, rooms * room.maxPersons),
    maxHouseholds: more(licence.maxHouseholds, rooms),
  };
  return facts.homes.map((one) => (one.id === home.id ? { ...one, licence: raised } : one));
}

function vacancyOf({ vacancy, room, ready }: Place, roomId: RoomId, on: number): Vacancy {
  const id = VacancyId.parse(referenceLike(room.id, hashOf(roomId)));
  const from = dayFromNumber(Number.isFinite(ready) ? ready : on);
  return vacancy === null
    ? { status: 'open', id, roomId, from, reason: '13' }
    : { ...vacancy, id, roomId, from };
}
