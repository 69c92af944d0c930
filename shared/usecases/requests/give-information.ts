import * as z from 'zod';
import type { Instant } from '../../domain/day.ts';
import type { RequestFile } from '../../domain/files.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import type { Call, Deps } from '../call.ts';
import { requestIn } from './next-state.ts';
import { type OfRequest, type RequestStep, takeStep } from './take-step.ts';

export const Information = z.strictObject({ answer: z.string().trim().min(1).max(2000) });
export type Information = z.infer<typeof Information>;

/** Answers the question a review waits for. Both are kept with the request. */
export function giveInformation(
  deps: Deps,
  call: Call<OfRequest, Information>,
): Promise<Outcome<RequestStep>> {
  return takeStep(deps, call, {
    deed: 'informationGiven',
    action: 'requests.write',
    take: (file, now) => {
      const next = requestIn(file.request, 'inReview', 'infoRequested');
      return next.ok ? done({ ...answered(file, call.body, now), request: next.value }) : next;
    },
  });
}

function answered(file: RequestFile, { answer }: Information, at: Instant): RequestFile {
  const { question, answers } = file;
  return question === null
    ? file
    : { ...file, question: null, answers: [...answers, { question, answer, at }] };
}
