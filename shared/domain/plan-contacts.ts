import type { ContactItem, ContactPlan } from './contact-item.ts';
import { type ContactPattern, contactsOwed, plannedOn } from './contact-plan.ts';
import type { Day } from './day.ts';
import type { Stay } from './stay.ts';
import { workingDayOnOrAfter } from './working-days.ts';

type Absences = Extract<Stay, { status: 'arrived' }>['absences'];

/**
 * The contacts owed after one move, each due on its grid day and planned for a working day.
 * @param about whose plan it is; `endsBefore` is the day the end age is reached, null where the programme names none
 * @throws RangeError as {@link contactsOwed} and {@link plannedOn} do
 */
export function planContacts(
  about: Omit<ContactPlan, 'items' | 'extra'>,
  pattern: ContactPattern,
): ContactPlan {
  const { id: planId, movedOn, endsBefore } = about;
  const items = contactsOwed(pattern, movedOn, endsBefore).map(
    (owed): ContactItem => ({
      ...owed,
      planId,
      plannedOn: plannedOn(owed.gridOn, endsBefore),
      status: 'due',
    }),
  );
  return { ...about, items, extra: [] };
}

/**
 * The day a contact is to happen, given the hospital stays on record. One planned for a day in hospital waits, and is
 * to happen on the first working day back. Nothing is written when somebody goes in or comes out, so that correcting
 * an absence corrects every contact it touched, and the grid stands as it was.
 * @param endsBefore as kept in the plan
 * @returns null while the contact waits: the day of return is unknown, or falls where nothing is owed any more
 */
export function toHappenOn(item: ContactItem, absences: Absences, endsBefore: Day | null): Day | null {
  const stays = absences
    .filter((one) => one.reason === 'hospital')
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  let day = item.status === 'rescheduled' ? item.to : item.plannedOn;
  for (const { from, until } of stays) {
    if (day < from || (until !== null && day >= until)) continue;
    if (until === null) return null;
    day = workingDayOnOrAfter(until);
    if (endsBefore !== null && day >= endsBefore) return null;
  }
  return day;
}
