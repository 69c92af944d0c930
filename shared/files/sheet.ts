import type { FileName } from './file-names.ts';
import { type BadCell, type Complaint, type LeftOut, type Note, showValue } from './problems.ts';
import type { Surroundings, Table, TableText } from './table.ts';

/** The cells of a row as they stand in the file, trimmed, by column name. */
export type RawRow = Readonly<Record<string, string>>;

export interface Row<Cells> {
  /** As a spreadsheet shows it, the header being row 1. */
  readonly number: number;
  readonly raw: RawRow;
  readonly cells: Cells;
}

/** What was read of one file so far. Rows leave it when they turn out to be wrong, or to rest on one that is. */
export interface Sheet<Cells> {
  readonly table: TableText;
  /** By sourceReference, in the order of the file. */
  readonly rows: Map<string, Row<Cells>>;
  /** Rows that were left out. What only they can explain is not reported again. */
  readonly leftOut: RawRow[];
  /** Whether every row of the file was seen. When not, a reference that is not found may well be in the rest. */
  complete: boolean;
  readonly read: (raw: RawRow) => ReturnType<Table<Cells, unknown>['readCells']>;
}

/** Where problems and notes are gathered. */
export interface Findings {
  readonly problems: BadCell[];
  readonly notes: Note[];
  /** Rows left out without a report of their own, because what they rest on was left out and reported. */
  readonly followers: { readonly file: FileName; readonly row: number }[];
}

export function emptySheet<Cells>(table: Table<Cells, unknown>, around: Surroundings): Sheet<Cells> {
  return { table, rows: new Map(), leftOut: [], complete: true, read: (raw) => table.readCells(raw, around) };
}

/** A complaint about a row, or about a file when there is no row, as it will be shown. */
export function badCell(
  table: TableText,
  row: { number: number; raw: RawRow } | null,
  complaint: Complaint,
  leftOut: LeftOut,
): BadCell {
  const { column, why, fix } = complaint;
  const personal = table.columns.some(({ name, personal }) => name === column && personal);
  const value = column === null ? null : (row?.raw[column] ?? null);
  return {
    file: table.file,
    row: row?.number ?? null,
    column,
    value: value === null ? null : showValue(value, personal),
    why,
    fix,
    leftOut,
  };
}

/** Takes a row out of the facts. */
export function leaveOut(sheet: Sheet<unknown>, reference: string): void {
  const row = sheet.rows.get(reference);
  if (!row) return;
  sheet.rows.delete(reference);
  sheet.leftOut.push(row.raw);
}

/** Takes a row out of the facts because what it rests on was taken out. */
export function leaveOutAsWell(sheet: Sheet<unknown>, reference: string, findings: Findings): void {
  const row = sheet.rows.get(reference);
  if (row) findings.followers.push({ file: sheet.table.file, row: row.number });
  leaveOut(sheet, reference);
}

/** Whether rows that could not be read might hold what is sought: then its absence is not reported. */
export function mayBeUnread(sheet: Sheet<unknown>, sought: RawRow): boolean {
  const wanted = Object.entries(sought);
  return (
    !sheet.complete || sheet.leftOut.some((raw) => wanted.every(([column, value]) => raw[column] === value))
  );
}

export type SheetsByFile = ReadonlyMap<FileName, Sheet<unknown>>;
