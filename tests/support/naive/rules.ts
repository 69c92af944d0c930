import type { Policy } from '../../../shared/domain/policy.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import { type Answer, type Ask, eligible, isCareLeaver, leftToPay } from './ask.ts';
import { ageAt, nightsBetween, plusDays } from './days.ts';
import { meansHome } from './points.ts';
import { gateReading, stageFor } from './readiness.ts';
import {
  goneFrom,
  homeOfRoom,
  isFreedByMove,
  type Kind,
  limitOf,
  livesIn,
  type Models,
  mustBeApart,
  type NaiveWorld,
  needsOf,
  offerOf,
  personOf,
  requestOf,
  residentOf,
  risksOf,
  roomOf,
  share,
} from './world.ts';

const rank = { floating: 0, low: 1, medium: 2, high: 3 } as const;

/** A need that is required, not required or not on record, against what is there, is not, or is not on record. */
function met(need: 'required' | 'notRequired' | null | undefined, there: boolean | null): Answer {
  if (there || need === 'notRequired') return true;
  return need === 'required' && there === false ? false : null;
}

function roomIsFree({ w, room, person }: Ask): Answer {
  if (room.kind !== 'bedroom' && room.kind !== 'wholeHome') return false;
  const resident = residentOf(w, room.id);
  if (resident?.personId === person.id) return false;
  if (resident && isFreedByMove(w, resident)) return true;
  const offer = offerOf(w, room.id);
  return offer !== undefined && (resident === undefined || offer.status === 'expected');
}

/** People whom no plan moves and who still sleep in the home on a day. */
export function stayersOn(w: NaiveWorld, homeId: string, day: string): string[] {
  return w.facts.rooms
    .filter((room) => room.homeId === homeId && (room.kind === 'bedroom' || room.kind === 'wholeHome'))
    .flatMap((room) => residentOf(w, room.id) ?? [])
    .filter((stay) => !isFreedByMove(w, stay))
    .filter((stay) => (goneFrom(w, stay) ?? '9999-12-31') > day)
    .map((stay) => stay.personId);
}

function withinLimit({ w, person, home, ownHome, day }: Ask, kind: Kind): Answer {
  const limit = limitOf(w, home, kind, day);
  const own = share(w, kind, person.id);
  if (limit === null || own === 0 || ownHome?.id === home.id) return true;
  const others = stayersOn(w, home.id, day).reduce((sum, id) => sum + share(w, kind, id), 0);
  return others + own <= limit;
}

/** Free places of the first workers of a team; undefined where no such worker is on record. */
export function freePlaces({ facts, models }: NaiveWorld, team: string): number | undefined {
  const firsts = facts.workers.filter(
    (one) => one.team === team && models.get(one.serviceModel)?.coAllocation.primaryRole === one.role,
  );
  if (firsts.length === 0) return undefined;
  return firsts.reduce((sum, worker) => {
    const has = facts.people.filter((one) => one.primaryWorker === worker.id).length;
    const rule = models
      .get(worker.serviceModel)!
      .caseloadLimits.find((one) => one.role === worker.role && one.scope === 'worker');
    let limit = worker.caseloadLimit;
    if (limit === null && rule && rule.people !== null)
      limit = rule.perFte ? Math.floor(rule.people * worker.fullTimeEquivalent) : rule.people;
    return limit === null ? Number.POSITIVE_INFINITY : sum + Math.max(0, limit - has);
  }, 0);
}

function workerIsFree({ w, person, home, model }: Ask): Answer {
  if (w.facts.workers.some((one) => one.id === person.primaryWorker)) return true;
  const free = home.team === null ? undefined : freePlaces(w, home.team);
  if (free === undefined) return null;
  const inTeam = w.facts.workers.filter((one) => one.team === home.team).length;
  return free >= 1 && inTeam >= model.coAllocation.workersPerPerson;
}

function underTheZone({ w, person, home, day }: Ask): boolean {
  return w.facts.exclusionZones.some((zone) => {
    if (zone.personId !== person.id || day < zone.from || (zone.expiresOn !== null && zone.expiresOn < day))
      return false;
    const [east, north] = [
      zone.centre.easting - home.location.easting,
      zone.centre.northing - home.location.northing,
    ];
    return Math.round(Math.sqrt(east * east + north * north)) <= zone.radiusMetres;
  });
}

