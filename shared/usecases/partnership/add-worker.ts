import type * as z from 'zod';
import { WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Worker } from '../../domain/worker.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { caseloads } from '../../store/kinds/people.ts';
import { create } from '../../store/steps.ts';
import { type Call, type Deps, Receipt, write } from '../call.ts';

/** Whoever covers for a worker may be added after them: two may cover for each other. */
export const NewWorker = Worker.extend({ id: WorkerId.optional() });
export type NewWorker = z.infer<typeof NewWorker>;

/** Adds a worker, with nobody on their caseload yet. */
export function addWorker(deps: Deps, call: Call<unknown, NewWorker>): Promise<Outcome<Receipt>> {
  return write(deps, call, 'workerAdded', Receipt, async (records) => {
    const id = call.body.id ?? WorkerId.parse(deps.writing.newId('worker'));
    if (!deps.models.has(call.body.serviceModel)) return refuse('programme-unknown');
    if (await records.get(workers, id)) return refuse('already-exists', { workerId: id });
    return done({
      steps: [
        create(records.partnership, workers, { ...call.body, id }),
        create(records.partnership, caseloads, { workerId: id, people: [] }),
      ],
      answer: { id, version: 1 },
      told: { workerId: id },
    });
  });
}
