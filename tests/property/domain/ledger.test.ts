import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day, Instant } from '../../../shared/domain/day.ts';
import { OutOfServiceId, type PersonId } from '../../../shared/domain/ids.ts';
import {
  changeStay,
  emptyLedger,
  giveRoom,
  type HomeLedger,
  leave,
  type Occupant,
  takeBackLeave,
  withoutHold,
  withoutStay,
} from '../../../shared/domain/ledger.ts';
import type { RoomPeriod } from '../../../shared/domain/room.ts';
import { barredFromStaying } from '../../../shared/domain/room-nights.ts';
import { roomStatus, statusRuns } from '../../../shared/domain/room-status.ts';
import {
  book,
  dayOf,
  homeId,
  type Limits,
  lettableRooms,
  NaiveHouse,
  personId,
  proposalId,
  roomId,
  roomOf,
  stayId,
} from '../../support/naive/house-nights.ts';

/** Everything one sequence may do to a home. Days are nights from 0; who and what are small numbers. */
type Act =
  | {
      do: 'give';
      who: number;
      room: number;
      from: number;
      as: 'stay' | 'hold';
      expires: number;
      nights: number;
    }
  | { do: 'dropHold' | 'dropStay' | 'stayOn' | 'arrive'; which: number }
  | { do: 'leave'; which: number; after: number; turnaround: number }
  | { do: 'close'; room: number; from: number; nights: number | null }
  | { do: 'wait'; days: number };

const small = (max: number) => fc.nat({ max });
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      who: small(5),
      room: small(3),
      from: small(40),
      as: fc.constantFrom('stay' as const, 'hold' as const),
      expires: small(12),
      nights: small(10),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('dropHold' as const, 'dropStay' as const, 'stayOn' as const, 'arrive' as const),
      which: small(9),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('leave' as const),
      which: small(9),
      after: small(15),
      turnaround: small(4),
    }),
  },
  fc.record({
    do: fc.constant('close' as const),
    room: small(2),
    from: small(40),
    nights: fc.option(fc.integer({ min: 1, max: 12 })),
  }),
  fc.record({ do: fc.constant('wait' as const), days: small(5) }),
);

const cap = fc.option(fc.integer({ min: 2, max: 6 }), { freq: 2 });
const limits: fc.Arbitrary<Limits> = fc.record({
  persons: cap,
  households: cap,
  highRisk: fc.option(small(2)),
  earlyRecovery: fc.option(small(2)),
});
const occupants: fc.Arbitrary<Occupant[]> = fc
  .tuple(
    ...Array.from({ length: 6 }, () =>
      fc.record({
        size: fc.integer({ min: 1, max: 3 }),
        highRisk: fc.boolean(),
        earlyRecovery: fc.boolean(),
        exploitsOthers: fc.constantFrom(true, false, false, false),
        exploitable: fc.constantFrom(true, false, false, false),
        apart: fc.array(small(5), { maxLength: 1 }),
      }),
    ),
  )
  .map((all) =>
    all.map(({ apart, ...about }, i) => ({
      personId: personId(i),
      ...about,
      keptApartFrom: apart.filter((other) => other !== i).map(personId),
    })),
  );

test('a ledger gives a room exactly when every night of it is free and the house agrees on every night', () => {
  let given = 0;
  const refused = new Map<string, number>();
  fc.assert(
    fc.property(
      occupants,
      limits,
      fc.array(act, { minLength: 20, maxLength: 60, size: 'max' }),
      (people, caps, acts) => {
        const run = play(people, caps, acts);
        given += run.given;
        for (const refusal of run.refused) refused.set(refusal, (refused.get(refusal) ?? 0) + 1);
      },
    ),
    { seed: 20_260_420, numRuns: 800 },
  );
  // The sequences are only worth something if they meet every answer there is, and often.
  expect(given).toBeGreaterThan(500);
  for (const refusal of [
    'room-never-let',
    'room-taken',
    'room-out-of-service',
    'room-not-ready',
    'stay-too-short',
    'housemates-clash',
    'licence-exceeded',
    'house-mix-exceeded',
  ])
    expect(refused.get(refusal) ?? 0, refusal).toBeGreaterThan(20);
});

interface Run {
  ledger: HomeLedger;
  readonly house: NaiveHouse;
  today: number;
  given: number;
  readonly refused: string[];
}

function play(people: readonly Occupant[], caps: Limits, acts: readonly Act[]): Run {
  const run: Run = {
    ledger: emptyLedger(homeId),
    house: new NaiveHouse(people, caps),
    today: 0,
    given: 0,
    refused: [],
  };
  for (const [i, one] of acts.entries()) {
    step(run, people, caps, one, i);
    expect(book(run.ledger, nowOf(run))).toEqual(run.house.book(run.today));
    expect(run.house.broken(run.today)).toEqual([]);
    expectKnownOccupants(run.ledger);
  }
  return run;
}

const nowOf = ({ today }: Run): Instant => Instant.parse(`${dayOf(today)}T12:00:00Z`);

