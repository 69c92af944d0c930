import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { doors } from '../../functions/doors.ts';
import { bundling } from '../../infra/constructs/bundling.ts';

/** Fresh processes for each figure. Bare ones run in between, so that a busy moment slows both alike. */
const runs = 20;

/** Most that the start of a Lambda may take longer than that of Node alone, in milliseconds. */
const mostMilliseconds = 150;
const mostKilobytes = 700;

const env = { SERVICE: 'bench', TABLE_NAME: 'no-table', HASH_SECRET: 'no-secret', AWS_REGION: 'eu-west-2' };

/** Milliseconds from the start of a process to its end, as it sees them itself. */
function start(code: string): number {
  const timed = `${code};process.stdout.write(String(performance.now()));process.exit()`;
  return Number(execFileSync(process.execPath, ['-e', timed], { env, encoding: 'utf8' }));
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (below + above) / 2;
}

async function measured(folder: string, door: string) {
  const outfile = join(folder, door, 'index.js');
  const { metafile } = await build({ ...bundling(door, outfile), metafile: true });
  const bare: number[] = [];
  const loaded: number[] = [];
  for (let run = 0; run < runs; run++) {
    bare.push(start(''));
    loaded.push(start(`require(${JSON.stringify(outfile)})`));
  }
  const [output] = Object.values(metafile.outputs);
  const over = median(loaded) - median(bare);
  const kilobytes = (output?.bytes ?? 0) / 1000;
  return {
    door,
    kB: Math.round(kilobytes),
    'bare Node, ms': Math.round(median(bare)),
    'with the bundle, ms': Math.round(median(loaded)),
    'over bare, ms': Math.round(over),
    'as promised': over <= mostMilliseconds && kilobytes <= mostKilobytes ? 'yes' : 'NO',
  };
}

const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"type":"commonjs"}');
  const rows = [];
  for (const { name } of doors) rows.push(await measured(folder, name));
  console.log(`Start of each Lambda, median of ${runs} fresh processes.`);
  console.log(`Promised: at most ${mostMilliseconds} ms over bare Node, and ${mostKilobytes} kB.`);
  console.table(rows);
  process.exitCode = rows.every((row) => row['as promised'] === 'yes') ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
