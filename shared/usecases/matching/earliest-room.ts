import * as z from 'zod';
import { Day, sayDay } from '../../domain/day.ts';
import { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { type PersonOptions, personOptions } from './person-options.ts';
import { RoomShown } from './shapes.ts';

/**
 * The room that could be had soonest by what is on record now, and why not sooner. A room of the plan counts before one
 * that the plan gives to somebody else.
 */
export const EarliestRoom = z.strictObject({
  personId: PersonId,
  /** The day it was worked out for. */
  on: Day,
  standing: z.enum(['placed', 'unplaced', 'notInPool']),
  /** Null when no room fits. */
  room: RoomShown.nullable(),
  /** Why not sooner, in sentences; never empty. */
  because: z.array(z.string()).min(1),
  /** When the next room that would fit falls free, where nothing fits but for time. */
  nextFitOn: Day.nullable(),
});
export type EarliestRoom = z.infer<typeof EarliestRoom>;

/** Costs a fresh plan at each call, as the options do that it reads. */
export async function earliestRoom(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<EarliestRoom>> {
  const found = await personOptions(deps, call);
  if (!found.ok) return found;
  const options = found.value;
  const { personId, on, standing } = options;
  const room = soonest(options);
  return done({
    ...{ personId, on, standing, room },
    because: whyNotSooner(options, room),
    nextFitOn: options.expectations?.nextFitOn ?? null,
  });
}

/** Of rooms the plan gives to nobody else, the first to be had; else, of all that fit, the first. */
function soonest({ rooms, personId }: PersonOptions): RoomShown | null {
  const free = rooms.filter((one) => one.takenBy === null || one.takenBy === personId);
  const byDay = [...(free.length > 0 ? free : rooms)].sort((a, b) =>
    a.day === b.day ? b.points - a.points : a.day < b.day ? -1 : 1,
  );
  return byDay[0] ?? null;
}

function whyNotSooner(options: PersonOptions, room: RoomShown | null): string[] {
  const { because, suggestion, expectations, personId } = options;
  if (because !== null) return [because];
  const said: string[] = [];
  if (room) {
    said.push(
      `Room ${room.roomId} could be moved into on ${sayDay(room.day)}, and no room that fits before.`,
    );
    if (suggestion?.roomId === room.roomId && suggestion.certainty === 'forecast')
      said.push('That it falls free is a forecast: nobody has confirmed it.');
    if (room.takenBy !== null && room.takenBy !== personId)
      said.push('The plan gives it to somebody else, who comes first.');
  }
  for (const { rooms, question } of options.ruledOutBy)
    said.push(
      `${rooms === 1 ? 'One room is' : `${rooms} rooms are`} ruled out by this question: ${question}`,
    );
  if (expectations) said.push(expectations.sentence);
  return said.length > 0 ? said : ['No room is open or expected.'];
}
