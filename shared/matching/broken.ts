import type { Assignment } from './assignment.ts';
import type { Alternative } from './branch.ts';
import { brokenHouse } from './broken-house.ts';
import { chainsOf } from './chains.ts';
import type { Problem } from './compile.ts';
import { int } from './lanes.ts';
import { houseLimits, type LimitKind, limitKinds, weightIn } from './limits.ts';
import type { House, Housemate, Subject } from './pool-types.ts';
import { type Schedule, schedule } from './schedule.ts';
import { omitOne, peopleByRoom, shorten } from './ways-out.ts';

/**
 * The first rule a plan breaks that weights cannot express, as ways out (see `FindBroken`), or null when it keeps all.
 * In order: chains that are too long or go round in a ring, people who must be kept apart under one roof, limits of a
 * home, a team's free places, and moves that leave somebody without a day.
 */
export function findBroken(problem: Problem, plan: Assignment): readonly Alternative[] | null {
  return (
    brokenChain(problem, plan) ??
    brokenHouse(problem, plan) ??
    brokenTeam(problem, plan) ??
    brokenDays(problem, plan)
  );
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

function brokenChain(problem: Problem, plan: Assignment): Alternative[] | null {
  const most = problem.policy.maxChainMoves;
  for (const chain of chainsOf(plan.graph, plan)) {
    if (chain.cycle) return omitOne(plan.graph, chain.moves).reverse();
    if (chain.moves.length > most) return shorten(plan.graph, peopleByRoom(plan.graph), chain, most);
  }
  return null;
}

/** A team may take on no more people who move in without a worker of their own than it has places for. */
function brokenTeam(problem: Problem, plan: Assignment): Alternative[] | null {
  const { setting, subjects, places } = problem.pool;
  const taken = new Map<string, number[]>();
  subjects.forEach((s, person) => {
    const room = plan.roomOf(person);
    const team = places[room]?.home.team;
    if (s.primaryWorker !== null || !team || room === problem.home[person]) return;
    taken.set(team, [...(taken.get(team) ?? []), person]);
  });
  for (const [team, people] of taken) {
    const free = setting.freePlaces.get(team);
    if (free === undefined || people.length <= free) continue;
    const rooms = places.flatMap((place, i) => (place.home.team === team ? [i] : []));
    return people
      .slice(0, free + 1)
      .map((person) => [{ person, rooms: rooms.filter((room) => room !== problem.home[person]) }]);
  }
  return null;
}

function brokenDays(problem: Problem, plan: Assignment): Alternative[] | null {
  const days = schedule(problem, plan);
  if (days.stuck) return notAll(problem, plan, days.stuck);
  return brokenNight(problem, plan, days);
}

/** A home over one of its limits on the night somebody arrives, while another has yet to leave. */
function brokenNight(problem: Problem, plan: Assignment, days: Schedule): Alternative[] | null {
  const { subjects, places } = problem.pool;
  const moveOn = (person: number): number => days.moveOn[person] ?? -1;
  const arriving = subjects.flatMap((_, person) => (moveOn(person) >= 0 ? [person] : []));
  const arrivals = Map.groupBy(arriving, (person) => places[plan.roomOf(person)]?.house);
  for (const [house, people] of arrivals) {
    if (!house) continue;
    const living = house.movers.map((mover) => problem.subjectIndex(mover));
    for (const person of people) {
      if (subjects[person]?.home === house.home) continue;
      const night = moveOn(person);
      const arrived = people.filter((one) => moveOn(one) <= night);
      const there = [...arrived, ...living.filter((one) => moveOn(one) < 0 || moveOn(one) > night)];
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
