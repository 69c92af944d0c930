import * as z from 'zod';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { requestIn } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

export const Question = z.strictObject({ question: z.string().trim().min(1).max(1000) });
export type Question = z.infer<typeof Question>;

/** Asks whoever made the request for something the review needs to know; it waits for their answer. */
export function askForInformation(
  deps: Deps,
  call: Call<OfRequest, Question>,
): Promise<Outcome<RequestStep>> {
  return takeStep(deps, call, {
    deed: 'informationRequested',
    action: 'requests.review',
    take: (file) => {
      const next = requestIn(file.request, 'infoRequested');
      return next.ok ? done({ ...file, request: next.value, question: call.body.question }) : next;
    },
  });
}
