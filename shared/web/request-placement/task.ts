import type { Day } from '../../domain/day.ts';
import type { Choice } from '../components/choices.tsx';
import type { FieldError } from '../components/error-summary.tsx';
import { type Answers, type FormField, formOfAnswers, type ReadAnswers, readFields } from '../form-fields.ts';

/** The tasks of a request, by the names they have in addresses and drafts. */
export const taskIds = [
  'person',
  'words',
  'sharing',
  'ward',
  'without',
  'where',
  'needs',
  'home',
  'risks',
  'money',
] as const;
export type TaskId = (typeof taskIds)[number];

/** One page of the request. */
export interface Task {
  readonly id: TaskId;
  readonly title: string;
  readonly hint?: string;
  /** What helps to answer it, above its questions. */
  readonly intro?: string;
  readonly fields: readonly FormField[];
  /** What is wrong between its answers, beyond each of them. */
  readonly wrong?: (answers: Answers) => readonly FieldError[];
  /** Whether the request can be sent without it. */
  readonly optional: boolean;
}

/** What the questions depend on. */
export interface Setting {
  readonly programmes: readonly Choice[];
  /** The ward of whoever asks; null where they belong to none. */
  readonly ward: string | null;
  /** Whether the person has a record here already: what is on it need not be told again. */
  readonly isKnown: boolean;
  /** Whether needs, home and risks must all be told: they are one assessment, so none of them changes alone. */
  readonly needsAgain: boolean;
  /** Whether a text is a postcode, or the first half of one, that is on the map. */
  readonly isPlace: (text: string) => boolean;
}

/** Answers of a task as they were sent, with everything that is wrong with them. */
export function readTask(task: Task, form: URLSearchParams, today: Day): ReadAnswers {
  const { answers, errors } = readFields(task.fields, form, today);
  return { answers, errors: [...errors, ...(task.wrong?.(answers) ?? [])] };
}

/** Whether a task that was answered still stands: a day that lay ahead may lie behind by now. */
export function isDone(task: Task, answers: Answers | undefined, today: Day): boolean {
  if (answers === undefined) return false;
  return readTask(task, formOfAnswers(task.fields, answers), today).errors.length === 0;
}
