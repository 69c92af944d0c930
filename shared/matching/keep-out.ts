import type { Assignment } from './assignment.ts';
import type { Alternative, Conflict } from './branch.ts';
import type { Problem } from './compile.ts';
import { int, real } from './lanes.ts';
import { pairOf } from './pairs.ts';

/** More people in some rooms than there are places for. */
interface Crowd {
  readonly rooms: readonly number[];
  /** Those the plan has there who take up places. */
  readonly counted: readonly number[];
  /** Everybody who could be there. */
  readonly reach: Iterable<number>;
  /** How many places somebody takes up. */
  readonly weight: (person: number) => number;
  readonly free: number;
  /** Whether it takes an arrival for the places to bind; those who live there anyway may go on being too many. */
  readonly arrives: (person: number) => boolean;
}

/**
 * The ways out of a crowd. Those who stay and those worth most have the places there are: either one of them is not
 * there, or all are, and then nobody else is for whom no place is left. Without the last way, one person after the other
 * would be turned away, each in favour of the next.
 */
export function keepOut(problem: Problem, plan: Assignment, crowd: Crowd): Conflict {
  const { rooms, counted, weight, arrives } = crowd;
  let left = crowd.free;
  const kept: number[] = [];
  for (const person of byClaim(problem, plan, counted)) {
    if (weight(person) > left) break;
    kept.push(person);
    left -= weight(person);
  }
  const elsewhere = (person: number): Alternative[number] => ({ person, rooms });
  // Where those who have the places all live there anyway, they and others who do may go on as they are: only arrivals
  // are one too many.
  const onlyArrivals = !kept.some(arrives);
  const others = [...crowd.reach].filter(
    (person) => !kept.includes(person) && weight(person) > left && (!onlyArrivals || arrives(person)),
  );
  if (!counted.some((person) => others.includes(person))) return counted.map((person) => [elsewhere(person)]);
  return [...kept.map((person) => [elsewhere(person)]), others.map(elsewhere)];
}

/** Residents who stay where they are first, then by tier and worth. */
function byClaim({ home, pool }: Problem, plan: Assignment, people: readonly number[]): number[] {
  const claim = people.map((person) => {
    const room = plan.roomOf(person);
    const stays = room === int(home, person);
    return {
      person,
      stays: stays ? 0 : 1,
      tier: pool.subjects[person]?.tier ?? 0,
      worth: stays ? 0 : real(plan.graph.low, pairOf(plan.graph, person, room)),
    };
  });
  claim.sort((a, b) => a.stays - b.stays || a.tier - b.tier || b.worth - a.worth || a.person - b.person);
  return claim.map(({ person }) => person);
}
