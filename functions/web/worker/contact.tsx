import { Day } from '../../../shared/domain/day.ts';
import { ContactPlanId, PersonId, Reference } from '../../../shared/domain/ids.ts';
import { done, type Outcome, refuse } from '../../../shared/domain/outcome.ts';
import { refusalWords } from '../../../shared/domain/refusals.ts';
import { readContacts } from '../../../shared/usecases/contacts/read-contacts.ts';
import { recordContact } from '../../../shared/usecases/contacts/record-contact.ts';
import { readPerson } from '../../../shared/usecases/people/read-person.ts';
import type { FieldError } from '../../../shared/web/components/error-summary.tsx';
import { readContactSaid } from '../../../shared/web/contact-said.ts';
import { ContactPage } from '../../../shared/web/pages/contact.tsx';
import { pathTo } from '../../../shared/web/paths.ts';
import { type Answer, type AskedBy, type Page, reading, refOf, writing } from '../page.ts';
import { titleOf } from './person-title.ts';

interface Found {
  readonly contactPlanId: ContactPlanId;
  readonly personId: PersonId;
  readonly gridOn: Day;
}

/** Where a worker records what became of a contact that was owed. */
export const contactPage: Page = {
  path: 'recordContact',
  action: 'contacts.write',
  at: 'people',
  async get(asked) {
    const found = await find(asked);
    return found.ok ? show(asked, found.value, []) : found;
  },
  async post(asked) {
    const found = await find(asked);
    if (!found.ok) return found;
    const read = readContactSaid(asked.form);
    if ('errors' in read) return show(asked, found.value, read.errors);
    const { contactPlanId, gridOn, personId } = found.value;
    const key = Reference.safeParse(asked.form.get('key')).data ?? asked.deps.writing.newId('contact-sent');
    const body = { gridOn, ...read.said };
    const sent = { params: { contactPlanId }, body, key };
    const taken = await recordContact(asked.deps, writing(asked, 'record contact', sent));
    if (taken.ok) return { goTo: pathTo('person', { personId }) };
    const { sentence, fix } = refusalWords[taken.refusal];
    const field = taken.refusal === 'day-not-possible' ? 'on-day' : 'outcome';
    return show(asked, found.value, [{ field, message: `${sentence} ${fix}` }], 409);
  },
};

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
  errors: readonly FieldError[],
  status: 409 | 422 = 422,
): Promise<Answer> {
  const person = await readPerson(asked.deps, reading(asked, { personId }, {}));
  if (!person.ok) return person;
  return {
    title: 'What became of it?',
    status: errors.length === 0 ? 200 : status,
    back: pathTo('person', { personId }),
    show: (
      <ContactPage
        title={titleOf(person.value)}
        {...{ gridOn, errors, said: asked.form, token: asked.viewer.formToken }}
        action={pathTo('recordContact', { personId, contactPlanId, gridOn })}
        sendKey={asked.deps.writing.newId('contact-sent')}
      />
    ),
  };
}
