import type { Assignment } from './assignment.ts';
import type { Alternative } from './branch.ts';
import { chainsOf } from './chains.ts';
import type { Problem } from './compile.ts';
import { houseLimits, type LimitKind, limitKinds, weightIn } from './limits.ts';
import type { House, Subject } from './pool-types.ts';
import { type Schedule, schedule } from './schedule.ts';

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

/** One way out for each move named: that person does not take that room. */
function notAll(plan: Assignment, people: readonly number[]): Alternative[] {
  return people.map((person) => [{ person, rooms: [plan.roomOf(person)] }]);
}

function brokenChain(problem: Problem, plan: Assignment): Alternative[] | null {
  const most = problem.policy.maxChainMoves;
  for (const { moves, cycle } of chainsOf(problem.graph, plan)) {
    const people = moves.map((move) => move.person);
    if (cycle) return notAll(plan, people);
    if (moves.length > most) return notAll(plan, people.slice(0, most + 1));
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
    const out = (some: readonly number[]): Alternative[] => some.map((person) => [{ person, rooms }]);
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
  if (days.stuck) return notAll(plan, days.stuck);
  return brokenNight(problem, plan, days);
}

/** A home over one of its limits, or a clash, on the night somebody arrives while another has yet to leave. */
function brokenNight(problem: Problem, plan: Assignment, days: Schedule): Alternative[] | null {
  const { subjects, places, setting } = problem.pool;
  const arrivals = new Map<House, number[]>();
  subjects.forEach((_, person) => {
    const house = places[plan.roomOf(person)]?.house;
    if (house && (days.moveOn[person] ?? -1) >= 0)
      arrivals.set(house, [...(arrivals.get(house) ?? []), person]);
  });
  for (const [house, people] of arrivals) {
    const leaving = house.movers.map((mover) => problem.subjectIndex(mover));
    for (const person of people) {
      const day = days.moveOn[person] ?? 0;
      const there = [
        ...people.filter((one) => (days.moveOn[one] ?? 0) <= day),
        ...leaving.filter(
          (one) => !people.includes(one) && ((days.moveOn[one] ?? -1) < 0 || (days.moveOn[one] ?? 0) > day),
        ),
      ];
      const limits = houseLimits(house, setting, day);
      const staying = house.housemates.filter((mate) => mate.leaves > day);
      const over = limitKinds.some((kind) => {
        const cap = limits[kind];
        const own = weightOf(kind, subjects[person]);
        const total = [...staying, ...there.flatMap((one) => subjects[one] ?? [])].reduce(
          (sum, who) => sum + weightIn(kind, who),
          0,
        );
        return cap !== null && own > 0 && total > cap;
      });
      if (over)
        return notAll(plan, [
          ...new Set(
            there.filter((one) => (days.moveOn[one] ?? -1) >= 0).flatMap((one) => days.restsOn(one)),
          ),
        ]);
    }
  }
  return null;
}
