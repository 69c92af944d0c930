import type { Plan, PlanValue } from '../domain/plan.ts';
import type { Problem } from './compile.ts';
import type { Graph } from './graph.ts';
import { int } from './lanes.ts';
import { pairOf } from './pairs.ts';
import { search, worthOf } from './plan.ts';
import type { Place, Subject } from './pool-types.ts';

/**
 * What a plan loses when one pair has to be part of it: the best plan with the pair, beside the plan as it is.
 * @returns null when no plan that keeps every rule holds the pair
 */
export function costOfForcing(
  problem: Problem,
  plan: Plan,
  subject: Subject,
  place: Place,
): PlanValue | null {
  const person = problem.subjectIndex(subject);
  const room = problem.placeIndex(place);
  const edge = person < 0 || room < 0 ? -1 : pairOf(problem.pairs, person, room);
  if (edge < 0) return null;
  const bonus = bonusAbove(problem.graph);
  const { assignment, value } = search(problem, undefined, onlyPair(problem.graph, person, edge, bonus));
  if (assignment.roomOf(person) !== room) return null;
  const worth = worthOf(problem, { high: value.high - bonus, low: value.low });
  const [zero, one, two] = worth.placed;
  const [plan0, plan1, plan2] = plan.value.placed;
  return {
    placed: [plan0 - zero, plan1 - one, plan2 - two],
    points: plan.value.points - worth.points,
  };
}

/** More than every placement together weighs, so that a plan with the pair beats every plan without it. */
function bonusAbove(graph: Graph): number {
  return graph.high.reduce((most, weight) => Math.max(most, weight), 0) * (graph.people + 1) + 1;
}

/** The same graph with one edge alone for one person, weighing `bonus` more in the first lane. */
function onlyPair(graph: Graph, person: number, edge: number, bonus: number): Graph {
  const from = int(graph.start, person);
  const to = int(graph.start, person + 1);
  const keep = (_: number, i: number): boolean => i < from || i >= to || i === edge;
  const high = graph.high.filter(keep);
  high[from] = (high[from] ?? 0) + bonus;
  return {
    ...graph,
    start: graph.start.map((at, p) => (p > person ? at - (to - from - 1) : at)),
    room: graph.room.filter(keep),
    high,
    low: graph.low.filter(keep),
  };
}
