import { type Day, dayNumber } from '../domain/day.ts';
import type { Home } from '../domain/home.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import { householdSize, type Person } from '../domain/person.ts';
import type { PlacementRequest } from '../domain/placement-request.ts';
import type { NotInPool } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import type { Risk } from '../domain/risk.ts';
import { isLettable, type Room } from '../domain/room.ts';
import { addWorkingDays, readyNumberAfterTurnaround } from '../domain/working-days.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { Facts } from './facts.ts';
import { byId, groupBy, inForce, latest } from './lookups.ts';
import { canonicalOrder } from './order.ts';
import type { House, Housemate, LiveStay, OfferedVacancy, Place, Setting, Subject } from './pool-types.ts';
import { readinessRecord } from './readiness.ts';
import { freePlacesByTeam, teamSizes } from './team-places.ts';
import { delayDaysOf, tierOf } from './urgency.ts';

/** Who and what a plan is made of, and the same look-ups for anybody and any room outside it. */
export interface Pool {
  readonly setting: Setting;
  readonly subjects: readonly Subject[];
  readonly places: readonly Place[];
  readonly notInPool: readonly NotInPool[];
  /** A person as the rules see them, in the pool or not; null when they have never asked for a place. */
  subjectOf(person: PersonId): Subject | null;
  /** A room as the rules see it, in the pool or not; null when there is no such room. */
  placeOf(room: RoomId): Place | null;
}

/**
 * The pool of a day: every request that is ready to place, and every room that is open, expected, or lived in by
 * somebody with such a request. All other residents stay where they are.
 */
