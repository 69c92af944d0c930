import * as z from 'zod';
import { categoryOf, checksAfter, type DepartureFile } from '../../domain/departure.ts';
import type { StayId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { DepartureReason } from '../../domain/stay.ts';
import { departures } from '../../store/kinds/departures.ts';
import { stays } from '../../store/kinds/placing.ts';
import { change, unchanged } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { findPerson } from '../people/find-person.ts';
import { directionOf, timesFor } from './begin-departure.ts';

export const DepartureCorrection = z.strictObject({ reason: DepartureReason });
export type DepartureCorrection = z.infer<typeof DepartureCorrection>;

const mostEntries = 50;

/** Somebody left for another reason than was recorded. What was said before stays on record; the new entry holds. */
export function correctDeparture(
  deps: Deps,
  call: Call<{ stayId: StayId }, DepartureCorrection>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'departureCorrected', Receipt, async (records, now) => {
    const kept = await records.get(departures, call.params.stayId);
    const stay = await records.get(stays, call.params.stayId);
    if (!kept || !stay) return refuse('not-found');
    const person = await findPerson(records, call, 'stays.record', kept.data.personId);
    if (!person.ok) return person;
    const { reason } = call.body;
    const { from, to, on, entries, checks, personId } = kept.data;
    if (stay.data.stay.status !== 'departed')
      return refuse('transition-not-allowed', { stayId: kept.data.stayId, state: stay.data.stay.status });
    if (entries.length >= mostEntries) return refuse('too-many-facts', { most: String(mostEntries) });
    const category = categoryOf(reason, directionOf(deps, from, to));
    const owed = checksAfter(on, timesFor(deps, from, category));
    const corrected: DepartureFile = {
      ...kept.data,
      entries: [...entries, { reason, category, at: now }],
      checks: withAnswers(owed, checks),
    };
    return done({
      steps: [
        change(kept, corrected),
        change(stay, { ...stay.data, stay: { ...stay.data.stay, reason } }),
        unchanged(person.value),
      ],
      answer: { id: kept.id, version: kept.version + 1 },
      told: { stayId: kept.data.stayId, personId, homeId: from.homeId, on, reason },
    });
  });
}

/** What is owed now, with every answer there is: an answer somebody gave is never taken away. */
function withAnswers(
  owed: DepartureFile['checks'],
  before: DepartureFile['checks'],
): DepartureFile['checks'] {
  const answered = before.filter(({ answer }) => answer !== null);
  const open = owed.filter(({ after }) => !answered.some((one) => one.after === after));
  return [...answered, ...open].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}
