import * as z from 'zod';
import { Instant } from './day.ts';
import { MemberId, Reference } from './ids.ts';

/** What a message is about. Its words stand with the use cases; it never says who, only what and where to read it. */
export const Template = z.enum([
  'viewWanted',
  'referralToAnswer',
  'caseForPanel',
  'moveApproved',
  'moveDeclined',
  'moveOff',
  'timeRanOut',
  'reminder',
  'escalation',
  'questionToAnswer',
  'questionAnswered',
  'offerAccepted',
  'movedIn',
  'didNotArrive',
  'contactMissed',
  'homeCloses',
  'papersOut',
  'reviewAsked',
  'reviewDecided',
]);
export type Template = z.infer<typeof Template>;

/**
 * One message to one member about one commit. `parked`: it could not be delivered and is not tried again; somebody has to
 * look. `sending` is left behind only by a process that died.
 */
export const Message = z.strictObject({
  id: Reference,
  template: Template,
  to: MemberId,
  /** Ids of the proposals, panel, review or home it is about. */
  about: z.array(Reference).min(1).max(50),
  createdAt: Instant,
  status: z.enum(['queued', 'sending', 'sent', 'failed', 'parked']),
  attempts: z.int().min(0),
  /** When it was last taken in hand. */
  triedAt: Instant.nullable(),
  /** True when a try ended in a way that leaves open whether it went out. */
  unsure: z.boolean(),
  /** Why the last try failed, as a code. */
  fault: z.string().max(60).nullable(),
});
export type Message = z.infer<typeof Message>;
