import * as z from 'zod';
import { Day } from './day.ts';
import { ContactPlanId, PersonId, StayId } from './ids.ts';

const base = {
  planId: ContactPlanId,
  /** The day the programme's grid gives; it never shifts. */
  gridOn: Day,
  /** The working day on which staff plan it. */
  plannedOn: Day,
  withPhoneSupport: z.boolean(),
};

/** One contact owed after a move. Extra contacts are always welcome and are no part of this. */
export const ContactItem = z.discriminatedUnion('status', [
  z.strictObject({ ...base, status: z.literal('due') }),
  z.strictObject({ ...base, status: z.literal('done'), doneOn: Day }),
  z.strictObject({
    ...base,
    status: z.literal('missed'),
    reason: z.enum(['notReached', 'declined', 'staffAway', 'other']),
  }),
  z.strictObject({ ...base, status: z.literal('rescheduled'), to: Day }),
  z.strictObject({ ...base, status: z.literal('waived'), reason: z.string().min(1).max(200) }),
]);
export type ContactItem = z.infer<typeof ContactItem>;

/** The contacts owed to one person after one move. */
export const ContactPlan = z.strictObject({
  id: ContactPlanId,
  personId: PersonId,
  stayId: StayId,
  pattern: z.string().min(1),
  movedOn: Day,
  /** First day on which nothing is owed. Only this day is kept here, never the birth date it may come from. */
  endsBefore: Day.nullable(),
  items: z.array(ContactItem),
  /** Contacts that nobody owed. They are welcome and count for nothing else. */
  extra: z.array(z.strictObject({ on: Day })),
});
export type ContactPlan = z.infer<typeof ContactPlan>;
