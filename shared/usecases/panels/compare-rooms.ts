import * as z from 'zod';
import { SupportLevel, UnitType } from '../../domain/codes.ts';
import { Day, daysBetween, londonDay } from '../../domain/day.ts';
import { Check, TermScore } from '../../domain/explanation.ts';
import { HomeId, RoomId } from '../../domain/ids.ts';
import { Pence } from '../../domain/money.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { areaOf, GridPoint, Outcode } from '../../domain/place.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { linksOf } from '../placing/chain-links.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { weigh } from '../placing/judge.ts';
import type { WantedMove } from '../placing/wanted-move.ts';
import { findPapers, type OfCase } from './read-case.ts';

/** One room somebody could be given, on the facts of today. */
export const RoomCompared = z.strictObject({
  roomId: RoomId,
  homeId: HomeId,
  homeName: z.string(),
  outcode: Outcode,
  unitType: UnitType,
  supportLevel: SupportLevel,
  sleepIn: z.boolean(),
  weeklyRent: Pence,
  /** The first day the room is ready; null where somebody has to leave it first. */
  freeFrom: Day.nullable(),
  /** Whole days from today until then. */
  waitDays: z.int().min(0).nullable(),
  points: z.int(),
  terms: z.array(TermScore),
  checks: z.array(Check),
  /** Where it is; of a confidential address the middle of a coarse square, and `isArea` says so. */
  place: GridPoint,
  isArea: z.boolean(),
});
export type RoomCompared = z.infer<typeof RoomCompared>;

/** The room that is proposed and the best others there were then, each weighed by the same rules on the facts of today. */
export const RoomsCompared = z.strictObject({
  proposed: RoomCompared.nullable(),
  others: z.array(RoomCompared).max(3),
  /** False where no plan said which other rooms fitted. */
  isKnown: z.boolean(),
});
export type RoomsCompared = z.infer<typeof RoomsCompared>;

export async function compareRooms(deps: Deps, call: OfCase): Promise<Outcome<RoomsCompared>> {
  const records = recordsOf(deps, call);
  const papers = await findPapers(records, call);
  if (!papers) return refuse('not-found');
  const { proposal } = papers;
  const others = proposal.alternatives ?? [];
  const [proposed, ...compared] = await Promise.all(
    [proposal.roomId, ...others].map((roomId) => weighRoom(deps, call, proposal, roomId)),
  );
  return done({
    proposed: proposed ?? null,
    others: compared.flatMap((one) => one ?? []),
    isKnown: proposal.alternatives !== null,
  });
}

/** @returns null for a room that is gone, or that no programme has for this person */
async function weighRoom(
  deps: Deps,
  call: Call,
  proposal: Proposal,
  roomId: RoomId,
): Promise<RoomCompared | null> {
  const { personId, requestId, moveOn } = proposal;
  const records = recordsOf(deps, call);
  const now = nowOf(deps);
  // The room that is proposed is freed by its chain; any other would be a move alone.
  const isProposed = roomId === proposal.roomId;
  const together = isProposed ? await linksOf(records, proposal) : [{ personId, requestId, roomId, moveOn }];
  const fetched = await fetchMoves(deps, records, now, together);
  if (!fetched.ok) return null;
  const { scene, moves } = fetched.value;
  const move = moves.find(({ person, room }) => person.person.id === personId && room.id === roomId);
  const weighed = move && weigh(deps, scene, moves, move);
  if (!move || !weighed) return null;
  const known = isProposed ? (weighed.freeFrom ?? moveOn) : weighed.freeFrom;
  const { freeFrom: _freeFrom, ...reasons } = weighed;
  const wait = known === null ? null : Math.max(0, daysBetween(londonDay(now), known));
  return { ...factsOf(move), ...reasons, freeFrom: known, waitDays: wait };
}

function factsOf({ home: { home }, room }: WantedMove) {
  const { id, name, outcode, unitType, supportLevel, sleepIn, confidentialAddress, location } = home;
  return {
    ...{ roomId: room.id, homeId: id, homeName: name, outcode, unitType, supportLevel, sleepIn },
    weeklyRent: room.weeklyRent,
    place: confidentialAddress ? areaOf(location) : location,
    isArea: confidentialAddress,
  };
}
