import * as z from 'zod';
import { addDays, type Day, type Instant } from './day.ts';
import { HomeId, PersonId, type ProposalId, RoomId, type StayId, VacancyId } from './ids.ts';
import { done, type Outcome, refuse } from './outcome.ts';
import { mayExploit } from './risk.ts';
import { isLettable, type Room, RoomPeriod } from './room.ts';

/** Somebody who lives in a home, or is promised or held a room there, as far as it bears on whom they live with. */
export const Occupant = z.strictObject({
  personId: PersonId,
  /** Everybody who sleeps there with them, an expected baby included. */
  size: z.int().min(1),
  highRisk: z.boolean(),
  earlyRecovery: z.boolean(),
  keptApartFrom: z.array(PersonId),
  exploitsOthers: z.boolean(),
  exploitable: z.boolean(),
});
export type Occupant = z.infer<typeof Occupant>;

/**
 * Who has which room of one home on which nights. Every promise, stay, departure and closure of the home writes this one
 * record, so two of them can break neither a night, nor the licence, nor the peace of the house.
 */
export const HomeLedger = z.strictObject({
  homeId: HomeId,
  periods: z.array(RoomPeriod),
  occupants: z.array(Occupant),
  /** The one live vacancy of each room that has one. */
  offered: z.array(z.strictObject({ roomId: RoomId, vacancyId: VacancyId })),
});
export type HomeLedger = z.infer<typeof HomeLedger>;

/** The most of each kind a home may hold; null where nothing limits it. */
export interface HomeLimits {
  readonly persons: number | null;
  readonly households: number | null;
  readonly highRisk: number | null;
  readonly earlyRecovery: number | null;
}

/** A room asked for, from a night on and with no end known, as a hold or as a stay. */
export interface Asked {
  readonly room: Room;
  readonly period: Extract<RoomPeriod, { kind: 'stay' | 'hold' }>;
  readonly occupant: Occupant;
  readonly limits: HomeLimits;
  readonly minimumNights: number;
  readonly now: Instant;
  /** Whether the house counts those alone who live there or are promised a room; otherwise also whom one is held for. */
  readonly promisesOnly?: boolean;
}

export function emptyLedger(homeId: HomeId): HomeLedger {
  return { homeId, periods: [], occupants: [], offered: [] };
}

/** A hold runs out by comparison; whatever else is kept holds. */
export function isInForce(period: RoomPeriod, now: Instant): boolean {
  return period.kind !== 'hold' || now < period.expiresAt;
}

const covers = (period: RoomPeriod, day: Day): boolean =>
  period.from <= day && (period.until === null || day < period.until);

/** Holds a room for a proposal until another moment. */
export function withHoldUntil(ledger: HomeLedger, proposalId: ProposalId, expiresAt: Instant): HomeLedger {
  const periods = ledger.periods.map((one) =>
    one.kind === 'hold' && one.proposalId === proposalId ? { ...one, expiresAt } : one,
  );
  return { ...ledger, periods };
}

/** Whether a period has a night on or after a day. One that ended on the day it began has none at all. */
const endsAfter = ({ from, until }: RoomPeriod, day: Day): boolean =>
  until === null || (until > day && until > from);

/**
 * Gives somebody a room from a night on, if every night is free and the house stays within its licence, its mix and
 * its peace. Release the person's own hold first, and let whoever leaves before leave.
 */
export function giveRoom(ledger: HomeLedger, asked: Asked): Outcome<HomeLedger> {
  const barred = roomBarred(ledger, asked) ?? houseBarred(ledger, asked);
  if (barred) return barred;
  return done(withPeriod(ledger, asked.period, asked.occupant));
}

/** Adds a period without asking whether it may be: for a hold whose nights were asked about elsewhere. */
export function withPeriod(ledger: HomeLedger, period: RoomPeriod, occupant: Occupant): HomeLedger {
  const others = ledger.occupants.filter((one) => one.personId !== occupant.personId);
  return { ...ledger, periods: [...ledger.periods, period], occupants: [...others, occupant] };
}

function roomBarred({ periods }: HomeLedger, { room, period, minimumNights, now }: Asked) {
  if (!isLettable(room)) return refuse('room-never-let', { roomId: room.id });
  const later = periods.filter(
    (one) => one.roomId === room.id && isInForce(one, now) && endsAfter(one, period.from),
  );
  const taken = later.find((one) => one.kind === 'stay' || one.kind === 'hold');
  if (taken) return refuse('room-taken', { roomId: room.id, from: taken.from });
  const closed = later.find((one) => one.kind === 'outOfService' && covers(one, period.from));
  if (closed)
    return refuse('room-out-of-service', { roomId: room.id, until: closed.until ?? 'no end is known' });
  const turnaround = later.find((one) => one.kind === 'turnaround');
  if (turnaround?.until) return refuse('room-not-ready', { roomId: room.id, readyOn: turnaround.until });
  const enough = addDays(period.from, minimumNights);
  const closes = later.find((one) => one.from < enough);
  if (closes)
    return refuse('stay-too-short', {
      roomId: room.id,
      until: closes.from,
      minimumNights: String(minimumNights),
    });
  return null;
}

