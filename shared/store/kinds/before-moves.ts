import { BeforeMove } from '../../domain/before-move.ts';
import { type Kind, person } from '../kind.ts';

/** One for each agreed stay of whose preparation anything is on record. */
export const beforeMoves: Kind<BeforeMove> = {
  name: 'beforeMove',
  schema: BeforeMove,
  id: (data) => data.stayId,
  about: (data) => data.personId,
  subjects: (data) => [person(data.personId)],
  rematch: false,
};
