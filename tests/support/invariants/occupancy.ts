import { type Day, dayNumber } from '../../../shared/domain/day.ts';
import { type HomeLedger, isInForce, type Occupant } from '../../../shared/domain/ledger.ts';
import type { Proposal } from '../../../shared/domain/proposal.ts';
import type { RoomPeriod } from '../../../shared/domain/room.ts';
import { houseLimits, limitKinds, weightIn } from '../../../shared/matching/limits.ts';
import { homes, ledgers } from '../../../shared/store/kinds/homes.ts';
import { policies } from '../../../shared/store/kinds/partnerships.ts';
import { proposals } from '../../../shared/store/kinds/placing.ts';
import { isAwaiting } from './promises.ts';
import type { Snapshot } from './snapshot.ts';

type Claim = Extract<RoomPeriod, { kind: 'stay' | 'hold' }>;

/** No room-night belongs to two people, and no house holds more or other people than it may. */
export function brokenOccupancy(snapshot: Snapshot): string[] {
  return snapshot.partnerships().flatMap((partnership) => {
    const all = snapshot.of(partnership, proposals);
    const [policy = snapshot.policy] = snapshot.of(partnership, policies);
    return snapshot.of(partnership, ledgers).flatMap((ledger) => {
      const book = asPlanned(ledger, all, snapshot);
      // A hold is no promise yet: what it would do to the house is asked again before it becomes one.
      const promises = { ...ledger, periods: ledger.periods.filter((one) => one.kind === 'stay') };
      const file = snapshot.of(partnership, homes).find(({ home }) => home.id === ledger.homeId);
      if (!file) return [`ledger ${ledger.homeId} has no home`];
      const rooms = new Set<string>(file.rooms.map((room) => room.id));
      return [
        ...book.periods.flatMap((one) =>
          rooms.has(one.roomId) ? [] : [`ledger ${ledger.homeId} has the room ${one.roomId} of another home`],
        ),
        ...doublePromises(book),
        ...nightsOf(promises).flatMap((night) => {
          const limits = houseLimits(file, { policy }, dayNumber(night));
          return [...overLimit(promises, night, limits), ...clashes(promises, night)];
        }),
      ];
    });
  });
}

/**
 * The book as the live proposals mean it: what ran out is gone, and somebody whose move is proposed leaves their room
 * on that day, though their stay has no end before the panel has approved.
 */
function asPlanned(ledger: HomeLedger, all: readonly Proposal[], { now }: Snapshot): HomeLedger {
  const leaving = new Map(
    all
      .filter((one) => isAwaiting(one) && one.holdsRoom && now < one.expiresAt)
      .map((one) => [`${one.personId} ${one.fromRoomId}`, one.moveOn]),
  );
  const periods = ledger.periods
    .filter((one) => isInForce(one, now))
    .map((one) => {
      const on = one.kind === 'stay' ? leaving.get(`${one.personId} ${one.roomId}`) : undefined;
      return one.kind === 'stay' && on !== undefined && one.until === null ? { ...one, until: on } : one;
    });
  return { ...ledger, periods };
}

function doublePromises({ homeId, periods }: HomeLedger): string[] {
  const taken = periods.filter((one) => one.kind !== 'outOfService' && !isEmpty(one));
  return taken.flatMap((one, i) =>
    taken
      .slice(i + 1)
      .flatMap((other) =>
        one.roomId === other.roomId && overlap(one, other)
          ? [`${homeId}: room ${one.roomId} is taken twice, from ${one.from} and from ${other.from}`]
          : [],
      ),
  );
}

const isEmpty = ({ from, until }: RoomPeriod): boolean => until !== null && until <= from;

const overlap = (one: RoomPeriod, other: RoomPeriod): boolean =>
  (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);

const isClaim = (one: RoomPeriod): one is Claim => one.kind === 'stay' || one.kind === 'hold';

const nightsOf = ({ periods }: HomeLedger): Day[] => [
  ...new Set(periods.filter(isClaim).map((one) => one.from)),
];

function presentOn({ periods, occupants }: HomeLedger, night: Day): Occupant[] {
  const there = periods.filter(
    (one) => isClaim(one) && one.from <= night && (one.until === null || night < one.until),
  );
  const ids = new Set(there.filter(isClaim).map((one) => one.personId));
  return occupants.filter((one) => ids.has(one.personId));
}

function overLimit(book: HomeLedger, night: Day, limits: ReturnType<typeof houseLimits>): string[] {
  const there = presentOn(book, night);
  return limitKinds.flatMap((kind) => {
    const limit = limits[kind];
    const sum = there.reduce((total, one) => total + weightIn(kind, one), 0);
    return limit !== null && sum > limit
      ? [`${book.homeId}: ${sum} ${kind} on ${night}, where ${limit} may be`]
      : [];
  });
}

function clashes(book: HomeLedger, night: Day): string[] {
  const there = presentOn(book, night);
  return there.flatMap((one, i) =>
    there
      .slice(i + 1)
      .flatMap((other) =>
        one.keptApartFrom.includes(other.personId) ||
        other.keptApartFrom.includes(one.personId) ||
        (one.exploitsOthers && other.exploitable) ||
        (other.exploitsOthers && one.exploitable)
          ? [`${book.homeId}: ${one.personId} and ${other.personId} share it on ${night}`]
          : [],
      ),
  );
}
