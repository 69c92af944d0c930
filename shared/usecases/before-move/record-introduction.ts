import * as z from 'zod';
import { type BeforeMove, Introduction, type Met } from '../../domain/before-move.ts';
import { londonDay } from '../../domain/day.ts';
import { IntroductionId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import type { Records } from '../../store/records.ts';
import type { Call, Deps, Receipt } from '../call.ts';
import type { StayFound } from '../stays/fetch-stay.ts';
import { changeBeforeMove, type OfStay, stayFor } from './change-before-move.ts';
import { barredMeeting, withEntry } from './meeting-step.ts';

/** An introduction as it is planned, or as it went. To say what became of a planned one, send its id again. */
export const NewIntroduction = z.strictObject({
  id: IntroductionId.optional(),
  ...Introduction.pick({ on: true, met: true, meeting: true }).shape,
});
export type NewIntroduction = z.infer<typeof NewIntroduction>;

/** Records that somebody meets their worker, the people they would live with or the home, or did, or did not. */
export function recordIntroduction(
  deps: Deps,
  call: Call<OfStay, NewIntroduction>,
): Promise<Outcome<Receipt>> {
  const { id: named, on, met, meeting } = call.body;
  return changeBeforeMove(deps, call, {
    deed: 'introductionRecorded',
    find: stayFor(deps, call, 'beforeMoves.write'),
    take: async (found, file, now, records) => {
      const was = file.introductions.find((one) => one.id === named);
      const barred =
        barredMeeting(was?.meeting, meeting, on, londonDay(now)) ??
        (await barredMet(records, found, was, met));
      if (barred) return barred;
      const id = named ?? IntroductionId.parse(deps.writing.newId('introduction'));
      const introductions = withEntry(file.introductions, {
        ...{ id, on, met, meeting, recordedBy: call.who.data.id },
      });
      return done({ file: { ...file, introductions }, told: { on, to: met.to, status: meeting.status } });
    },
  });
}

/** Whoever is met is there to be met, and a planned meeting stays one with the same kind of people. */
async function barredMet(
  records: Records,
  { scene, file, home }: StayFound,
  was: BeforeMove['introductions'][number] | undefined,
  met: Met,
): Promise<Outcome<never> | null> {
  if (was && was.met.to !== met.to) return refuse('already-exists');
  if (met.to === 'worker')
    return (await records.get(workers, met.workerId)) ? null : refuse('worker-unknown');
  if (met.to === 'home') return null;
  const ledger = scene.ledgers.get(home.home.id);
  const there = new Set(ledger?.occupants.map((one) => one.personId));
  const isThere = met.housemates.every((id) => there.has(id) && id !== file.stay.personId);
  return isThere ? null : refuse('not-found');
}
