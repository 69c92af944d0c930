import { Day } from '../../../shared/domain/day.ts';
import type { Home } from '../../../shared/domain/home.ts';
import { NonAssociation, Risk } from '../../../shared/domain/risk.ts';
import { OutOfService } from '../../../shared/domain/room.ts';
import { Stay } from '../../../shared/domain/stay.ts';
import { Vacancy } from '../../../shared/domain/vacancy.ts';
import { Anchor } from '../../../shared/domain/wish.ts';
import { currentPolicy } from '../../../shared/matching/policy.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { type Dice, dice } from '../random-instance.ts';
import { within } from './change-world.ts';
import { plusDays } from './days.ts';
import {
  addPerson,
  addRequest,
  addStay,
  emptyFacts,
  partnership,
  plainHome,
  plainRoom,
  type Tables,
} from './plain-facts.ts';
import { type Case, someDays } from './random-world.ts';
/** What a tiny world may hold besides homes, rooms and people. */
export interface Spice {
  /** Residents ask for every stage and may move sideways, also within their own home. */
  readonly lateral: boolean;
  /** Some residents have no worker of their own. */
  readonly workerless: boolean;
}

export const plain: Spice = { lateral: false, workerless: false };

/** At most five people of the pool and five rooms, with whatever makes dates and rules hang together. */
export function tinyCase(seed: number, { lateral, workerless }: Spice = plain): Case {
  const chance = dice(seed ^ 0x1b873593);
  const on = Day.parse(someDays[chance.below(someDays.length)]);
  const later = (days: number): string => plusDays(on, days);
  const facts = emptyFacts();
  const homes = within(chance, 2, 3);
  for (let h = 0; h < homes; h++) facts.homes.push(tinyHome(chance, h, homes));
  const rooms = within(chance, 3, 5);
  for (let r = 0; r < rooms; r++) {
    const home = facts.homes[r < homes ? r : chance.below(homes)]!;
    facts.rooms.push(plainRoom(`room-${r}`, home.id));
  }
  const people = within(chance, 3, 5);
  const stages = lateral ? ['highSupport', 'extendedSupport', 'ownTenancy'] : [];
  facts.rooms.forEach((room, r) => {
    const roll = chance.next();
    if (roll < 0.6 && facts.people.length < people) {
      const id = `resident-${r}`;
      addPerson(facts, id, on);
      addStay(facts, id, room.id, later(-100), null);
      const unsafeNow = chance.next() < 0.15;
      addRequest(facts, id, {
        ...dates(chance, on),
        stages,
        unsafeNow,
        kind: 'moveOn',
        queuedOn: later(-within(chance, 0, 9)),
      });
      return;
    }
    if (roll < 0.75 && facts.people.length < 5) {
      const id = `leaver-${r}`;
      addPerson(facts, id, on);
      const leaves = later(within(chance, 1, 25));
      // Without notice the vacancy is a forecast that nobody but whoever moves into the room counts on.
      const notice = chance.next() < 0.7;
      addStay(facts, id, room.id, later(-100), notice ? leaves : null);
      if (notice && chance.next() < 0.5)
        addRequest(facts, id, { ...dates(chance, on), stages, kind: 'moveOn', queuedOn: later(-3) });
      facts.vacancies.push(
        Vacancy.parse({
          id: `vacancy-${r}`,
          roomId: room.id,
          reason: '13',
          status: 'expected',
          certainty: notice ? 'noticeGiven' : chance.next() < 0.5 ? 'leaseEnd' : 'forecast',
          from: chance.next() < 0.7 ? leaves : later(within(chance, -3, 25)),
        }),
      );
      return;
    }
    facts.vacancies.push(
      Vacancy.parse({
        id: `vacancy-${r}`,
        roomId: room.id,
        reason: '13',
        status: 'open',
        from: later(within(chance, -5, 20)),
      }),
    );
    if (chance.next() < 0.15)
      facts.outOfService.push(
        OutOfService.parse({
          id: `works-${r}`,
          roomId: room.id,
          from: later(-2),
          to: later(within(chance, 0, 20)),
          reason: 'damp',
        }),
      );
  });
  const inPool = facts.requests.length;
  for (let n = inPool; n < people; n++) {
    const id = `newcomer-${n}`;
    addPerson(facts, id, on);
    const accommodation = chance.next() < 0.4 ? '19' : null;
    const stages = chance.next() < 0.5 ? ['highSupport', 'extendedSupport'] : [];
    addRequest(facts, id, {
      ...dates(chance, on),
      accommodation,
      stages,
      unsafeNow: chance.next() < 0.3,
      queuedOn: later(-within(chance, 0, 9)),
    });
  }
  for (const room of facts.rooms) if (chance.next() < 0.1) planWorks(facts, room.id, chance, on);
  for (const room of facts.rooms) if (chance.next() < 0.06) promise(facts, room.id, later(12), on);
  spread(facts, chance, on, workerless);
  if (chance.next() < 0.2) youngHome(facts, chance, on);
  tighten(facts, chance);
  const policy = {
    ...currentPolicy,
    lateralMoves: lateral,
    maxChainMoves: within(chance, 1, 4),
    horizonDays: within(chance, 15, 90),
    leadWorkingDays: within(chance, 0, 5),
    turnaroundWorkingDays: within(chance, 0, 6),
    movePrice: [0, 5, 5, 70, 95][chance.below(5)]!,
    latePrice: { perDay: within(chance, 0, 4), most: within(chance, 0, 60) },
    minimumNights: 10,
    searchNodes: 20_000,
  };
  return { facts: { partnership, ...facts }, policy, models: serviceModels(), on };
}

