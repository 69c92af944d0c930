import { type Day, parseDay } from '../domain/day.ts';
import type { DatePart } from './components/date-input.tsx';
import type { FieldError } from './components/error-summary.tsx';

/** A day as somebody wrote it in three boxes, or what is wrong with it. */
export type DateAnswer =
  | { readonly day: Day; readonly error?: undefined }
  | { readonly day?: undefined; readonly error: FieldError; readonly wrong: readonly DatePart[] };

const parts = ['day', 'month', 'year'] as const;

/** The boxes of a date as they were sent. */
export function dateBoxes(form: URLSearchParams, name: string): Readonly<Record<DatePart, string>> {
  const box = (part: DatePart): string => (form.get(`${name}-${part}`) ?? '').trim();
  return { day: box('day'), month: box('month'), year: box('year') };
}

/**
 * Reads a day from its boxes; a month may be written out.
 * @param what the day is, as an error names it: `the day it is free`
 */
export function readDate(form: URLSearchParams, name: string, what: string): DateAnswer {
  const boxes = dateBoxes(form, name);
  const missing = parts.filter((part) => boxes[part] === '');
  const first = missing[0] ?? 'day';
  const wrong = (message: string, boxesWrong: readonly DatePart[]): DateAnswer => ({
    error: { field: `${name}-${boxesWrong[0] ?? 'day'}`, message },
    wrong: boxesWrong,
  });
  if (missing.length === parts.length) return wrong(`Enter ${what}`, parts);
  if (missing.length > 0)
    return wrong(`${sentence(what)} must include a ${missing.join(' and a ')}`, [first]);
  const sign = /^\d+$/.test(boxes.month) ? '/' : ' ';
  const day = parseDay([boxes.day, boxes.month, boxes.year].join(sign));
  return day === null ? wrong(`${sentence(what)} must be a real date`, parts) : { day };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The boxes of a day that is known, for a form that shows it again. */
export function boxesOf(name: string, day: Day): [string, string][] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [
    [`${name}-day`, String(Number(date))],
    [`${name}-month`, String(Number(month))],
    [`${name}-year`, year],
  ];
}
