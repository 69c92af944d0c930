import * as z from 'zod';
import { Day, Instant } from './day.ts';
import { CascadeId, HomeId, MemberId, PersonId } from './ids.ts';

/** Why somebody is no longer placed by the partnership. */
export const WithdrawnReason = z.enum([
  'askedForNoMore',
  'movedAway',
  'housedElsewhere',
  'died',
  'madeInError',
]);

/** Somebody for whom nothing more is planned or proposed, and since when. Where they live is not touched by it. */
export const Withdrawn = z.strictObject({ on: Day, reason: WithdrawnReason });
export type Withdrawn = z.infer<typeof Withdrawn>;

export const ClosingReason = z.enum(['leaseEnds', 'sold', 'unsafe', 'serviceEnds', 'madeInError']);

/** A home that closes: `from` is the first night on which nobody may sleep there. */
export const Closing = z.strictObject({ from: Day, reason: ClosingReason });
export type Closing = z.infer<typeof Closing>;

const base = {
  id: CascadeId,
  startedBy: MemberId,
  startedAt: Instant,
  /** What it has ended so far: proposals, requests and vacancies. */
  ended: z.int().min(0),
};

/**
 * What one decision brings about in more commits than one. The decision itself is in force at once, so nothing new can
 * begin; the rest follows from this record, one thing at a time, however often it is begun. `stopped`: the decision was
 * taken back before the rest was done.
 */
export const Cascade = z.discriminatedUnion('of', [
  z.strictObject({
    ...base,
    of: z.literal('person'),
    personId: PersonId,
    status: z.enum(['open', 'done', 'stopped']),
  }),
  z.strictObject({
    ...base,
    of: z.literal('home'),
    homeId: HomeId,
    status: z.enum(['open', 'done', 'stopped']),
  }),
]);
export type Cascade = z.infer<typeof Cascade>;
