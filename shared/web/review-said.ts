import type { FieldError } from './components/error-summary.tsx';

/** What a lead finds of a request, as a form says it. */
export type ReviewSaid =
  | { readonly outcome: 'ready' }
  | { readonly outcome: 'ask'; readonly question: string }
  | { readonly outcome: 'reject'; readonly reason: string };

/** Letters a question or a reason has at most. */
export const mostLetters = 1000;

/** Reads what a lead found, or everything that is wrong with it. */
export function readReview(
  form: URLSearchParams,
): { readonly said: ReviewSaid } | { readonly errors: readonly FieldError[] } {
  const text = (name: string): string => (form.get(name) ?? '').trim();
  const wrong = (field: string, message: string) => ({ errors: [{ field, message }] });
  switch (form.get('outcome')) {
    case 'ready':
      return { said: { outcome: 'ready' } };
    case 'ask':
      if (text('question') === '') return wrong('question', 'Write your question');
      if (text('question').length > mostLetters)
        return wrong('question', `Your question must be ${mostLetters} characters or fewer`);
      return { said: { outcome: 'ask', question: text('question') } };
    case 'reject':
      if (text('reason') === '') return wrong('reason', 'Write why it is turned down');
      if (text('reason').length > mostLetters)
        return wrong('reason', `Your reason must be ${mostLetters} characters or fewer`);
      return { said: { outcome: 'reject', reason: text('reason') } };
    default:
      return wrong('outcome', 'Say what you found');
  }
}
