import * as z from 'zod';
import { WorkerId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { workers } from '../../store/kinds/partnerships.ts';
import { unchanged } from '../../store/steps.ts';
import type { Call, Deps } from '../call.ts';
import { notOpen } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';
import { wardFollowUps } from './what-is-missing.ts';

export const NewFollowUpOwner = z.strictObject({
  /** The follow-up of the programme, such as the one within 72 hours. */
  followUp: z.string().min(1).max(60),
  workerId: WorkerId,
});
export type NewFollowUpOwner = z.infer<typeof NewFollowUpOwner>;

/** Says who will follow a patient up once they have left hospital; somebody else may be named until then. */
export function nameFollowUpOwner(
  deps: Deps,
  call: Call<OfRequest, NewFollowUpOwner>,
): Promise<Outcome<DischargeStep>> {
  const { followUp, workerId: ownerId } = call.body;
  return changeDischarge(deps, call, {
    deed: 'followUpOwnerNamed',
    action: 'discharges.write',
    take: async ({ file, model, discharge }, _now, records) => {
      if (file.made) return notOpen(file.requestId, discharge.status, 'follow-up owner');
      if (!wardFollowUps(model).some((one) => one.id === followUp)) return refuse('not-found');
      const worker = await records.get(workers, ownerId);
      if (!worker) return refuse('worker-unknown', { workerId: ownerId });
      const others = file.owners.filter((one) => one.followUp !== followUp);
      return done({
        file: { ...file, owners: [...others, { followUp, ownerId }] },
        steps: [unchanged(worker)],
        told: { followUp, workerId: ownerId },
      });
    },
  });
}
