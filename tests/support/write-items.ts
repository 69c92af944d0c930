import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Items written in one go. DynamoDB's own limit. */
const batchSize = 25;

/** Batches under way at the same time. */
const batchesAtOnce = 8;

/** Writes items as they are, without a commit: to set a scene, never to do what is being tested. */
export async function writeItems(
  client: DynamoDBDocumentClient,
  tableName: string,
  items: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const most = batchSize * batchesAtOnce;
  for (let from = 0; from < items.length; from += most) {
    const together = items.slice(from, from + most);
    const batches = Array.from({ length: Math.ceil(together.length / batchSize) }, (_, i) =>
      together.slice(i * batchSize, (i + 1) * batchSize).map((Item) => ({ PutRequest: { Item } })),
    );
    const answers = await Promise.all(
      batches.map((batch) => client.send(new BatchWriteCommand({ RequestItems: { [tableName]: batch } }))),
    );
    if (answers.some(({ UnprocessedItems }) => UnprocessedItems?.[tableName]))
      throw new Error('The emulator did not take every item.');
  }
}
