import type { Assignment } from './assignment.ts';
import type { Alternative } from './branch.ts';
import { chainsOf } from './chains.ts';
import type { Problem } from './compile.ts';
import { int } from './lanes.ts';
import { houseLimits, type LimitKind, limitKinds, weightIn } from './limits.ts';
import type { House, Subject } from './pool-types.ts';
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

/** Who of the pool lives in each home once every move is made. */
function membersByHouse(problem: Problem, plan: Assignment): Map<House, number[]> {
  const members = new Map<House, number[]>();
  problem.pool.subjects.forEach((_, person) => {
    const house = problem.pool.places[plan.roomOf(person)]?.house;
    if (!house) return;
    const group = members.get(house);
    if (group) group.push(person);
    else members.set(house, [person]);
  });
  return members;
}

function brokenHouse(problem: Problem, plan: Assignment): Alternative[] | null {
  const { subjects, places } = problem.pool;
  const stays = (person: number): boolean => plan.roomOf(person) === problem.home[person];
  for (const [house, people] of membersByHouse(problem, plan)) {
    if (people.every(stays)) continue;
    const rooms = places.flatMap((place, i) => (place.house === house ? [i] : []));
    // The safest way out comes last: somebody who was to arrive does not.
    const out = (some: readonly number[]): Alternative[] =>
      [...some.filter(stays), ...some.filter((person) => !stays(person))].map((person) => [
        { person, rooms },
      ]);
    for (const one of people) {
      const other = people.find(
        (two) => two > one && !(stays(one) && stays(two)) && apart(subjects[one], subjects[two]),
      );
      if (other !== undefined) return out([one, other]);
    }
    for (const kind of limitKinds) {
      const cap = houseLimits(house, problem.pool.setting, problem.pool.setting.on)[kind];
      if (cap === null) continue;
      const fixed = house.housemates.filter((mate) => !Number.isFinite(mate.leaves));
      const used = fixed.reduce((sum, mate) => sum + weightIn(kind, mate), 0);
      const counted = people.filter((person) => weightOf(kind, subjects[person]) > 0);
      const total = counted.reduce((sum, person) => sum + weightOf(kind, subjects[person]), used);
      if (total > cap && counted.some((person) => !stays(person))) return out(counted);
    }
  }
  return null;
}

function apart(a: Subject | undefined, b: Subject | undefined): boolean {
  return a !== undefined && b !== undefined && a.keptApartFrom.has(b.person.id);
}

function weightOf(kind: LimitKind, subject: Subject | undefined): number {
  return subject ? weightIn(kind, subject) : 0;
}

/** A team may take on no more people without a worker of their own than it has places for. */
function brokenTeam(problem: Problem, plan: Assignment): Alternative[] | null {
  const { setting, subjects, places } = problem.pool;
  const taken = new Map<string, number[]>();
  subjects.forEach((s, person) => {
    const team = places[plan.roomOf(person)]?.home.team;
    if (s.primaryWorker !== null || !team) return;
    taken.set(team, [...(taken.get(team) ?? []), person]);
  });
  for (const [team, people] of taken) {
    const free = setting.freePlaces.get(team) ?? 0;
    if (people.length <= free) continue;
    const rooms = places.flatMap((place, i) => (place.home.team === team ? [i] : []));
    return people.slice(0, free + 1).map((person) => [{ person, rooms }]);
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
      const night = moveOn(person);
      const there = [
        ...people.filter((one) => moveOn(one) <= night),
        ...living.filter((one) => moveOn(one) < 0 || moveOn(one) > night),
      ];
      if (!isOverLimit(problem, house, person, there, night)) continue;
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
  there: readonly number[],
  night: number,
): boolean {
  const limits = houseLimits(house, pool.setting, night);
  const everybody = [
    ...house.housemates.filter((mate) => mate.leaves > night),
    ...there.flatMap((one) => pool.subjects[one] ?? []),
  ];
  return limitKinds.some((kind) => {
    const cap = limits[kind];
    if (cap === null || weightOf(kind, pool.subjects[person]) === 0) return false;
    return everybody.reduce((sum, who) => sum + weightIn(kind, who), 0) > cap;
  });
}
