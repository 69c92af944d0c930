import { dayNumber } from '../domain/day.ts';
import type { Home } from '../domain/home.ts';
import type { HomeId, PersonId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import { isLettable, type Room } from '../domain/room.ts';
import { readyNumberAfterTurnaround } from '../domain/working-days.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { Lookups } from './lookups.ts';
import type { House, Place, Subject } from './pool-types.ts';
import { makeHousemate } from './subjects.ts';

/** Every home as a house: who lives there and stays, and who lives there and may move. */
export function makeHouses(
  look: Lookups,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
  movers: ReadonlyMap<PersonId, Subject>,
): ReadonlyMap<HomeId, House> {
  return new Map(
    [...look.homes.values()].map((home) => [home.id, makeHouse(look, policy, models, movers, home)]),
  );
}

function makeHouse(
  look: Lookups,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
  movers: ReadonlyMap<PersonId, Subject>,
  home: Home,
): House {
  const stays = (look.roomsOf.get(home.id) ?? [])
    .filter(isLettable)
    .flatMap((room) => look.stayIn.get(room.id) ?? []);
  return {
    home,
    housemates: stays.flatMap((stay) => {
      const person = look.people.get(stay.personId);
      return person && !movers.has(person.id) ? [makeHousemate(look, person, stay)] : [];
    }),
    movers: stays.flatMap((stay) => movers.get(stay.personId) ?? []),
    turnaround: home.turnaroundWorkingDays ?? modelTurnaround(home, models) ?? policy.turnaroundWorkingDays,
  };
}

function modelTurnaround(home: Home, models: ReadonlyMap<string, ServiceModel>): number | null {
  const days = home.offers.map(
    (offer) => models.get(offer.serviceModel)?.matching.turnaroundWorkingDays ?? null,
  );
  return days.find((one) => one !== null) ?? null;
}

/** @param soonest the first day on which anybody could move, as a day number */
export function makePlace(
  look: Lookups,
  house: House,
  movers: ReadonlyMap<PersonId, Subject>,
  room: Room,
  soonest: number,
): Place {
  const stay = look.stayIn.get(room.id);
  const resident = (stay && movers.get(stay.personId)) ?? null;
  const vacancy = resident ? null : (look.vacancyOf.get(room.id) ?? null);
  const freedByNotice =
    stay?.leavesOn && resident === null
      ? readyNumberAfterTurnaround(dayNumber(stay.leavesOn), house.turnaround)
      : soonest;
  return {
    room,
    home: house.home,
    house,
    vacancy,
    resident,
    occupied: stay !== undefined && resident === null && (vacancy === null || vacancy.status === 'open'),
    outOfService: look.outOfService.get(room.id) ?? [],
    ready: Math.max(soonest, vacancy ? dayNumber(vacancy.from) : soonest, freedByNotice),
    certainty: vacancy?.status === 'expected' ? vacancy.certainty : 'confirmed',
  };
}

/** A room a plan may put somebody into: let at all, and open, expected or lived in by somebody who may move. */
export function mayBeFilled(place: Place): boolean {
  return isLettable(place.room) && !place.occupied && (place.vacancy !== null || place.resident !== null);
}
