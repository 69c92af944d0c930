import * as z from 'zod';
import { Day, type Instant, londonDay } from '../../domain/day.ts';
import { OutOfServiceId } from '../../domain/ids.ts';
import type { HomeLedger } from '../../domain/ledger.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { RiskCategory } from '../../domain/risk.ts';
import { type OutOfService, OutOfServiceReason } from '../../domain/room.ts';
import { change, type Step, unchanged } from '../../store/steps.ts';
import type { Deps } from '../call.ts';
import type { RoomFound } from './find-room.ts';
import { barredClosing, periodOf } from './take-out-of-service.ts';

/** What has to happen to a room before somebody moves in. `to` is the last day on which nobody can sleep there. */
export const WorkBefore = z.strictObject({ to: Day, reason: OutOfServiceReason });

/** What may be said along with a vacancy, of the room and of its home. */
export const VacancyTerms = {
  /** Work that closes the room: from today where it is empty, otherwise from the day its resident leaves. */
  work: WorkBefore.optional(),
  /** Who may not live in the home because of a risk, from now on; left out, this stays as it is. */
  notSuitableFor: z.array(RiskCategory).max(RiskCategory.options.length).optional(),
};

interface Said {
  readonly from: Day;
  readonly isEmpty: boolean;
  readonly work?: z.infer<typeof WorkBefore> | undefined;
  readonly notSuitableFor?: RiskCategory[] | undefined;
}

/**
 * The home and its ledger with what was said along with a vacancy.
 * @param ledger as it is once its resident has given notice
 */
export function withTerms(
  deps: Deps,
  found: RoomFound,
  ledger: HomeLedger,
  { from, isEmpty, work, notSuitableFor }: Said,
  now: Instant,
): Outcome<{ readonly ledger: HomeLedger; readonly homeStep: Step }> {
  const { home, room } = found;
  const named = notSuitableFor && [...new Set(notSuitableFor)];
  const file = named ? { ...home.data, home: { ...home.data.home, notSuitableFor: named } } : home.data;
  if (!work) return done({ ledger, homeStep: named ? change(home, file) : unchanged(home) });
  const begins = isEmpty ? londonDay(now) : from;
  if (isEmpty && work.to >= from) return refuse('room-out-of-service', { roomId: room.id, until: work.to });
  if (work.to < begins) return refuse('day-not-possible', { notBefore: begins });
  const id = OutOfServiceId.parse(deps.writing.newId('out-of-service'));
  const closed: OutOfService = { id, roomId: room.id, from: begins, ...work };
  const barred = barredClosing({ ...found, ledger: { ...found.ledger, data: ledger } }, closed, now);
  if (barred) return barred;
  return done({
    ledger: { ...ledger, periods: [...ledger.periods, periodOf(closed)] },
    homeStep: change(home, { ...file, outOfService: [...file.outOfService, closed] }),
  });
}
