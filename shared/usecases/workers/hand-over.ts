import type * as z from 'zod';
import { londonDay } from '../../domain/day.ts';
import type { PersonId, RelationshipId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { change } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';
import { Successor } from './begin-worker.ts';
import { changeWorkers } from './change-workers.ts';
import { EndGiven } from './end-worker.ts';
import { aboveOf, findWorkers } from './find-workers.ts';
import { fieldOf, relationshipBegun } from './worker-fields.ts';

export const Handover = Successor.extend({ reason: EndGiven });
export type Handover = z.infer<typeof Handover>;

/**
 * One worker ends and the next begins on the same day, in one commit: at no time is the person without. Whoever was
 * second worker until then may become the first, and leaves the second place open.
 */
export function handOver(
  deps: Deps,
  call: Call<{ personId: PersonId; relationshipId: RelationshipId }, Handover>,
): Promise<Outcome<Receipt>> {
  return write(deps, call, 'workerHandedOver', Receipt, async (records, now) => {
    const found = await findWorkers(records, call);
    if (!found.ok) return found;
    const { person, kept } = found.value;
    const ending = kept?.data.relationships.find((one) => one.id === call.params.relationshipId);
    if (!kept || !ending) return refuse('not-found');
    const { reason, aboveLimitBecause, ...next } = call.body;
    const above = aboveOf(call, aboveLimitBecause);
    if (!above.ok) return above;
    const { part } = ending;
    const other = kept.data.relationships.find(
      (one) => one.until === null && one !== ending && one.workerId === next.workerId,
    );
    const until = next.from;
    const ends = [ending, ...(other ? [other] : [])].map(({ id }) => ({ id, until, ended: reason }));
    const before = person.data.person;
    const after = {
      ...before,
      ...(other && { [fieldOf[other.part]]: null }),
      [fieldOf[part]]: next.workerId,
    };
    const changed = await changeWorkers(deps, records, kept, {
      ...{ personId: before.id, before, after, ends, begins: [{ ...next, part }] },
      ...{ today: londonDay(now), above: above.value },
    });
    if (!changed.ok) return changed;
    const { steps, book } = changed.value;
    return done({
      steps: [change(person, { ...person.data, person: after }), ...steps],
      answer: relationshipBegun(book, kept),
      told: {
        ...{ personId: person.id, workerId: next.workerId, part, from: next.from, reason },
        ...(book.relationships.at(-1)?.aboveLimit && { aboveLimit: 'yes' }),
      },
    });
  });
}
