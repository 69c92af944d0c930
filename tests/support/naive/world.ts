import type { NeedsAssessment } from '../../../shared/domain/assessment.ts';
import type { Home } from '../../../shared/domain/home.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { PlacementRequest } from '../../../shared/domain/placement-request.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Stay } from '../../../shared/domain/stay.ts';
import type { Vacancy } from '../../../shared/domain/vacancy.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import type { ServiceModel } from '../../../shared/services/index.ts';
import { afterWorkingDays } from './days.ts';

export type Models = ReadonlyMap<string, ServiceModel>;
export type Lived = Extract<Stay, { status: 'arrived' }>;
export type Offered = Extract<Vacancy, { status: 'open' | 'expected' }>;

/** Facts, policy and programmes on a day, with nothing worked out beforehand: every question is answered by looking again. */
export interface NaiveWorld {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly models: Models;
  readonly on: string;
}

export const personOf = ({ facts }: NaiveWorld, id: string): Person =>
  facts.people.find((one) => one.id === id)!;
export const roomOf = ({ facts }: NaiveWorld, id: string): Room => facts.rooms.find((one) => one.id === id)!;
export const homeOf = ({ facts }: NaiveWorld, id: string): Home => facts.homes.find((one) => one.id === id)!;
export const homeOfRoom = (w: NaiveWorld, room: string): Home => homeOf(w, roomOf(w, room).homeId);

/** The request a person is placed for: the one that is ready, or else the one they queued with last. */
export function requestOf({ facts }: NaiveWorld, person: string): PlacementRequest | undefined {
  const own = facts.requests.filter((one) => one.personId === person);
  const ready = own.filter((one) => one.status === 'readyToPlace').sort((a, b) => (a.id < b.id ? 1 : -1));
  return ready[0] ?? own.sort((a, b) => (a.queuedOn < b.queuedOn ? 1 : -1))[0];
}

/**
 * Whether a plan may move somebody: their request is ready, their programme is known, and no move is under way already,
 * to a room promised to them or out of the room they have.
 */
export function mayMove(w: NaiveWorld, person: string): boolean {
  const request = requestOf(w, person);
  const room = livesIn(w, person)?.roomId;
  const underWay = promisedStays(w).some((one) => one.personId === person || one.roomId === room);
  return request?.status === 'readyToPlace' && w.models.has(request.serviceModel) && !underWay;
}

/**
 * A resident who leaves their room by a move of the plan or not at all: they may move and have given no notice. Any
 * other stays until their notice ends, so far as other people are concerned.
 */
export const isFreedByMove = (w: NaiveWorld, stay: Lived): boolean =>
  stay.leavesOn === null && mayMove(w, stay.personId);

export function livesIn({ facts, on }: NaiveWorld, person: string): Lived | undefined {
  return facts.stays.find(
    (stay): stay is Lived => stay.status === 'arrived' && stay.from <= on && stay.personId === person,
  );
}

export function residentOf({ facts, on }: NaiveWorld, room: string): Lived | undefined {
  return facts.stays.find(
    (stay): stay is Lived => stay.status === 'arrived' && stay.from <= on && stay.roomId === room,
  );
}

/** Stays that are agreed and have not begun: an offer made, accepted, or a first night still ahead. */
export const promisedStays = ({ facts, on }: NaiveWorld): Stay[] =>
  facts.stays.filter(
    (stay) =>
      stay.status === 'provisional' ||
      stay.status === 'confirmed' ||
      (stay.status === 'arrived' && on < stay.from),
  );

/** The soonest vacancy by which a room is on offer. */
export function offerOf({ facts }: NaiveWorld, room: string): Offered | undefined {
  return facts.vacancies
    .filter(
      (one): one is Offered => (one.status === 'open' || one.status === 'expected') && one.roomId === room,
    )
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from < b.from ? -1 : 1))[0];
}

export function needsOf({ facts }: NaiveWorld, person: string): NeedsAssessment | undefined {
  return facts.needs
    .filter((one) => one.personId === person)
    .sort((a, b) =>
      a.assessedOn === b.assessedOn ? (a.id < b.id ? 1 : -1) : a.assessedOn < b.assessedOn ? 1 : -1,
    )[0];
}

