import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type DataLoader from 'dataloader';
import { batchReads, type Found } from './batch-reads.ts';
import { type Item, keptOf, keyOf } from './item.ts';
import { aboutOf, everywhere, keyNames, listOf, partitionOf } from './keys.ts';
import type { Kept, Kind } from './kind.ts';

/** The table, the client that reaches it, and how long to wait where it is busy. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Waits before something is asked again; given the number of the try that came to nothing, from 1. */
  readonly pause: (attempt: number) => Promise<void>;
}

/** One page of a list. `next` asks for the page after; null on the last one. */
export interface Page<T> {
  readonly items: readonly Kept<T>[];
  readonly next: string | null;
}

export interface PageAsked {
  readonly within?: string;
  readonly after?: string | undefined;
  /** The list begins with what it sorts by this or later, such as a first day. */
  readonly from?: string;
  /** At most 100. */
  readonly limit: number;
}

/** Items of one reading asked for at the same time, so that a large one leaves room for others. */
const mostAtOnce = 400;

/**
 * What one partnership has on record. By key, reads see every write before them; lists may lag behind by moments, so
 * nothing is decided on a list alone.
 */
export class Records {
  readonly partnership: string;
  readonly #table: Table;
  readonly #reads: DataLoader<string, Found>;

  constructor(table: Table, partnership: string) {
    this.#table = table;
    this.partnership = partnership;
    this.#reads = batchReads(table);
  }

  async get<T>(kind: Kind<T>, id: string): Promise<Kept<T> | null> {
    const { Item } = await this.#table.client.send(
      new GetCommand({
        TableName: this.#table.tableName,
        Key: keyOf(this.partnership, kind, id),
        ConsistentRead: true,
      }),
    );
    return Item ? keptOf(this.partnership, kind, Item) : null;
  }

  /** In the order of the ids, each once; those that are not there are left out. */
  async getMany<T>(kind: Kind<T>, ids: Iterable<string>): Promise<Kept<T>[]> {
    const owner = kind.everywhere ? everywhere : this.partnership;
    const partitions = Array.from(new Set(ids), (id) => partitionOf(owner, kind.name, id));
    const found: Kept<T>[] = [];
    for (const some of inGroups(partitions, mostAtOnce))
      for (const raw of await Promise.all(some.map((partition) => this.#reads.load(partition))))
        if (raw) found.push(keptOf(this.partnership, kind, raw));
    return found;
  }

  /** A page of the partnership's list of a kind. */
  async list<T>(kind: Kind<T>, { within, after, from, limit }: PageAsked): Promise<Page<T>> {
    const owner = kind.everywhere ? everywhere : this.partnership;
    return this.#page(kind, keyNames.lists, listOf(owner, kind.name, within), after, {
      limit: Math.min(limit, 100),
      from,
    });
  }

  /** Every record of a kind, or of those within a state: for the engine, which reads all there is. */
  async all<T>(kind: Kind<T>, within?: string): Promise<Kept<T>[]> {
    const owner = kind.everywhere ? everywhere : this.partnership;
    return this.#every(kind, keyNames.lists, listOf(owner, kind.name, within));
  }

  /** The ids of every record of a kind, or of those within a state, and nothing else of them. */
  async ids<T>(kind: Kind<T>, within?: string): Promise<string[]> {
    const owner = kind.everywhere ? everywhere : this.partnership;
    const begins = partitionOf(owner, kind.name, '');
    const ids: string[] = [];
    let from: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await this.#table.client.send(
        new QueryCommand({
          TableName: this.#table.tableName,
          IndexName: keyNames.lists.index,
          KeyConditionExpression: '#partition = :partition',
          ProjectionExpression: '#key',
          ExpressionAttributeNames: { '#partition': keyNames.lists.partition, '#key': keyNames.partition },
          ExpressionAttributeValues: { ':partition': listOf(owner, kind.name, within) },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const item of Items) ids.push(String(item[keyNames.partition]).slice(begins.length));
      from = LastEvaluatedKey;
    } while (from);
    return ids;
  }

  /** Every record of a kind that concerns one subject, such as a person's proposals. */
  async about<T>(kind: Kind<T>, subject: string): Promise<Kept<T>[]> {
    const owner = kind.everywhere ? everywhere : this.partnership;
    return this.#every(kind, keyNames.subjects, aboutOf(owner, kind.name, subject));
  }

  async #every<T>(kind: Kind<T>, index: IndexNames, partition: string): Promise<Kept<T>[]> {
    const items: Kept<T>[] = [];
    let after: string | undefined;
    do {
      const page = await this.#page(kind, index, partition, after, {});
      items.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return items;
  }

  async #page<T>(
    kind: Kind<T>,
    index: IndexNames,
    partition: string,
    after: string | undefined,
    { limit, from }: { readonly limit?: number; readonly from?: string | undefined },
  ): Promise<Page<T>> {
    const start = after === undefined ? undefined : startOf(after, index, partition);
    // A page that ended before the first of what is asked now is no place in it: the list begins at its beginning.
    const isWithin = start && (from === undefined || String(start[index.sort]) >= from);
    const { Items = [], LastEvaluatedKey } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.tableName,
        IndexName: index.index,
        KeyConditionExpression: `#partition = :partition${from === undefined ? '' : ' AND #sort >= :from'}`,
        ExpressionAttributeNames: {
          '#partition': index.partition,
          ...(from !== undefined && { '#sort': index.sort }),
        },
        ExpressionAttributeValues: { ':partition': partition, ...(from !== undefined && { ':from': from }) },
        ...(isWithin && { ExclusiveStartKey: start }),
        ...(limit !== undefined && { Limit: limit }),
      }),
    );
    return {
      items: Items.map((raw) => keptOf(this.partnership, kind, raw)),
      next: LastEvaluatedKey ? cursorOf(LastEvaluatedKey, index) : null,
    };
  }
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

type IndexNames = typeof keyNames.lists | typeof keyNames.subjects;

/** Where a page ended, without the partition: a cursor carried to another partnership's list opens nothing there. */
function cursorOf(last: Readonly<Record<string, unknown>>, index: IndexNames): string {
  const id = String(last[keyNames.partition]).split('#').slice(2).join('#');
  return Buffer.from(JSON.stringify([id, last[keyNames.sort], last[index.sort]])).toString('base64url');
}

/** Whether a text is a cursor that some list gave out. */
export function isCursor(text: string): boolean {
  return cursorParts(text) !== null;
}

/** @throws RangeError when the text is no cursor of a list */
function startOf(cursor: string, index: IndexNames, partition: string): Item {
  const parts = cursorParts(cursor);
  if (!parts) throw new RangeError('This is no place in a list.');
  const [id, sort, listed] = parts;
  const owner = partition.split('#')[1] ?? '';
  return {
    [keyNames.partition]: `T#${owner}#${id}`,
    [keyNames.sort]: sort,
    [index.partition]: partition,
    [index.sort]: listed,
  };
}

function cursorParts(cursor: string): [string, string, string] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) {
      const [id, sort, listed, ...more] = parts;
      if ([id, sort, listed].every((one) => typeof one === 'string') && more.length === 0)
        return [String(id), String(sort), String(listed)];
    }
  } catch {
    // Not base64 of JSON.
  }
  return null;
}
