import { done, type Outcome } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { requestIn } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

/** Sends in a draft, for the programme lead to review. */
export function submitRequest(deps: Deps, call: Call<OfRequest>): Promise<Outcome<RequestStep>> {
  return takeStep(deps, call, {
    deed: 'requestSubmitted',
    action: 'requests.write',
    take: (file) => {
      const next = requestIn(file.request, 'submitted', 'draft');
      return next.ok ? done({ ...file, request: next.value }) : next;
    },
  });
}
