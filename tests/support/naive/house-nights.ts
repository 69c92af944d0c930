import { addDays, Day, daysBetween, type Instant } from '../../../shared/domain/day.ts';
import { HomeId, PersonId, ProposalId, RoomId, StayId } from '../../../shared/domain/ids.ts';
import type { HomeLedger, HomeLimits, Occupant } from '../../../shared/domain/ledger.ts';
import { Room } from '../../../shared/domain/room.ts';
import { newHome } from '../scenes.ts';

/** Nothing in a sequence happens after this night, so whoever is there on it is there for good. */
const nightCount = 70;
const everyNight = Array.from({ length: nightCount }, (_, night) => night);
const firstNight = Day.parse('2026-04-20');

export type Limits = HomeLimits;
export const lettableRooms = [0, 1, 2];
export const homeId = HomeId.parse('birch');
export const dayOf = (night: number): Day => addDays(firstNight, night);
export const personId = (i: number): PersonId => PersonId.parse(`person-${i}`);
export const stayId = (i: number): StayId => StayId.parse(`stay-${i}`);
export const proposalId = (i: number): ProposalId => ProposalId.parse(`proposal-${i}`);
export const roomId = (i: number): RoomId => RoomId.parse(`birch-${i}`);

/** Room 3 is the kitchen. */
export function roomOf(i: number): Room {
  const about = newHome('birch').rooms.find((room) => room.kind === (i === 3 ? 'communal' : 'bedroom'));
  return Room.parse({ ...about, id: roomId(i), homeId });
}

interface Claim {
  readonly as: 'stay' | 'hold';
  readonly id: number;
  readonly who: number;
  readonly room: number;
  readonly from: number;
  readonly expires: number;
  until: number | null;
  arrived: boolean;
  nights: Set<number>;
  turnaround: Set<number>;
}

/** Who has which room on which night, kept night by night: a second, slower telling of the ledger's rules. */
export class NaiveHouse {
  #claims: Claim[] = [];
  readonly #closed: { room: number; night: number }[] = [];
  readonly #people: readonly Occupant[];
  readonly #caps: Limits;

  constructor(people: readonly Occupant[], caps: Limits) {
    this.#people = people;
    this.#caps = caps;
  }

