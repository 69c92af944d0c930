import * as z from 'zod';
import { PreviousAccommodation, ReferralSource } from './codes.ts';
import { Day } from './day.ts';
import { AnyDelayReason, Attributable, DischargeEndReason } from './discharge-codes.ts';
import { PersonId, ReadyPeriodId, RequestId, ServiceModelId, WorkerId } from './ids.ts';
import { Outcode } from './place.ts';

export const RequestKind = z.enum(['newPlace', 'moveOn', 'discharge']);
export type RequestKind = z.infer<typeof RequestKind>;

const base = {
  id: RequestId,
  personId: PersonId,
  kind: RequestKind,
  serviceModel: ServiceModelId,
  /** Stages of the programme the person could enter; empty means every stage the programme lets them enter. */
  stages: z.array(z.string()),
  /** The day the person joined the queue. It is kept when a move fails. */
  queuedOn: Day,
  earliestOn: Day.nullable(),
  neededBy: Day.nullable(),
  unsafeNow: z.boolean(),
  accommodation: PreviousAccommodation.nullable(),
  outcode: Outcode.nullable(),
  referralSource: ReferralSource.nullable(),
  referredBy: WorkerId.nullable(),
  hospitalSite: z.string().max(12).nullable(),
};

/** A need for a place by a date, asked for by a ward, a support worker or the resident's own worker. */
export const PlacementRequest = z.discriminatedUnion('status', [
  z.strictObject({
    ...base,
    status: z.enum([
      'draft',
      'submitted',
      'inReview',
      'infoRequested',
      'readyToPlace',
      'proposed',
      'placed',
      'closed',
      'rejected',
      'withdrawn',
      'expired',
    ]),
  }),
  z.strictObject({
    ...base,
    status: z.literal('paused'),
    pausedUntil: Day.nullable(),
    pausedBecause: z.string().max(200),
    /** What it was before, which it goes back to: a pause skips no review. */
    pausedFrom: z.enum(['submitted', 'inReview', 'readyToPlace']),
  }),
]);
export type PlacementRequest = z.infer<typeof PlacementRequest>;

/**
 * A run of days on which somebody was clinically ready to leave hospital and had not left. A person may have several:
 * one ends at discharge or when they are not ready again. `endedOn` is the first day that no longer counts.
 * @source NHS data dictionary, mental health delayed discharge period (SOURCES.md 13)
 */
export const ReadyPeriod = z.strictObject({
  id: ReadyPeriodId,
  requestId: RequestId,
  readyOn: Day,
  endedOn: Day.nullable(),
  endReason: z.enum(['discharged', 'notReadyAgain']).nullable(),
  delayReason: AnyDelayReason,
  attributable: Attributable,
  /** Other reasons that held later in the period, each from a day on, in order: every day has exactly one. */
  reasonChanges: z
    .array(z.strictObject({ from: Day, delayReason: AnyDelayReason, attributable: Attributable }))
    .optional(),
  /** Why somebody is not ready again, where a reason was given. */
  endedBecause: DischargeEndReason.optional(),
});
export type ReadyPeriod = z.infer<typeof ReadyPeriod>;

/** The discharge of one patient: its request and the periods of delay so far. A ward bed is never a room. */
export const DischargeCase = z.strictObject({
  requestId: RequestId,
  status: z.enum(['open', 'ready', 'placed', 'discharged']),
  periods: z.array(ReadyPeriod),
});
export type DischargeCase = z.infer<typeof DischargeCase>;
