import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FactsRead, type ReadOptions, readTables } from './read-tables.ts';

/**
 * Reads the facts of a folder of CSV files; see {@link readTables}.
 * @throws Error of the file system when the folder or a file in it cannot be read
 */
export function readFolder(folder: string, options: ReadOptions): FactsRead {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.csv$/i.test(entry.name) && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
  return readTables(new Map(names.map((name) => [name, readFileSync(join(folder, name))])), options);
}
