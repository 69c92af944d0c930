import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, PlanValue } from '../domain/plan.ts';
import type { Problem } from './compile.ts';
import type { Graph } from './graph.ts';
import { int } from './lanes.ts';
import { pairOf } from './pairs.ts';
import { search, worthOf } from './plan.ts';

/** The best plan in which one move is not made, beside the plan as it is. */
export interface WithoutMove {
  /** Fewer people placed in each tier, and fewer points. */
  readonly cost: PlanValue;
  /** False when either search stopped early, so that the cost is not certain. */
  readonly exact: boolean;
  readonly roomGoesTo: PersonId | null;
  /** Null when the person would then be offered no move. */
  readonly personGoesTo: RoomId | null;
}

/**
 * What a plan loses when one of its moves may not be made: the best plan without it, by a search of its own.
 * @returns null when the person and the room are no pair of the problem
 */
export function withoutMove(problem: Problem, plan: Plan, person: number, room: number): WithoutMove | null {
  const edge = person < 0 || room < 0 ? -1 : pairOf(problem.pairs, person, room);
  if (edge < 0) return null;
  const found = search(problem, undefined, withoutEdge(problem.graph, person, edge));
  const worth = worthOf(problem, found.value);
  const { subjects, places } = problem.pool;
  const taker = found.assignment.personIn(room);
  const goesTo = found.assignment.roomOf(person);
  const stays = problem.home[taker] === room;
  return {
    cost: less(plan.value, worth),
    exact: plan.exact && found.exact,
    roomGoesTo: stays ? null : (subjects[taker]?.person.id ?? null),
    personGoesTo: goesTo === problem.home[person] ? null : (places[goesTo]?.room.id ?? null),
  };
}

/** How much more one value holds than another. */
export function less(a: PlanValue, b: PlanValue): PlanValue {
  const [zero, one, two] = a.placed;
  const [zeroB, oneB, twoB] = b.placed;
  return { placed: [zero - zeroB, one - oneB, two - twoB], points: a.points - b.points };
}

function withoutEdge(graph: Graph, person: number, edge: number): Graph {
  const keep = (_: number, i: number): boolean => i !== edge;
  return {
    ...graph,
    start: graph.start.map((at, p) => (p > person ? int(graph.start, p) - 1 : at)),
    room: graph.room.filter(keep),
    high: graph.high.filter(keep),
    low: graph.low.filter(keep),
  };
}
