import type { Assignment } from './assignment.ts';
import type { Conflict } from './branch-nodes.ts';
import { compareLanes, int, type Lanes } from './lanes.ts';

type FindConflicts = (assignment: Assignment) => readonly Conflict[];

/** How often `repair` looks for broken rules before it gives up. */
const ROUNDS = 100;
/** How many ways out of one broken rule `repair` works out: the last ones, which leave most doors open. */
const WAYS_WEIGHED = 8;
/** How often a conflict in the same rooms is weighed; after that the last way out is taken, which ends it for good. */
const TIMES_WEIGHED = 3;
/** How many plans `settle` tries before it gives up: so many, so many a person, and never more than the last. */
const TRIES_BASE = 500;
const TRIES_PER_PERSON = 3;
const TRIES_MOST = 3000;
/** How many steps back it can go. */
const TRAIL = 32;

/** A plan that keeps the rules, or null; and how many plans were looked at. */
export interface FirstPlan {
  readonly assignment: Assignment | null;
  readonly nodes: number;
}

/**
 * A good plan that keeps the rules: out of every broken rule by the way that costs least, all of them before looking
 * again. Rules broken far apart do not bear on each other, so the plan is near the best; it may give up.
 */
export function repair(from: Assignment, conflicts: readonly Conflict[], broken: FindConflicts): FirstPlan {
  let assignment = from;
  let found = conflicts;
  let nodes = 0;
  const met = new Map<string, number>();
  for (let round = 0; round < ROUNDS && found.length > 0; round++) {
    for (const conflict of found) {
      if (!isThere(assignment, conflict)) continue;
      const again = met.get(placeOf(conflict)) ?? 0;
      met.set(placeOf(conflict), again + 1);
      const weighed = again < TIMES_WEIGHED ? WAYS_WEIGHED : 1;
      nodes += Math.min(weighed, conflict.length);
      const cheapest = leastRegret(assignment, conflict.slice(-weighed)) ?? leastRegret(assignment, conflict);
      if (cheapest === null) return { assignment: null, nodes };
      assignment = cheapest;
    }
    found = broken(assignment);
  }
  return { assignment: found.length === 0 ? assignment : null, nodes };
}

/** Where a conflict is: the rooms of its last way out. */
function placeOf(conflict: Conflict): string {
  return conflict.at(-1)?.[0]?.rooms.join() ?? '';
}

/** A conflict has gone once the plan obeys one of its ways out. */
function isThere(assignment: Assignment, conflict: Conflict): boolean {
  return conflict.every((way) => way.some(({ person, rooms }) => rooms.includes(assignment.roomOf(person))));
}

/** The plan under the way out that costs least, of equals the last: it leaves most doors open. Null when none works out. */
function leastRegret(assignment: Assignment, conflict: Conflict): Assignment | null {
  let best: Assignment | null = null;
  let most: Lanes | null = null;
  for (const way of conflict) {
    const plan = assignment.clone();
    if (!way.every(({ person, rooms }) => plan.forbid(person, rooms))) continue;
    const value = plan.value();
    if (most !== null && compareLanes(value, most) < 0) continue;
    best = plan;
    most = value;
  }
  return best;
}

/**
 * Some plan that keeps the rules, near a given one: takes the last way out again and again until no rule is broken;
 * where that leads nowhere, goes back a little and takes the one before it. Proves nothing, and may give up.
 */
export function settle(from: Assignment, breaks: Conflict, broken: FindConflicts): FirstPlan {
  const trail = [{ assignment: from, left: [...breaks] }];
  const most = Math.min(TRIES_MOST, TRIES_BASE + TRIES_PER_PERSON * from.graph.people);
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
    const [next] = broken(child);
    if (next === undefined) return { assignment: child, nodes };
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
export function holdBack(from: Assignment, broken: FindConflicts): FirstPlan {
  const assignment = from.clone();
  const { home, start, room } = assignment.graph;
  for (let nodes = 1; ; nodes++) {
    const [breaks] = broken(assignment);
    if (breaks === undefined) return { assignment, nodes };
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
