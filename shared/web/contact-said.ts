import * as z from 'zod';
import { ContactItem } from '../domain/contact-item.ts';
import type { Day } from '../domain/day.ts';
import type { FieldError } from './components/error-summary.tsx';
import { readDate } from './date-answer.ts';

const [, , missed] = ContactItem.options;
/** Why a contact may be missed. None of it is held against anybody. */
export const MissedReason = missed.shape.reason;
export type MissedReason = z.infer<typeof MissedReason>;

/** What became of a contact, as a form says it. */
export type ContactSaid =
  | { readonly outcome: 'done'; readonly doneOn: Day }
  | { readonly outcome: 'missed'; readonly reason: MissedReason }
  | { readonly outcome: 'rescheduled'; readonly to: Day }
  | { readonly outcome: 'waived'; readonly reason: string };

type Read = { readonly said: ContactSaid } | { readonly errors: readonly FieldError[] };

/** Reads what became of a contact, or everything that is wrong with it. */
export function readContactSaid(form: URLSearchParams): Read {
  switch (form.get('outcome')) {
    case 'done':
      return dated(form, 'the day you met', (doneOn) => ({ outcome: 'done', doneOn }));
    case 'rescheduled':
      return dated(form, 'the day it is put off to', (to) => ({ outcome: 'rescheduled', to }));
    case 'missed': {
      const reason = MissedReason.safeParse(form.get('reason')).data;
      if (reason === undefined) return wrong('reason', 'Choose why it did not take place');
      return { said: { outcome: 'missed', reason } };
    }
    case 'waived': {
      const reason = z.string().trim().min(1).max(200).safeParse(form.get('waived')).data;
      if (reason === undefined) return wrong('waived', 'Say in 200 characters or fewer why it is not needed');
      return { said: { outcome: 'waived', reason } };
    }
    default:
      return wrong('outcome', 'Say what became of it');
  }
}

const wrong = (field: string, message: string): Read => ({ errors: [{ field, message }] });

function dated(form: URLSearchParams, what: string, said: (day: Day) => ContactSaid): Read {
  const read = readDate(form, 'on', what);
  return read.error ? { errors: [read.error] } : { said: said(read.day) };
}

/** What the reasons of a missed contact are called on pages. */
export const missedWords: Readonly<Record<MissedReason, string>> = {
  notReached: 'They could not be reached',
  declined: 'They did not want it',
  staffAway: 'Nobody of ours could come',
  other: 'Another reason',
};
