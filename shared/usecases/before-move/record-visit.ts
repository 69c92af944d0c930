import * as z from 'zod';
import { Visit } from '../../domain/before-move.ts';
import { addDays, dayNumber, londonDay } from '../../domain/day.ts';
import { VisitId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { barredFromSleeping } from '../../domain/trial-nights.ts';
import { houseLimits } from '../../matching/limits.ts';
import type { Call, Deps, Receipt } from '../call.ts';
import { occupantOf } from '../occupant.ts';
import type { StayFound } from '../stays/fetch-stay.ts';
import { changeBeforeMove, type OfStay, stayFor } from './change-before-move.ts';
import { barredMeeting, withEntry } from './meeting-step.ts';

/** More nights at a time are no trial: they are a stay. Assumes the number. */
const mostNights = 28;

/** A visit or trial nights as planned, or as they went. To say what became of a planned one, send its id again. */
export const NewVisit = z
  .strictObject({
    id: VisitId.optional(),
    ...Visit.pick({ kind: true, from: true, to: true, meeting: true }).shape,
  })
  .refine((one) => one.to > one.from || (one.kind === 'visit' && one.to === one.from), {
    path: ['to'],
    error: 'must be the last day of a visit, or the morning after the last trial night',
  })
  .refine((one) => one.to <= addDays(one.from, mostNights), {
    path: ['to'],
    error: `must be at most ${mostNights} days after from`,
  });
export type NewVisit = z.infer<typeof NewVisit>;

/** Records a visit to the home, or nights that somebody tries it, and how they were. */
export function recordVisit(deps: Deps, call: Call<OfStay, NewVisit>): Promise<Outcome<Receipt>> {
  const { id: named, kind, from, to, meeting } = call.body;
  return changeBeforeMove(deps, call, {
    deed: 'visitRecorded',
    find: stayFor(deps, call, 'beforeMoves.write'),
    take: (found, file, now) => {
      const was = file.visits.find((one) => one.id === named);
      if (was && was.kind !== kind) return refuse('already-exists');
      const judgedOn = meeting.status === 'planned' ? from : to;
      const barred =
        barredMeeting(was?.meeting, meeting, judgedOn, londonDay(now)) ?? barredNights(found, call.body);
      if (barred) return barred;
      const id = named ?? VisitId.parse(deps.writing.newId('visit'));
      const visit = { id, kind, from, to, meeting, recordedBy: call.who.data.id };
      return done({
        file: { ...file, visits: withEntry(file.visits, visit) },
        told: { kind, from, to, status: meeting.status },
      });
    },
  });
}

/**
 * Why somebody cannot sleep there on those nights. They are asked of the book of the home, which must not change until
 * this is written. Nothing is booked: the room is promised to this person from the move on, so that no stay can be
 * given across the nights before it.
 */
function barredNights(
  { scene, file, person, home }: StayFound,
  { kind, from, to, meeting }: NewVisit,
): Outcome<never> | null {
  if (kind === 'visit' || meeting.status === 'missed' || meeting.status === 'declined') return null;
  if (to > file.stay.from) return refuse('day-not-possible', { latest: file.stay.from });
  const ledger = scene.ledgers.get(file.homeId);
  if (!ledger) return refuse('not-found');
  scene.ledgers.relyOn(file.homeId);
  return barredFromSleeping(ledger, {
    ...{ roomId: file.stay.roomId, from, to, now: scene.now },
    occupant: occupantOf(person, scene.today),
    limits: houseLimits({ home: home.home }, { policy: scene.policy }, dayNumber(from)),
  });
}
