import type { RuledOut, Unplaced } from '../domain/plan.ts';
import type { Assignment } from './assignment.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import type { Problem } from './compile.ts';
import { roomsOf } from './pairs.ts';
import type { Subject } from './pool-types.ts';

/** Every check passes, and the room is still lived in: its resident asks to move and fits nowhere in time. */
export const notFreed = 'not-freed';

/** Everybody of the pool who is offered no move, with what ruled rooms out for them, the rule that did most first. */
export function unplacedOf(problem: Problem, assignment: Assignment): Unplaced[] {
  const { subjects } = problem.pool;
  return subjects.flatMap((s, person) => {
    const room = assignment.roomOf(person);
    return room >= 0 && room !== problem.home[person]
      ? []
      : [tellUnplaced(problem, s, new Set(roomsOf(problem.graph, person)))];
  });
}

interface Count {
  rooms: number;
  alone: number;
  unknown: number;
}

function add(counts: Map<string, Count>, rule: string, alone: boolean, unknown: boolean): void {
  const count = counts.get(rule) ?? { rooms: 0, alone: 0, unknown: 0 };
  count.rooms++;
  if (alone) count.alone++;
  if (unknown) count.unknown++;
  counts.set(rule, count);
}

function tellUnplaced(problem: Problem, s: Subject, reachable: ReadonlySet<number>): Unplaced {
  const { places, setting } = problem.pool;
  const counts = new Map<string, Count>();
  const fits: Unplaced['roomsThatFit'] = [];
  let considered = 0;
  places.forEach((place, room) => {
    if (place.room.id === s.room?.id) return;
    considered++;
    if (reachable.has(room)) {
      fits.push(place.room.id);
      return;
    }
    const failing = notPassing(s, place, setting, dayToJudge(s, place, setting));
    if (failing.length === 0) add(counts, notFreed, true, false);
    for (const { rule, verdict } of failing)
      add(counts, rule.id, failing.length === 1, verdict === 'unknown');
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
