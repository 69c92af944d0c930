import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Instant } from '../domain/day.ts';
import type { Item } from './item.ts';
import { current, keyNames, partitionOf } from './keys.ts';
import type { Table } from './records.ts';

/** Seconds for which what somebody began to fill in is kept: 30 days. */
export const draftSeconds = 30 * 24 * 60 * 60;

/** Whose draft of which form. A member has one of each. */
export interface DraftOf {
  readonly partnership: string;
  readonly member: string;
  readonly form: 'listVacancy' | 'requestPlacement';
}

const Kept = z.object({ data: z.string(), [keyNames.expiry]: z.number() });

const keyOf = ({ partnership, member, form }: DraftOf): Item => ({
  [keyNames.partition]: partitionOf(partnership, 'draft', `${form}.${member}`),
  [keyNames.sort]: current,
});

const seconds = (now: Instant): number => Math.floor(Date.parse(now) / 1000);

/** What somebody has answered so far; null when they have not begun, have finished, or left it too long. */
export async function readDraft<T>(
  { client, tableName }: Table,
  whose: DraftOf,
  shape: z.ZodType<T>,
  now: Instant,
): Promise<T | null> {
  const { Item: found } = await client.send(
    new GetCommand({ TableName: tableName, Key: keyOf(whose), ConsistentRead: true }),
  );
  const kept = Kept.safeParse(found);
  if (!kept.success || kept.data[keyNames.expiry] <= seconds(now)) return null;
  // A draft from before its form changed is no draft any more.
  return shape.safeParse(JSON.parse(kept.data.data)).data ?? null;
}

/** Keeps what somebody has answered so far, over what was kept before. Null: they have finished. */
export async function keepDraft(
  { client, tableName }: Table,
  whose: DraftOf,
  answers: unknown,
  now: Instant,
): Promise<void> {
  const Item = {
    ...keyOf(whose),
    kind: 'draft',
    partnership: whose.partnership,
    data: JSON.stringify(answers),
    [keyNames.expiry]: seconds(now) + (answers === null ? 0 : draftSeconds),
  };
  await client.send(new PutCommand({ TableName: tableName, Item }));
}