/** Everybody who sleeps there on that person's account: adults, children, and a baby that is on its way. */
export const headcount = (person: Person): number =>
  person.householdAdults + person.householdChildren + (person.babyDueOn ? 1 : 0);

/** Risks on record today that have not run out: in each category the finding that no other is newer than. */
export function risksOf({ facts, on }: NaiveWorld, person: string) {
  const inForce = facts.risks.filter(
    (one) =>
      one.personId === person && one.recordedOn <= on && (one.expiresOn === null || on <= one.expiresOn),
  );
  const age = (risk: (typeof inForce)[number]): string => `${risk.recordedOn} ${risk.id}`;
  return inForce.filter((one) =>
    inForce.every((other) => other.category !== one.category || age(other) <= age(one)),
  );
}

export const isHighRisk = (w: NaiveWorld, person: string): boolean =>
  risksOf(w, person).some((risk) => risk.current && risk.level === 'high');

export const inEarlyRecovery = (w: NaiveWorld, person: string): boolean =>
  needsOf(w, person)?.recovery === 'early';

/** Whether two people must not live under one roof; it holds whichever of the two it was recorded for. */
export const mustBeApart = ({ facts, on }: NaiveWorld, a: string, b: string): boolean =>
  facts.nonAssociations.some(
    (one) =>
      ((one.personId === a && one.otherPersonId === b) || (one.personId === b && one.otherPersonId === a)) &&
      one.recordedOn <= on &&
      (one.expiresOn === null || on <= one.expiresOn),
  );

/** Whether one of two people may exploit the other, by risks that are live today. */
export function mayExploit(w: NaiveWorld, a: string, b: string): boolean {
  const live = (person: string, ...categories: string[]): boolean =>
    risksOf(w, person).some(
      (risk) => risk.current && risk.level !== 'none' && categories.includes(risk.category),
    );
  const preys = (one: string, other: string): boolean =>
    live(one, 'exploitsOthers') && live(other, 'riskOfExploitation', 'cuckooing');
  return a !== b && (preys(a, b) || preys(b, a));
}

/** Whether two people may not live under one roof, for whatever reason. */
export const mustNotShare = (w: NaiveWorld, a: string, b: string): boolean =>
  mustBeApart(w, a, b) || mayExploit(w, a, b);

/** Working days a room of this home stands empty after somebody left: the home's own, its programme's, or the policy's. */
export function turnaroundOf({ models, policy }: NaiveWorld, home: Home): number {
  const programmes = home.offers.flatMap(
    (offer) => models.get(offer.serviceModel)?.matching.turnaroundWorkingDays ?? [],
  );
  return home.turnaroundWorkingDays ?? programmes[0] ?? policy.turnaroundWorkingDays;
}

/** The first day anybody could move by this plan. */
export const leadEnds = ({ on, policy }: NaiveWorld): string => afterWorkingDays(on, policy.leadWorkingDays);

export type Kind = 'persons' | 'households' | 'highRisk' | 'earlyRecovery';
export const kinds: readonly Kind[] = ['persons', 'households', 'highRisk', 'earlyRecovery'];

/** How much of a home's limit one resident uses up. */
export function share(w: NaiveWorld, kind: Kind, person: string): number {
  if (kind === 'persons') return headcount(personOf(w, person));
  if (kind === 'households') return 1;
  return (kind === 'highRisk' ? isHighRisk(w, person) : inEarlyRecovery(w, person)) ? 1 : 0;
}

/** The most of each kind in a home on a day. A shared house with no number agreed stays below the one that needs a licence. */
export function limitOf({ policy }: NaiveWorld, home: Home, kind: Kind, day: string): number | null {
  if (kind === 'highRisk') return home.maxHighRisk;
  if (kind === 'earlyRecovery') return home.maxEarlyRecovery;
  const { status, expiresOn, maxPersons, maxHouseholds } = home.licence;
  const licensed = (status === 'held' || status === 'applied') && (expiresOn === null || day <= expiresOn);
  if (kind === 'households') return licensed ? maxHouseholds : null;
  if (licensed && maxPersons !== null) return maxPersons;
  if (home.letting === 'whole' || status === 'exempt') return null;
  return policy.licenceNeededFromPersons - 1;
}
