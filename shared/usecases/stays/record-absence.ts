import * as z from 'zod';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Absence } from '../../domain/stay.ts';
import { type Call, type Deps, write } from '../call.ts';
import { stepsOf } from '../placing/scene.ts';
import { StayStep } from './answer-offer.ts';
import { fetchStay } from './fetch-stay.ts';

export const NewAbsence = z
  .strictObject(Absence.shape)
  .refine((one) => one.until === null || one.until > one.from, {
    path: ['until'],
    error: 'must be later than from',
  });
export type NewAbsence = z.infer<typeof NewAbsence>;

/**
 * Somebody is away, in hospital say, and their room is kept. An absence that is still open is ended by recording it again
 * with the same first day and the day they came back.
 */
export function recordAbsence(
  deps: Deps,
  call: Call<{ stayId: StayId }, NewAbsence>,
): Promise<Outcome<StayStep>> {
  return write(deps, call, 'absenceRecorded', StayStep, async (records, now) => {
    const found = await fetchStay(deps, call, records, now, call.params.stayId, 'stays.record');
    if (!found.ok) return found;
    const { scene, file } = found.value;
    const { stay } = file;
    const absence = call.body;
    if (stay.status !== 'arrived')
      return refuse('transition-not-allowed', { stayId: stay.id, state: stay.status });
    if (absence.from > scene.today || absence.from < stay.from)
      return refuse('day-not-possible', { earliest: stay.from, latest: scene.today });
    const others = stay.absences.filter((one) => one.from !== absence.from || one.until !== null);
    const overlaps = others.some(
      (one) =>
        (one.until === null || absence.from < one.until) &&
        (absence.until === null || one.from < absence.until),
    );
    if (overlaps) return refuse('day-not-possible', { stayId: stay.id, taken: 'another absence' });
    scene.stays.set({ ...file, stay: { ...stay, absences: [...others, absence] } });
    return done({
      steps: stepsOf(scene),
      answer: { id: stay.id, version: scene.stays.versionOf(stay.id), status: stay.status, ended: [] },
      told: {
        stayId: stay.id,
        personId: stay.personId,
        roomId: stay.roomId,
        homeId: file.homeId,
        from: absence.from,
        reason: absence.reason,
      },
    });
  });
}
