import type { RuledOut, Unplaced } from '../domain/plan.ts';
import type { Assignment } from './assignment.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import type { Problem } from './compile.ts';
import type { Subject } from './pool-types.ts';

/** Every check passes, and the room is still lived in: its resident asks to move and fits nowhere in time. */
export const notFreed = 'not-freed';

/** Everybody of the pool who is offered no move, with what ruled rooms out for them, the rule that did most first. */
export function unplacedOf(problem: Problem, assignment: Assignment): Unplaced[] {
  const { subjects } = problem.pool;
  const fits = subjects.map(() => new Set<number>());
  for (const pair of problem.pairs) fits[pair.person]?.add(pair.room);
  return subjects.flatMap((s, person) => {
    const room = assignment.roomOf(person);
    return room >= 0 && room !== problem.home[person]
      ? []
      : [tellUnplaced(problem, s, fits[person] ?? new Set())];
  });
}

function tellUnplaced(problem: Problem, s: Subject, reachable: ReadonlySet<number>): Unplaced {
  const { places, setting } = problem.pool;
  const counts = new Map<string, { rooms: number; alone: number }>();
  const fits: Unplaced['roomsThatFit'] = [];
  let considered = 0;
  places.forEach((place, room) => {
    if (place.room.id === s.room?.id) return;
    considered++;
    if (reachable.has(room)) {
      fits.push(place.room.id);
      return;
    }
    const failing = notPassing(s, place, setting, dayToJudge(s, place, setting)).map(({ rule }) => rule.id);
    const reasons = failing.length > 0 ? failing : [notFreed];
    for (const rule of reasons) {
      const count = counts.get(rule) ?? { rooms: 0, alone: 0 };
      count.rooms++;
      if (reasons.length === 1) count.alone++;
      counts.set(rule, count);
    }
  });
  const ruledOutBy: RuledOut[] = [...counts]
    .map(([rule, count]) => ({ rule, ...count }))
    .sort((a, b) => b.alone - a.alone || b.rooms - a.rooms || (a.rule < b.rule ? -1 : 1));
  return {
    personId: s.person.id,
    requestId: s.request.id,
    tier: s.tier,
    waitDays: s.waitDays,
    delayDays: s.delayDays,
    roomsConsidered: considered,
    roomsThatFit: fits.sort(),
    ruledOutBy,
  };
}
