import type * as z from 'zod';
import { type Day, sayDay } from '../domain/day.ts';
import type { GridPoint } from '../domain/place.ts';
import { type ColumnText, columnText } from './columns.ts';
import type { Models } from './domain-kinds.ts';
import type { FileName } from './file-names.ts';
import type { Complaint } from './problems.ts';

/** What a row is judged against besides itself: the day, the programmes, and where outcodes lie. */
export interface Surroundings {
  readonly on: Day;
  readonly models: Models;
  readonly outcodes: ReadonlyMap<string, GridPoint>;
}

/** A column as the dictionary, the templates and the reader see it. */
export interface NamedColumn extends ColumnText {
  readonly name: string;
}

/** What a file is, in words, and its columns in order. */
export interface TableText {
  readonly file: FileName;
  /** What one row is called in a sentence: `home`. */
  readonly thing: string;
  readonly row: string;
  readonly filledInBy: 'officer' | 'worker' | 'ward';
  /** Whether the file must be in the folder. */
  readonly needed: boolean;
  readonly columns: readonly NamedColumn[];
  /** Cells of a second made-up row that differ from the first, where other files' examples need one. */
  readonly anotherExample?: Readonly<Record<string, string>>;
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly complaints: Complaint[] };

/** A file that can be read: `Cells` are the values of a row by column, `Entity` is what the row becomes. */
export interface Table<Cells, Entity> extends TableText {
  readonly readCells: (raw: Readonly<Record<string, string>>, around: Surroundings) => Checked<Cells>;
  readonly toEntity: (cells: Cells, around: Surroundings) => Checked<Entity>;
}

export type CellsOf<SomeTable> = SomeTable extends Table<infer Cells, infer _> ? Cells : never;

interface Description<Columns extends z.ZodObject, Entity extends z.ZodType>
  extends Omit<TableText, 'columns'> {
  /** Columns in order, made by `required`, `optional` or `blankMeans`; the first is `sourceReference`. */
  readonly columns: Columns;
  /** What must hold within one row. */
  readonly rules?: (row: z.output<Columns>, around: Surroundings) => (Complaint | null)[];
  readonly entity: Entity;
  /** The entity's fields, given a row that keeps the rules. */
  readonly fields: (row: z.output<Columns>, around: Surroundings) => z.input<Entity>;
}

/** Makes a readable table of a description. */
export function table<Columns extends z.ZodObject, Entity extends z.ZodType>(
  description: Description<Columns, Entity>,
): Table<z.output<Columns>, z.output<Entity>> {
  const { columns, rules = () => [], entity, fields, ...text } = description;
  const named = Object.entries(columns.shape).map(([name, column]) => ({ name, ...columnText(column) }));
  return {
    ...text,
    columns: named,
    readCells: (raw, around) => {
      const parsed = columns.safeParse(raw);
      if (!parsed.success) return { ok: false, complaints: parsed.error.issues.map(complaintOf) };
      const complaints = rules(parsed.data, around).filter((each) => each !== null);
      return complaints.length > 0 ? { ok: false, complaints } : { ok: true, value: parsed.data };
    },
    toEntity: (cells, around) => {
      const parsed = entity.safeParse(fields(cells, around));
      if (parsed.success) return { ok: true, value: parsed.data };
      return { ok: false, complaints: parsed.error.issues.map(complaintOf) };
    },
  };
}

function complaintOf(issue: z.core.$ZodIssue): Complaint {
  const fix: unknown = issue.code === 'custom' ? issue.params?.fix : undefined;
  return {
    column: issue.path.length > 0 ? issue.path.join('.') : null,
    why: issue.message,
    fix: typeof fix === 'string' ? fix : 'see the data dictionary',
  };
}

/** That an end is not before its start. Nothing to say where either is not known. */
export function inOrder(column: string, start: Day | null, end: Day | null): Complaint | null {
  if (start === null || end === null || end >= start) return null;
  const from = sayDay(start);
  return {
    column,
    why: `is before the start, ${from}`,
    fix: `give ${from} or a later day, or correct the start`,
  };
}

/** That something said to have happened has happened by the day the facts are for. */
export function notAfter(column: string, day: Day | null, on: Day): Complaint | null {
  if (day === null || day <= on) return null;
  return {
    column,
    why: `is after ${sayDay(on)}, the day the facts are for`,
    fix: 'check the year, or leave the row out until then',
  };
}

/** That somebody who lives in a room was not to have left it before the day the facts are for. */
export function stillThere(column: string, leaves: Day, on: Day): Complaint | null {
  if (leaves >= on) return null;
  return {
    column,
    why: `the resident was to leave on ${sayDay(leaves)} and is still there`,
    fix: 'give departedOn in stays.csv, or the new day',
  };
}

/** That we know where an outcode lies. */
export function onTheMap(column: string, outcode: string, around: Surroundings): Complaint | null {
  if (around.outcodes.has(outcode)) return null;
  return {
    column,
    why: `lies in ${outcode}, which is not in our table of places`,
    fix: 'give a postcode nearby',
  };
}

/**
 * The middle of an outcode.
 * @throws RangeError when the row was not checked with {@link onTheMap}
 */
export function middleOf(outcode: string, around: Surroundings): GridPoint {
  const point = around.outcodes.get(outcode);
  if (!point) throw new RangeError(`No place is known for ${outcode}`);
  return point;
}
