import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptIn, keptSecret, takeFolder } from '../../../infra/local/data-folder.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'homeward-folder-'));

describe('a data folder', () => {
  test('is made, taken and released', () => {
    const path = join(newFolder(), 'a', 'b');
    const folder = takeFolder(path, false);
    expect(readFileSync(join(path, 'running.pid'), 'utf8')).toBe(String(process.pid));
    folder.release();
    expect(existsSync(join(path, 'running.pid'))).toBe(false);
  });

  test('is refused while another process that lives has it, and taken from one that does not', () => {
    const path = newFolder();
    writeFileSync(join(path, 'running.pid'), String(process.ppid));
    expect(() => takeFolder(path, true)).toThrow(`Homeward runs already with the data in ${path}`);
    // Larger than any process id there is.
    writeFileSync(join(path, 'running.pid'), '999999999');
    expect(takeFolder(path, false).path).toBe(path);
  });

  test('keeps what is there, or begins anew; what is not its own is never touched', () => {
    const path = newFolder();
    mkdirSync(keptIn(path, 'table'));
    writeFileSync(keptIn(path, 'seed'), '{}');
    writeFileSync(join(path, 'letter.txt'), 'mine');
    takeFolder(path, false).release();
    expect(existsSync(keptIn(path, 'seed'))).toBe(true);
    takeFolder(path, true).release();
    expect([existsSync(keptIn(path, 'seed')), existsSync(keptIn(path, 'table'))]).toEqual([false, false]);
    expect(readFileSync(join(path, 'letter.txt'), 'utf8')).toBe('mine');
  });

  test('keeps one secret over a restart', () => {
    const file = join(newFolder(), 'secret');
    const secret = keptSecret(file);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(keptSecret(file)).toBe(secret);
  });
});
