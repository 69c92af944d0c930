import type { Assignment } from './assignment.ts';
import type { Alternative } from './branch-nodes.ts';
import { int } from './lanes.ts';

type FindWaysOut = (assignment: Assignment) => readonly Alternative[] | null;

/** How many plans `settle` tries before it gives up: so many, and so many a person. */
const TRIES_BASE = 500;
const TRIES_PER_PERSON = 3;
/** How many steps back it can go. */
const TRAIL = 32;

/** A plan that keeps the rules, or null; and how many plans were looked at. */
export interface FirstPlan {
  readonly assignment: Assignment | null;
  readonly nodes: number;
}

/**
 * Some plan that keeps the rules, near a given one: takes the last way out again and again until no rule is broken;
 * where that leads nowhere, goes back a little and takes the one before it. Proves nothing, and may give up.
 */
export function settle(from: Assignment, breaks: readonly Alternative[], broken: FindWaysOut): FirstPlan {
  const trail = [{ assignment: from, left: [...breaks] }];
  const most = TRIES_BASE + TRIES_PER_PERSON * from.graph.people;
  let nodes = 0;
  while (nodes < most) {
    const here = trail.at(-1);
    if (here === undefined) break;
    const alternative = here.left.pop();
    if (alternative === undefined) {
      trail.pop();
      continue;
    }
    const child = here.assignment.clone();
    nodes++;
    if (!alternative.every(({ person, rooms }) => child.forbid(person, rooms))) continue;
    const next = broken(child);
    if (next === null) return { assignment: child, nodes };
    trail.push({ assignment: child, left: [...next] });
    if (trail.length > TRAIL) trail.shift();
  }
  return { assignment: null, nodes };
}

/**
 * Some plan that keeps the rules, always found where everybody staying is one: while a rule is broken, somebody whose
 * move a way out bars does not move at all, and the rest is planned anew. No more steps than people; a poorer plan
 * than `settle` finds.
 * @param from a plan with nothing barred
 */
export function holdBack(from: Assignment, broken: FindWaysOut): FirstPlan {
  const assignment = from.clone();
  const { home, start, room } = assignment.graph;
  for (let nodes = 1; ; nodes++) {
    const breaks = broken(assignment);
    if (breaks === null) return { assignment, nodes };
    const moves = breaks.toReversed().flatMap((alternative) =>
      alternative.filter(({ person, rooms }) => {
        const now = assignment.roomOf(person);
        return now !== int(home, person) && rooms.includes(now);
      }),
    );
    const person = moves[0]?.person;
    if (person === undefined) return { assignment: null, nodes };
    assignment.forbid(person, [...room.subarray(int(start, person), int(start, person + 1))]);
  }
}
