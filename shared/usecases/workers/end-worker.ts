import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import type { PersonId, RelationshipId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { RelationshipEnd } from '../../domain/person-workers.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changeWorkers } from './change-workers.ts';
import { findWorkers } from './find-workers.ts';
import { fieldOf } from './worker-fields.ts';

/** A reason somebody gives; that a record was changed is nobody's. */
export const EndGiven = RelationshipEnd.exclude(['recordChanged']);

export const WorkerEnd = z.strictObject({
  /** The first day on which it is over. */
  until: Day,
  reason: EndGiven,
});
export type WorkerEnd = z.infer<typeof WorkerEnd>;

/** Ends somebody's time as a worker to a person, and gives their place back. */
export function endWorker(
  deps: Deps,
  call: Call<{ personId: PersonId; relationshipId: RelationshipId }, WorkerEnd>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'workerEnded', Receipt, async (records, now) => {
    const found = await findWorkers(records, call);
    if (!found.ok) return found;
    const { person, kept } = found.value;
    const { relationshipId: id } = call.params;
    const ending = kept?.data.relationships.find((one) => one.id === id);
    if (!kept || !ending) return refuse('not-found');
    const { until, reason } = call.body;
    const before = person.data.person;
    const after = { ...before, [fieldOf[ending.part]]: null };
    const changed = await changeWorkers(deps, records, kept, {
      ...{ personId: before.id, before, after, begins: [], ends: [{ id, until, ended: reason }] },
      ...{ today: londonDay(now), above: null },
    });
    if (!changed.ok) return changed;
    return done({
      steps: [change(person, { ...person.data, person: after }), ...changed.value.steps],
      answer: { id, version: kept.version + 1 },
      told: { personId: person.id, workerId: ending.workerId, part: ending.part, on: until, reason },
    });
  });
}
