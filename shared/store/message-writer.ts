import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Message } from '../domain/message.ts';
import { itemOf } from './item.ts';
import { keyNames } from './keys.ts';
import type { Kept } from './kind.ts';
import { messages } from './kinds/messages.ts';
import type { Table } from './records.ts';

/** Days that a message is kept. */
const daysKept = 90;

/** Writes a message if it is still in the version that was read; 0 for one that is not there. @returns whether it was */
async function put(
  { client, tableName }: Table,
  partnership: string,
  message: Message,
  expects: number,
): Promise<boolean> {
  const expiresAt = Math.floor(Date.parse(message.createdAt) / 1000) + daysKept * 24 * 60 * 60;
  try {
    await client.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...itemOf(partnership, messages, expects + 1, message), [keyNames.expiry]: expiresAt },
        ConditionExpression: expects === 0 ? 'attribute_not_exists(#key)' : '#version = :expects',
        ExpressionAttributeNames: expects === 0 ? { '#key': keyNames.partition } : { '#version': 'version' },
        ...(expects > 0 && { ExpressionAttributeValues: { ':expects': expects } }),
      }),
    );
    return true;
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return false;
    throw fault;
  }
}

/** Puts a message in the queue. The same one, put there again, stays as it is. */
export async function queueMessage(table: Table, partnership: string, message: Message): Promise<boolean> {
  return put(table, partnership, message, 0);
}

/** Changes a message, unless somebody else changed it first. */
export async function changeMessage(
  table: Table,
  kept: Kept<Message>,
  to: Partial<Message>,
): Promise<boolean> {
  return put(table, kept.partnership, { ...kept.data, ...to }, kept.version);
}
