import * as z from 'zod';
import { RoomId } from '../domain/ids.ts';
import { Choice, PersonView, ViewObtained } from '../domain/person-view.ts';
import type { FieldError } from './components/error-summary.tsx';

type Asked = Extract<PersonView, { words: unknown }>;
type Unasked = Extract<PersonView, { because: unknown }>;

/** What a person said of a move, as a form says it. */
export type ViewSaid =
  | Pick<Asked, 'answer' | 'words' | 'obtained' | 'optionsShown' | 'onlyOneBecause'>
  | Pick<Unasked, 'answer' | 'because' | 'bestInterestsRecord'>;

/** What is said once it is recorded. */
export const viewOnRecord = 'What they think is on record.';

/** Letters somebody's own words have at most. */
export const mostWords = 4000;

const [asked, unasked] = PersonView.options;
const AnswerSaid = asked.shape.answer;

/** Reads what somebody said, or everything that is wrong with it. */
export function readView(
  form: URLSearchParams,
): { readonly said: ViewSaid } | { readonly errors: readonly FieldError[] } {
  if (form.get('answer') === 'couldNotBeAsked') return readUnasked(form);
  const answer = AnswerSaid.safeParse(form.get('answer')).data;
  const obtained = ViewObtained.safeParse(form.get('obtained')).data;
  const words = (form.get('words') ?? '').trim();
  const errors: FieldError[] = [];
  if (answer === undefined) errors.push({ field: 'answer', message: 'Say what they think of this home' });
  if (answer !== undefined && obtained === undefined)
    errors.push({ field: 'obtained', message: 'Say how they told you' });
  if (words.length > mostWords)
    errors.push({ field: 'words', message: `Their words must be ${mostWords} characters or fewer` });
  if (answer === undefined || obtained === undefined || errors.length > 0) return { errors };
  return {
    said: {
      ...{ answer, obtained },
      words: words === '' ? null : words,
      optionsShown: z.array(RoomId).catch([]).parse(form.getAll('shown')),
      onlyOneBecause: Choice.shape.onlyOneBecause.catch(null).parse(form.get('only-one') || null),
    },
  };
}

function readUnasked(form: URLSearchParams): ReturnType<typeof readView> {
  const because = unasked.shape.because.safeParse(form.get('because')).data;
  const record = (form.get('record') ?? '').trim();
  const errors: FieldError[] = [];
  if (because === undefined) errors.push({ field: 'because', message: 'Say why they could not be asked' });
  if (because === 'lacksCapacity' && record === '')
    errors.push({ field: 'record', message: 'Enter the reference of the best-interests record' });
  if (record.length > 60)
    errors.push({ field: 'record', message: 'The reference must be 60 characters or fewer' });
  if (because === undefined || errors.length > 0) return { errors };
  return {
    said: { answer: 'couldNotBeAsked', because, bestInterestsRecord: record === '' ? null : record },
  };
}
