import { columnKey } from './column-key.ts';
import { nearest } from './nearest.ts';
import { type Complaint, type LeftOut, showValue } from './problems.ts';
import type { TableText } from './table.ts';

/** What is wrong with row 1, and what is lost by it. */
export interface HeaderComplaint extends Complaint {
  readonly leftOut: LeftOut;
}

/** Where each known column stands, what is wrong with row 1, and whether rows can be read under it. */
export interface Header {
  readonly places: ReadonlyMap<string, number>;
  /** Cells a row should have. */
  readonly width: number;
  readonly complaints: readonly HeaderComplaint[];
  readonly readable: boolean;
  /** Columns that may be blank and are not there at all. */
  readonly absent: readonly string[];
}

/** Reads the column names of row 1, whatever their capitals and whatever stands between their words. */
export function readHeader(table: TableText, cells: readonly string[]): Header {
  const known = new Map(table.columns.map(({ name }) => [columnKey(name), name]));
  const found = withoutTrailingBlanks(cells.map((cell) => cell.trim()));
  const names = found.map((cell) => known.get(columnKey(cell)) ?? null);
  const missing = table.columns.filter(({ name }) => !names.includes(name));
  const free = missing.map(({ name }) => name);
  const places = new Map<string, number>();
  const complaints: HeaderComplaint[] = [];
  names.forEach((name, at) => {
    if (name === null) complaints.push(unknownColumn(found[at] ?? '', at, free));
    else if (places.has(name)) complaints.push(givenTwice(name, at));
    else places.set(name, at);
  });
  if (places.size === 0) return withoutNames(table);
  const needed = missing.filter(({ blank }) => blank === null);
  for (const { name, form } of needed)
    complaints.push({
      column: name,
      why: 'is missing, so no row of the file can be read',
      fix: `add a column ${name}: ${form}`,
      leftOut: 'file',
    });
  const absent = missing.filter(({ blank }) => blank !== null).map(({ name }) => name);
  return { places, width: found.length, complaints, readable: needed.length === 0, absent };
}

function withoutNames({ columns }: TableText): Header {
  const fix = `put the column names in row 1: ${columns.map(({ name }) => name).join(', ')}`;
  const complaint = { column: null, why: 'has none of the column names', fix, leftOut: 'file' as const };
  return { places: new Map(), width: 0, complaints: [complaint], readable: false, absent: [] };
}

function givenTwice(column: string, at: number): HeaderComplaint {
  const why = `stands in row 1 twice; the one in column ${at + 1} is not read`;
  return { column, why, fix: 'delete or rename one of the two', leftOut: 'column' };
}

/** A column we do not know matters where one we know is missing that it may be. */
function unknownColumn(name: string, at: number, free: readonly string[]): HeaderComplaint {
  if (name === '') {
    const why = `has no name for column ${at + 1}; it was not read`;
    return { column: null, why, fix: 'name it or delete it', leftOut: free.length > 0 ? 'column' : null };
  }
  const near = nearest(name, free);
  const fix = near === null ? 'delete it, or see the data dictionary for the names' : `rename it to ${near}`;
  const why = 'is not a column of this file; it was not read';
  return { column: showValue(name), why, fix, leftOut: near === null ? null : 'column' };
}

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}
