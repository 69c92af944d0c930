import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Planted, planted } from './planted.ts';
import { tableOf } from './table.ts';

/**
 * Plants each fault in a copy of the project and runs the test that has to see it. Ends with 1 when one goes unseen.
 * `--write` puts the table of invariants beside this file; numbers name the only invariants to try.
 */
const numbers = process.argv.slice(2).map(Number).filter(Number.isInteger);
const wanted = numbers.length > 0 ? planted.filter(({ number }) => numbers.includes(number)) : planted;
const root = join(import.meta.dirname, '..', '..');
const leftOut = new Set(['node_modules', '.git', 'cdk.out', 'coverage']);
const copy = mkdtempSync(join(tmpdir(), 'homeward-safety-'));

function plant({ file, condition, without }: Planted): () => void {
  const path = join(copy, file);
  const sound = readFileSync(path, 'utf8');
  if (sound.split(condition).length !== 2)
    throw new RangeError(`${file} does not hold this once: ${condition.trim()}`);
  writeFileSync(
    path,
    sound.replace(condition, () => without),
  );
  return () => writeFileSync(path, sound);
}

/** Whether a test file passes in the copy. */
function passes(test: string): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--config', 'tests/vitest.config.ts', '--bail', '1', test],
    { cwd: copy, stdio: 'ignore', env: { ...process.env, FULL: '' } },
  );
  return new Promise((ended) => child.once('exit', (code) => ended(code === 0)));
}

const bar = process.stderr.isTTY
  ? new SingleBar({ format: '{bar} fault {value} of {total}, {file}', clearOnComplete: true })
  : null;
const unseen: Planted[] = [];
try {
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !leftOut.has(relative(root, path).split('/')[0] ?? ''),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  bar?.start(wanted.length, 0, { file: '' });
  for (const one of wanted) {
    bar?.update({ file: one.file });
    const takeOut = plant(one);
    const seen = !(await passes(one.test));
    takeOut();
    if (!seen) unseen.push(one);
    bar?.increment();
    if (!bar)
      console.error(`${seen ? 'seen' : 'UNSEEN'}: ${one.number} ${one.file}: ${one.condition.trim()}`);
  }
} finally {
  bar?.stop();
  rmSync(copy, { recursive: true, force: true });
}
if (process.argv.includes('--write'))
  writeFileSync(join(import.meta.dirname, 'INVARIANTS.md'), tableOf(planted));
console.log(
  `${wanted.length - unseen.length} of ${wanted.length} faults were seen by the test that is named.`,
);
process.exitCode = unseen.length > 0 ? 1 : 0;
