import * as z from 'zod';
import { addDays, Day } from '../../shared/domain/day.ts';
import type { Api } from './api.ts';

/** A move that was approved: from which night on, and whether the person has moved in. */
export interface BookedMove {
  readonly stayId: string;
  readonly roomId: string;
  readonly homeId: string;
  readonly from: Day;
  readonly arrived: boolean;
}

const Calendar = z.object({
  rooms: z.array(
    z.object({
      roomId: z.string(),
      runs: z.array(z.object({ from: Day, until: Day, status: z.string() })),
    }),
  ),
});

/** Days looked at before the first move and after the last. */
const margin = 21;

/**
 * Checks the calendar of every room of a chain, day by day. The first room stands empty until somebody comes; each
 * other one is lived in until its resident moves on, is made ready, stands free, and is then the next person's.
 * @throws Error naming the room, the day and what it shows
 */
export async function checkRooms(api: Api, moves: readonly BookedMove[]): Promise<void> {
  const days = moves.map((one) => one.from).sort();
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return;
  const asked = `from=${addDays(first, -margin)}&to=${addDays(last, margin)}`;
  for (const [i, move] of moves.entries()) {
    const { rooms } = await api.must(Calendar, 'officer', `GET /v1/homes/${move.homeId}/calendar?${asked}`);
    for (const run of rooms.find((one) => one.roomId === move.roomId)?.runs ?? [])
      for (let day = run.from; day < run.until; day = addDays(day, 1)) {
        const may = statuses(moves[i - 1], move, day);
        if (!may.includes(run.status))
          throw new Error(`${move.roomId} is ${run.status} on ${day}, and not ${may.join(' or ')}.`);
      }
  }
}

/** What a room may be on a day. `before`: the move of whoever lives there until then. */
function statuses(
  before: BookedMove | undefined,
  { from, arrived }: BookedMove,
  day: Day,
): readonly string[] {
  if (day >= from) return [arrived ? 'lived' : 'promised'];
  if (before === undefined) return ['free', 'lived', 'turnaround', 'outOfService'];
  return day < before.from ? ['lived'] : ['turnaround', 'free'];
}