export function buildPool(
  facts: Facts,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
  onDay: Day,
): Pool {
  const on = dayNumber(onDay);
  const people = byId(facts.people);
  const homes = byId(facts.homes);
  const rooms = byId(facts.rooms);
  const workers = byId(facts.workers);
  const needs = groupBy(facts.needs, (one) => one.personId);
  const readiness = groupBy(facts.readiness, (one) => one.personId);
  const risks = groupBy(
    facts.risks.filter((risk) => inForce(risk.recordedOn, risk.expiresOn, onDay)),
    (one) => one.personId,
  );
  const zones = groupBy(facts.exclusionZones, (one) => one.personId);
  const anchors = groupBy(facts.anchors, (one) => one.personId);
  const preferences = groupBy(facts.preferences, (one) => one.personId);
  const periods = groupBy(facts.readyPeriods, (one) => one.requestId);
  const requests = groupBy(facts.requests, (one) => one.personId);
  const apart = keptApart(facts, onDay);
  const liveStays = facts.stays.filter(
    (stay): stay is LiveStay => stay.status === 'arrived' && stay.from <= onDay,
  );
  const stayOf = new Map(liveStays.map((stay) => [stay.personId, stay]));
  const stayIn = new Map(liveStays.map((stay) => [stay.roomId, stay]));
  const vacancyOf = vacanciesByRoom(facts);
  const nobody: ReadonlySet<PersonId> = new Set();

  const setting: Setting = {
    partnership: facts.partnership,
    on,
    onDay,
    policy,
    freePlaces: freePlacesByTeam(facts, models),
    teamSize: teamSizes(facts),
  };
  const soonest = dayNumber(addWorkingDays(onDay, policy.leadWorkingDays));

  function makeSubject(person: Person, request: PlacementRequest): Subject | null {
    const model = models.get(request.serviceModel);
    if (!model) return null;
    const stay = stayOf.get(person.id) ?? null;
    const room = stay ? (rooms.get(stay.roomId) ?? null) : null;
    const home = room ? (homes.get(room.homeId) ?? null) : null;
    const stage = home?.offers.find((offer) => offer.serviceModel === model.id)?.stage ?? null;
    const delayDays = delayDaysOf(periods.get(request.id) ?? [], onDay);
    const latestNeeds = latest(needs.get(person.id) ?? [], (one) => one.assessedOn);
    const ownRisks = risks.get(person.id) ?? [];
    return {
      person,
      request,
      model,
      stay,
      room,
      home,
      stage,
      stages: stagesFor(request, model, stage, stay !== null),
      needs: latestNeeds,
      readiness: readinessRecord(readiness.get(person.id) ?? []),
      risks: ownRisks,
      zones: zones.get(person.id) ?? [],
      keptApartFrom: apart.get(person.id) ?? nobody,
      anchors: anchors.get(person.id) ?? [],
      preferences: preferences.get(person.id) ?? [],
      primaryWorker: person.primaryWorker === null ? null : (workers.get(person.primaryWorker) ?? null),
      size: householdSize(person),
      highRisk: hasHighRisk(ownRisks),
      earlyRecovery: latestNeeds?.recovery === 'early',
      tier: tierOf(request, stay !== null, delayDays, policy),
      waitDays: Math.max(0, on - dayNumber(request.queuedOn)),
      delayDays,
      earliest: request.earliestOn === null ? soonest : Math.max(soonest, dayNumber(request.earliestOn)),
    };
  }

  const subjectByPerson = new Map<PersonId, Subject>();
  const notInPool: NotInPool[] = [];
  for (const request of [...facts.requests].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const person = people.get(request.personId);
    if (!person || finished.has(request.status)) continue;
    const subject = makeSubject(person, request);
    const because = subject ? whyNotInPool(subject) : 'The programme it asks for is not set up here.';
    if (because === null && subject) subjectByPerson.set(person.id, subject);
    else notInPool.push({ personId: person.id, requestId: request.id, because: because ?? '' });
  }

  const houses = new Map<string, House>();
  const roomsOf = groupBy(facts.rooms, (room) => room.homeId);
  function houseOf(home: Home): House {
    const known = houses.get(home.id);
    if (known) return known;
    const lettable = (roomsOf.get(home.id) ?? []).filter(isLettable);
    const stays = lettable.flatMap((room) => stayIn.get(room.id) ?? []);
    const house: House = {
      home,
      lettableRooms: lettable.length,
      housemates: stays
        .filter((stay) => !subjectByPerson.has(stay.personId))
        .flatMap((stay) => {
          const person = people.get(stay.personId);
          return person ? [housemate(person, stay)] : [];
        }),
      movers: stays.flatMap((stay) => subjectByPerson.get(stay.personId) ?? []),
      turnaround: home.turnaroundWorkingDays ?? modelTurnaround(home, models) ?? policy.turnaroundWorkingDays,
    };
    houses.set(home.id, house);
    return house;
  }
  function housemate(person: Person, stay: LiveStay): Housemate {
    const vacancy = vacancyOf.get(stay.roomId);
    const leaves = stay.leavesOn ?? vacancy?.from ?? null;
    return {
      person,
      keptApartFrom: apart.get(person.id) ?? nobody,
      size: householdSize(person),
      highRisk: hasHighRisk(risks.get(person.id) ?? []),
      earlyRecovery: latest(needs.get(person.id) ?? [], (one) => one.assessedOn)?.recovery === 'early',
      leaves: leaves === null ? Number.POSITIVE_INFINITY : dayNumber(leaves),
    };
  }

  const periodsOut = groupBy(facts.outOfService, (one) => one.roomId);
  function makePlace(room: Room): Place | null {
    const home = homes.get(room.homeId);
    if (!home) return null;
    const stay = stayIn.get(room.id);
    const resident = (stay && subjectByPerson.get(stay.personId)) ?? null;
    const vacancy = resident ? null : (vacancyOf.get(room.id) ?? null);
    const house = houseOf(home);
    const freedByNotice =
      stay?.leavesOn && resident === null
        ? readyNumberAfterTurnaround(dayNumber(stay.leavesOn), house.turnaround)
        : soonest;
    return {
      room,
      home,
      house,
      vacancy,
      resident,
      occupied: stay !== undefined && resident === null && (vacancy === null || vacancy.status === 'open'),
      outOfService: periodsOut.get(room.id) ?? [],
      ready: Math.max(soonest, vacancy ? dayNumber(vacancy.from) : soonest, freedByNotice),
      certainty: vacancy?.status === 'expected' ? vacancy.certainty : 'confirmed',
    };
  }

  const placeByRoom = new Map(facts.rooms.map((room) => [room.id, makePlace(room)]));
  return {
    setting,
    subjects: inOrder([...subjectByPerson.values()], (subject) => subject.person.id),
    places: inOrder(
      [...placeByRoom.values()].filter((place) => place !== null).filter(mayBeFilled),
      (place) => place.room.id,
    ),
    notInPool,
    subjectOf(id) {
      const known = subjectByPerson.get(id);
      const person = people.get(id);
      const request = latest(requests.get(id) ?? [], (one) => one.queuedOn);
      return known ?? (person && request ? makeSubject(person, request) : null);
    },
    placeOf: (id) => placeByRoom.get(id) ?? null,
  };
}

