import * as z from 'zod';
import { addDays, Day, londonDay } from '../../domain/day.ts';
import type { StayFile } from '../../domain/files.ts';
import { HomeId, PersonId, RoomId, StayId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Kept } from '../../store/kind.ts';
import { beforeMoves } from '../../store/kinds/before-moves.ts';
import { stays } from '../../store/kinds/placing.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { fetchStay } from '../stays/fetch-stay.ts';
import { MissingStep, tellMissing } from './read-before-move.ts';
import { askedBefore, whatIsMissing } from './what-is-missing.ts';

/** A move that is agreed and has not been made, with what is still missing before it. */
export const MoveAhead = z.strictObject({
  stayId: StayId,
  personId: PersonId,
  homeId: HomeId,
  roomId: RoomId,
  /** The day of the move. */
  from: Day,
  /** `provisional`: the person has not said yes to the offer yet. */
  status: z.enum(['provisional', 'confirmed']),
  missing: z.array(MissingStep),
  setAside: z.array(z.string()),
});
export type MoveAhead = z.infer<typeof MoveAhead>;

export const MovesAhead = pageOf(MoveAhead);

/** How long a move that should have been made stays in the list, in days: by then it is recorded or called off. */
const lateDays = 56;

type Query = { after?: string | undefined; limit: number };

/** The moves ahead of the caller's people or stock, the soonest first. A page may hold fewer than it was asked for. */
export async function listBeforeMoves(
  deps: Deps,
  call: Call<unknown, unknown, Query>,
): Promise<Outcome<z.infer<typeof MovesAhead>>> {
  const records = recordsOf(deps, call);
  const from = addDays(londonDay(nowOf(deps)), -lateDays);
  const page = await records.list(stays, { within: 'live', from, ...call.query });
  const told = await Promise.all(page.items.map((kept) => tellMove(deps, call, kept)));
  return done({ items: told.flat(), next: page.next });
}

/** One move ahead; nothing where it is made, or is not the caller's to see. */
async function tellMove(deps: Deps, call: Call, { data }: Kept<StayFile>): Promise<MoveAhead[]> {
  const { id: stayId, status, personId, roomId, from } = data.stay;
  if (status !== 'provisional' && status !== 'confirmed') return [];
  const records = recordsOf(deps, call);
  const [found, kept] = await Promise.all([
    fetchStay(deps, call, records, nowOf(deps), stayId, 'beforeMoves.read'),
    records.get(beforeMoves, stayId),
  ]);
  if (!found.ok) return [];
  const missing = whatIsMissing(askedBefore(deps, found.value), kept?.data ?? null);
  return [
    {
      ...{ stayId, personId, homeId: data.homeId, roomId, from, status },
      missing: tellMissing(missing),
      setAside: missing.setAside.map(({ id }) => id),
    },
  ];
}
