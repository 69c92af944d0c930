import { type Day, dayNumber, type Instant, londonDay } from '../../domain/day.ts';
import type { LiveMove, StayFile } from '../../domain/files.ts';
import type { HomeLedger } from '../../domain/ledger.ts';
import { leave } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { barredFromStaying, type Claim } from '../../domain/room-nights.ts';
import type { Stay } from '../../domain/stay.ts';
import { readyAfterTurnaround } from '../../domain/working-days.ts';
import { houseLimits } from '../../matching/limits.ts';
import { turnaroundOf } from '../../matching/places.ts';
import type { Kept } from '../../store/kind.ts';
import { moves } from '../../store/kinds/people.ts';
import { stays } from '../../store/kinds/placing.ts';
import type { Records } from '../../store/records.ts';
import { change, type Step, unchanged } from '../../store/steps.ts';
import { type Deps, policyOf } from '../call.ts';
import type { RoomFound } from './find-room.ts';

/** Whoever lives in a room: moved in, and not recorded as gone. */
export interface Resident {
  readonly kept: Kept<StayFile>;
  readonly stay: Extract<Stay, { status: 'arrived' }>;
  readonly period: Extract<Claim, { kind: 'stay' }>;
  readonly move: Kept<LiveMove> | null;
}

/** What a change of somebody's leaving does: the books of the home, and the steps apart from them. */
export interface LeavingChanged {
  readonly ledger: HomeLedger;
  readonly steps: readonly Step[];
}

/** The same, with the first day the room is ready again. */
export interface NoticeGiven extends LeavingChanged {
  readonly readyOn: Day;
}

export async function residentOf(
  records: Records,
  { ledger, room }: Pick<RoomFound, 'ledger' | 'room'>,
): Promise<Resident | null> {
  const arrived = ledger.data.periods.flatMap((one) =>
    one.kind === 'stay' && one.arrived && one.roomId === room.id ? [one] : [],
  );
  const [period] = arrived.sort((a, b) => (a.from < b.from ? 1 : -1));
  const kept = period ? await records.get(stays, period.stayId) : null;
  if (!period || kept?.data.stay.status !== 'arrived') return null;
  return { kept, stay: kept.data.stay, period, move: await records.get(moves, period.personId) };
}

/** What a write rests on when it rests on who lives in a room. */
export function relyingOn(resident: Resident | null): Step[] {
  if (!resident) return [];
  return [unchanged(resident.kept), ...(resident.move ? [unchanged(resident.move)] : [])];
}

/**
 * Somebody leaves on a day, the first night they do not sleep there, and the room is made ready after. The day of
 * somebody who has been promised another room is the day of that move.
 */
export async function giveNotice(
  deps: Deps,
  records: Records,
  found: RoomFound,
  { resident, on, now }: { readonly resident: Resident; readonly on: Day; readonly now: Instant },
): Promise<Outcome<NoticeGiven>> {
  const { kept, stay, period, move } = resident;
  const ledger = found.ledger.data;
  const policy = await policyOf(deps, records);
  const { home } = found.home.data;
  const readyOn = readyAfterTurnaround(on, turnaroundOf(home, policy, deps.models));
  if (period.until === on && stay.leavesOn === on)
    return done({ ledger, readyOn, steps: relyingOn(resident) });
  if (move?.data.promisedStayId)
    return refuse('day-not-possible', {
      roomId: stay.roomId,
      ...(stay.leavesOn !== null && { leavesOn: stay.leavesOn }),
    });
  if (on < period.from) return refuse('day-not-possible', { notBefore: period.from });
  if (period.until !== null && period.until < on) {
    const limits = houseLimits({ home }, { policy }, dayNumber(londonDay(now)));
    const barred = barredFromStaying(ledger, stay.id, on, { room: found.room, limits, now });
    if (barred) return barred;
  }
  return done({
    readyOn,
    ledger: leave(ledger, stay.id, on, readyOn),
    steps: [
      change(kept, { ...kept.data, stay: { ...stay, leavesOn: on } }),
      ...(move ? [unchanged(move)] : []),
    ],
  });
}
