import { spawnSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { freePort } from '../../../infra/local/dynamodb-local.ts';

const demo = fileURLToPath(new URL('../../../infra/local/demo.ts', import.meta.url));
const newFolder = () => mkdtempSync(join(tmpdir(), 'homeward-demo-'));

/** Runs the demo where it cannot start; gives its one line and its exit code. */
function run(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [demo, '--folder', newFolder()], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, line: stderr.trim() };
}

describe('a demo that cannot start says why and what to do, in one line', () => {
  test('when the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((up) =>
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        up(typeof address === 'object' && address ? address.port : 0);
      }),
    );
    expect(run({ PORT: String(port) })).toEqual({
      status: 1,
      stdout: '',
      line: `Port ${port} is in use by another program. Choose another: PORT=${port + 1} npm run demo`,
    });
    other.close();
  });

  test('when the port is none', () => {
    expect(run({ PORT: 'front' })).toMatchObject({
      status: 1,
      line: '"front" is no port. Give a number such as PORT=3001 npm run demo',
    });
  });

  test('when there is no Java', async () => {
    const onlyNode = newFolder();
    symlinkSync(process.execPath, join(onlyNode, 'node'));
    const { status, line } = run({ PORT: String(await freePort()), PATH: onlyNode });
    expect(status).toBe(1);
    expect(line).toMatch(
      /^Homeward keeps its local data in DynamoDB Local, which needs Java 17 or newer: .*\.$/,
    );
  });
});
