import { addDays, Day, sayDay } from '../domain/day.ts';
import type { Choice } from './components/choices.tsx';
import type { FieldError } from './components/error-summary.tsx';
import { boxesOf, readDate } from './date-answer.ts';

/** What every question of a form has. */
interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What the answer is called where all answers stand together; the label where left out. */
  readonly told?: string | undefined;
  /** Stands above it, where it begins a group. */
  readonly heading?: string | undefined;
  /** What is said where there is no answer; none where it may be left out. */
  readonly needed?: string | undefined;
  /** Asked only where another question before it was answered so; its answer is dropped elsewhere. */
  readonly onlyIf?: { readonly name: string; readonly is: readonly string[] } | undefined;
}

/** A question as data: how it is asked, and what an answer to it must be. */
export type FormField =
  | (Asked & {
      readonly kind: 'text';
      readonly width?: '2' | '5' | '10' | '20';
      readonly inputmode?: 'numeric' | 'decimal';
      readonly suffix?: string;
      /** Letters it holds at most. */
      readonly most: number;
      /** What is wrong with an answer; null where nothing is. */
      readonly wrong?: (text: string) => string | null;
    })
  | (Asked & {
      readonly kind: 'words';
      readonly most: number;
      readonly rows?: number;
      readonly wrong?: (text: string) => string | null;
    })
  | (Asked & {
      readonly kind: 'day';
      /** What the day is, as an error names it: `the day it is free`. */
      readonly what: string;
      /** Days from today that it may lie at most, and must lie at least. */
      readonly within: { readonly from: number | null; readonly to: number | null };
    })
  | (Asked & { readonly kind: 'radios' | 'select' | 'checkboxes'; readonly choices: readonly Choice[] });

/** Answers by the names of their questions: codes, days as `2026-04-01`, words; several codes with commas between. */
export type Answers = Readonly<Record<string, string>>;

export interface ReadAnswers {
  readonly answers: Answers;
  /** Everything that is wrong, in the order of the questions. */
  readonly errors: readonly FieldError[];
}

export function readFields(fields: readonly FormField[], form: URLSearchParams, today: Day): ReadAnswers {
  const answers: Record<string, string> = {};
  const errors: FieldError[] = [];
  for (const field of fields) {
    if (!isAsked(field, answers)) continue;
    const { answer, error } = readField(field, form, today);
    if (answer) answers[field.name] = answer;
    if (error) errors.push(error);
  }
  return { answers, errors };
}

export function isAsked({ onlyIf }: FormField, answers: Answers): boolean {
  return onlyIf === undefined || onlyIf.is.includes(answers[onlyIf.name] ?? '');
}

interface ReadField {
  readonly answer?: string;
  readonly error?: FieldError;
}

function readField(field: FormField, form: URLSearchParams, today: Day): ReadField {
  if (field.kind === 'day') return readDay(field, form, today);
  const { name } = field;
  const wrong = (message: string): ReadField => ({ error: { field: name, message } });
  const said =
    field.kind === 'checkboxes' ? form.getAll(name).join(',') : (form.get(name) ?? '').replace(/\r\n/g, '\n');
  const answer = said.trim();
  if (answer === '') return field.needed === undefined ? {} : wrong(field.needed);
  if ('choices' in field) {
    const known = field.choices.map(({ value }) => value);
    const chosen = field.kind === 'checkboxes' ? answer.split(',') : [answer];
    return chosen.every((one) => known.includes(one)) ? { answer } : wrong('Choose from the answers below');
  }
  if (answer.length > field.most) return wrong(`Your answer must be ${field.most} characters or fewer`);
  const message = 'wrong' in field ? (field.wrong?.(answer) ?? null) : null;
  return message === null ? { answer } : wrong(message);
}

function readDay(field: Extract<FormField, { kind: 'day' }>, form: URLSearchParams, today: Day): ReadField {
  const { name, what, within, needed } = field;
  const isEmpty = ['day', 'month', 'year'].every((part) => !form.get(`${name}-${part}`)?.trim());
  if (isEmpty && needed === undefined) return {};
  const { day, error } = readDate(form, name, what);
  if (error) return { error };
  const wrong = (message: string): ReadField => ({ error: { field: `${name}-day`, message } });
  const first = within.from === null ? null : addDays(today, within.from);
  const last = within.to === null ? null : addDays(today, within.to);
  const sentence = what.charAt(0).toUpperCase() + what.slice(1);
  if (first !== null && day < first) return wrong(`${sentence} must be ${sayDay(first)} or later`);
  if (last !== null && day > last) return wrong(`${sentence} must be ${sayDay(last)} or before`);
  return { answer: day };
}

/** Answers as a form shows them again. */
export function formOfAnswers(fields: readonly FormField[], answers: Answers): URLSearchParams {
  return new URLSearchParams(
    fields.flatMap((field): string[][] => {
      const answer = answers[field.name];
      if (answer === undefined) return [];
      if (field.kind === 'checkboxes') return answer.split(',').map((one) => [field.name, one]);
      const day = field.kind === 'day' ? Day.safeParse(answer).data : undefined;
      return day === undefined ? [[field.name, answer]] : boxesOf(field.name, day);
    }),
  );
}

/** An answer in the words of its question; null where there is none. */
export function sayAnswer(field: FormField, answers: Answers): string | null {
  const answer = answers[field.name];
  if (answer === undefined) return null;
  if (field.kind === 'day') {
    const day = Day.safeParse(answer).data;
    return day === undefined ? answer : sayDay(day);
  }
  if (!('choices' in field)) return 'suffix' in field && field.suffix ? `${answer} ${field.suffix}` : answer;
  const chosen = answer.split(',');
  return field.choices
    .filter(({ value }) => chosen.includes(value))
    .map(({ text }) => text)
    .join(', ');
}
