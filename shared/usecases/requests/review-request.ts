import * as z from 'zod';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { requestIn } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

export const Review = z.strictObject({
  /** `start` looking at it, find it `ready` for the plan, or `reject` it. */
  outcome: z.enum(['start', 'ready', 'reject']),
  /** Needed to reject. */
  reason: z.string().trim().min(1).max(1000).optional(),
});
export type Review = z.infer<typeof Review>;

const steps = {
  start: { from: 'submitted', to: 'inReview' },
  ready: { from: 'inReview', to: 'readyToPlace' },
  reject: { from: 'inReview', to: 'rejected' },
} as const;

/** The lead's review. The plan looks for a room only for a request that was found ready. */
export function reviewRequest(deps: Deps, call: Call<OfRequest, Review>): Promise<Outcome<RequestStep>> {
  const { outcome, reason } = call.body;
  const { from, to } = steps[outcome];
  return takeStep(deps, call, {
    deed: 'requestReviewed',
    action: 'requests.review',
    told: { outcome },
    take: (file) => {
      const next = requestIn(file.request, to, from);
      if (!next.ok) return next;
      if (to !== 'rejected') return done({ ...file, request: next.value });
      if (reason === undefined) return refuse('reason-missing');
      return done({ ...file, request: next.value, endedBecause: reason });
    },
  });
}