  /**
   * Why somebody may not have a room from a night on, the first reason first; empty when they may. Whoever is promised a
   * room is judged by those who live there or are promised one; whoever one is held for, by those with a hold too.
   */
  why(
    as: Claim['as'],
    who: number,
    room: number,
    from: number,
    minimumNights: number,
    today: number,
  ): string[] {
    return [...this.#whyRoom(room, from, minimumNights, today), ...this.#whyHouse(as, who, from, today)];
  }

  #whyRoom(room: number, from: number, minimumNights: number, today: number): string[] {
    const later = everyNight.filter((night) => night >= from);
    const soon = later.filter((night) => night < from + minimumNights);
    return [
      ...(lettableRooms.includes(room) ? [] : ['room-never-let']),
      ...later.filter((night) => this.#having(room, night, today).length > 0).map(() => 'room-taken'),
      ...(this.#isClosed(room, from) ? ['room-out-of-service'] : []),
      ...later.filter((night) => this.#isTurnaround(room, night)).map(() => 'room-not-ready'),
      ...soon.filter((night) => this.#isClosed(room, night)).map(() => 'stay-too-short'),
    ];
  }

  #whyHouse(as: Claim['as'], who: number, from: number, today: number): string[] {
    for (const night of everyNight.filter((one) => one >= from)) {
      const there = as === 'hold' ? this.#there(night, today) : this.#promised(night, today);
      const mates = there.filter((one) => one !== who);
      if (mates.some((mate) => this.#apart(mate, who))) return ['housemates-clash'];
      const reasons = there.includes(who) ? [] : this.#over([...mates, who], who);
      if (reasons.length > 0) return reasons;
    }
    return [];
  }

  /** The limits that these people together break, of those that somebody adds to. */
  #over(together: readonly number[], adding: number): string[] {
    const limits: [number | null, (one: Occupant) => number, string][] = [
      [this.#caps.persons, (one) => one.size, 'licence-exceeded'],
      [this.#caps.households, () => 1, 'licence-exceeded'],
      [this.#caps.highRisk, (one) => (one.highRisk ? 1 : 0), 'house-mix-exceeded'],
      [this.#caps.earlyRecovery, (one) => (one.earlyRecovery ? 1 : 0), 'house-mix-exceeded'],
    ];
    return limits.flatMap(([cap, weigh, refusal]) => {
      let sum = 0;
      for (const one of together) sum += weigh(this.#people[one]!);
      return cap !== null && weigh(this.#people[adding]!) > 0 && sum > cap ? [refusal] : [];
    });
  }

  /** What must never be, and is: one line each. */
  broken(today: number): string[] {
    const wrong: string[] = [];
    for (const night of everyNight) {
      for (const room of lettableRooms) {
        const having = this.#having(room, night, today);
        if (having.length > 1) wrong.push(`night ${night}: room ${room} has ${having.length}`);
        if (having.length > 0 && this.#isTurnaround(room, night))
          wrong.push(`night ${night}: room ${room} is slept in while it is made ready`);
      }
      const there = this.#promised(night, today);
      for (const one of there) {
        for (const reason of this.#over(there, one)) wrong.push(`night ${night}: ${reason}`);
        if (there.some((other) => this.#apart(one, other))) wrong.push(`night ${night}: a clash`);
      }
    }
    return wrong;
  }

  /** The same shape as `book` makes of a ledger. */
  book(today: number): string[] {
    return [...lettableRooms, 3].map((room) =>
      everyNight.map((night) => this.#sign(room, night, today)).join(' '),
    );
  }

  #sign(room: number, night: number, today: number): string {
    const having = this.#having(room, night, today).map((one) => `${one.who}${one.arrived ? '!' : ''}`);
    return `${having}${this.#isTurnaround(room, night) ? 't' : ''}${this.#isClosed(room, night) ? 'c' : ''}`;
  }

  status(room: number, night: number, today: number): string {
    if (!lettableRooms.includes(room)) return 'neverLet';
    if (this.#isClosed(room, night)) return 'outOfService';
    const [claim] = this.#having(room, night, today);
    if (claim) return claim.as === 'hold' ? 'held' : claim.arrived ? 'lived' : 'promised';
    return this.#isTurnaround(room, night) ? 'turnaround' : 'free';
  }

  isUsed(as: Claim['as'], id: number): boolean {
    return this.#claims.some((one) => one.as === as && one.id === id);
  }

  give(as: Claim['as'], id: number, who: number, room: number, from: number, expires: number): void {
    const nights = new Set(everyNight.filter((night) => night >= from));
    this.#claims.push({
      ...{ as, id, who, room, from, nights, until: null, arrived: false, turnaround: new Set<number>() },
      expires: as === 'hold' ? expires : Number.POSITIVE_INFINITY,
    });
  }

  dropHold(id: number): void {
    this.#claims = this.#claims.filter((one) => one.as !== 'hold' || one.id !== id);
  }

  dropStay(id: number): void {
    this.#claims = this.#claims.filter((one) => one.as !== 'stay' || one.id !== id);
  }

  stayOf(id: number): Claim | undefined {
    return this.#claims.find((one) => one.as === 'stay' && one.id === id);
  }

  arrive(id: number): void {
    const stay = this.stayOf(id);
    if (stay) stay.arrived = true;
  }

  /** Whether a stay may end on a night: not later than it does already, and nobody is to sleep there meanwhile. */
  mayLeave(id: number, on: number, ready: number, today: number): boolean {
    const stay = this.stayOf(id);
    if (!stay || (stay.until !== null && on > stay.until)) return false;
    const meanwhile = everyNight.filter((night) => on <= night && night < ready);
    return meanwhile.every((night) => this.#having(stay.room, night, today).every((one) => one === stay));
  }

  leave(id: number, on: number, ready: number): void {
    const stay = this.stayOf(id)!;
    stay.until = on;
    stay.nights = new Set(everyNight.filter((night) => stay.from <= night && night < on));
    stay.turnaround = new Set(everyNight.filter((night) => on <= night && night < ready));
  }

  /** Whether somebody who leaves may stay for good after all: as if they asked for their own room from then on. */
  mayStayOn(id: number, today: number): boolean {
    const stay = this.stayOf(id)!;
    const { until } = stay;
    if (until === null) return true;
    const others = new NaiveHouse(this.#people, this.#caps);
    others.#claims = this.#claims.filter((one) => one !== stay);
    others.#closed.push(...this.#closed);
    const isClosedLater = everyNight.some((night) => night >= until && this.#isClosed(stay.room, night));
    return !isClosedLater && others.why('hold', stay.who, stay.room, until, 0, today).length === 0;
  }

  takeBack(id: number): void {
    const stay = this.stayOf(id)!;
    stay.until = null;
    stay.nights = new Set(everyNight.filter((night) => night >= stay.from));
    stay.turnaround = new Set();
  }

  isClaimed(room: number, from: number, nights: number | null, today: number): boolean {
    return this.#run(from, nights).some((night) => this.#having(room, night, today).length > 0);
  }

  close(room: number, from: number, nights: number | null): void {
    this.#closed.push(...this.#run(from, nights).map((night) => ({ room, night })));
  }

  #run(from: number, nights: number | null): number[] {
    return everyNight.filter((night) => from <= night && (nights === null || night < from + nights));
  }

  #having(room: number, night: number, today: number): Claim[] {
    return this.#claims.filter((one) => one.room === room && one.nights.has(night) && today < one.expires);
  }

  #there(night: number, today: number): number[] {
    return whoOf(lettableRooms.flatMap((room) => this.#having(room, night, today)));
  }

  #promised(night: number, today: number): number[] {
    const all = lettableRooms.flatMap((room) => this.#having(room, night, today));
    return whoOf(all.filter((one) => one.as === 'stay'));
  }

  #isTurnaround(room: number, night: number): boolean {
    return this.#claims.some((one) => one.room === room && one.turnaround.has(night));
  }

  #isClosed(room: number, night: number): boolean {
    return this.#closed.some((one) => one.room === room && one.night === night);
  }

  #apart(one: number, other: number): boolean {
    const [a, b] = [this.#people[one]!, this.#people[other]!];
    if ((a.exploitsOthers && b.exploitable) || (a.exploitable && b.exploitsOthers)) return one !== other;
    return a.keptApartFrom.includes(b.personId) || b.keptApartFrom.includes(a.personId);
  }
}

const whoOf = (claims: readonly Claim[]): number[] => [...new Set(claims.map((one) => one.who))];

/** A ledger night by night: who has each room, whether it is being made ready, whether it is closed. */
export function book({ periods }: HomeLedger, now: Instant): string[] {
  return [...lettableRooms, 3].map((room) => {
    const having: string[][] = everyNight.map(() => []);
    const marks: Set<string>[] = everyNight.map(() => new Set());
    for (const one of periods) {
      if (one.roomId !== roomId(room) || (one.kind === 'hold' && now >= one.expiresAt)) continue;
      const until = one.until === null ? nightCount : daysBetween(firstNight, one.until);
      for (let night = daysBetween(firstNight, one.from); night < until; night++) {
        if (one.kind === 'turnaround') marks[night]?.add('t');
        else if (one.kind === 'outOfService') marks[night]?.add('c');
        else having[night]?.push(signOf(one));
      }
    }
    return everyNight
      .map((night) => `${having[night]}${[...marks[night]!].sort().reverse().join('')}`)
      .join(' ');
  });
}

const signOf = (one: HomeLedger['periods'][number] & { personId: PersonId }): string =>
  `${one.personId.slice('person-'.length)}${one.kind === 'stay' && one.arrived ? '!' : ''}`;
