import { dayNumber } from '../domain/day.ts';
import type { Home } from '../domain/home.ts';
import type { HomeId, PersonId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import { isLettable, type Room } from '../domain/room.ts';
import { readyNumberAfterTurnaround } from '../domain/working-days.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { Lookups } from './lookups.ts';
import type { House, LiveStay, OfferedVacancy, Place, Subject } from './pool-types.ts';
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
  const lettable = (look.roomsOf.get(home.id) ?? []).filter(isLettable);
  const stays = lettable.flatMap((room) => look.stayIn.get(room.id) ?? []);
  const promised = lettable.flatMap((room) => look.promisedIn.get(room.id) ?? []);
  // Somebody who is to change rooms within the home is counted once, in the room they are promised.
  const changing = new Set(promised.map((stay) => stay.personId));
  const living = stays.filter((stay) => !changing.has(stay.personId));
  return {
    home,
    housemates: [...living, ...promised].flatMap((stay) => {
      const person = look.people.get(stay.personId);
      return person && !movers.has(person.id) ? [makeHousemate(look, person, stay)] : [];
    }),
    movers: stays.flatMap((stay) => movers.get(stay.personId) ?? []),
    turnaround: turnaroundOf(home, policy, models),
  };
}

/** Working days a room of a home stands empty between two people: as the home, else its programme, else the policy says. */
export function turnaroundOf(
  home: Home,
  policy: Pick<Policy, 'turnaroundWorkingDays'>,
  models: ReadonlyMap<string, ServiceModel>,
): number {
  return home.turnaroundWorkingDays ?? modelTurnaround(home, models) ?? policy.turnaroundWorkingDays;
}

function modelTurnaround(home: Home, models: ReadonlyMap<string, ServiceModel>): number | null {
  const days = home.offers.map(
    (offer) => models.get(offer.serviceModel)?.matching.turnaroundWorkingDays ?? null,
  );
  return days.find((one) => one !== null) ?? null;
}

export function makePlace(
  look: Lookups,
  house: House,
  movers: ReadonlyMap<PersonId, Subject>,
  room: Room,
): Place {
  const stay = look.stayIn.get(room.id);
  const resident = (stay && movers.get(stay.personId)) ?? null;
  const vacancy = resident ? null : (look.vacancyOf.get(room.id) ?? null);
  return {
    room,
    home: house.home,
    house,
    vacancy,
    resident,
    occupied:
      look.promisedIn.has(room.id) ||
      (stay !== undefined && resident === null && (vacancy === null || vacancy.status === 'open')),
    outOfService: look.outOfService.get(room.id) ?? [],
    ready: vacancy ? readyOf(vacancy, stay, house) : Number.NEGATIVE_INFINITY,
    certainty: vacancy?.status === 'expected' ? vacancy.certainty : 'confirmed',
  };
}

/** An empty room is ready from the vacancy's day; one that is lived in, a turnaround after its resident leaves. */
function readyOf(vacancy: OfferedVacancy, stay: LiveStay | undefined, house: House): number {
  if (!stay) return dayNumber(vacancy.from);
  const leaves = Math.max(dayNumber(vacancy.from), stay.leavesOn === null ? 0 : dayNumber(stay.leavesOn));
  return readyNumberAfterTurnaround(leaves, house.turnaround);
}

/** A room a plan may put somebody into: let at all, and open, expected or lived in by somebody who may move. */
export function mayBeFilled(place: Place): boolean {
  return isLettable(place.room) && !place.occupied && (place.vacancy !== null || place.resident !== null);
}
