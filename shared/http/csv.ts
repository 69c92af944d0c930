import { stringify } from 'csv-stringify/sync';

/**
 * Rows as a file for a spreadsheet. A cell that a spreadsheet would run as a formula is written so that it is read as
 * words.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true },
  );
}
