import type { NeedsAssessment, ReadinessAssessment } from '../domain/assessment.ts';
import type { Day } from '../domain/day.ts';
import type { DeclinedMove } from '../domain/declined-move.ts';
import type { Home } from '../domain/home.ts';
import type { HomeId, PersonId, RequestId, RoomId, WorkerId } from '../domain/ids.ts';
import type { Person } from '../domain/person.ts';
import type { PlacementRequest, ReadyPeriod } from '../domain/placement-request.ts';
import type { ExclusionZone, ProviderBan, Risk } from '../domain/risk.ts';
import type { OutOfService, Room } from '../domain/room.ts';
import type { Stay } from '../domain/stay.ts';
import type { Anchor, Preference } from '../domain/wish.ts';
import type { Worker } from '../domain/worker.ts';
import type { Facts } from './facts.ts';
import type { LiveStay, OfferedVacancy } from './pool-types.ts';

type Many<Key, Item> = ReadonlyMap<Key, readonly Item[]>;

/** Facts by what they are asked by, on one day. */
export interface Lookups {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly homes: ReadonlyMap<HomeId, Home>;
  readonly rooms: ReadonlyMap<RoomId, Room>;
  readonly workers: ReadonlyMap<WorkerId, Worker>;
  readonly roomsOf: Many<HomeId, Room>;
  readonly outOfService: Many<RoomId, OutOfService>;
  readonly stayOf: ReadonlyMap<PersonId, LiveStay>;
  readonly stayIn: ReadonlyMap<RoomId, LiveStay>;
  /** Stays that are promised and have not begun. */
  readonly promisedIn: Many<RoomId, Stay>;
  readonly promisedTo: Many<PersonId, Stay>;
  readonly vacancyOf: ReadonlyMap<RoomId, OfferedVacancy>;
  readonly needs: Many<PersonId, NeedsAssessment>;
  readonly readiness: Many<PersonId, ReadinessAssessment>;
  /** The newest finding of each category that has not expired. */
  readonly risks: Many<PersonId, Risk>;
  readonly zones: Many<PersonId, ExclusionZone>;
  readonly bans: Many<PersonId, ProviderBan>;
  readonly declined: Many<PersonId, DeclinedMove>;
  readonly apart: ReadonlyMap<PersonId, ReadonlySet<PersonId>>;
  readonly anchors: Many<PersonId, Anchor>;
  readonly preferences: Many<PersonId, Preference>;
  readonly requests: Many<PersonId, PlacementRequest>;
  readonly periods: Many<RequestId, ReadyPeriod>;
}

export function lookUp(facts: Facts, onDay: Day): Lookups {
  const stays = facts.stays.filter(
    (stay): stay is LiveStay => stay.status === 'arrived' && stay.from <= onDay,
  );
  const promised = facts.stays.filter((stay) => isPromised(stay, onDay));
  const risks = newestRisks(facts.risks, onDay);
  return {
    people: byId(facts.people),
    homes: byId(facts.homes),
    rooms: byId(facts.rooms),
    workers: byId(facts.workers),
    roomsOf: groupBy(facts.rooms, (one) => one.homeId),
    outOfService: groupBy(facts.outOfService, (one) => one.roomId),
    stayOf: new Map(stays.map((stay) => [stay.personId, stay])),
    stayIn: new Map(stays.map((stay) => [stay.roomId, stay])),
    promisedIn: groupBy(promised, (one) => one.roomId),
    promisedTo: groupBy(promised, (one) => one.personId),
    vacancyOf: vacanciesByRoom(facts),
    needs: groupBy(facts.needs, (one) => one.personId),
    readiness: groupBy(facts.readiness, (one) => one.personId),
    risks: groupBy(risks, (one) => one.personId),
    zones: groupBy(facts.exclusionZones, (one) => one.personId),
    bans: groupBy(facts.bans, (one) => one.personId),
    declined: groupBy(facts.declined, (one) => one.personId),
    apart: keptApart(facts, onDay),
    anchors: groupBy(facts.anchors, (one) => one.personId),
    preferences: groupBy(facts.preferences, (one) => one.personId),
    requests: groupBy(facts.requests, (one) => one.personId),
    periods: groupBy(facts.readyPeriods, (one) => one.requestId),
  };
}

function byId<Id extends string, T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function groupBy<K, T>(items: readonly T[], key: (item: T) => K): Many<K, T> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** The newest of several versions; of two on one day, the one with the higher id, so that order carries no meaning. */
export function latest<T extends { readonly id: string }>(
  versions: readonly T[] | undefined,
  on: (version: T) => Day,
): T | null {
  return (versions ?? []).reduce<T | null>(
    (newest, one) =>
      newest === null || on(one) > on(newest) || (on(one) === on(newest) && one.id > newest.id)
        ? one
        : newest,
    null,
  );
}

/** The newest finding of each person and category, of those that have not expired. */
export function newestRisks(risks: readonly Risk[], onDay: Day): Risk[] {
  const live = risks.filter((risk) => inForce(risk.recordedOn, risk.expiresOn, onDay));
  const findings = groupBy(live, (risk) => `${risk.personId} ${risk.category}`);
  return [...findings.values()].flatMap((versions) => latest(versions, (risk) => risk.recordedOn) ?? []);
}

function isPromised(stay: Stay, onDay: Day): boolean {
  return (
    stay.status === 'provisional' ||
    stay.status === 'confirmed' ||
    (stay.status === 'arrived' && stay.from > onDay)
  );
}

/** Whether something recorded on one day and expiring on another (its last day) holds on a third. */
export function inForce(from: Day, expiresOn: Day | null, on: Day): boolean {
  return from <= on && (expiresOn === null || on <= expiresOn);
}

function keptApart(facts: Facts, onDay: Day): ReadonlyMap<PersonId, ReadonlySet<PersonId>> {
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
function vacanciesByRoom(facts: Facts): ReadonlyMap<RoomId, OfferedVacancy> {
  const offered = new Map<RoomId, OfferedVacancy>();
  for (const vacancy of facts.vacancies) {
    if (vacancy.status !== 'open' && vacancy.status !== 'expected') continue;
    const known = offered.get(vacancy.roomId);
    if (!known || vacancy.from < known.from || (vacancy.from === known.from && vacancy.id < known.id))
      offered.set(vacancy.roomId, vacancy);
  }
  return offered;
}

export function hasHighRisk(risks: readonly Risk[]): boolean {
  return risks.some((risk) => risk.current && risk.level === 'high');
}
