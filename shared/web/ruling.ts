import * as z from 'zod';
import type { Day } from '../domain/day.ts';
import { DeclineReason } from '../domain/declined-move.ts';
import { RoomId } from '../domain/ids.ts';
import { TermId } from '../domain/policy.ts';
import type { FieldError } from './components/error-summary.tsx';
import { type DateAnswer, dateBoxes, readDate } from './date-answer.ts';

/** Letters a reason has at least and at most. */
export const reasonLength = { least: 20, most: 4000 } as const;

/** What a decision can rest on: the parts of the score, and what no score holds. */
export const Criterion = z.enum(['ownWords', 'checks', 'housemates', ...TermId.options]);
export type Criterion = z.infer<typeof Criterion>;

export const outcomes = [
  'approve',
  'approveWithConditions',
  'defer',
  'decline',
  'preferAlternative',
] as const;

interface Reasons {
  readonly reason: string;
  readonly criteria: Criterion[];
}

/** What a member of a panel decides, as its form says it. */
export type RulingSaid = Reasons &
  (
    | { readonly outcome: 'approve'; readonly reviewOn?: Day }
    | {
        readonly outcome: 'approveWithConditions';
        readonly reviewOn?: Day;
        readonly conditions: string[];
      }
    | { readonly outcome: 'defer'; readonly question: string; readonly dueOn: Day }
    | { readonly outcome: 'decline'; readonly declineReason: z.infer<typeof DeclineReason> }
    | { readonly outcome: 'preferAlternative'; readonly alternative: RoomId }
  );

/** What somebody wrote as a decision, or everything that is wrong with it. */
export type RulingRead =
  | { readonly ruling: RulingSaid; readonly errors?: undefined }
  | { readonly errors: readonly FieldError[]; readonly ruling?: undefined };

/** Reads what somebody decides from its form. What belongs to another outcome than the chosen one is left alone. */
export function readRuling(form: URLSearchParams): RulingRead {
  const outcome = z.enum(outcomes).safeParse(form.get('outcome')).data;
  const { errors: wrongReasons, ...reasoned } = readReasons(form);
  if (outcome === undefined)
    return { errors: [{ field: 'outcome', message: 'Say what you decide' }, ...wrongReasons] };
  const own = readOwn(form, outcome, reasoned);
  const errors = [...('errors' in own ? own.errors : []), ...wrongReasons];
  return 'ruling' in own && errors.length === 0 ? { ruling: own.ruling } : { errors };
}

function readReasons(form: URLSearchParams): Reasons & { readonly errors: FieldError[] } {
  const criteria = z.array(Criterion).min(1).safeParse(form.getAll('criteria')).data;
  const reason = written(form, 'reason');
  const errors: FieldError[] = [];
  if (criteria === undefined)
    errors.push({ field: 'criteria', message: 'Choose at least one thing it rests on' });
  const wrong = wrongLength(reason);
  if (wrong !== null) errors.push({ field: 'reason', message: wrong });
  return { reason, criteria: criteria ?? [], errors };
}

type Own = { readonly ruling: RulingSaid } | { readonly errors: readonly FieldError[] };

/** What one outcome needs and no other does. */
function readOwn(form: URLSearchParams, outcome: (typeof outcomes)[number], reasoned: Reasons): Own {
  switch (outcome) {
    case 'approve':
    case 'approveWithConditions':
      return readApproval(form, outcome, reasoned);
    case 'defer':
      return readDeferral(form, reasoned);
    case 'decline': {
      const declineReason = DeclineReason.safeParse(form.get('decline-reason')).data;
      if (declineReason === undefined)
        return wrong('decline-reason', 'Choose the main reason against the move');
      return { ruling: { outcome, ...reasoned, declineReason } };
    }
    case 'preferAlternative': {
      const alternative = RoomId.safeParse(form.get('alternative')).data;
      if (alternative === undefined) return wrong('alternative', 'Choose the room they should have instead');
      return { ruling: { outcome, ...reasoned, alternative } };
    }
  }
}

function readApproval(
  form: URLSearchParams,
  outcome: 'approve' | 'approveWithConditions',
  reasoned: Reasons,
): Own {
  const review = readReviewDay(form);
  const conditions = written(form, 'conditions')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const errors: FieldError[] = [];
  if (outcome === 'approveWithConditions') {
    if (conditions.length === 0)
      errors.push({ field: 'conditions', message: 'Write the conditions, one on each line' });
    if (conditions.length > 10 || conditions.some((one) => one.length > 500))
      errors.push({
        field: 'conditions',
        message: 'Write at most 10 conditions of up to 500 characters each',
      });
  }
  if (review?.error) errors.push(review.error);
  if (errors.length > 0) return { errors };
  const looksAgain = review?.day === undefined ? {} : { reviewOn: review.day };
  return outcome === 'approve'
    ? { ruling: { outcome, ...reasoned, ...looksAgain } }
    : { ruling: { outcome, ...reasoned, ...looksAgain, conditions } };
}

function readDeferral(form: URLSearchParams, reasoned: Reasons): Own {
  const question = written(form, 'question');
  const due = readDate(form, 'due', 'the day you need the answer by');
  const errors: FieldError[] = [];
  if (question === '') errors.push({ field: 'question', message: 'Say what is missing' });
  if (question.length > 1000)
    errors.push({ field: 'question', message: 'What is missing must be 1,000 characters or fewer' });
  if (due.error) errors.push(due.error);
  if (errors.length > 0 || due.error) return { errors };
  return { ruling: { outcome: 'defer', ...reasoned, question, dueOn: due.day } };
}

/** The day to look again, where one was written. */
function readReviewDay(form: URLSearchParams): DateAnswer | null {
  const boxes = Object.values(dateBoxes(form, 'review'));
  return boxes.every((box) => box === '') ? null : readDate(form, 'review', 'the day to look at it again');
}

const written = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').trim();

const wrong = (field: string, message: string): Own => ({ errors: [{ field, message }] });

/** Why a reason cannot stand, or null when it can. */
export function wrongLength(reason: string): string | null {
  if (reason === '') return 'Write your own reason';
  if (reason.length < reasonLength.least)
    return `Your reason must be ${reasonLength.least} characters or more`;
  return reason.length > reasonLength.most
    ? `Your reason must be ${reasonLength.most} characters or fewer`
    : null;
}
