import type { Assignment } from './assignment.ts';
import type { Alternative, Conflict, FindBroken } from './branch.ts';
import { brokenHouses } from './broken-house.ts';
import { chainsOf } from './chains.ts';
import type { Problem } from './compile.ts';
import { type HouseIndex, type HouseRooms, indexHouses } from './house-index.ts';
import { keepOut } from './keep-out.ts';
import { int } from './lanes.ts';
import { houseLimits, type LimitKind, limitKinds, weightIn } from './limits.ts';
import type { House, Housemate, Subject } from './pool-types.ts';
import { type Schedule, schedule } from './schedule.ts';
import { omitOne, shorten } from './ways-out.ts';

/**
 * The rules of a problem that weights cannot express, as `FindBroken`: chains that are too long or go round in a ring,
 * people who must be kept apart under one roof, limits of a home and a team's free places; and, once all those are
 * kept, moves that leave somebody without a day, and nights on which a home is over a limit.
 */
export function rulesOf(problem: Problem): FindBroken {
  const index = indexHouses(problem);
  return (plan) => {
    const broken = [
      ...brokenChains(problem, index, plan),
      ...brokenHouses(problem, index, plan),
      ...brokenTeams(problem, index, plan),
    ];
    return broken.length > 0 ? broken : brokenDays(problem, index, plan);
  };
}

/**
 * The ways for some people not all to be where this plan puts them, a resident who stays included; the last way, and
 * the safest, is that the last one does not move.
 */
function notAll(problem: Problem, plan: Assignment, people: readonly number[]): Alternative[] {
  const moves = people.map((person) => ({
    person,
    room: plan.roomOf(person),
    from: int(problem.home, person),
  }));
  return omitOne(plan.graph, moves);
}

function brokenChains({ policy }: Problem, { reach }: HouseIndex, plan: Assignment): Conflict[] {
  const most = policy.maxChainMoves;
  return chainsOf(plan.graph, plan).flatMap((chain) => {
    if (chain.cycle) return [omitOne(plan.graph, chain.moves).reverse()];
    return chain.moves.length > most ? [shorten(plan.graph, reach, chain, most)] : [];
  });
}

/** A team may take on no more people who move in without a worker of their own than it has places for. */
function brokenTeams(problem: Problem, { roomsOfTeam, reach }: HouseIndex, plan: Assignment): Conflict[] {
  const { setting, subjects } = problem.pool;
  return [...roomsOfTeam].flatMap(([team, rooms]): Conflict[] => {
    const free = setting.freePlaces.get(team);
    if (free === undefined) return [];
    const counts = (person: number): boolean => subjects[person]?.primaryWorker === null;
    const counted = rooms.flatMap((room) => {
      const person = plan.personIn(room);
      return person >= 0 && counts(person) && problem.home[person] !== room ? [person] : [];
    });
    if (counted.length <= free) return [];
    const weight = (person: number): number => (counts(person) ? 1 : 0);
    const movers = new Set(rooms.flatMap((room) => reach[room] ?? []));
    return [
      withoutOwnRooms(
        problem,
        keepOut(problem, plan, {
          ...{ rooms, counted, weight, free, reach: movers },
          arrives: () => true,
        }),
      ),
    ];
  });
}

/** Somebody who stays where they are takes up no place of the team that supports them. */
function withoutOwnRooms({ home }: Problem, conflict: Conflict): Conflict {
  return conflict.map((way) =>
    way.map(({ person, rooms }) => ({ person, rooms: rooms.filter((room) => room !== home[person]) })),
  );
}

function brokenDays(problem: Problem, index: HouseIndex, plan: Assignment): Conflict[] {
  const days = schedule(problem, plan);
  if (days.stuck.length > 0) return days.stuck.map((people) => notAll(problem, plan, people));
  return brokenNights(problem, index, plan, days);
}

/** Homes over one of their limits on the night somebody arrives, while another has yet to leave. */
function brokenNights(problem: Problem, index: HouseIndex, plan: Assignment, days: Schedule): Conflict[] {
  const arriving = new Map<number, number[]>();
  days.moveOn.forEach((day, person) => {
    if (day < 0) return;
    const house = int(index.houseOf, plan.roomOf(person));
    const others = arriving.get(house);
    if (others) others.push(person);
    else arriving.set(house, [person]);
  });
  return [...arriving].flatMap(([at, people]) => {
    const home = index.houses[at];
    const conflict = home && brokenNight(problem, home, plan, days, people);
    return conflict ? [conflict] : [];
  });
}

/** @param people everybody who moves into the home */
function brokenNight(
  problem: Problem,
  { house, movers }: HouseRooms,
  plan: Assignment,
  days: Schedule,
  people: readonly number[],
): Conflict | null {
  const { subjects, places } = problem.pool;
  const moveOn = (person: number): number => days.moveOn[person] ?? -1;
  for (const person of people) {
    if (subjects[person]?.home === house.home) continue;
    const night = moveOn(person);
    const arrived = people.filter((one) => moveOn(one) <= night);
    const there = [...arrived, ...movers.filter((one) => moveOn(one) < 0 || moveOn(one) > night)];
    const refilled = new Set(arrived.map((one) => places[plan.roomOf(one)]?.room.id));
    // Somebody who changes rooms within the home is one of those who arrived, and is not counted twice.
    const moved = new Set(arrived.map((one) => subjects[one]?.person.id));
    const mates = house.housemates.filter(
      (mate) => mate.leaves >= night && !refilled.has(mate.roomId) && !moved.has(mate.person.id),
    );
    const everybody = [...mates, ...there.flatMap((one) => subjects[one] ?? [])];
    if (!isOverLimit(problem, house, person, everybody, night)) continue;
    // Residents who stay are part of it: the night would hold if one of them had left. The one who arrives comes last.
    const together = new Set(there.flatMap((one) => (moveOn(one) < 0 ? [one] : days.restsOn(one))));
    return notAll(problem, plan, [...[...together].filter((one) => one !== person), person]);
  }
  return null;
}

/** Whether somebody's arrival takes a home over a limit that counts them. */
function isOverLimit(
  { pool }: Problem,
  house: House,
  person: number,
  everybody: readonly (Subject | Housemate)[],
  night: number,
): boolean {
  const limits = houseLimits(house, pool.setting, night);
  return limitKinds.some((kind) => {
    const cap = limits[kind];
    if (cap === null || weightOf(pool.subjects[person], kind) === 0) return false;
    return everybody.reduce((sum, who) => sum + weightIn(kind, who), 0) > cap;
  });
}

function weightOf(subject: Subject | undefined, kind: LimitKind): number {
  return subject ? weightIn(kind, subject) : 0;
}
