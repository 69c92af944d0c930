import { addDays, birthday, Day } from '../../shared/domain/day.ts';
import { ContactPlanId, PersonId, StayId } from '../../shared/domain/ids.ts';
import { planContacts } from '../../shared/domain/plan-contacts.ts';
import { stayingConnected } from '../support/staying-connected-contacts.ts';

const plans = 10_000;
const mostMs = 1000;

/** Moves spread over ten months of 2026, of people between 18 and 20. */
function contactsOf(count: number): number {
  let contacts = 0;
  for (let at = 0; at < count; at++) {
    const born = addDays(Day.parse('2006-06-01'), at % 700);
    const about = {
      id: ContactPlanId.parse(`plan-${at}`),
      personId: PersonId.parse(`person-${at}`),
      stayId: StayId.parse(`stay-${at}`),
      pattern: stayingConnected.id,
      movedOn: addDays(Day.parse('2026-01-01'), at % 300),
      endsBefore: birthday(born, 21),
    };
    contacts += planContacts(about, stayingConnected).items.length;
  }
  return contacts;
}

const started = performance.now();
const contacts = contactsOf(plans);
const ms = performance.now() - started;
process.stdout.write(
  `${plans} contact plans with ${contacts} contacts: ${ms.toFixed(0)} ms, cold; the aim is ${mostMs} ms at most: ${ms <= mostMs ? 'met' : 'missed'}\n`,
);
