import * as z from 'zod';
import { Day, IsoDuration, londonDay } from '../../domain/day.ts';
import { SustainmentAnswer } from '../../domain/departure.ts';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { departures } from '../../store/kinds/departures.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { findPerson } from '../people/find-person.ts';

export const Sustainment = z
  .strictObject({ after: IsoDuration, ...SustainmentAnswer.shape, on: Day })
  .refine(({ result, knownBy }) => (result === 'unknown') === (knownBy === 'nobody'), {
    path: ['knownBy'],
    error: 'must be nobody where it is unknown, and only there',
  });
export type Sustainment = z.infer<typeof Sustainment>;

/** Whether the home has lasted so long after a move, and how it is known. What was unknown may become known. */
export function recordSustainment(
  deps: Deps,
  call: Call<{ stayId: StayId }, Sustainment>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'sustainmentRecorded', Receipt, async (records, now) => {
    const kept = await records.get(departures, call.params.stayId);
    if (!kept) return refuse('not-found');
    const { personId, stayId, checks } = kept.data;
    const person = await findPerson(records, call, 'contacts.write', personId);
    if (!person.ok) return person;
    const { after, ...answer } = call.body;
    const check = checks.find((one) => one.after === after);
    if (!check) return refuse('not-found');
    const before = check.answer?.result;
    if (before === 'sustained' || before === 'notSustained')
      return refuse('transition-not-allowed', { stayId, state: before, to: answer.result });
    const today = londonDay(now);
    if (answer.on < check.dueOn || answer.on > today)
      return refuse('day-not-possible', { earliest: check.dueOn, latest: today });
    const answered = checks.map((one) => (one === check ? { ...one, answer } : one));
    return done({
      steps: [change(kept, { ...kept.data, checks: answered }), unchanged(person.value)],
      answer: { id: kept.id, version: kept.version + 1 },
      told: { stayId, personId, on: check.dueOn, result: answer.result },
    });
  });
}
