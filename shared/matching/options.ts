import { type Day, dayFromNumber } from '../domain/day.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Tier } from '../domain/plan.ts';
import type { Problem } from './compile.ts';
import { int } from './lanes.ts';
import { pairsOf } from './pairs.ts';
import type { PlanIndex } from './plan-index.ts';
import { candidatesFor, whyThere } from './ranking.ts';

/** A room somebody fits, and who the plan gives it to. */
export interface RoomOption {
  readonly roomId: RoomId;
  readonly points: number;
  readonly day: Day;
  readonly takenBy: PersonId | null;
}

/** A person who fits a room. Urgency and wait decide order between people; they are no part of the points. */
export interface PersonOption {
  readonly personId: PersonId;
  readonly tier: Tier;
  readonly waitDays: number;
  readonly points: number;
  readonly placedIn: RoomId | null;
  /** Where they come among all who fit the room, 1 for the first. */
  readonly rank: number;
  /** Why they come there and not higher, in a sentence that names nobody. */
  readonly because: string;
}

/** The rooms a person fits, most points first. */
export function roomsFor(problem: Problem, index: PlanIndex, personId: PersonId): RoomOption[] {
  const s = problem.pool.subjectOf(personId);
  return byPoints(problem, s ? problem.subjectIndex(s) : -1).map(({ roomId, points, day }) => ({
    roomId,
    points,
    day: dayFromNumber(day),
    takenBy: index.takerOf(roomId),
  }));
}

/** The same rooms by their ids. @param person their number in the problem */
export function roomsByPoints(problem: Problem, person: number): RoomId[] {
  return byPoints(problem, person).map(({ roomId }) => roomId);
}

function byPoints({ pairs, pool }: Problem, person: number) {
  return pairsOf(pairs, person)
    .flatMap((pair) => {
      const roomId = pool.places[int(pairs.room, pair)]?.room.id;
      if (roomId === undefined) return [];
      return [{ roomId, points: int(pairs.points, pair), day: int(pairs.day, pair) }];
    })
    .sort((a, b) => b.points - a.points || (a.roomId < b.roomId ? -1 : 1));
}

/** The people who fit a room, in the order in which they are considered. */
export function peopleFor(problem: Problem, index: PlanIndex, roomId: RoomId): PersonOption[] {
  const { pool } = problem;
  const place = pool.placeOf(roomId);
  const order = candidatesFor(problem, place ? problem.placeIndex(place) : -1);
  return order.flatMap((one, at): PersonOption[] => {
    const s = pool.subjects[one.person];
    if (!s) return [];
    return [
      {
        personId: s.person.id,
        tier: s.tier,
        waitDays: s.waitDays,
        points: one.points,
        placedIn: index.roomFor(s.person.id),
        rank: at + 1,
        because: whyThere(problem, one, order[at - 1]),
      },
    ];
  });
}
