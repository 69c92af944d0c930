import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  ResourceInUseException,
} from '@aws-sdk/client-dynamodb';
import { type KeyPair, tableShape } from '../table-shape.ts';

/** An emulator that is up. */
export interface DynamoDbLocal {
  readonly endpoint: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** How long the emulator may take to answer, in milliseconds, and how often it is asked. */
const startLimit = 30_000;
const askEvery = 50;

const jvm = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx768m'];

/**
 * Starts DynamoDB Local on a free port and waits until it answers.
 * @param folder where it keeps its data; in memory when null
 * @throws RangeError in plain words when there is no Java, or it does not start
 */
export async function startDynamoDbLocal(folder: string | null): Promise<DynamoDbLocal> {
  const port = await freePort();
  const packaged = createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json');
  const home = join(dirname(packaged), 'emulator');
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const child = spawn(
    'java',
    [
      ...jvm,
      '-Djava.library.path=./DynamoDBLocal_lib',
      '-jar',
      'DynamoDBLocal.jar',
      '-port',
      String(port),
      '-sharedDb',
      '-disableTelemetry',
      ...(folder === null ? ['-inMemory'] : ['-dbPath', folder]),
    ],
    { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // A process that ends without stopping it takes it along.
  const takeAlong = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', takeAlong);
  let said = '';
  let ended: string | null = null;
  const hear = (text: Buffer): void => {
    said = `${said}${text.toString()}`.slice(-4000);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.on('error', (error) => {
    ended = 'code' in error && error.code === 'ENOENT' ? noJava : error.message;
  });
  child.on('exit', (code) => {
    ended ??= /UnsupportedClassVersion/.test(said)
      ? noJava
      : `DynamoDB Local ended (${code}): ${said.trim()}`;
  });
  const endpoint = `http://localhost:${port}`;
  const stop = async (): Promise<void> => {
    process.off('exit', takeAlong);
    child.kill();
    if (ended === null && child.exitCode === null) await new Promise((done) => child.once('exit', done));
  };
  const limit = Date.now() + startLimit;
  while (!(await answers(endpoint))) {
    if (ended !== null) throw new RangeError(ended);
    if (Date.now() > limit || said.includes('BindException')) {
      await stop();
      throw new RangeError(`DynamoDB Local did not start: ${said.trim() || 'it does not answer'}`);
    }
    await wait(askEvery);
  }
  return { endpoint, pid: child.pid ?? 0, stop };
}

const noJava =
  'Homeward keeps its local data in DynamoDB Local, which needs Java 17 or newer: install it from https://adoptium.net and try again.';

/** A client of the emulator: any region and any keys will do. */
export function localClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function answers(endpoint: string): Promise<boolean> {
  const client = localClient(endpoint);
  try {
    await client.send(new ListTablesCommand({}));
    return true;
  } catch {
    return false;
  } finally {
    client.destroy();
  }
}

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Makes the table in the shape it has on AWS; leaves one that is there as it is.
 * @param stream false for a table whose stream nobody reads
 */
export async function createLocalTable(
  client: DynamoDBClient,
  tableName: string,
  { stream = true }: { readonly stream?: boolean } = {},
): Promise<void> {
  const keys = [tableShape, ...tableShape.indexes];
  const names = [...new Set(keys.flatMap(({ partition, sort }) => [partition.name, sort.name]))];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: keySchema(tableShape),
        GlobalSecondaryIndexes: tableShape.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: index.projection },
        })),
        ...(stream && {
          StreamSpecification: { StreamEnabled: true, StreamViewType: tableShape.stream },
        }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

function keySchema({ partition, sort }: KeyPair) {
  return [
    { AttributeName: partition.name, KeyType: 'HASH' as const },
    { AttributeName: sort.name, KeyType: 'RANGE' as const },
  ];
}
