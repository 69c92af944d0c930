import { stringify } from 'csv-stringify/sync';
import type { Models } from './domain-kinds.ts';
import type { FileName } from './file-names.ts';
import type { TableText } from './table.ts';
import { tablesOf } from './tables.ts';

/** Rows to write, by file and column; a column that is left out is blank. */
export type RowsByFile = { readonly [File in FileName]?: readonly Readonly<Record<string, string>>[] };

/**
 * The text of every file, those without rows included. Cells are written as they are, also where they look like a
 * formula: these are a folder's own files, made to be read back.
 * @throws Error when a row has a column its file does not have
 */
export function writeTables(rows: RowsByFile, models: Models): Map<FileName, string> {
  return new Map(
    Object.values(tablesOf(models)).map((table: TableText) => [
      table.file,
      writeTable(table, rows[table.file] ?? []),
    ]),
  );
}

function writeTable(table: TableText, rows: readonly Readonly<Record<string, string>>[]): string {
  const names = table.columns.map(({ name }) => name);
  for (const row of rows)
    for (const column of Object.keys(row))
      if (!names.includes(column)) throw new Error(`${table.file} has no column ${column}`);
  return stringify([names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]);
}
