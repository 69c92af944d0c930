import type * as z from 'zod';
import type { Day } from '../domain/day.ts';
import { ProviderReason } from '../domain/declined-move.ts';
import type { FieldError } from './components/error-summary.tsx';
import { readDate } from './date-answer.ts';

/** What a provider says of a referral, as its form says it: an answer, or a question first. */
export type ReferralSaid =
  | { readonly answer: { readonly answer: 'accept' } | Refusal }
  | { readonly question: { readonly question: string; readonly dueOn: Day } };

interface Refusal {
  readonly answer: 'refuse';
  readonly reason: z.infer<typeof ProviderReason>;
  readonly words: string;
}

/** Letters the words of a provider, and its question, have at most. */
export const referralLength = { words: 2000, question: 1000 } as const;

/** Reads what a provider answers, or everything that is wrong with it. */
export function readReferralAnswer(
  form: URLSearchParams,
): { readonly said: ReferralSaid } | { readonly errors: readonly FieldError[] } {
  switch (form.get('answer')) {
    case 'accept':
      return { said: { answer: { answer: 'accept' } } };
    case 'refuse':
      return readRefusal(form);
    case 'ask':
      return readQuestion(form);
    default:
      return { errors: [{ field: 'answer', message: 'Say what you answer' }] };
  }
}

function readRefusal(form: URLSearchParams): ReturnType<typeof readReferralAnswer> {
  const reason = ProviderReason.safeParse(form.get('reason')).data;
  const words = (form.get('words') ?? '').trim();
  const errors: FieldError[] = [];
  if (reason === undefined) errors.push({ field: 'reason', message: 'Choose why you cannot take this move' });
  if (words === '') errors.push({ field: 'words', message: 'Write what stands in the way' });
  const long = tooLong('words', words, referralLength.words);
  if (long) errors.push(long);
  if (reason === undefined || errors.length > 0) return { errors };
  return { said: { answer: { answer: 'refuse', reason, words } } };
}

function readQuestion(form: URLSearchParams): ReturnType<typeof readReferralAnswer> {
  const question = (form.get('question') ?? '').trim();
  const due = readDate(form, 'due', 'the day you need the answer by');
  const errors: FieldError[] = [];
  if (question === '') errors.push({ field: 'question', message: 'Write your question' });
  const long = tooLong('question', question, referralLength.question);
  if (long) errors.push(long);
  if (due.error) errors.push(due.error);
  if (due.error || errors.length > 0) return { errors };
  return { said: { question: { question, dueOn: due.day } } };
}

function tooLong(field: string, text: string, most: number): FieldError | null {
  return text.length > most ? { field, message: `This must be ${most} characters or fewer` } : null;
}

/** What the reasons of a provider are called on pages. */
export const providerReasonWords: Readonly<Record<z.infer<typeof ProviderReason>, string>> = {
  roomNotReady: 'The room is not ready',
  supportNeedExceedsOffer: 'They need more support than the home gives',
  riskToOrFromResident: 'A risk to or from somebody who lives there',
  noStaffCapacity: 'There are not enough staff',
  other: 'Another reason',
};
