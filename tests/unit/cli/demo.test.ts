import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkDemo } from '../../../infra/local/demo/check.ts';
import { writeDemoFolder } from '../../../infra/local/demo/folder.ts';
import { tellDemo } from '../../../infra/local/demo/tell.ts';
import { Day } from '../../../shared/domain/day.ts';

const demo = fileURLToPath(new URL('../../../infra/local/demo.ts', import.meta.url));
const run = (...args: string[]): string =>
  execFileSync(process.execPath, [demo, ...args], {
    cwd: mkdtempSync(join(tmpdir(), 'homeward-')),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

describe('the demo', () => {
  test('tells the longest chain and three people who are not placed, and everything it tells holds', () => {
    const out = run('--check', '--on', '2026-12-16');
    expect(out).toContain('A chain of 3 moves');
    expect(out).toContain('story-patient, ready to leave hospital for 12 days');
    expect(out.match(/is not placed in this plan/g)).toHaveLength(3);
    expect(out).toContain('Checked: everything printed above holds.');
  });

  test('finds out a count, a chain or a change that does not hold', async () => {
    const on = Day.parse('2026-12-16');
    const parent = mkdtempSync(join(tmpdir(), 'homeward-'));
    const folder = writeDemoFolder('southampton', on, 7, parent);
    const told = tellDemo(folder, writeDemoFolder('bristol', on, 7, parent), on);
    expect(await checkDemo(folder, told, on)).toEqual([]);
    const wrong = {
      ...told,
      lines: told.lines.map((line) =>
        line
          .replace(/^\d+ people are suggested/, '99 people are suggested')
          .replaceAll('story-patient', 'somebody'),
      ),
      whyNot: { ...told.whyNot, change: { changes: [], points: 1, inReach: true } },
    };
    expect(await checkDemo(folder, wrong, on)).toHaveLength(3);
  });

  test('refuses a day that is none with one clear line', () => {
    expect(() => run('--on', 'tomorrow')).toThrow(/"tomorrow" is not a day/);
  });
});
