import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { everywhere } from '../../shared/store/keys.ts';
import { markDirty } from '../../shared/store/operational.ts';
import { rematchKinds } from '../../shared/store/rematch-kinds.ts';
import { placeOf } from '../../shared/watch/fault-place.ts';
import type { DoorDeps } from '../door.ts';
import { rematchAndTell } from '../rematch-and-tell.ts';

const Text = z.object({ S: z.string().min(1) });

/** All that is read of an item: what kind it is, and of which partnership. */
const Image = z.object({ kind: Text, partnership: Text });

/** The records of a batch that call for a new plan of each partnership, by their sequence numbers. */
type Calls = ReadonlyMap<string, readonly string[]>;

/**
 * The engine's door: whenever something changes that it would read, it makes a new plan of that partnership. It writes
 * plans, suggestions and its leases, and is woken by none of them. Once a partnership is marked its records are done
 * with, whatever becomes of the run; a record that cannot be read is parked, and holds up no other of its batch.
 */
export function streamDoor(deps: DoorDeps) {
  return async ({ Records: batch }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { calls, unread } = sort(batch);
    for (const record of unread)
      deps.log('record-parked', { event: record.eventID ?? '', sequence: sequenceOf(record) });
    const failed = unread.map(sequenceOf);
    const marked: string[] = [];
    for (const [partnership, sequences] of calls) {
      if (await mark(deps, partnership)) marked.push(partnership);
      else failed.push(...sequences);
    }
    for (const partnership of marked)
      if (!(await rematchAndTell(deps, partnership))) deps.log('rematch-left-to-another', { partnership });
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}

function sort(batch: readonly DynamoDBRecord[]): { calls: Calls; unread: readonly DynamoDBRecord[] } {
  const calls = new Map<string, string[]>();
  const unread: DynamoDBRecord[] = [];
  for (const record of batch) {
    const image = Image.safeParse(record.dynamodb?.NewImage ?? record.dynamodb?.OldImage);
    if (!image.success) {
      unread.push(record);
      continue;
    }
    const partnership = image.data.partnership.S;
    if (partnership === everywhere || !rematchKinds.includes(image.data.kind.S)) continue;
    calls.set(partnership, [...(calls.get(partnership) ?? []), sequenceOf(record)]);
  }
  return { calls, unread };
}

async function mark(deps: DoorDeps, partnership: string): Promise<boolean> {
  try {
    await markDirty(deps.writing.table, partnership);
    return true;
  } catch (fault) {
    deps.log('plan-faulted', { partnership, ...placeOf(fault) });
    return false;
  }
}

const sequenceOf = (record: DynamoDBRecord): string => record.dynamodb?.SequenceNumber ?? '';
