import type { Day } from '../../domain/day.ts';
import type { Complaint } from '../problems.ts';
import {
  badCell,
  type Findings,
  leaveOut,
  leaveOutAsWell,
  type RawRow,
  type Row,
  type Sheet,
} from '../sheet.ts';
import type { Cells, TableName } from '../tables.ts';

/** Every file as read so far. */
export type Sheets = { readonly [Name in TableName]: Sheet<Cells[Name]> };

/** What a check across rows or files found about one row. */
export interface Finding {
  readonly sheet: TableName;
  readonly row: { readonly number: number; readonly raw: RawRow };
  /**
   * `wrong`: cannot be true, the row is left out. `breach`: may be true but must not be, the row is kept.
   * `follows`: rests on a row that was left out and reported. `note`: worth knowing.
   */
  readonly as: 'wrong' | 'breach' | 'follows' | 'note';
  readonly complaint: Complaint;
}

/** What must hold between rows of one file, or of several. */
export type Relation = (sheets: Sheets, on: Day) => Finding[];

/** Makes findings about rows of one file. */
export function about(sheet: TableName) {
  return (
    as: 'wrong' | 'breach',
    row: Finding['row'],
    column: string,
    why: string,
    fix: string,
  ): Finding => ({
    sheet,
    row,
    as,
    complaint: { column, why, fix },
  });
}

/** Puts findings where they belong, and takes rows out. */
export function settle(found: readonly Finding[], sheets: Sheets, findings: Findings): void {
  for (const { sheet: name, row, as, complaint } of found) {
    const sheet: Sheet<unknown> = sheets[name];
    const reference = row.raw.sourceReference ?? '';
    if (as === 'note') findings.notes.push({ file: sheet.table.file, row: row.number, text: complaint.why });
    else if (as === 'follows') leaveOutAsWell(sheet, reference, findings);
    else {
      findings.problems.push(badCell(sheet.table, row, complaint, as === 'wrong' ? 'row' : null));
      if (as === 'wrong') leaveOut(sheet, reference);
    }
  }
}

/** Rows by what they have in common, in the order of the file. */
export function grouped<SomeRow>(
  rows: Iterable<SomeRow>,
  by: (row: SomeRow) => string,
): Map<string, SomeRow[]> {
  const groups = new Map<string, SomeRow[]>();
  for (const row of rows) {
    const group = groups.get(by(row));
    if (group) group.push(row);
    else groups.set(by(row), [row]);
  }
  return groups;
}

/** Stays of people who live in their room now, by room. */
export function residents(sheets: Sheets): Map<string, Row<Cells['stays']>[]> {
  return grouped([...sheets.stays.rows.values()].filter(isLive), ({ cells }) => cells.room);
}

export function isLive({ cells }: Row<Cells['stays']>): boolean {
  return cells.departedOn === null;
}

/** Days from the first to the last but one; `until` null goes on for ever. */
interface Span {
  readonly from: Day;
  readonly until: Day | null;
}

/** Pairs of rows that share a day: each row that overlaps an earlier one which itself overlaps none. */
export function overlapping<SomeRow>(
  rows: readonly SomeRow[],
  span: (row: SomeRow) => Span,
): [SomeRow, SomeRow][] {
  const kept: SomeRow[] = [];
  const pairs: [SomeRow, SomeRow][] = [];
  for (const row of rows) {
    const clash = kept.find((other) => shareADay(span(other), span(row)));
    if (clash === undefined) kept.push(row);
    else pairs.push([clash, row]);
  }
  return pairs;
}

function shareADay(a: Span, b: Span): boolean {
  const ends = [a.until, b.until].filter((until) => until !== null);
  const start = a.from > b.from ? a.from : b.from;
  return ends.every((until) => start < until);
}