/** Works that would cut short the stay of whoever moves in too soon before. */
function planWorks(facts: Tables, roomId: string, chance: Dice, on: string): void {
  const [first, length] = [within(chance, 9, 35), within(chance, 0, 6)];
  const to = chance.next() < 0.2 ? null : plusDays(on, first + length);
  const works = { id: `planned-${roomId}`, roomId, from: plusDays(on, first), to, reason: 'adaptations' };
  facts.outOfService.push(OutOfService.parse(works));
}

/** Somebody who is to have a room and is not in it yet, whoever lives there now: of the same home where one stays on. */
function promise(facts: Tables, roomId: string, from: string, on: string): void {
  const homeOf = (id: string): string => facts.rooms.find((room) => room.id === id)!.homeId;
  const asks = (id: string): boolean => facts.requests.some((one) => one.personId === id);
  const taken = (id: string): boolean =>
    facts.stays.some((stay) => stay.personId === id && stay.status === 'confirmed');
  const living = facts.stays.find(
    (stay) =>
      stay.roomId !== roomId &&
      homeOf(stay.roomId) === homeOf(roomId) &&
      !asks(stay.personId) &&
      !taken(stay.personId),
  );
  const personId = living?.personId ?? `promised-${roomId}`;
  if (!living) addPerson(facts, personId, on);
  const id = `promise-${roomId}`;
  facts.stays.push(Stay.parse({ id, roomId, personId, from, status: 'confirmed', proposalId: 'agreed' }));
}

/** The first home is for people of 16 and 17 alone. Those who live there, and some others, turn 18 about then. */
function youngHome(facts: Tables, chance: Dice, on: string): void {
  facts.homes = facts.homes.map((home, h) => (h === 0 ? { ...home, ofsted: 'sharedOnly16And17' } : home));
  const inside = (id: string): boolean =>
    facts.stays.some(
      (stay) =>
        stay.personId === id &&
        facts.rooms.some((room) => room.id === stay.roomId && room.homeId === 'home-0'),
    );
  facts.people = facts.people.map((one) => {
    if (chance.next() > (inside(one.id) ? 0.8 : 0.5)) return one;
    return { ...one, dateOfBirth: Day.parse(plusDays(on, within(chance, -10, 60) - 18 * 365 - 4)) };
  });
}

const dates = (chance: Dice, on: string) => ({
  neededBy: chance.next() < 0.25 ? plusDays(on, within(chance, 5, 40)) : null,
  earliestOn: chance.next() < 0.15 ? plusDays(on, within(chance, 0, 30)) : null,
});

