import { Day } from '../../../shared/domain/day.ts';
import { ContactPlanId, PersonId } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { readContacts } from '../../../shared/usecases/contacts/read-contacts.ts';
import { recordContact } from '../../../shared/usecases/contacts/record-contact.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import { readContactSaid } from '../../../shared/web/contact-said.ts';
import { ContactPage } from '../../../shared/web/pages/contact.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { type FormShown, formPage } from '../form-page.ts';
import { type Answer, type AskedBy, reading, refOf, writing } from '../page.ts';
import { titleOf } from './person-title.ts';

interface Found {
  readonly contactPlanId: ContactPlanId;
  readonly personId: PersonId;
  readonly gridOn: Day;
}

/** Where a worker records what became of a contact that was owed. */
export const contactPage = formPage({
  path: 'recordContact',
  action: 'contacts.write',
  at: 'people',
  find,
  show,
  read: readContactSaid,
  send(asked, { contactPlanId, gridOn }, said, key) {
    const sent = { params: { contactPlanId }, body: { gridOn, ...said }, key };
    return recordContact(asked.deps, writing(asked, 'record contact', sent));
  },
  leadsTo: ({ personId }) => pathTo('person', { personId }),
  fieldOf: (refusal) => (refusal === 'day-not-possible' ? 'on-day' : 'outcome'),
});

async function find(asked: AskedBy): Promise<Outcome<Found>> {
  const personId = refOf(PersonId, asked.refs.personId);
  if (!personId.ok) return personId;
  const found = await readContacts(asked.deps, reading(asked, { personId: personId.value }, {}));
  if (!found.ok) return found;
  const contactPlanId = ContactPlanId.safeParse(asked.refs.contactPlanId).data;
  const gridOn = Day.safeParse(asked.refs.gridOn).data;
  const plan = found.value.plans.find(({ id }) => id === contactPlanId);
  const isOwed = plan?.items.some(({ item }) => item.gridOn === gridOn);
  if (contactPlanId === undefined || gridOn === undefined || !isOwed) return refuse('not-found');
  return done({ contactPlanId, personId: personId.value, gridOn });
}

async function show(
  asked: AskedBy,
  { contactPlanId, personId, gridOn }: Found,
  form: FormShown,
): Promise<Answer> {
  const person = await readPerson(asked.deps, reading(asked, { personId }, {}));
  if (!person.ok) return person;
  return {
    title: 'What became of it?',
    back: pathTo('person', { personId }),
    show: (
      <ContactPage
        title={titleOf(person.value)}
        {...form}
        gridOn={gridOn}
        action={pathTo('recordContact', { personId, contactPlanId, gridOn })}
      />
    ),
  };
}
