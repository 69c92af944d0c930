import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../../shared/domain/day.ts';
import { csvTexts, type DemoPartnership, generate } from '../demo-data/demo-data.ts';

/** Where demo files are kept, in the folder the command is run from; git does not see it. */
const demoHome = '.homeward/demo';

/**
 * Writes a partnership's made-up CSV files, dated for the day asked, over those of an earlier run.
 * @param parent where the folder is made, in place of the usual one
 * @returns the folder, named after the partnership
 */
export function writeDemoFolder(
  partnership: DemoPartnership,
  on: Day,
  seed: number,
  parent: string = demoHome,
): string {
  const folder = join(parent, partnership);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of csvTexts(generate({ partnership, on, seed })))
    writeFileSync(join(folder, name), text);
  return folder;
}
