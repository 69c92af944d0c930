import type { Day } from '../../../shared/domain/day.ts';
import type { FileName } from '../../../shared/files/file-names.ts';
import { writeTables } from '../../../shared/files/write-tables.ts';
import { serviceModels } from '../../../shared/services/index.ts';
import { addBristol } from './bristol.ts';
import { choicesFrom } from './choices.ts';
import { addSefton } from './sefton.ts';
import { addSomerset } from './somerset.ts';
import { addSouthampton } from './southampton.ts';
import { emptyTables, type TextRow } from './tables.ts';
import { createWorld, type World } from './world.ts';

/** Each partnership that can be made up: who writes it, how many people it has by default, and the fewest it can have. */
const partnerships = {
  southampton: { add: addSouthampton, people: 200, fewest: 30 },
  bristol: { add: addBristol, people: 30, fewest: 10 },
  somerset: { add: addSomerset, people: 30, fewest: 20 },
  sefton: { add: addSefton, people: 30, fewest: 20 },
} as const satisfies Record<
  string,
  { add: (world: World, people: number) => void; people: number; fewest: number }
>;

export type DemoPartnership = keyof typeof partnerships;

export const demoPartnerships: readonly DemoPartnership[] = ['southampton', 'bristol', 'somerset', 'sefton'];

/** Whether a partnership of this name can be made up. */
export function isDemoPartnership(name: string): name is DemoPartnership {
  return Object.hasOwn(partnerships, name);
}

/** The most people a folder is made for. */
export const MOST_PEOPLE = 20_000;

export interface DemoDataOptions {
  readonly partnership: DemoPartnership;
  /** Day one: everything is dated relative to it. */
  readonly on: Day;
  /** Any whole number. The worked story and the oddities are the same for every seed. */
  readonly seed: number;
  /** How many people; 200 in Southampton and 30 elsewhere by default. Homes, rooms and workers grow with them. */
  readonly people?: number;
}

/**
 * The files of a made-up partnership, by name, as rows of text by column. Nobody in them exists. The same options
 * always give the same files.
 * @throws RangeError when the number of people is too small (30 in Southampton, 10 in Bristol, 20 elsewhere), over 20,000 or not whole
 */
export function generate({ partnership, on, seed, people }: DemoDataOptions): Record<FileName, TextRow[]> {
  const { add, people: usual, fewest } = partnerships[partnership];
  const count = people ?? usual;
  if (!Number.isInteger(count) || count < fewest || count > MOST_PEOPLE)
    throw new RangeError(`Give ${fewest} to ${MOST_PEOPLE} people for ${partnership}, not ${count}`);
  const models = serviceModels();
  const domains = [...models.values()].flatMap(({ readiness }) => readiness.domains.map(({ id }) => id));
  const tables = emptyTables([...new Set(domains)]);
  add(createWorld(on, choicesFrom(seed), tables, models), count);
  return tables.files();
}

/** The text of each file as CSV with a header, by name; a file without rows has its header alone. */
export function csvTexts(files: Readonly<Record<FileName, TextRow[]>>): ReadonlyMap<FileName, string> {
  return writeTables(files, serviceModels());
}
