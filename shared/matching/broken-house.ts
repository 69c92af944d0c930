import type { Assignment } from './assignment.ts';
import type { Alternative, Conflict } from './branch.ts';
import { mustNotShare } from './clash.ts';
import type { Problem } from './compile.ts';
import type { HouseIndex, HouseRooms } from './house-index.ts';
import { int } from './lanes.ts';
import { houseLimits, type LimitKind, limitKinds, weightIn } from './limits.ts';
import type { Subject } from './pool-types.ts';

/** A home once every move of a plan is made: its rooms, and who of the pool lives there. */
interface FullHouse extends HouseRooms {
  readonly people: readonly number[];
}

/**
 * Homes that could not be as a plan leaves them, whatever the days: people kept apart under one roof, or more than a
 * limit allows; one conflict a home. What two residents of today do to each other by staying is not the plan's doing.
 */
export function brokenHouses(problem: Problem, { houses }: HouseIndex, plan: Assignment): Conflict[] {
  return houses.flatMap((home) => {
    if (home.rooms.every((room) => isUnchanged(problem, plan, plan.personIn(room), room))) return [];
    const people = home.rooms.map((room) => plan.personIn(room)).filter((person) => person >= 0);
    const full = { ...home, people: people.sort((a, b) => a - b) };
    const conflict = brokenPeace(problem, plan, full) ?? brokenLimit(problem, plan, full);
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
  plan: Assignment,
  { house, rooms, people }: FullHouse,
): Alternative[] | null {
  const { subjects, places, setting } = problem.pool;
  const refillable = new Set(rooms.map((room) => places[room]?.room.id));
  const members = new Set(people.map((person) => subjects[person]?.person.id));
  const staying = house.housemates.filter(
    (mate) => !Number.isFinite(mate.leaves) && !refillable.has(mate.roomId) && !members.has(mate.person.id),
  );
  const weight = (kind: LimitKind, person: number): number => {
    const subject = subjects[person];
    return subject ? weightIn(kind, subject) : 0;
  };
  for (const kind of limitKinds) {
    const caps = [setting.on, setting.on + setting.policy.horizonDays].map(
      (day) => houseLimits(house, setting, day)[kind],
    );
    const cap = caps.includes(null) ? null : Math.max(...caps.map((one) => one ?? 0));
    const counted = people.filter((person) => weight(kind, person) > 0);
    const arrives = counted.some((person) => subjects[person]?.home !== house.home);
    const used = staying.reduce((sum, mate) => sum + weightIn(kind, mate), 0);
    const total = counted.reduce((sum, person) => sum + weight(kind, person), used);
    if (cap !== null && arrives && total > cap) return leave(problem, plan, counted, rooms);
  }
  return null;
}