/** A room a plan may put somebody into: let at all, and open, expected or lived in by somebody who may move. */
function mayBeFilled(place: Place): boolean {
  return isLettable(place.room) && !place.occupied && (place.vacancy !== null || place.resident !== null);
}

function inOrder<T>(items: readonly T[], id: (item: T) => string): T[] {
  return canonicalOrder(items.map(id)).flatMap((at) => items[at] ?? []);
}

const finished: ReadonlySet<string> = new Set(['placed', 'closed', 'rejected', 'withdrawn', 'expired']);

/** Plain words for why an open request is not planned for; null when it is. */
function whyNotInPool(subject: Subject): string | null {
  const { request } = subject;
  if (request.status === 'paused')
    return `The request is paused: ${request.pausedUntil === null ? 'no end date' : `until ${request.pausedUntil}`}.`;
  if (request.status !== 'readyToPlace')
    return `The request is "${request.status}". It joins the plan once it is ready to place.`;
  return null;
}

/**
 * The stages a request may lead to: those it names, or those the programme lets this person enter from where they
 * are. A stage that only changes the support in the same home is no move.
 */
function stagesFor(
  request: PlacementRequest,
  model: ServiceModel,
  stage: string | null,
  resident: boolean,
): ReadonlySet<string> {
  if (request.stages.length > 0) return new Set(request.stages);
  if (!resident) return new Set(model.matching.newcomerStages);
  const sameHome = new Set(model.stages.filter((one) => one.sameHome).map((one) => one.id));
  const onwards = model.moves.filter((move) => move.from === stage && move.direction === 'stepDown');
  return new Set(onwards.map((move) => move.to).filter((to) => !sameHome.has(to)));
}

function hasHighRisk(risks: readonly Risk[]): boolean {
  return risks.some((risk) => risk.current && risk.level === 'high');
}

function modelTurnaround(home: Home, models: ReadonlyMap<string, ServiceModel>): number | null {
  const days = home.offers.map(
    (offer) => models.get(offer.serviceModel)?.matching.turnaroundWorkingDays ?? null,
  );
  return days.find((one) => one !== null) ?? null;
}

function keptApart(facts: Facts, onDay: Day): Map<PersonId, Set<PersonId>> {
  const apart = new Map<PersonId, Set<PersonId>>();
  const add = (a: PersonId, b: PersonId): void => {
    const others = apart.get(a) ?? new Set();
    others.add(b);
    apart.set(a, others);
  };
  for (const pair of facts.nonAssociations) {
    if (!inForce(pair.recordedOn, pair.expiresOn, onDay)) continue;
    add(pair.personId, pair.otherPersonId);
    add(pair.otherPersonId, pair.personId);
  }
  return apart;
}

/** The one vacancy each room is offered by: the soonest, then the one with the lower reference. */
function vacanciesByRoom(facts: Facts): Map<RoomId, OfferedVacancy> {
  const offered = new Map<RoomId, OfferedVacancy>();
  for (const vacancy of facts.vacancies) {
    if (vacancy.status !== 'open' && vacancy.status !== 'expected') continue;
    const known = offered.get(vacancy.roomId);
    if (!known || vacancy.from < known.from || (vacancy.from === known.from && vacancy.id < known.id))
      offered.set(vacancy.roomId, vacancy);
  }
  return offered;
}
