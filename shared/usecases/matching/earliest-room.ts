import * as z from 'zod';
import { Day, sayDay } from '../../domain/day.ts';
import { PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Plan } from '../../domain/plan.ts';
import { type Explanation, explain, type Problem } from '../../matching/engine.ts';
import { roomsFor } from '../../matching/options.ts';
import { indexPlan } from '../../matching/plan-index.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { freshPlan } from './fresh-plan.ts';
import { levelInMatches } from './own-cases.ts';
import { questionOf, RoomShown, roomShown } from './shapes.ts';

const PossibleRoom = RoomShown.omit({ takenBy: true }).extend({
  /** `plan`: the plan gives it to them. `vacancy`: it is open or expected, and the plan gives it to nobody. */
  by: z.enum(['plan', 'vacancy']),
});
type PossibleRoom = z.infer<typeof PossibleRoom>;

/** The room that somebody could have soonest by what is on record now, and why not sooner. */
export const EarliestRoom = z.strictObject({
  personId: PersonId,
  /** The day it was worked out for. */
  on: Day,
  standing: z.enum(['placed', 'unplaced', 'notInPool']),
  /** Null when there is none. */
  room: PossibleRoom.nullable(),
  /** Why not sooner, in sentences about rooms; never empty. */
  because: z.array(z.string()).min(1),
});
export type EarliestRoom = z.infer<typeof EarliestRoom>;

/** Costs a fresh plan at each call: see `freshPlan`. It names no person but the one who was asked for. */
export async function earliestRoom(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<EarliestRoom>> {
  const records = recordsOf(deps, call);
  const { personId } = call.params;
  const level = await levelInMatches(call.who.data, records, personId);
  if (!level.ok) return level;
  const { problem, plan } = await freshPlan(deps, records);
  const found = explain(problem, plan, personId);
  if (!found || found.kind === 'room') return refuse('no-request', { personId });
  const all = found.kind === 'notInPool' ? [] : fitting(problem, plan, personId);
  const room = soonest(all);
  return done({
    ...{ personId, on: plan.on, standing: found.kind, room },
    because: [...sentences(found, room), ...all.flatMap((one) => notThis(problem, one, room))],
  });
}

/** A room that fits, with what stands in the way of it, if anything does. */
interface Fitting {
  readonly room: RoomShown;
  readonly by: PossibleRoom['by'] | 'another' | 'resident';
}

function fitting(problem: Problem, plan: Plan, personId: PersonId): Fitting[] {
  return roomsFor(problem, indexPlan(plan), personId)
    .flatMap((one) => roomShown(problem, one))
    .map((room): Fitting => {
      if (room.takenBy === personId) return { room, by: 'plan' };
      if (room.takenBy !== null) return { room, by: 'another' };
      return { room, by: problem.pool.placeOf(room.roomId)?.vacancy ? 'vacancy' : 'resident' };
    });
}

function soonest(all: readonly Fitting[]): PossibleRoom | null {
  const possible = all.flatMap(({ room: { takenBy: _, ...room }, by }): PossibleRoom[] =>
    by === 'plan' || by === 'vacancy' ? [{ ...room, by }] : [],
  );
  return possible.sort((a, b) => (a.day === b.day ? b.points - a.points : a.day < b.day ? -1 : 1))[0] ?? null;
}

/** Of a room that could be had sooner: why it is not for them. */
function notThis(problem: Problem, { room, by }: Fitting, soonest: PossibleRoom | null): string[] {
  if (by === 'plan' || by === 'vacancy' || (soonest && room.day >= soonest.day)) return [];
  const name = `Room ${room.roomId} would fit from ${sayDay(room.day)}`;
  if (by === 'another') return [`${name}, and the plan gives it to somebody who comes first.`];
  const moving = problem.pool.placeOf(room.roomId)?.resident;
  return [`${name}, if whoever lives there ${moving ? 'had somewhere to move to by then' : 'left by then'}.`];
}

/** What is said of the room, and of those that do not fit. */
function sentences(found: Exclude<Explanation, { kind: 'room' }>, room: PossibleRoom | null): string[] {
  if (found.kind === 'notInPool') return [found.because];
  const first = room
    ? `Room ${room.roomId} could be moved into on ${sayDay(room.day)}, and no room that fits and is to be had before.`
    : 'No room that fits is to be had.';
  if (found.kind === 'placed') return [first, ...readyLater(found), ...found.excludedRooms.flatMap(ruledOut)];
  const { unplaced, expectations } = found;
  const against = unplaced.ruledOutBy.map(
    ({ rule, rooms }) =>
      `${rooms === 1 ? 'One room fails' : `${rooms} rooms fail`} on this: ${questionOf(rule)}`,
  );
  return [first, ...against, expectations.sentence];
}

type Placed = Extract<Explanation, { kind: 'placed' }>;

function readyLater({ suggestion: { roomId, roomReadyOn, moveOn, certainty }, chain }: Placed): string[] {
  const moves = chain.suggestions.length;
  return [
    `Room ${roomId} is ready from ${sayDay(roomReadyOn)}${roomReadyOn < moveOn ? '; what the person says, the panel and the keys take until the move' : ''}.`,
    ...(moves > 1 ? [`It hangs together with ${moves - 1} other ${moves === 2 ? 'move' : 'moves'}.`] : []),
    ...(certainty === 'forecast' ? ['That it falls free is a forecast, which nobody has confirmed.'] : []),
  ];
}

const ruledOut = ({ roomId, because }: Placed['excludedRooms'][number]): string[] =>
  because.slice(0, 1).map(({ sentence }) => `Room ${roomId} is ruled out: ${sentence}`);
