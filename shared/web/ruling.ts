import * as z from 'zod';
import { DeclineReason } from '../domain/declined-move.ts';
import { TermId } from '../domain/policy.ts';
import type { FieldError } from './components/error-summary.tsx';

/** Letters a reason has at least and at most. */
export const reasonLength = { least: 20, most: 4000 } as const;

/** What a member of a panel decides, as its form says it. */
export type RulingSaid =
  | { readonly outcome: 'approve'; readonly reason: string; readonly criteria: readonly TermId[] }
  | {
      readonly outcome: 'decline';
      readonly reason: string;
      readonly criteria: readonly TermId[];
      readonly declineReason: z.infer<typeof DeclineReason>;
    };

/** Reads what somebody decides, or everything that is wrong with it. */
export function readRuling(
  form: URLSearchParams,
): { readonly ruling: RulingSaid } | { readonly errors: readonly FieldError[] } {
  const outcome = z.enum(['approve', 'decline']).safeParse(form.get('outcome')).data;
  const declineReason = DeclineReason.safeParse(form.get('decline-reason')).data;
  const criteria = z.array(TermId).min(1).safeParse(form.getAll('criteria')).data;
  const reason = (form.get('reason') ?? '').trim();
  const errors: FieldError[] = [];
  if (outcome === undefined) errors.push({ field: 'outcome', message: 'Say what you decide' });
  if (outcome === 'decline' && declineReason === undefined)
    errors.push({ field: 'decline-reason', message: 'Choose the main reason against the move' });
  if (criteria === undefined)
    errors.push({ field: 'criteria', message: 'Choose at least one thing it rests on' });
  const wrongReason = wrongLength(reason);
  if (wrongReason !== null) errors.push({ field: 'reason', message: wrongReason });
  if (criteria === undefined || outcome === undefined || errors.length > 0) return { errors };
  if (outcome === 'approve') return { ruling: { outcome, reason, criteria } };
  return declineReason === undefined ? { errors } : { ruling: { outcome, reason, criteria, declineReason } };
}

function wrongLength(reason: string): string | null {
  if (reason === '') return 'Write your own reason';
  if (reason.length < reasonLength.least)
    return `Your reason must be ${reasonLength.least} characters or more`;
  return reason.length > reasonLength.most
    ? `Your reason must be ${reasonLength.most} characters or fewer`
    : null;
}
