import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, inject, test, vi } from 'vitest';
import { createLocalTable, localClient } from '../../../infra/local/dynamodb-local.ts';
import { type PumpOptions, startPump } from '../../../infra/local/pump.ts';

let tables = 0;

interface Event {
  readonly Records: { readonly dynamodb: { readonly NewImage: { readonly PK: { readonly S: string } } } }[];
}

const idsIn = (event: unknown) => (event as Event).Records.map((one) => one.dynamodb.NewImage.PK.S);

/** A table of its own, a folder for what the pump keeps, and what a function was handed. */
async function scene(answer: (ids: string[]) => unknown = () => undefined) {
  const endpoint = inject('dynamoDbEndpoint');
  const client = localClient(endpoint);
  const tableName = `homeward-pump-${process.pid}-${++tables}`;
  await createLocalTable(client, tableName);
  const folder = mkdtempSync(join(tmpdir(), 'homeward-pump-'));
  const handed: string[] = [];
  const options: PumpOptions = {
    endpoint,
    tableName,
    mapping: {
      function: 'stream',
      batchSize: 3,
      windowSeconds: 0,
      patterns: [{ dynamodb: { NewImage: { kind: { S: ['person'] } } } }],
      retries: 1,
      bisect: true,
      partialFailures: true,
    },
    from: 'oldest',
    invoke: async (_, event) => {
      const ids = idsIn(event);
      handed.push(...ids);
      return answer(ids);
    },
    checkpoint: join(folder, 'reached.json'),
    deadLetters: join(folder, 'dead-letters.jsonl'),
    broken: (fault) => {
      throw fault;
    },
  };
  const put = (id: string, kind: string) =>
    client.send(
      new PutItemCommand({
        TableName: tableName,
        Item: { PK: { S: id }, SK: { S: 'now' }, kind: { S: kind } },
      }),
    );
  const started = async (more: Partial<PumpOptions> = {}) => startPump({ ...options, ...more });
  return { handed, put, started, deadLetters: options.deadLetters };
}

test('hands over the changes that the mapping wants, in order, and goes on after a restart where it stopped', async () => {
  const { handed, put, started } = await scene();
  await put('a', 'person');
  await put('b', 'audit');
  const pump = await started();
  await put('c', 'person');
  await vi.waitFor(() => expect(handed).toEqual(['a', 'c']), { timeout: 5000 });
  await pump.stop();
  await put('d', 'person');
  const again = await started();
  await vi.waitFor(() => expect(handed).toEqual(['a', 'c', 'd']), { timeout: 5000 });
  await again.stop();
});

test('leaves out what was written before when it begins with the next change', async () => {
  const { handed, put, started } = await scene();
  await put('a', 'person');
  const pump = await started({ from: 'next' });
  await put('b', 'person');
  await vi.waitFor(() => expect(handed).toEqual(['b']), { timeout: 5000 });
  await pump.stop();
});

test('sets aside the one change that a function cannot take, and hands over the rest', async () => {
  const { handed, put, started, deadLetters } = await scene((ids) => {
    if (ids.includes('bad')) throw new Error('no');
  });
  for (const id of ['a', 'bad', 'c']) await put(id, 'person');
  const pump = await started();
  await vi.waitFor(() => expect(existsSync(deadLetters)).toBe(true), { timeout: 10_000 });
  await vi.waitFor(() => expect(handed.at(-1)).toBe('c'), { timeout: 5000 });
  await pump.stop();
  const parked = readFileSync(deadLetters, 'utf8').trim().split('\n');
  expect(parked).toHaveLength(1);
  expect(JSON.parse(parked[0] ?? '')).toMatchObject({ DDBStreamBatchInfo: { batchSize: 1 } });
});
