import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestStore } from './store.ts';

/** The service in a process of its own. */
export interface Serving {
  readonly url: string;
  /** SIGKILL: it ends where it stands. */
  kill(): Promise<void>;
}

const program = fileURLToPath(new URL('killed-server.ts', import.meta.url));

/** Starts the service in a process of its own on the table of a store, at the store's time and going on from there. */
export async function serve({ tableName, deps, client }: TestStore): Promise<Serving> {
  const ahead = (Date.parse(deps.writing.now()) - Date.now()) / 1000;
  const { hostname, port } = (await client.config.endpoint?.()) ?? {};
  const child = spawn(process.execPath, [program], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      DYNAMODB_ENDPOINT: `http://${hostname}:${port}`,
      TABLE_NAME: tableName,
      HASH_SECRET: deps.writing.secret,
      SERVICE: 'killed',
      CLOCK_OFFSET_SECONDS: String(ahead),
    },
  });
  const ended = once(child, 'exit');
  return {
    url: await addressOf(child),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** @throws Error with what it said when it ends before it answers */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString();
  });
  return new Promise((up, failed) => {
    child.once('message', (url) => up(String(url)));
    child.once('exit', () => failed(new Error(`The service did not start: ${said.trim()}`)));
  });
}