/** Why somebody may not live in a home from a night on, whatever the room: its licence, its mix or its peace. */
export function houseBarred(
  ledger: HomeLedger,
  {
    period,
    occupant,
    limits,
    now,
    promisesOnly = false,
  }: Pick<Asked, 'occupant' | 'limits' | 'now' | 'promisesOnly'> & {
    readonly period: Pick<RoomPeriod, 'from'>;
  },
) {
  const facts = { homeId: ledger.homeId, from: period.from };
  const counted = promisesOnly ? withoutHolds(ledger) : ledger;
  // Who is there changes on these days only.
  const changes = ledger.periods.flatMap((one) => [one.from, ...(one.until === null ? [] : [one.until])]);
  const nights = [period.from, ...changes.filter((day) => day > period.from)].sort();
  for (const night of nights) {
    const there = present(counted, night, now);
    const mates = there.filter((one) => one.personId !== occupant.personId);
    if (mates.some((mate) => areApart(mate, occupant))) return refuse('housemates-clash', facts);
    // Somebody who is in the house that night anyway adds nobody to it.
    if (mates.length < there.length) continue;
    const all = [...mates, occupant];
    const over = (cap: number | null, of: (one: Occupant) => number): boolean =>
      cap !== null && of(occupant) > 0 && all.reduce((sum, one) => sum + of(one), 0) > cap;
    if (over(limits.persons, (one) => one.size) || over(limits.households, () => 1))
      return refuse('licence-exceeded', facts);
    if (over(limits.highRisk, (one) => Number(one.highRisk))) return refuse('house-mix-exceeded', facts);
    if (over(limits.earlyRecovery, (one) => Number(one.earlyRecovery)))
      return refuse('house-mix-exceeded', facts);
  }
  return null;
}

/** Everybody with a room on a night, each once, those who hold one for a proposal included. */
export function present(ledger: HomeLedger, night: Day, now: Instant): Occupant[] {
  const there = new Set(
    ledger.periods.flatMap((period) =>
      (period.kind === 'stay' || period.kind === 'hold') && covers(period, night) && isInForce(period, now)
        ? [period.personId]
        : [],
    ),
  );
  return ledger.occupants.filter((one) => there.has(one.personId));
}

const areApart = (a: Occupant, b: Occupant): boolean =>
  a.keptApartFrom.includes(b.personId) || b.keptApartFrom.includes(a.personId) || mayExploit(a, b);

/** The ledger with nothing held. */
export function withoutHolds(ledger: HomeLedger): HomeLedger {
  return tidy({ ...ledger, periods: ledger.periods.filter((one) => one.kind !== 'hold') });
}

/** Drops what a proposal holds. */
export function withoutHold(ledger: HomeLedger, proposalId: ProposalId): HomeLedger {
  return tidy({
    ...ledger,
    periods: ledger.periods.filter((one) => one.kind !== 'hold' || one.proposalId !== proposalId),
  });
}

/** Drops a stay that does not come about, with the turnaround that would follow it. */
export function withoutStay(ledger: HomeLedger, stayId: StayId): HomeLedger {
  return tidy({
    ...ledger,
    periods: ledger.periods.filter(
      (one) => (one.kind !== 'stay' && one.kind !== 'turnaround') || one.stayId !== stayId,
    ),
  });
}

/**
 * Ends a stay on a day, the first night nobody sleeps there, and makes the room ready after.
 * @param readyOn first day the room is ready again; the day itself where no turnaround is needed
 */
export function leave(ledger: HomeLedger, stayId: StayId, on: Day, readyOn: Day): HomeLedger {
  const staying = takeBackLeave(ledger, stayId);
  const period = staying.periods.find((one) => one.kind === 'stay' && one.stayId === stayId);
  if (!period) return ledger;
  const ended = staying.periods.map((one) => (one === period ? { ...one, until: on } : one));
  const turnaround: RoomPeriod[] =
    readyOn > on ? [{ kind: 'turnaround', roomId: period.roomId, from: on, until: readyOn, stayId }] : [];
  return { ...staying, periods: [...ended, ...turnaround] };
}

/** Takes back that a stay ends. */
export function takeBackLeave(ledger: HomeLedger, stayId: StayId): HomeLedger {
  return {
    ...ledger,
    periods: ledger.periods.flatMap((one) => {
      if (one.kind === 'turnaround' && one.stayId === stayId) return [];
      return [one.kind === 'stay' && one.stayId === stayId ? { ...one, until: null } : one];
    }),
  };
}

/** Changes the period of a stay: somebody arrived, or will come later than was promised. */
export function changeStay(
  ledger: HomeLedger,
  stayId: StayId,
  change: { readonly arrived?: boolean; readonly from?: Day },
): HomeLedger {
  return {
    ...ledger,
    periods: ledger.periods.map((one) =>
      one.kind === 'stay' && one.stayId === stayId ? { ...one, ...change } : one,
    ),
  };
}

/** Replaces what is known of an occupant; unchanged where they are none. */
export function withOccupant(ledger: HomeLedger, occupant: Occupant): HomeLedger {
  return {
    ...ledger,
    occupants: ledger.occupants.map((one) => (one.personId === occupant.personId ? occupant : one)),
  };
}

export function withOffer(ledger: HomeLedger, roomId: RoomId, vacancyId: VacancyId): HomeLedger {
  return { ...ledger, offered: [...ledger.offered, { roomId, vacancyId }] };
}

export function withoutOffer(ledger: HomeLedger, vacancyId: VacancyId): HomeLedger {
  return { ...ledger, offered: ledger.offered.filter((one) => one.vacancyId !== vacancyId) };
}

/** Forgets occupants who have no room here on any night. */
function tidy(ledger: HomeLedger): HomeLedger {
  const named = new Set(
    ledger.periods.flatMap((one) => (one.kind === 'stay' || one.kind === 'hold' ? [one.personId] : [])),
  );
  return { ...ledger, occupants: ledger.occupants.filter((one) => named.has(one.personId)) };
}
