import { done, type Outcome } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { requestIn } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

/** Takes a request off hold: it goes on from where it was, so that no pause stands for a review. */
export function resumeRequest(deps: Deps, call: Call<OfRequest>): Promise<Outcome<RequestStep>> {
  return takeStep(deps, call, {
    deed: 'requestResumed',
    action: 'requests.pause',
    take: (file) => {
      const { request } = file;
      const to = request.status === 'paused' ? request.pausedFrom : 'readyToPlace';
      const next = requestIn(request, to, 'paused');
      return next.ok ? done({ ...file, request: next.value }) : next;
    },
  });
}
