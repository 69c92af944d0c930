import { Cascade } from '../../domain/cascade.ts';
import { home, type Kind, person } from '../kind.ts';

export const cascades: Kind<Cascade> = {
  name: 'cascade',
  schema: Cascade,
  id: (data) => data.id,
  list: (data) => ({ within: data.status === 'open' ? 'open' : 'closed', by: data.startedAt }),
  about: (data) => (data.of === 'person' ? data.personId : data.homeId),
  subjects: (data) => [data.of === 'person' ? person(data.personId) : home(data.homeId)],
  state: (data) => data.status,
  rematch: false,
};
