import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient, type _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';
import { type Deliver, deliver } from './deliver.ts';
import { localClient } from './dynamodb-local.ts';
import { passes } from './filter.ts';
import { StreamReader } from './stream-reader.ts';
import type { StreamMapping } from './template.ts';

/** Carries the changes of the table to a function, as an event source mapping does. */
export interface Pump {
  stop(): Promise<void>;
}

export interface PumpOptions {
  readonly endpoint: string;
  readonly tableName: string;
  readonly mapping: StreamMapping;
  readonly invoke: (name: string, event: unknown) => Promise<unknown>;
  /** Where the place reached in the stream is kept: a restart goes on from there. */
  readonly checkpoint: string;
  /** Where to begin in a stream of which no place is kept: with its oldest record, or with the next to come. */
  readonly from: 'oldest' | 'next';
  /** Takes a line for each batch that was given up. */
  readonly deadLetters: string;
  /** Told once when the pump cannot go on. */
  readonly broken: (fault: unknown) => void;
}

/** Milliseconds between two looks at a stream with nothing new. */
const lookEvery = 200;

/** What `StreamReader` has dealt with. */
const Checkpoint = z.object({ stream: z.string(), shards: z.record(z.string(), z.string()) });

/** @returns once every change made from then on is sure to be seen */
export async function startPump(options: PumpOptions): Promise<Pump> {
  const { endpoint, tableName, checkpoint: file } = options;
  const stopping = new AbortController();
  const table = localClient(endpoint);
  const { Table } = await table.send(new DescribeTableCommand({ TableName: tableName }));
  table.destroy();
  const stream = Table?.LatestStreamArn;
  if (stream === undefined) throw new RangeError(`The table ${tableName} has no stream.`);
  const client = new DynamoDBStreamsClient({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const kept = existsSync(file) ? Checkpoint.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  const reached = new Map(kept?.stream === stream ? Object.entries(kept.shards) : []);
  const reader = new StreamReader(client, stream, reached);
  if (options.from === 'next' && reached.size === 0) await reader.skip();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const quiet = (await round(reader, options, stopping.signal)) === 0;
      writeFileSync(file, JSON.stringify({ stream, shards: Object.fromEntries(reached) }));
      if (quiet) await wait(lookEvery, undefined, { signal: stopping.signal });
    }
  };
  const running = run().catch((fault: unknown) => {
    if (!stopping.signal.aborted) options.broken(fault);
  });
  return {
    async stop() {
      stopping.abort();
      await running;
      client.destroy();
    },
  };
}

/** Deals with what is new in every shard. @returns how many records were read */
async function round(
  reader: StreamReader,
  { mapping, invoke, deadLetters }: PumpOptions,
  signal: AbortSignal,
): Promise<number> {
  const { batchSize, windowSeconds, patterns } = mapping;
  const wantedOf = (records: readonly StreamRecord[]): StreamEvent[] =>
    records.map(eventOf).filter((event) => passes(patterns, event));
  let read = 0;
  for (const shard of await reader.open()) {
    const records = await reader.next(shard);
    const wanted = wantedOf(records);
    if (wanted.length > 0 && wanted.length < batchSize && windowSeconds > 0) {
      // What comes within the window goes along, as in a mapping that waits for a batch to fill.
      await wait(windowSeconds * 1000, undefined, { signal });
      const more = await reader.next(shard);
      records.push(...more);
      wanted.push(...wantedOf(more));
    }
    const delivering: Deliver<StreamEvent> = {
      mapping,
      invoke,
      signal,
      park: (given) => appendFileSync(deadLetters, `${deadLetter(mapping.function, shard, given)}\n`),
    };
    for (let at = 0; at < wanted.length; at += batchSize)
      await deliver(delivering, wanted.slice(at, at + batchSize));
    reader.dealtWith(shard, records.at(-1));
    read += records.length;
  }
  return read;
}

/** A stream record as a function gets it: its time is in seconds. */
function eventOf(record: StreamRecord) {
  const { ApproximateCreationDateTime: at, ...change } = record.dynamodb ?? {};
  return {
    ...record,
    dynamodb: { ...change, ApproximateCreationDateTime: Math.floor((at?.getTime() ?? 0) / 1000) },
  };
}

type StreamEvent = ReturnType<typeof eventOf>;

/** What Lambda sends to a dead-letter queue: where the records stood, not the records. */
function deadLetter(name: string, shardId: string, given: readonly StreamEvent[]): string {
  return JSON.stringify({
    requestContext: { functionArn: name, condition: 'RetryAttemptsExhausted' },
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: given[0]?.dynamodb.SequenceNumber,
      endSequenceNumber: given.at(-1)?.dynamodb.SequenceNumber,
      batchSize: given.length,
    },
  });
}