function step(run: Run, people: readonly Occupant[], caps: Limits, one: Act, number: number): void {
  if (one.do === 'give') give(run, people, caps, one, number);
  else if (one.do === 'leave') go(run, one);
  else if (one.do === 'close') close(run, one, number);
  else if (one.do === 'stayOn') stayOn(run, caps, one.which);
  else if (one.do === 'wait') run.today += one.days;
  else if (one.do === 'arrive') {
    run.ledger = changeStay(run.ledger, stayId(one.which), { arrived: true });
    run.house.arrive(one.which);
  } else if (one.do === 'dropHold') {
    run.ledger = withoutHold(run.ledger, proposalId(one.which));
    run.house.dropHold(one.which);
  } else {
    run.ledger = withoutStay(run.ledger, stayId(one.which));
    run.house.dropStay(one.which);
  }
}

function go(run: Run, { which, after, turnaround }: Extract<Act, { do: 'leave' }>): void {
  const on = (run.house.stayOf(which)?.from ?? 0) + after;
  if (!run.house.mayLeave(which, on, on + turnaround, run.today)) return;
  run.ledger = leave(run.ledger, stayId(which), dayOf(on), dayOf(on + turnaround));
  run.house.leave(which, on, on + turnaround);
}

function close(run: Run, { room, from, nights }: Extract<Act, { do: 'close' }>, number: number): void {
  if (run.house.isClaimed(room, from, nights, run.today)) return;
  const closed: RoomPeriod = {
    kind: 'outOfService',
    roomId: roomId(room),
    from: dayOf(from),
    until: nights === null ? null : dayOf(from + nights),
    outOfServiceId: OutOfServiceId.parse(`closed-${number}`),
  };
  run.ledger = { ...run.ledger, periods: [...run.ledger.periods, closed] };
  run.house.close(room, from, nights);
}

function give(
  run: Run,
  people: readonly Occupant[],
  caps: Limits,
  { who, room, from, as, expires, nights }: Extract<Act, { do: 'give' }>,
  number: number,
): void {
  const occupant = people[who]!;
  const at = { roomId: roomId(room), from: dayOf(from), until: null, personId: occupant.personId };
  const id = number % 10;
  // A stay or a proposal has one period; the same number again would be another's.
  if (run.house.isUsed(as, id)) return;
  const expiresAt = Instant.parse(`${dayOf(run.today + expires)}T00:00:00Z`);
  const outcome = giveRoom(run.ledger, {
    room: roomOf(room),
    period:
      as === 'stay'
        ? { ...at, kind: 'stay', stayId: stayId(id), arrived: false }
        : { ...at, kind: 'hold', proposalId: proposalId(id), expiresAt },
    occupant,
    limits: caps,
    minimumNights: nights,
    promisesOnly: as === 'stay',
    now: nowOf(run),
  });
  const why = run.house.why(as, who, room, from, nights, run.today);
  expect(outcome.ok ? [] : [outcome.refusal]).toEqual(why.slice(0, 1));
  if (!outcome.ok) {
    run.refused.push(outcome.refusal);
    return;
  }
  run.given += 1;
  run.ledger = outcome.value;
  run.house.give(as, id, who, room, from, run.today + expires);
}

function stayOn(run: Run, caps: Limits, which: number): void {
  const stay = run.house.stayOf(which);
  if (!stay || stay.until === null) return;
  const barred = barredFromStaying(run.ledger, stayId(which), null, {
    room: roomOf(stay.room),
    limits: caps,
    now: nowOf(run),
  });
  expect(barred === null).toBe(run.house.mayStayOn(which, run.today));
  if (barred) return;
  run.ledger = takeBackLeave(run.ledger, stayId(which));
  run.house.takeBack(which);
}

/** Everybody with a room is known, once, and nobody else once their last hold or stay has been dropped. */
function expectKnownOccupants({ periods, occupants: known }: HomeLedger): void {
  const named = new Set<PersonId>();
  for (const one of periods) if (one.kind === 'stay' || one.kind === 'hold') named.add(one.personId);
  expect(known.map((one) => one.personId).sort()).toEqual([...named].sort());
}

test('a calendar says of every night what the room is on it, in runs without gaps', () => {
  fc.assert(
    fc.property(
      occupants,
      limits,
      fc.array(act, { maxLength: 40, size: 'max' }),
      small(30),
      fc.integer({ min: 1, max: 40 }),
      (people, caps, acts, from, length) => {
        const run = play(people, caps, acts);
        const nights = { from: dayOf(from), until: dayOf(from + length) };
        for (const room of [...lettableRooms, 3]) {
          const runs = statusRuns(roomOf(room), run.ledger.periods, nights, nowOf(run));
          const told: string[] = [];
          for (const one of runs)
            for (let night: Day = one.from; night < one.until; night = addDays(night, 1))
              told.push(one.status);
          const wanted = Array.from({ length }, (_, i) => run.house.status(room, from + i, run.today));
          expect(told).toEqual(wanted);
          expect(runs[0]?.from).toBe(nights.from);
          for (const [i, one] of runs.entries()) {
            expect(one.until).toBe(runs[i + 1]?.from ?? nights.until);
            expect(one.status).not.toBe(runs[i + 1]?.status);
          }
          expect(roomStatus(roomOf(room), run.ledger.periods, nights.from, nowOf(run))).toBe(told[0]);
        }
      },
    ),
    { seed: 20_260_421, numRuns: 150 },
  );
});