/** Rules that say the same on every day. */
const undated: Readonly<Record<string, (a: Ask) => Answer>> = {
  'request-ready': ({ request }) => request.status === 'readyToPlace',
  'room-free': roomIsFree,
  stage: ({ w, person, home }) => stageFor(w, person.id, home) !== undefined,
  'step-down': ({ ownHome, home, policy, model }) =>
    ownHome === undefined ||
    policy.lateralMoves ||
    !model.matching.ladderOnly ||
    rank[home.supportLevel] < rank[ownHome.supportLevel],
  'support-level': ({ needs, home }) => (needs ? rank[needs.supportLevel] <= rank[home.supportLevel] : null),
  'support-hours': ({ needs, home }) =>
    needs ? needs.supportHoursPerWeek <= home.supportHoursPerWeek : null,
  'sleep-in': ({ needs, home }) => met(needs?.sleepIn, home.sleepIn),
  'self-contained': ({ needs, home }) => met(needs?.selfContained, home.letting === 'whole'),
  'women-or-men': ({ home, person }) => {
    if (home.sexPolicy === 'any') return true;
    const sex = person.sexRegisteredAtBirth;
    return sex === null ? null : home.sexPolicy === (sex === 'female' ? 'women' : 'men');
  },
  'step-free': ({ needs, room }) => met(needs?.stepFree, room.stepFree),
  'wet-room': ({ needs, room }) => met(needs?.wetRoom, room.wetRoom),
  floor: ({ needs, room }) => {
    const highest = needs?.highestFloor ?? null;
    if (highest === null) return true;
    return room.floor === null ? null : room.stepFree === true || room.floor <= highest;
  },
  'room-persons': ({ w, person, room }) => share(w, 'persons', person.id) <= room.maxPersons,
  'room-size': ({ w, person, room, policy }) => {
    if (room.kind !== 'bedroom') return true;
    const { onePerson, twoPeople } = policy.roomAreaSquareMetres;
    return room.areaSquareMetres >= (share(w, 'persons', person.id) > 1 ? twoPeople : onePerson);
  },
  pets: ({ person, home }) => {
    if (home.pets === 'yes') return true;
    if (person.pets === null) return null;
    return home.pets === 'byAgreement' || !person.pets.some((pet) => !pet.assistance);
  },
  smoking: ({ person, home }) => {
    if (home.smoking === 'inside') return true;
    if (person.smokes === null) return null;
    return person.smokes === 'no' || (person.smokes === 'outside' && home.smoking === 'outside');
  },
  'substance-free': ({ needs, home }) => {
    if (!needs) return null;
    if (home.substanceFree) return needs.recovery === null ? null : needs.recovery !== 'usingNow';
    return needs.substanceFreeHome === null ? null : needs.substanceFreeHome === 'notRequired';
  },
  risk: ({ w, person, home }) =>
    !risksOf(w, person.id).some((risk) => risk.current && home.notSuitableFor.includes(risk.category)),
  'their-no': ({ w, person, home }) =>
    !w.facts.preferences.some(
      (one) => one.personId === person.id && one.wish === 'doesNotWant' && meansHome(one.about, home),
    ),
  'needs-known': ({ needs, policy, w }) =>
    needs && nightsBetween(needs.assessedOn, w.on) <= policy.needsValidDays ? true : null,
  readiness: ({ w, person, home }) => {
    const reading = gateReading(w, person.id, stageFor(w, person.id, home));
    return reading === null ? true : reading.verdict;
  },
  'worker-free': workerIsFree,
};

/** Rules that look at the day of the move. */
const dated: Readonly<Record<string, (a: Ask) => Answer>> = {
  eligible,
  age: ({ person, home, day }) => {
    const age = ageAt(person.dateOfBirth, day);
    return age >= (home.ageFrom ?? 0) && age <= (home.ageTo ?? 999);
  },
  'registered-for-16-17': ({ person, home, day }) =>
    ageAt(person.dateOfBirth, day) >= 18 || home.ofsted !== 'notRegistered',
  'local-connection': ({ person, home, policy, day }) => {
    const young = isCareLeaver(person) && ageAt(person.dateOfBirth, day) < policy.careLeaverExemptUnderAge;
    return !home.localConnectionRequired || person.localConnectionExempt || young
      ? true
      : person.localConnection;
  },
  'kept-apart': ({ w, person, home, day }) =>
    !stayersOn(w, home.id, day).some((id) => mustBeApart(w, id, person.id)),
  'licence-persons': (a) => withinLimit(a, 'persons'),
  'licence-households': (a) => withinLimit(a, 'households'),
  'mix-high-risk': (a) => withinLimit(a, 'highRisk'),
  'mix-early-recovery': (a) => withinLimit(a, 'earlyRecovery'),
  'exclusion-zone': (a) => !underTheZone(a),
  affordable: (a) => {
    const short = leftToPay(a);
    return short === null ? null : short <= a.policy.affordability.weeklyShortfallAllowed;
  },
  'in-service': ({ w, room, day }) =>
    !w.facts.outOfService.some(
      (one) => one.roomId === room.id && one.from <= day && (one.to === null || day <= one.to),
    ),
  lease: ({ home, policy, day }) =>
    home.leaseEndsOn === null || nightsBetween(day, home.leaseEndsOn) >= policy.minimumNights,
  'in-time': ({ w, person, request, policy, day }) => {
    const leaves = livesIn(w, person.id)?.leavesOn ?? null;
    if (leaves !== null && leaves >= w.on && day > leaves) return false;
    if (day > plusDays(w.on, policy.horizonDays)) return false;
    return request.neededBy === null || request.neededBy < w.on || day <= request.neededBy;
  },
};

function askOf(w: NaiveWorld, personId: string, roomId: string, day: string): Ask {
  const request = requestOf(w, personId)!;
  const stay = livesIn(w, personId);
  return {
    w,
    policy: w.policy,
    person: personOf(w, personId),
    request,
    model: w.models.get(request.serviceModel)!,
    needs: needsOf(w, personId),
    room: roomOf(w, roomId),
    home: homeOfRoom(w, roomId),
    ownHome: stay && homeOfRoom(w, stay.roomId),
    day,
  };
}

const failing = (rules: typeof undated, ask: Ask): string[] =>
  Object.entries(rules).flatMap(([id, rule]) => (rule(ask) === true ? [] : [id]));

export const undatedFailures = (w: NaiveWorld, personId: string, roomId: string): string[] =>
  failing(undated, askOf(w, personId, roomId, w.on));

export const datedFailures = (w: NaiveWorld, personId: string, roomId: string, day: string): string[] =>
  failing(dated, askOf(w, personId, roomId, day));

/** Every rule that does not pass for a pair on a day, by its name in the order of the handbook. */
export function naiveFailures(
  facts: Facts,
  policy: Policy,
  models: Models,
  on: string,
  personId: string,
  roomId: string,
  moveOn: string,
): string[] {
  const w: NaiveWorld = { facts, policy, models, on };
  return [...undatedFailures(w, personId, roomId), ...datedFailures(w, personId, roomId, moveOn)];
}
