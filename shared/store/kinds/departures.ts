import { DepartureFile } from '../../domain/departure.ts';
import { home, type Kind, person } from '../kind.ts';

/** One for each stay that ended by somebody's leaving for good; open while a check after the move has no answer. */
export const departures: Kind<DepartureFile> = {
  name: 'departure',
  schema: DepartureFile,
  id: (data) => data.stayId,
  list: (data) => ({
    within: data.checks.some(({ answer }) => answer === null) ? 'open' : 'closed',
    by: data.on,
  }),
  about: (data) => data.personId,
  subjects: (data) => [person(data.personId), home(data.from.homeId)],
  rematch: false,
};
