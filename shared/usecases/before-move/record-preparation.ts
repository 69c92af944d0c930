import * as z from 'zod';
import { Prepared } from '../../domain/before-move.ts';
import { londonDay } from '../../domain/day.ts';
import { WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Preparation } from '../../services/stages.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import type { Records } from '../../store/records.ts';
import type { Call, Deps, Receipt } from '../call.ts';
import { changeBeforeMove, type OfStay, stayFor } from './change-before-move.ts';
import { askedBefore } from './what-is-missing.ts';

/** A step of the programme's that is done; `workerId` where the step names a worker, and nowhere else. */
export const NewPreparation = z.strictObject({
  item: z.string().min(1).max(60),
  on: Prepared.shape.on,
  workerId: WorkerId.optional(),
});
export type NewPreparation = z.infer<typeof NewPreparation>;

/** Records that an item of the checklist is done, or who is named for a role. Done again, the later record stands. */
export function recordPreparation(deps: Deps, call: Call<OfStay, NewPreparation>): Promise<Outcome<Receipt>> {
  const { item, on, workerId = null } = call.body;
  return changeBeforeMove(deps, call, {
    deed: 'preparationRecorded',
    find: stayFor(deps, call, 'beforeMoves.write'),
    take: async (found, file, now, records) => {
      const step = askedBefore(deps, found).all.find(({ id }) => id === item);
      if (!step || step.kind === 'introduction') return refuse('not-found');
      const notAfter = londonDay(now);
      if (on > notAfter) return refuse('day-not-possible', { notAfter });
      const barred = await barredWorker(records, step, workerId);
      if (barred) return barred;
      const others = file.prepared.filter((one) => one.item !== item);
      const prepared = [...others, { item, on, by: call.who.data.id, workerId }];
      return done({ file: { ...file, prepared }, told: { item, on } });
    },
  });
}

/** A worker is named where the step asks for one, and has the role it asks for. */
async function barredWorker(
  records: Records,
  step: Preparation,
  workerId: WorkerId | null,
): Promise<Outcome<never> | null> {
  if (step.kind !== 'namedWorker') return workerId === null ? null : refuse('worker-unknown');
  const worker = workerId === null ? null : await records.get(workers, workerId);
  return worker?.data.role === step.role ? null : refuse('worker-unknown', { role: step.role });
}
