import type { RoomId } from '../domain/ids.ts';
import type { RuledOut, Unplaced } from '../domain/plan.ts';
import { workingDayNumberOnOrAfter } from '../domain/working-days.ts';
import type { Assignment } from './assignment.ts';
import { datedRules } from './checks/rules.ts';
import type { Problem } from './compile.ts';
import { addRoom, countRooms, dropRoom, eachRoom, type RoomSet } from './masks.ts';
import { roomsOf } from './pairs.ts';
import type { Subject } from './pool-types.ts';

/** Every check passes, and the room is still lived in: its resident asks to move and fits nowhere in time. */
export const notFreed = 'not-freed';

/** Everybody of the pool who is offered no move, with what ruled rooms out for them, the rule that did most first. */
export function unplacedOf(problem: Problem, assignment: Assignment): Unplaced[] {
  const { subjects } = problem.pool;
  return subjects.flatMap((s, person) => {
    const room = assignment.roomOf(person);
    return room >= 0 && room !== problem.home[person] ? [] : [tellUnplaced(problem, s, person)];
  });
}

interface Count {
  rooms: number;
  alone: number;
  unknown: number;
}

function tellUnplaced(problem: Problem, s: Subject, person: number): Unplaced {
  const { places } = problem.pool;
  const considered = problem.masks.everyRoom.slice();
  const own = places.findIndex((place) => place.room.id === s.room?.id);
  if (own >= 0) dropRoom(considered, own);
  const closed = considered.slice();
  const fits: RoomId[] = [];
  for (const room of roomsOf(problem.graph, person)) {
    dropRoom(closed, room);
    const id = places[room]?.room.id;
    if (id) fits.push(id);
  }
  const ruledOutBy: RuledOut[] = [...countRefusals(problem, s, person, closed)]
    .map(([rule, count]) => ({ rule, ...count }))
    .sort((a, b) => b.alone - a.alone || b.rooms - a.rooms || (a.rule < b.rule ? -1 : 1));
  return {
    personId: s.person.id,
    requestId: s.request.id,
    tier: s.tier,
    waitDays: s.waitDays,
    delayDays: s.delayDays,
    roomsConsidered: countRooms(considered),
    roomsThatFit: fits.sort(),
    ruledOutBy,
  };
}

/** One rule, and the rooms it keeps somebody out of. */
interface Refusal {
  readonly rule: string;
  readonly rooms: RoomSet;
  readonly unknown: RoomSet;
}

/** How many of some rooms each rule keeps somebody out of, and how many it alone. */
function countRefusals(problem: Problem, s: Subject, person: number, closed: RoomSet): Map<string, Count> {
  const refusals = [...undatedRefusals(problem, person), ...datedRefusals(problem, s, person, closed)];
  const once = new Uint32Array(closed.length);
  const twice = new Uint32Array(closed.length);
  const both = (a: RoomSet, b: RoomSet): RoomSet => a.map((word, at) => word & (b[at] ?? 0));
  for (const { rooms } of refusals) {
    for (let at = 0; at < closed.length; at++) {
      const out = (rooms[at] ?? 0) & (closed[at] ?? 0);
      twice[at] = (twice[at] ?? 0) | ((once[at] ?? 0) & out);
      once[at] = (once[at] ?? 0) | out;
    }
  }
  const counts = new Map<string, Count>();
  for (const { rule, rooms, unknown } of refusals) {
    const out = both(rooms, closed);
    const count = {
      rooms: countRooms(out),
      alone: countRooms(out.map((word, at) => word & ~(twice[at] ?? 0))),
      unknown: countRooms(both(unknown, closed)),
    };
    if (count.rooms > 0) counts.set(rule, count);
  }
  const neverFreed = countRooms(closed.map((word, at) => word & ~(once[at] ?? 0)));
  if (neverFreed > 0) counts.set(notFreed, { rooms: neverFreed, alone: neverFreed, unknown: 0 });
  return counts;
}

function undatedRefusals({ masks }: Problem, person: number): Refusal[] {
  return masks.rules.flatMap((rule, at) => {
    const mask = masks.maskOf(at, person);
    return mask ? [{ rule: rule.id, rooms: mask.passes.map((word) => ~word), unknown: mask.unknown }] : [];
  });
}

/** A dated rule keeps somebody out of a room when no day passes and it does not on the first they could have moved. */
function datedRefusals({ pool, verdicts }: Problem, s: Subject, person: number, closed: RoomSet): Refusal[] {
  const refusals = new Map<number, Refusal>();
  eachRoom(closed, (room) => {
    const place = pool.places[room];
    if (!place) return;
    const notBefore = Math.max(place.ready, s.earliest);
    if (!Number.isNaN(verdicts.firstDay(person, room, notBefore))) return;
    const day = workingDayNumberOnOrAfter(notBefore);
    for (const at of verdicts.failing(person, room, day)) {
      const rule = datedRules[at];
      if (!rule) continue;
      const known = refusals.get(at) ?? {
        rule: rule.id,
        rooms: new Uint32Array(closed.length),
        unknown: new Uint32Array(closed.length),
      };
      refusals.set(at, known);
      addRoom(known.rooms, room);
      if (rule.judge(s, place, pool.setting, day) === 'unknown') addRoom(known.unknown, room);
    }
  });
  return [...refusals.values()];
}
