import type { Assignment } from './assignment.ts';
import type { Alternative, Conflict } from './branch.ts';
import { mustNotShare } from './clash.ts';
import type { Problem } from './compile.ts';
import type { HouseIndex, HouseRooms } from './house-index.ts';
import { keepOut } from './keep-out.ts';
import { int } from './lanes.ts';
import { houseLimits, limitKinds, weightIn } from './limits.ts';
import type { Subject } from './pool-types.ts';

/** A home once every move of a plan is made: its rooms, and who of the pool lives there. */
interface FullHouse extends HouseRooms {
  readonly people: readonly number[];
}

/**
 * Homes that could not be as a plan leaves them, whatever the days: people kept apart under one roof, or more than a
 * limit allows; one conflict a home. What two residents of today do to each other by staying is not the plan's doing.
 */
export function brokenHouses(problem: Problem, index: HouseIndex, plan: Assignment): Conflict[] {
  return index.houses.flatMap((home) => {
    if (home.rooms.every((room) => isUnchanged(problem, plan, plan.personIn(room), room))) return [];
    const people = home.rooms.map((room) => plan.personIn(room)).filter((person) => person >= 0);
    const full = { ...home, people: people.sort((a, b) => a - b) };
    const conflict = brokenPeace(problem, plan, full) ?? brokenLimit(problem, index, plan, full);
    return conflict ? [conflict] : [];
  });
}

function isUnchanged(problem: Problem, plan: Assignment, person: number, room: number): boolean {
  return person < 0 || (int(problem.home, person) === room && plan.roomOf(person) === room);
}

/** One way out for each person named: they live in none of the rooms. The safest comes last: somebody does not arrive. */
function leave(
  problem: Problem,
  plan: Assignment,
  people: readonly number[],
  rooms: readonly number[],
): Alternative[] {
  const stays = (person: number): boolean => plan.roomOf(person) === int(problem.home, person);
  return [...people.filter(stays), ...people.filter((person) => !stays(person))].map((person) => [
    { person, rooms },
  ]);
}

function brokenPeace(problem: Problem, plan: Assignment, { rooms, people }: FullHouse): Alternative[] | null {
  const { subjects } = problem.pool;
  const stays = (person: number): boolean => plan.roomOf(person) === int(problem.home, person);
  for (const one of people) {
    const other = people.find(
      (two) => two > one && !(stays(one) && stays(two)) && apart(subjects[one], subjects[two]),
    );
    if (other === undefined) continue;
    const pair = [one, other];
    const ways = leave(problem, plan, pair, rooms);
    if (!pair.every((person) => rooms.includes(int(problem.home, person)))) return ways;
    // Where both live here today, both may also go on as they are.
    const asToday = pair.map((person) => ({
      person,
      rooms: rooms.filter((room) => room !== int(problem.home, person)),
    }));
    return [...ways, asToday];
  }
  return null;
}

function apart(a: Subject | undefined, b: Subject | undefined): boolean {
  return a !== undefined && b !== undefined && mustNotShare(a, b);
}

/** Only residents who are sure to stay are counted, and the wider of the limits before and after a licence ends. */
function brokenLimit(
  problem: Problem,
  index: HouseIndex,
  plan: Assignment,
  full: FullHouse,
): Conflict | null {
  const { house, rooms, people } = full;
  const { subjects, places, setting } = problem.pool;
  const refillable = new Set(rooms.map((room) => places[room]?.room.id));
  const members = new Set(people.map((person) => subjects[person]?.person.id));
  const staying = house.housemates.filter(
    (mate) => !Number.isFinite(mate.leaves) && !refillable.has(mate.roomId) && !members.has(mate.person.id),
  );
  for (const kind of limitKinds) {
    const caps = [setting.on, setting.on + setting.policy.horizonDays].map(
      (day) => houseLimits(house, setting, day)[kind],
    );
    if (caps.includes(null)) continue;
    const weight = (person: number): number => {
      const subject = subjects[person];
      return subject ? weightIn(kind, subject) : 0;
    };
    const free =
      Math.max(...caps.map((one) => one ?? 0)) - staying.reduce((sum, mate) => sum + weightIn(kind, mate), 0);
    const counted = people.filter((person) => weight(person) > 0);
    const arrives = (person: number): boolean => subjects[person]?.home !== house.home;
    const total = counted.reduce((sum, person) => sum + weight(person), 0);
    if (counted.some(arrives) && total > free)
      return keepOut(problem, plan, {
        ...{ rooms, counted, weight, free, arrives },
        reach: reachOf(index, rooms, people),
      });
  }
  return null;
}

/** Everybody who lives in some rooms or could. */
function reachOf({ reach }: HouseIndex, rooms: readonly number[], people: readonly number[]): Set<number> {
  return new Set([...people, ...rooms.flatMap((room) => reach[room] ?? [])]);
}
