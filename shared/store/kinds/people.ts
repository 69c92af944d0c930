import { Caseload, LiveMove, PersonFile } from '../../domain/files.ts';
import { PersonIdentity } from '../../domain/person.ts';
import { type Kind, person, worker } from '../kind.ts';

export const people: Kind<PersonFile> = {
  name: 'person',
  schema: PersonFile,
  id: (data) => data.person.id,
  list: (data) => ({ by: data.person.id }),
  subjects: (data) => [person(data.person.id)],
  rematch: true,
};

/** Names, birth dates and NHS numbers: in no list and no index, found by id alone. */
export const identities: Kind<PersonIdentity> = {
  name: 'identity',
  schema: PersonIdentity,
  id: (data) => data.id,
  subjects: (data) => [person(data.id)],
  rematch: false,
};

export const moves: Kind<LiveMove> = {
  name: 'move',
  schema: LiveMove,
  id: (data) => data.personId,
  subjects: (data) => [person(data.personId)],
  rematch: false,
};

export const caseloads: Kind<Caseload> = {
  name: 'caseload',
  schema: Caseload,
  id: (data) => data.workerId,
  subjects: (data) => [worker(data.workerId)],
  rematch: false,
};
