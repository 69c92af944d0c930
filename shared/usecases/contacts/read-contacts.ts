import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { ContactItem, ContactPlan } from '../../domain/contact-item.ts';
import { Day, londonDay } from '../../domain/day.ts';
import type { PersonId } from '../../domain/ids.ts';
import { done, type Outcome } from '../../domain/outcome.ts';
import { toHappenOn } from '../../domain/plan-contacts.ts';
import { contactPlans } from '../../store/kinds/contacts.ts';
import { people } from '../../store/kinds/people.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { findPerson } from '../people/find-person.ts';
import { type Absences, absencesOf } from './absences.ts';

const told = {
  /** The day it is to happen; null while it waits for somebody to come back from hospital. */
  on: Day.nullable(),
  isOverdue: z.boolean(),
};

/** A plan as it is shown: what is owed, what was done, and what is late today. */
export const ContactPlanShown = z.strictObject({
  version: z.int().min(1),
  ...ContactPlan.omit({ items: true }).shape,
  items: z.array(z.strictObject({ item: ContactItem, ...told })),
});
export type ContactPlanShown = z.infer<typeof ContactPlanShown>;

export const ContactPlansShown = z.strictObject({ plans: z.array(ContactPlanShown) });

/** The next contact of a plan. */
export const NextContact = z.strictObject({
  planId: ContactPlan.shape.id,
  personId: ContactPlan.shape.personId,
  gridOn: Day,
  ...told,
});
export const NextContacts = pageOf(NextContact);

/** Every contact plan of a person, the newest move first. */
export async function readContacts(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<z.infer<typeof ContactPlansShown>>> {
  const records = recordsOf(deps, call);
  const found = await findPerson(records, call, 'contacts.read', call.params.personId);
  if (!found.ok) return found;
  const listed = await records.about(contactPlans, call.params.personId);
  const kept = await records.getMany(
    contactPlans,
    listed.map(({ id }) => id),
  );
  const today = londonDay(nowOf(deps));
  const absences = await absencesOf(records, call.params.personId);
  const plans = kept.map(({ version, data }) => {
    const { items: _items, ...plan } = data;
    return { version, ...plan, items: tellItems(data, absences, today) };
  });
  return done({ plans: plans.sort((a, b) => (a.movedOn < b.movedOn ? 1 : -1)) });
}

/** The next contact of each open plan of the caller's people, those that moved first first. */
export async function listContacts(
  deps: Deps,
  call: Call<unknown, unknown, { after?: string | undefined; limit: number }>,
): Promise<Outcome<z.infer<typeof NextContacts>>> {
  const records = recordsOf(deps, call);
  const { after, limit } = call.query;
  const page = await records.list(contactPlans, { within: 'open', after, limit });
  const today = londonDay(nowOf(deps));
  const files = await records.getMany(
    people,
    page.items.map(({ data }) => data.personId),
  );
  const theirs = new Set<string>(
    files
      .filter(({ data }) => barredFrom(call.who.data, 'contacts.read', { person: data }) === null)
      .map(({ id }) => id),
  );
  const items = await Promise.all(
    page.items.map(async ({ data }) => {
      if (!theirs.has(data.personId)) return [];
      const absences = await absencesOf(records, data.personId);
      const next = tellItems(data, absences, today).find(({ item }) => isOpen(item));
      if (!next) return [];
      const { item, on, isOverdue } = next;
      return [{ planId: data.id, personId: data.personId, gridOn: item.gridOn, on, isOverdue }];
    }),
  );
  return done({ items: items.flat(), next: page.next });
}

const isOpen = ({ status }: ContactItem): boolean => status === 'due' || status === 'rescheduled';

function tellItems(plan: ContactPlan, absences: Absences, today: Day) {
  return plan.items.map((item) => {
    const on = toHappenOn(item, absences, plan.endsBefore);
    return { item, on, isOverdue: isOpen(item) && on !== null && on < today };
  });
}
