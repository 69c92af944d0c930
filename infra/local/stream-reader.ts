import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type GetShardIteratorCommandInput,
  type Shard,
  type _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';

/** Stands in place of a sequence number once a shard is closed and read to its end. */
const end = 'end';

/** Reads a stream shard by shard, parents before their children. */
export class StreamReader {
  readonly #client: DynamoDBStreamsClient;
  readonly #stream: string;
  /** For each shard the last sequence number dealt with. */
  readonly #reached: Map<string, string>;
  /** Where each shard is read next; null once it is closed and read to its end. */
  readonly #iterators = new Map<string, string | null>();

  constructor(client: DynamoDBStreamsClient, stream: string, reached: Map<string, string>) {
    this.#client = client;
    this.#stream = stream;
    this.#reached = reached;
  }

  async open(): Promise<string[]> {
    const shards: Shard[] = [];
    let ExclusiveStartShardId: string | undefined;
    do {
      const { StreamDescription } = await this.#client.send(
        new DescribeStreamCommand({ StreamArn: this.#stream, ExclusiveStartShardId }),
      );
      shards.push(...(StreamDescription?.Shards ?? []));
      ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId;
    } while (ExclusiveStartShardId !== undefined);
    const ids = new Set(shards.map((one) => one.ShardId));
    const isDone = (id: string | undefined): boolean =>
      id === undefined || !ids.has(id) || this.#reached.get(id) === end;
    return shards.flatMap(({ ShardId, ParentShardId }) =>
      ShardId !== undefined && !isDone(ShardId) && isDone(ParentShardId) ? [ShardId] : [],
    );
  }

  /** Leaves out whatever has been written so far. */
  async skip(): Promise<void> {
    for (const shard of await this.open())
      this.#iterators.set(shard, await this.#iteratorOf(shard, { ShardIteratorType: 'LATEST' }));
  }

  async next(shard: string): Promise<StreamRecord[]> {
    const known = this.#iterators.get(shard);
    if (known === null) return [];
    const iterator = known ?? (await this.#iteratorOf(shard));
    try {
      const { Records = [], NextShardIterator = null } = await this.#client.send(
        new GetRecordsCommand({ ShardIterator: iterator }),
      );
      this.#iterators.set(shard, NextShardIterator);
      return Records;
    } catch (fault) {
      // An iterator holds for a quarter of an hour, less than a laptop may sleep: the next round makes a new one.
      if (!(fault instanceof Error) || fault.name !== 'ExpiredIteratorException') throw fault;
      this.#iterators.delete(shard);
      return [];
    }
  }

  dealtWith(shard: string, last: StreamRecord | undefined): void {
    const number = last?.dynamodb?.SequenceNumber;
    if (number !== undefined) this.#reached.set(shard, number);
    if (this.#iterators.get(shard) === null) this.#reached.set(shard, end);
  }

  async #iteratorOf(shard: string, from: From = this.#goOn(shard)): Promise<string> {
    const { ShardIterator } = await this.#client.send(
      new GetShardIteratorCommand({ StreamArn: this.#stream, ShardId: shard, ...from }),
    );
    if (ShardIterator === undefined) throw new RangeError(`The shard ${shard} cannot be read.`);
    return ShardIterator;
  }

  #goOn(shard: string): From {
    const after = this.#reached.get(shard);
    return after === undefined
      ? { ShardIteratorType: 'TRIM_HORIZON' }
      : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
  }
}

type From = Pick<GetShardIteratorCommandInput, 'ShardIteratorType' | 'SequenceNumber'>;
