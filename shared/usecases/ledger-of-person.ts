import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../domain/day.ts';
import type { LiveMove, PersonFile } from '../domain/files.ts';
import type { HomeId } from '../domain/ids.ts';
import { withOccupant } from '../domain/ledger.ts';
import { ledgers } from '../store/kinds/homes.ts';
import { moves } from '../store/kinds/people.ts';
import { proposals, stays } from '../store/kinds/placing.ts';
import type { Records } from '../store/records.ts';
import { change, type Step, unchanged } from '../store/steps.ts';
import { occupantOf } from './occupant.ts';

/**
 * Takes a change of somebody's facts to the ledger of every home they live in, are promised or are proposed for, so
 * that the next promise there sees it. It rests on their live move: a promise made meanwhile is seen as well.
 * @param file the person as they will be
 * @param on the day on which the facts are read
 */
export async function occupantSteps(records: Records, file: PersonFile, on: Day): Promise<Step[]> {
  const move = await records.get(moves, file.person.id);
  if (!move) return [];
  const books = await records.getMany(ledgers, await homesOf(records, move.data));
  const occupant = occupantOf(file, on);
  return [
    unchanged(move),
    ...books.flatMap((ledger) => {
      const known = ledger.data.occupants.find((one) => one.personId === file.person.id);
      if (!known || isDeepStrictEqual(known, occupant)) return [];
      return [change(ledger, withOccupant(ledger.data, occupant))];
    }),
  ];
}

async function homesOf(
  records: Records,
  { stayId, promisedStayId, proposalId }: LiveMove,
): Promise<HomeId[]> {
  const [lived, proposed] = await Promise.all([
    records.getMany(
      stays,
      [stayId, promisedStayId].filter((id) => id !== null),
    ),
    records.getMany(proposals, proposalId === null ? [] : [proposalId]),
  ]);
  return [...lived, ...proposed].map(({ data }) => data.homeId);
}
