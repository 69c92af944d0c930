import type { Models } from './domain-kinds.ts';
import type { FileName } from './file-names.ts';
import type { TableText } from './table.ts';
import { tablesOf } from './tables.ts';
import { writeTables } from './write-tables.ts';

/**
 * A file of each kind with its column names and a made-up row, two where other files' rows need a second. Together they
 * are a folder that can be read.
 */
export function templates(models: Models): Map<FileName, string> {
  const examples = Object.values(tablesOf(models)).map(
    (table: TableText) => [table.file, exampleRows(table)] as const,
  );
  return writeTables(Object.fromEntries(examples), models);
}

function exampleRows({ columns, anotherExample }: TableText): Record<string, string>[] {
  const row = Object.fromEntries(columns.map(({ name, example }) => [name, example]));
  return anotherExample ? [row, anotherExample] : [row];
}
