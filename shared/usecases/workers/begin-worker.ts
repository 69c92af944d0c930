import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { type PersonId, WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { AboveLimit, WorkerPart } from '../../domain/person-workers.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { changeWorkers } from './change-workers.ts';
import { aboveOf, findWorkers } from './find-workers.ts';
import { fieldOf, relationshipBegun } from './worker-fields.ts';

const begun = {
  workerId: WorkerId,
  from: Day,
  metBeforeMove: z.boolean().nullable().default(null),
  /** Why the limit is passed, in the lead's words; null where it is to hold. */
  aboveLimitBecause: AboveLimit.shape.reason.nullable().default(null),
};

export const NewWorkerOf = z.strictObject({ ...begun, part: WorkerPart });
export type NewWorkerOf = z.infer<typeof NewWorkerOf>;

export const Successor = z.strictObject(begun);

/** Makes somebody first or second worker to a person. A first worker has room for them, or the lead says why it is passed. */
export function beginWorker(
  deps: Deps,
  call: Call<{ personId: PersonId }, NewWorkerOf>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'workerBegan', Receipt, async (records, now) => {
    const found = await findWorkers(records, call);
    if (!found.ok) return found;
    const { aboveLimitBecause, ...beginning } = call.body;
    const above = aboveOf(call, aboveLimitBecause);
    if (!above.ok) return above;
    const { person, kept } = found.value;
    const before = person.data.person;
    const field = fieldOf[beginning.part];
    if (before[field] !== null || Object.values(fieldOf).some((one) => before[one] === beginning.workerId))
      return refuse('worker-already-named', { personId: person.id });
    const after = { ...before, [field]: beginning.workerId };
    const changed = await changeWorkers(deps, records, kept, {
      ...{ personId: before.id, before, after, ends: [], begins: [beginning] },
      ...{ today: londonDay(now), above: above.value },
    });
    if (!changed.ok) return changed;
    const { steps, book } = changed.value;
    return done({
      steps: [change(person, { ...person.data, person: after }), ...steps],
      answer: relationshipBegun(book, kept),
      told: {
        ...{ personId: person.id, workerId: beginning.workerId, part: beginning.part, from: beginning.from },
        ...(book.relationships.at(-1)?.aboveLimit && { aboveLimit: 'yes' }),
      },
    });
  });
}
