import { type Day, dayNumber, sayDay } from '../domain/day.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import type { NotInPool } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { isLettable } from '../domain/room.ts';
import { addWorkingDays } from '../domain/working-days.ts';
import type { ServiceModel } from '../services/service-model.ts';
import { type RoomByReadiness, roomsByReadiness } from './expected-rooms.ts';
import type { Facts } from './facts.ts';
import { type Lookups, latest, lookUp } from './lookups.ts';
import { canonicalOrder } from './order.ts';
import { makeHouses, makePlace, mayBeFilled } from './places.ts';
import type { Place, Setting, Subject } from './pool-types.ts';
import { makeSubject, type PlanDays } from './subjects.ts';
import { freePlacesByTeam, teamSizes } from './team-places.ts';

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
  /** Rooms no plan fills, whose residents are forecast to be ready to move on. Worked out when first asked. */
  roomsByReadiness(): readonly RoomByReadiness[];
}

/**
 * The pool of a day: every request that is ready to place, and every room that is open, expected, or lived in by
 * somebody with such a request. All other residents stay where they are. A resident who has given notice leaves on that
 * day whatever the plan holds: they have no bed to fall back on, and their room is offered as the vacancy it is.
 */
export function buildPool(
  facts: Facts,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
  onDay: Day,
): Pool {
  const look = lookUp(facts, onDay);
  const days: PlanDays = {
    onDay,
    on: dayNumber(onDay),
    soonest: dayNumber(addWorkingDays(onDay, policy.leadWorkingDays)),
  };
  const { subjects, notInPool } = sortRequests(facts, look, days, policy, models);
  const movers = new Map([...subjects].filter(([, subject]) => hasBedToKeep(subject)));
  const houses = makeHouses(look, policy, models, movers);
  const places = new Map(
    facts.rooms.flatMap((room) => {
      const house = houses.get(room.homeId);
      return house ? [[room.id, makePlace(look, house, movers, room)]] : [];
    }),
  );
  let expected: readonly RoomByReadiness[] | null = null;
  return {
    setting: {
      partnership: facts.partnership,
      on: days.on,
      onDay,
      policy,
      freePlaces: freePlacesByTeam(facts, models, look),
      teamSize: teamSizes(facts),
    },
    subjects: inOrder([...subjects.values()], (subject) => subject.person.id),
    places: inOrder([...places.values()].filter(mayBeFilled), (place) => place.room.id),
    notInPool,
    subjectOf: (id) => subjects.get(id) ?? outsidePool(look, days, policy, models, id),
    placeOf: (id) => places.get(id) ?? null,
    roomsByReadiness() {
      expected ??= roomsByReadiness(look, models, days.on, new Set(subjects.keys()));
      return expected;
    },
  };
}

/** A resident whose room stays theirs while no move is made: a plan may let it again once they have gone. */
function hasBedToKeep({ stay, room }: Subject): boolean {
  return stay !== null && room !== null && stay.leavesOn === null && isLettable(room);
}

const finished: ReadonlySet<string> = new Set(['placed', 'closed', 'rejected', 'withdrawn', 'expired']);

/** Open requests, those that are ready to place apart from the others. */
function sortRequests(
  facts: Facts,
  look: Lookups,
  days: PlanDays,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
): { subjects: ReadonlyMap<PersonId, Subject>; notInPool: NotInPool[] } {
  const subjects = new Map<PersonId, Subject>();
  const notInPool: NotInPool[] = [];
  for (const request of facts.requests) {
    const person = look.people.get(request.personId);
    if (!person || finished.has(request.status)) continue;
    const model = models.get(request.serviceModel);
    const subject = model ? makeSubject(look, days, policy, model, person, request) : null;
    const because = subject ? whyNotReady(subject, look) : 'The programme it asks for is not set up here.';
    if (subject && because === null) subjects.set(person.id, subject);
    else notInPool.push({ personId: person.id, requestId: request.id, because: because ?? '' });
  }
  return { subjects, notInPool };
}

const stateWords: Readonly<Record<string, string>> = {
  draft: 'a draft',
  submitted: 'submitted and not reviewed yet',
  inReview: 'in review',
  infoRequested: 'waiting for information',
  proposed: 'with a proposal already',
};

/** Plain words for why an open request is not planned for; null when it is. */
function whyNotReady({ person, request, room }: Subject, look: Lookups): string | null {
  if (look.promisedTo.has(person.id)) return 'They are promised a room already.';
  if (room && look.promisedIn.has(room.id))
    return 'Their room is promised to somebody else, so their own move is under way.';
  if (request.status === 'readyToPlace') return null;
  if (request.status !== 'paused')
    return `The request is ${stateWords[request.status] ?? request.status}. It joins the plan once it is ready to place.`;
  return `The request is paused${request.pausedUntil === null ? ', with no end date' : ` until ${sayDay(request.pausedUntil)}`}.`;
}

function outsidePool(
  look: Lookups,
  days: PlanDays,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
  id: PersonId,
): Subject | null {
  const person = look.people.get(id);
  const request = latest(look.requests.get(id), (one) => one.queuedOn);
  const model = request && models.get(request.serviceModel);
  return person && request && model ? makeSubject(look, days, policy, model, person, request) : null;
}

function inOrder<T>(items: readonly T[], id: (item: T) => string): T[] {
  return canonicalOrder(items.map(id)).flatMap((at) => items[at] ?? []);
}
