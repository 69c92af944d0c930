import type { Policy } from '../../../shared/domain/policy.ts';
import type { Stay } from '../../../shared/domain/stay.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import { type Answer, type Ask, eligible, isCareLeaver, leftToPay } from './ask.ts';
import { ageAt, nightsBetween, plusDays } from './days.ts';
import { meansHome } from './points.ts';
import { gateReading, stageFor } from './readiness.ts';
import {
  homeOfRoom,
  isFreedByMove,
  type Kind,
  type Lived,
  limitOf,
  livesIn,
  type Models,
  mayExploit,
  mustBeApart,
  type NaiveWorld,
  needsOf,
  offerOf,
  personOf,
  promisedStays,
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

const isLet = ({ kind }: Ask['room']): boolean => kind === 'bedroom' || kind === 'wholeHome';

function roomIsFree({ w, room, person }: Ask): Answer {
  if (!isLet(room)) return false;
  const resident = residentOf(w, room.id);
  if (resident?.personId === person.id || promisedStays(w).some((one) => one.roomId === room.id))
    return false;
  if (resident && isFreedByMove(w, resident)) return true;
  const offer = offerOf(w, room.id);
  return offer !== undefined && (resident === undefined || offer.status === 'expected');
}

/** Stays, lived and promised, in the other rooms of the home that notice has not ended before the day. */
function othersThere({ w, room, home, day }: Ask): { lived: Lived[]; promised: Stay[] } {
  const others = w.facts.rooms.filter((one) => one.homeId === home.id && one.id !== room.id && isLet(one));
  return {
    lived: others
      .flatMap((one) => residentOf(w, one.id) ?? [])
      .filter((stay) => stay.leavesOn === null || day <= stay.leavesOn),
    promised: promisedStays(w).filter((stay) => others.some((one) => one.id === stay.roomId)),
  };
}

/** Those of them whom no plan moves: nobody may count on their going. */
function stayers(a: Ask): string[] {
  const { lived, promised } = othersThere(a);
  const staying = [...lived.filter((stay) => !isFreedByMove(a.w, stay)), ...promised];
  return [...new Set(staying.map((stay): string => stay.personId))];
}

function withinLimit(a: Ask, kind: Kind): Answer {
  const { w, person, home, ownHome, day, needs } = a;
  const limit = limitOf(w, home, kind, day);
  const own = share(w, kind, person.id);
  if (limit !== null && kind === 'earlyRecovery' && !needs?.recovery) return null;
  if (limit === null || own === 0 || ownHome?.id === home.id) return true;
  return stayers(a).reduce((sum, id) => sum + share(w, kind, id), 0) + own <= limit;
}

/** Homes for people aged 16 and 17: alone, among adults, or in a flat of their own. */
function registered(a: Ask): boolean {
  const { w, person, home, day } = a;
  const adult = (id: string): boolean => ageAt(personOf(w, id).dateOfBirth, day) >= 18;
  const among16And17 = home.ofsted === 'sharedOnly16And17';
  if (adult(person.id)) return !among16And17;
  if (among16And17) {
    const { lived, promised } = othersThere(a);
    return ![...lived, ...promised].some((stay) => stay.personId !== person.id && adult(stay.personId));
  }
  return home.ofsted === 'selfContained' ? home.letting === 'whole' : home.ofsted !== 'notRegistered';
}

/** Free places of the first workers of a team; undefined where no such worker is on record. */
export function freePlaces(w: NaiveWorld, team: string): number | undefined {
  const { facts, models } = w;
  const firsts = facts.workers.filter(
    (one) => one.team === team && models.get(one.serviceModel)?.coAllocation.primaryRole === one.role,
  );
  if (firsts.length === 0) return undefined;
  const free = firsts.reduce((sum, worker) => {
    const has = facts.people.filter((one) => one.primaryWorker === worker.id).length;
    const rule = models
      .get(worker.serviceModel)!
      .caseloadLimits.find((one) => one.role === worker.role && one.scope === 'worker');
    let limit = worker.caseloadLimit;
    if (limit === null && rule && rule.people !== null)
      limit = rule.perFte ? Math.floor(rule.people * worker.fullTimeEquivalent) : rule.people;
    return limit === null ? Number.POSITIVE_INFINITY : sum + Math.max(0, limit - has);
  }, 0);
  return Math.max(0, free - promisedWithoutWorker(w, team));
}

/** People without a worker who are promised a room in a home of the team. */
function promisedWithoutWorker(w: NaiveWorld, team: string): number {
  const isPromised = (stay: Stay): boolean =>
    ['provisional', 'confirmed'].includes(stay.status) || (stay.status === 'arrived' && stay.from > w.on);
  return w.facts.people.filter(({ id, primaryWorker }) => {
    const stay = w.facts.stays.find((one) => one.personId === id && isPromised(one));
    return primaryWorker === null && stay && homeOfRoom(w, stay.roomId).team === team;
  }).length;
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
    // One that is set to begin later is kept from today on.
    if (zone.personId !== person.id || (zone.expiresOn !== null && zone.expiresOn < day)) return false;
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
  children: ({ person, home }) =>
    person.householdChildren === 0 && person.babyDueOn === null ? true : home.takesChildren,
  'cot-space': ({ person, room }) => (person.babyDueOn === null ? true : room.cotSpace),
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
    !risksOf(w, person.id).some(
      (risk) => risk.current && risk.level !== 'none' && home.notSuitableFor.includes(risk.category),
    ),
  'their-no': ({ w, person, home }) =>
    !w.facts.preferences.some(
      (one) => one.personId === person.id && one.wish === 'doesNotWant' && meansHome(one.about, home),
    ),
  'needs-known': ({ needs, policy, w }) =>
    needs && nightsBetween(needs.assessedOn, w.on) <= policy.needsValidDays ? true : null,
  'safety-plan': ({ needs, policy, w }) => {
    if (!needs || needs.riskToSelf === null) return null;
    if (needs.riskToSelf === 'none' || needs.riskToSelf === 'low') return true;
    const plan = needs.safetyPlanOn;
    return plan !== null && w.on <= plusDays(plan, policy.safetyPlanValidDays);
  },
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
  'registered-for-16-17': registered,
  'local-connection': ({ person, home, policy, day }) => {
    const young = isCareLeaver(person) && ageAt(person.dateOfBirth, day) < policy.careLeaverExemptUnderAge;
    return !home.localConnectionRequired || person.localConnectionExempt || young
      ? true
      : person.localConnection;
  },
  'kept-apart': (a) => !stayers(a).some((id) => mustBeApart(a.w, id, a.person.id)),
  exploitation: (a) => !stayers(a).some((id) => mayExploit(a.w, id, a.person.id)),
  'licence-persons': (a) => withinLimit(a, 'persons'),
  'licence-households': (a) => withinLimit(a, 'households'),
  'mix-high-risk': (a) => withinLimit(a, 'highRisk'),
  'mix-early-recovery': (a) => withinLimit(a, 'earlyRecovery'),
  'exclusion-zone': (a) => !underTheZone(a),
  'provider-ban': ({ w, person, home, day }) =>
    w.facts.bans.every((ban) => {
      const runs = [home.landlord, home.supportProvider].includes(ban.organisationId);
      return ban.personId !== person.id || !runs || day > ban.expiresOn;
    }),
  'declined-before': ({ w, person, room }) =>
    !w.facts.declined.some((one) => one.personId === person.id && one.roomId === room.id),
  affordable: (a) => {
    const short = leftToPay(a);
    return short === null ? null : short <= a.policy.affordability.weeklyShortfallAllowed;
  },
  'in-service': ({ w, room, policy, day }) => {
    const closed = w.facts.outOfService.filter((one) => one.roomId === room.id && day <= (one.to ?? day));
    return closed.every((one) => nightsBetween(day, one.from) >= policy.minimumNights);
  },
  lease: ({ home, policy, day }) =>
    home.leaseEndsOn === null || nightsBetween(day, home.leaseEndsOn) >= policy.minimumNights,
  'in-time': ({ w, person, policy, day }) => {
    const leaves = livesIn(w, person.id)?.leavesOn ?? null;
    if (leaves !== null && leaves >= w.on && day > leaves) return false;
    return day <= plusDays(w.on, policy.horizonDays);
  },
};

/** Everything the rules look at for a pair on a day. */
export function askOf(w: NaiveWorld, personId: string, roomId: string, day: string): Ask {
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

/** Whether no rule stands in the way that says the same on every day. */
export function fitsAnyDay(w: NaiveWorld, personId: string, roomId: string): boolean {
  const ask = askOf(w, personId, roomId, w.on);
  return Object.values(undated).every((rule) => rule(ask) === true);
}

/** Whether no rule stands in the way on a day, of those that look at the day. */
export function fitsOn(w: NaiveWorld, personId: string, roomId: string, day: string): boolean {
  const ask = askOf(w, personId, roomId, day);
  return Object.values(dated).every((rule) => rule(ask) === true);
}

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
