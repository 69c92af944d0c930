import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { notOpen } from '../requests/next-state.ts';
import type { OfRequest } from '../requests/take-step.ts';
import { changeDischarge, type DischargeStep } from './change-discharge.ts';

export const ArrangedItem = z.strictObject({
  /** An item of the programme's checklist. */
  item: z.string().min(1).max(60),
  on: Day,
});
export type ArrangedItem = z.infer<typeof ArrangedItem>;

/** Records that an item of the checklist for leaving hospital is arranged. */
export function arrangeLeaving(
  deps: Deps,
  call: Call<OfRequest, ArrangedItem>,
): Promise<Outcome<DischargeStep>> {
  const { item, on } = call.body;
  return changeDischarge(deps, call, {
    deed: 'leavingArranged',
    action: 'discharges.write',
    take: ({ file, model, discharge }, now) => {
      if (file.made) return notOpen(file.requestId, discharge.status, 'checklist');
      if (!model?.wardDischarge?.checklist.some((one) => one.id === item)) return refuse('not-found');
      const notAfter = londonDay(now);
      if (on > notAfter) return refuse('day-not-possible', { notAfter });
      const others = file.arranged.filter((one) => one.item !== item);
      return done({
        file: { ...file, arranged: [...others, { item, on, by: call.who.data.id }] },
        told: { item, on },
      });
    },
  });
}
