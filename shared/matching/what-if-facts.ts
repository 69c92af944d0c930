import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import { withOneLike } from './added-people.ts';
import { withMoreRooms } from './added-rooms.ts';
import { compile, type Problem } from './compile.ts';
import type { Facts } from './facts.ts';

/** So many more like one of them. */
export interface Alike<Id> {
  readonly like: Id;
  readonly count: number;
}

/** What would be different. */
export interface Change {
  /** Another version of the rules. */
  readonly policy?: Policy | undefined;
  readonly moreRooms?: readonly Alike<RoomId>[] | undefined;
  /** Rooms that are listed as free or expected, and would not be. */
  readonly withoutRooms?: readonly RoomId[] | undefined;
  readonly morePeople?: readonly Alike<PersonId>[] | undefined;
}

/**
 * The facts of a problem as a change would have them; its policy is left aside.
 * @throws RangeError when a room or person named is not there, or is not what the change needs
 */
export function changedFacts(today: Problem, change: Change): Facts {
  let { facts } = today;
  for (const room of new Set(change.withoutRooms)) facts = withoutRoom(facts, room);
  for (const { like, count } of together(change.moreRooms)) {
    const { models, onDay, policy } = today;
    const now = facts === today.facts ? today : compile(facts, policy, models, onDay);
    const place = now.pool.placeOf(like);
    if (!place) throw new RangeError(`There is no room ${like}.`);
    facts = withMoreRooms(now, place, count);
  }
  for (const { like, count } of together(change.morePeople)) {
    assertCanBeCopied(today, like);
    for (let number = 0; number < count; number++) facts = withOneLike(facts, like, number, today.onDay);
  }
  return facts;
}

/** How many more in all of each: one that is named twice is still one original. */
function together<Id>(asked: readonly Alike<Id>[] = []): Alike<Id>[] {
  const counts = new Map<Id, number>();
  for (const { like, count } of asked) counts.set(like, (counts.get(like) ?? 0) + count);
  return [...counts].map(([like, count]) => ({ like, count }));
}

function withoutRoom(facts: Facts, room: RoomId): Facts {
  const vacancies = facts.vacancies.filter((one) => one.roomId !== room);
  if (vacancies.length === facts.vacancies.length)
    throw new RangeError(
      `${room} is not listed as free or expected, and only a room that is can be taken out.`,
    );
  return { ...facts, vacancies };
}

function assertCanBeCopied({ pool }: Problem, like: PersonId): void {
  const s = pool.subjectOf(like);
  if (!s)
    throw new RangeError(`${like} has never asked for a place, so nobody can be supposed who is like them.`);
  if (s.stay)
    throw new RangeError(
      `${like} lives in one of these homes. Suppose people like somebody who has none yet.`,
    );
  if (pool.subjects.includes(s)) return;
  const because = pool.notInPool.find((one) => one.personId === like)?.because ?? 'Their request is over.';
  throw new RangeError(`The plan leaves out ${like}, and so anybody who is like them. ${because}`);
}
