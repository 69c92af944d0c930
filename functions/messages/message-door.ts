import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { StoredItem } from '../../shared/store/item.ts';
import { messages } from '../../shared/store/kinds/messages.ts';
import { OutboxEvent } from '../../shared/store/outbox.ts';
import { type Delivery, deliver } from '../../shared/usecases/messages/deliver.ts';
import { queueMessages } from '../../shared/usecases/messages/queue-messages.ts';
import { placeOf } from '../../shared/watch/fault-place.ts';
import type { DoorDeps } from '../door.ts';

/** What a door for messages needs besides: who delivers, and where the service is reached. */
export interface MessageDeps extends DoorDeps {
  readonly delivery: Delivery;
  readonly address: string;
}

const Text = z.object({ S: z.string().min(1) });
const Image = z.object({ kind: Text, partnership: Text, version: z.object({ N: z.string() }), data: Text });

/**
 * The door that tells people. What a commit calls for is put in a queue of messages, and each message that comes into the
 * queue is delivered. A record that cannot be read is logged and left: it holds up nothing that comes after it.
 */
export function messageDoor(deps: MessageDeps) {
  return async ({ Records: batch }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const failed: string[] = [];
    for (const record of batch) {
      const sequence = record.dynamodb?.SequenceNumber ?? '';
      const image = Image.safeParse(record.dynamodb?.NewImage);
      if (!image.success) {
        // What was deleted, because its time was over, has no new image.
        if (record.eventName !== 'REMOVE') park(deps, record);
        continue;
      }
      try {
        await dealWith(deps, image.data, record);
      } catch (fault) {
        deps.log('message-faulted', { partnership: image.data.partnership.S, ...placeOf(fault) });
        failed.push(sequence);
      }
    }
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

const park = ({ log }: DoorDeps, { eventID, dynamodb }: DynamoDBRecord): void =>
  log('record-parked', { event: eventID ?? '', sequence: dynamodb?.SequenceNumber ?? '' });

async function dealWith(
  deps: MessageDeps,
  image: z.infer<typeof Image>,
  record: DynamoDBRecord,
): Promise<void> {
  const { table, now } = deps.writing;
  const partnership = image.partnership.S;
  const stored = StoredItem.safeParse({ version: Number(image.version.N), data: image.data.S });
  const data = stored.success ? jsonOf(stored.data.data) : undefined;
  if (image.kind.S === 'outbox') {
    const event = OutboxEvent.safeParse(data);
    if (!event.success) return park(deps, record);
    await queueMessages(table, partnership, event.data);
    return;
  }
  const message = messages.schema.safeParse(data);
  if (!message.success) return park(deps, record);
  if (message.data.status !== 'queued') return;
  const { delivery, address } = deps;
  const ended = await deliver({ table, now, delivery, address }, partnership, message.data.id);
  if (ended) deps.log('message-tried', { partnership, message: message.data.id, ended });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
