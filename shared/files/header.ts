import { nearest } from './nearest.ts';
import { type Complaint, showValue } from './problems.ts';
import type { TableText } from './table.ts';

/** Where each known column stands, what is wrong with row 1, and whether rows can be read under it. */
export interface Header {
  readonly places: ReadonlyMap<string, number>;
  /** Cells a row should have. */
  readonly width: number;
  readonly complaints: readonly Complaint[];
  readonly readable: boolean;
  /** Columns that may be blank and are not there at all. */
  readonly absent: readonly string[];
}

/** Reads the column names of row 1. */
export function readHeader(table: TableText, cells: readonly string[]): Header {
  const found = withoutTrailingBlanks(cells.map((cell) => cell.trim()));
  const known = table.columns.map(({ name }) => name);
  const places = new Map<string, number>();
  const complaints: Complaint[] = [];
  found.forEach((name, at) => {
    if (!known.includes(name))
      complaints.push(
        unknownColumn(
          name,
          at,
          known.filter((each) => !found.includes(each)),
        ),
      );
    else if (places.has(name))
      complaints.push({
        column: name,
        why: `stands in row 1 twice; the one in column ${at + 1} is not read`,
        fix: 'delete or rename one of the two',
      });
    else places.set(name, at);
  });
  if (places.size === 0) {
    const fix = `put the column names in row 1: ${known.join(', ')}`;
    return {
      places,
      width: 0,
      complaints: [{ column: null, why: 'has none of the column names', fix }],
      readable: false,
      absent: [],
    };
  }
  const missing = table.columns.filter(({ name }) => !places.has(name));
  const needed = missing.filter(({ blank }) => blank === null);
  for (const { name, form } of needed)
    complaints.push({
      column: name,
      why: 'is missing, so no row of the file can be read',
      fix: `add a column ${name}: ${form}`,
    });
  const absent = missing.filter(({ blank }) => blank !== null).map(({ name }) => name);
  return { places, width: found.length, complaints, readable: needed.length === 0, absent };
}

function unknownColumn(name: string, at: number, free: readonly string[]): Complaint {
  if (name === '')
    return { column: null, why: `has no name for column ${at + 1}`, fix: 'name it or delete it' };
  const near = nearest(name, free);
  const shown = showValue(name);
  const fix = near === null ? 'delete it, or see the data dictionary for the names' : `did you mean ${near}?`;
  return { column: shown, why: 'is not a column of this file; it was not read', fix };
}

function withoutTrailingBlanks(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return cells.slice(0, last + 1);
}
