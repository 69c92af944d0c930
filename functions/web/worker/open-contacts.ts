import type * as z from 'zod';
import type { ContactPlansShown } from '../../../shared/usecases/contacts/read-contacts.ts';

/** The contacts of somebody that are still owed, the next first. */
export function openContacts({ plans }: z.infer<typeof ContactPlansShown>) {
  return plans
    .flatMap(({ id: contactPlanId, items }) => items.map((one) => ({ contactPlanId, ...one })))
    .filter(({ item }) => item.status === 'due' || item.status === 'rescheduled')
    .map(({ contactPlanId, item: { gridOn, withPhoneSupport }, on, isOverdue }) => ({
      ...{ contactPlanId, gridOn, withPhoneSupport, on, isOverdue },
    }))
    .sort((a, b) => (a.gridOn < b.gridOn ? -1 : 1));
}
