import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import DataLoader from 'dataloader';
import { current, keyNames } from './keys.ts';
import type { Table } from './records.ts';

/** Items fetched in one go by key. DynamoDB's own limit. */
const batchSize = 100;

/** What the table holds under a key, or null. */
export type Found = Record<string, unknown> | null;

/**
 * Reads current items by their partition, each as it stands after every write before. What is asked for in the same
 * moment goes out together, of whatever kinds it is, so that the same answers take fewer requests. Nothing is remembered
 * from one moment to the next.
 */
export function batchReads(table: Table): DataLoader<string, Found> {
  return new DataLoader<string, Found>(
    async (partitions) => {
      const found = await readBatch(table, new Set(partitions));
      return partitions.map((partition) => found.get(partition) ?? null);
    },
    { cache: false, maxBatchSize: batchSize },
  );
}

/**
 * Asks again for what a busy table left over, each time after a longer pause.
 * @param partitions each once: DynamoDB refuses a batch that names a key twice
 */
async function readBatch(
  { client, tableName, pause }: Table,
  partitions: ReadonlySet<string>,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  let left: Record<string, unknown>[] = Array.from(partitions, (partition) => ({
    [keyNames.partition]: partition,
    [keyNames.sort]: current,
  }));
  for (let attempt = 1; left.length > 0; attempt++) {
    if (attempt > 1) await pause(attempt - 1);
    const page = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } }),
    );
    for (const item of page.Responses?.[tableName] ?? []) found.set(String(item[keyNames.partition]), item);
    left = page.UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}
