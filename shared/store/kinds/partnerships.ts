import { Contact, Member } from '../../domain/member.ts';
import { Policy } from '../../domain/policy.ts';
import { Organisation, Partnership, Worker } from '../../domain/worker.ts';
import { type Kind, worker } from '../kind.ts';

export const partnerships: Kind<Partnership> = {
  name: 'partnership',
  schema: Partnership,
  id: (data) => data.id,
  list: (data) => ({ by: data.id }),
  subjects: () => ['partnership'],
  rematch: true,
  everywhere: true,
};

/** Found by the subject of a token, before anybody knows which partnership it is of. */
export const members: Kind<Member> = {
  name: 'member',
  schema: Member,
  id: (data) => data.id,
  list: (data) => ({ within: data.partnershipId, by: data.id }),
  subjects: () => ['partnership'],
  state: (data) => (data.active ? 'active' : 'inactive'),
  rematch: false,
  everywhere: true,
};

/** In no list: found by the member's id alone, by whoever delivers messages. */
export const contacts: Kind<Contact> = {
  name: 'contact',
  schema: Contact,
  id: (data) => data.memberId,
  subjects: () => ['partnership'],
  rematch: false,
  everywhere: true,
};

export const organisations: Kind<Organisation> = {
  name: 'organisation',
  schema: Organisation,
  id: (data) => data.id,
  list: (data) => ({ by: data.id }),
  subjects: () => ['partnership'],
  rematch: false,
};

export const workers: Kind<Worker> = {
  name: 'worker',
  schema: Worker,
  id: (data) => data.id,
  list: (data) => ({ by: data.id }),
  subjects: (data) => [worker(data.id)],
  rematch: true,
};

/** The policy of a partnership that has set its own; its one record is called `current`. */
export const policies: Kind<Policy> = {
  name: 'policy',
  schema: Policy,
  id: () => 'current',
  subjects: () => ['partnership'],
  state: (data) => data.version,
  rematch: true,
};
