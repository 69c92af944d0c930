import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Synthesises the app into a folder, in a process of its own: it is large, and needed only once.
 * @param givenUp ends it early
 * @throws Error with what synthesis said when it fails
 */
export async function synthesise(folder: string, givenUp: AbortSignal): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const child = spawn(process.execPath, ['infra/app.ts'], {
    cwd: root,
    env: { ...process.env, CDK_OUTDIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal: givenUp,
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
  });
  const code = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed);
    child.once('close', ended);
  });
  if (code !== 0) throw new Error(`The app could not be synthesised:\n${said.trim()}`);
}
