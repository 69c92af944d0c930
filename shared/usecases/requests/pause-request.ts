import * as z from 'zod';
import { Day, londonDay } from '../../domain/day.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { requestPaused } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

export const NewPause = z.strictObject({
  /** The last day of the pause; null when it is not known. */
  until: Day.nullable(),
  because: z.string().trim().min(1).max(200),
});
export type NewPause = z.infer<typeof NewPause>;

/** Puts a request on hold: no plan looks at it. The person keeps the day they joined the queue. */
export function pauseRequest(deps: Deps, call: Call<OfRequest, NewPause>): Promise<Outcome<RequestStep>> {
  const { until, because } = call.body;
  return takeStep(deps, call, {
    deed: 'requestPaused',
    action: 'requests.pause',
    ...(until !== null && { told: { until } }),
    take: (file, now) => {
      const next = requestPaused(file.request, { until, because });
      if (!next.ok) return next;
      const notBefore = londonDay(now);
      if (until !== null && until < notBefore) return refuse('day-not-possible', { notBefore });
      return done({ ...file, request: next.value });
    },
  });
}
