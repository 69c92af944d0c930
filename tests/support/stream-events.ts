import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { itemOf } from '../../shared/store/item.ts';
import type { Kind } from '../../shared/store/kind.ts';

let sequence = 0;

/** The stream record of an item that was written. */
export function changed(item: Readonly<Record<string, unknown>>): DynamoDBRecord {
  const number = String(++sequence).padStart(10, '0');
  return {
    eventID: `event-${number}`,
    eventName: 'MODIFY',
    dynamodb: { SequenceNumber: number, NewImage: marshall(item) as never },
  };
}

export function changeOf<T>(partnership: string, kind: Kind<T>, data: T): DynamoDBRecord {
  return changed(itemOf(partnership, kind, 1, data));
}

export const batchOf = (...records: DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records: records });
