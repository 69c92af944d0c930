import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { startWorkers } from '../../../infra/local/workers.ts';

const assembly = mkdtempSync(join(tmpdir(), 'homeward-workers-'));

/** A bundle as esbuild writes it: CommonJS with a handler. */
function bundled(name: string, handler: string, timeoutSeconds = 10) {
  const folder = join(assembly, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), `exports.handler = ${handler};`);
  return { name, folder, handler: 'index.handler', env: { OWN: name }, timeoutSeconds, memoryMegabytes: 512 };
}

let offset = 0;
const workers = startWorkers({
  assembly,
  functions: [
    bundled('tells', 'async (event) => ({ event, env: { ...process.env } })'),
    bundled('fails', "async () => { throw new Error('no'); }"),
    bundled('stuck', "async (event) => { if (event.stuck) for (;;); return 'well'; }", 2),
    bundled(
      'context',
      'async (_, context) => [context.functionName, context.getRemainingTimeInMillis() > 9000]',
    ),
    bundled('says', "async () => { console.log('said by the function'); }"),
  ],
  env: { DYNAMODB_ENDPOINT: 'http://localhost:1' },
  logs: join(assembly, 'functions.log'),
  offsetSeconds: () => offset,
});
afterAll(() => workers.stop());

describe('a function in a thread', () => {
  test('gets its event and its own environment, the time included, and nothing else of this machine', async () => {
    offset = 86_400;
    const answer = await workers.invoke('tells', { a: 1 });
    expect(answer).toEqual({
      event: { a: 1 },
      env: {
        OWN: 'tells',
        DYNAMODB_ENDPOINT: 'http://localhost:1',
        CLOCK_OFFSET_SECONDS: '86400',
        TZ: 'UTC',
        AWS_REGION: 'local',
        AWS_LAMBDA_FUNCTION_NAME: 'tells',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      },
    });
  });

  test('takes several events at once, each with its own answer', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => workers.invoke('tells', i));
    const events = (await Promise.all(asked)).map((one) => (one as { event: number }).event);
    expect(events).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('knows its name and how long it has', async () => {
    expect(await workers.invoke('context', {})).toEqual(['context', true]);
  });

  test('that fails says so, and takes the next event', async () => {
    await expect(workers.invoke('fails', {})).rejects.toThrow('no');
    await expect(workers.invoke('fails', {})).rejects.toThrow('no');
  });

  test('that takes too long is ended, and the next event goes to a new one', async () => {
    await expect(workers.invoke('stuck', { stuck: true })).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(workers.invoke('stuck', {})).resolves.toBe('well');
  });

  test('writes its log to the file, not to the screen', async () => {
    await workers.invoke('says', {});
    await workers.stop();
    expect(readFileSync(join(assembly, 'functions.log'), 'utf8')).toContain('said by the function');
  });
});
