import { ContactPlan } from '../../domain/contact-item.ts';
import { type Kind, person } from '../kind.ts';

const isOpen = ({ items }: ContactPlan): boolean =>
  items.some(({ status }) => status === 'due' || status === 'rescheduled');

export const contactPlans: Kind<ContactPlan> = {
  name: 'contactPlan',
  schema: ContactPlan,
  id: (data) => data.id,
  list: (data) => ({ within: isOpen(data) ? 'open' : 'closed', by: data.movedOn }),
  about: (data) => data.personId,
  subjects: (data) => [person(data.personId)],
  rematch: false,
};