/** The last home of three, or the second of two, may be of any step; the first is always where people begin. */
function tinyHome(chance: Dice, h: number, homes: number): Home {
  const step = h === 0 ? 0 : h === 1 ? 1 : chance.below(3);
  const limited = chance.next() < 0.45;
  const licence = {
    status: 'held' as const,
    maxPersons: 1,
    maxHouseholds: chance.next() < 0.3 ? 1 : null,
    expiresOn: null,
    exemptionBasis: null,
  };
  const home = plainHome(`home-${h}`, step === 0 ? 0 : step === 1 ? 1 : 2);
  return {
    ...home,
    location: { easting: 440_000 + 1500 * h, northing: 110_000 + 100 * homes },
    supportHoursPerWeek: within(chance, 2, 30),
    turnaroundWorkingDays: chance.next() < 0.5 ? null : within(chance, 0, 9),
    maxHighRisk: chance.next() < 0.7 ? null : within(chance, 0, 2),
    maxEarlyRecovery: chance.next() < 0.7 ? null : within(chance, 0, 2),
    licence: limited ? licence : home.licence,
    team: chance.next() < 0.9 ? 'team-1' : null,
  };
}

/** Licences for about as many as live there today, so that who leaves first matters. */
function tighten(facts: Tables, chance: Dice): void {
  facts.homes = facts.homes.map((home) => {
    if (home.licence.status !== 'held') return home;
    const rooms = facts.rooms.filter((room) => room.homeId === home.id).map((room) => room.id);
    const living = facts.stays.filter((stay) => rooms.includes(stay.roomId)).length;
    const [persons, households] = [living + within(chance, 0, 1), living + within(chance, 0, 1)];
    const { maxHouseholds } = home.licence;
    const most = maxHouseholds === null ? null : Math.max(1, households);
    return { ...home, licence: { ...home.licence, maxPersons: Math.max(1, persons), maxHouseholds: most } };
  });
}

/** Anchors for points of all sizes, conflicts, risks, households of two, and a team that is nearly full. */
function spread(facts: Tables, chance: Dice, on: string, mayLackWorker: boolean): void {
  const ids = facts.people.map((one) => one.id);
  for (const id of ids) {
    if (chance.next() < 0.7)
      facts.anchors.push(
        Anchor.parse({
          id: `anchor-${id}`,
          personId: id,
          kind: 'family',
          place: { easting: 440_000 + within(chance, -9000, 9000), northing: 110_000 },
          importance: within(chance, 1, 3),
          recordedOn: on,
        }),
      );
    if (chance.next() < 0.25)
      facts.risks.push(
        Risk.parse({
          id: `risk-${id}`,
          personId: id,
          category: 'violence',
          level: 'high',
          current: true,
          recordedOn: on,
          expiresOn: null,
          setBy: 'panel',
        }),
      );
  }
  const residents = ids.filter((id) => !id.startsWith('newcomer'));
  for (let n = within(chance, 0, 3); n > 0; n--) {
    const [otherPersonId] = chance.shuffled(residents);
    const [personId] = chance.shuffled(ids.filter((id) => id !== otherPersonId));
    if (!personId || !otherPersonId) continue;
    facts.nonAssociations.push(
      NonAssociation.parse({ id: `apart-${n}`, personId, otherPersonId, recordedOn: on, expiresOn: null }),
    );
  }
  const workerless = mayLackWorker && chance.next() < 0.3 ? 0.3 : 0;
  facts.people = facts.people.map((one) => ({
    ...one,
    householdChildren: chance.next() < 0.15 ? 1 : 0,
    primaryWorker:
      chance.next() < (one.id.startsWith('newcomer') ? 0.6 : workerless) ? null : one.primaryWorker,
  }));
  facts.needs = facts.needs.map((one) =>
    chance.next() < 0.2 ? { ...one, recovery: 'early' as const } : one,
  );
  const carried = facts.people.filter((one) => one.primaryWorker === 'worker-1').length;
  const spare = chance.next() < 0.4 ? within(chance, 0, 2) : 20;
  facts.workers = facts.workers.map((one) => ({
    ...one,
    caseloadLimit: one.id === 'worker-1' ? carried + spare : 0,
  }));
}
