import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder in which a local run keeps everything, held by one run at a time. */
export interface DataFolder {
  readonly path: string;
  release(): void;
}

const lockName = 'running.pid';

/** Everything a run keeps. */
const names = {
  assembly: 'cdk.out',
  table: 'table',
  clock: 'clock.json',
  issuerKey: 'issuer-key.json',
  secret: 'secret',
  seed: 'seed.json',
  logs: 'functions.log',
  deadLetters: 'dead-letters.jsonl',
  /** Folder of the messages that were delivered, a folder a member. */
  mailbox: 'mailbox',
  /** Folder of the places reached in the stream. */
  reached: 'reached',
} as const;

/** Where something is kept in a data folder. */
export function keptIn(folder: string, what: keyof typeof names): string {
  return join(folder, names[what]);
}

/**
 * Makes the folder if need be and takes it for this process.
 * @param fresh whether to drop what an earlier run kept there; nothing else in the folder is touched
 * @throws RangeError in plain words when it cannot be written, or another run has it
 */
export function takeFolder(folder: string, fresh: boolean): DataFolder {
  const path = resolve(folder);
  const lock = join(path, lockName);
  try {
    mkdirSync(path, { recursive: true });
    const holder = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (holder > 0 && holder !== process.pid && isAlive(holder))
      throw new RangeError(
        `Homeward runs already with the data in ${path} (process ${holder}). Stop it with Ctrl-C there first.`,
      );
    writeFileSync(lock, String(process.pid));
    if (fresh)
      for (const name of Object.values(names)) rmSync(join(path, name), { recursive: true, force: true });
    mkdirSync(join(path, names.reached), { recursive: true });
  } catch (fault) {
    throw isNoWrite(fault)
      ? new RangeError(`Homeward may not write to ${path}. Give yourself the right to, or run it elsewhere.`)
      : fault;
  }
  return { path, release: () => rmSync(lock, { force: true }) };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    // Somebody else's process may not be asked, and is there.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

function isNoWrite(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  return code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}

/** The key of hashes on this machine: made once, as audit trails are checked with it over a restart. */
export function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
