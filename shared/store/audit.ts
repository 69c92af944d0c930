import { createHash, createHmac } from 'node:crypto';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AuditEntry, type Deed } from '../domain/audit.ts';
import type { Instant } from '../domain/day.ts';
import type { Item } from './item.ts';
import { keyNames, partitionOf } from './keys.ts';
import type { Subject } from './kind.ts';
import type { Table } from './records.ts';
import type { Change } from './steps.ts';

/** Stands for the entry before the first. */
const beginning = '0'.repeat(64);

/** Digits of an entry's number in its sort key, so that text order is number order. */
const numberDigits = 9;

const numberKey = (number: number): string => String(number).padStart(numberDigits, '0');

/** Sorts after the key of every entry: a colon comes after the digits. */
const afterTheLast = ':';

/** What an entry says besides its changes. */
export interface AuditHead {
  readonly commit: string;
  readonly at: Instant;
  readonly by: string;
  readonly deed: Deed;
  readonly told: Readonly<Record<string, string>>;
}

const auditPartition = (partnership: string, subject: Subject): string =>
  partitionOf(partnership, 'audit', subject);

/**
 * The entries of one subject, oldest first.
 * @param limit the newest so many; all when left out
 * @param before only entries with a smaller number; all when left out
 */
export async function auditOf(
  { client, tableName }: Table,
  partnership: string,
  subject: Subject,
  limit?: number,
  before?: number,
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: '#partition = :partition AND #number < :before',
        ExpressionAttributeNames: { '#partition': keyNames.partition, '#number': keyNames.sort },
        ExpressionAttributeValues: {
          ':partition': auditPartition(partnership, subject),
          ':before': before === undefined ? afterTheLast : numberKey(before),
        },
        ConsistentRead: true,
        ScanIndexForward: false,
        ...(limit !== undefined && { Limit: limit - entries.length }),
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    entries.push(...Items.map((item) => AuditEntry.parse(JSON.parse(String(item.data)))));
    start = LastEvaluatedKey;
  } while (start && (limit === undefined || entries.length < limit));
  return entries.reverse();
}

/** Where a trail ends: what the next entry is chained to. */
export interface TrailEnd {
  readonly number: number;
  readonly hash: string;
}

const TrailEndItem = z.object({ [keyNames.sort]: z.string(), hash: z.string() });

/** The end of a subject's trail, without what its last entry says; undefined before the first. */
export async function trailEnd(
  { client, tableName }: Table,
  partnership: string,
  subject: Subject,
): Promise<TrailEnd | undefined> {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: '#partition = :partition',
      ProjectionExpression: '#number, #hash',
      ExpressionAttributeNames: {
        '#partition': keyNames.partition,
        '#number': keyNames.sort,
        '#hash': 'hash',
      },
      ExpressionAttributeValues: { ':partition': auditPartition(partnership, subject) },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  if (Items.length === 0) return undefined;
  const { [keyNames.sort]: number, hash } = TrailEndItem.parse(Items[0]);
  return { number: Number(number), hash };
}

/** The item of the entry that follows `last`. Written once: its key must not exist. */
export function auditItem(
  partnership: string,
  subject: Subject,
  last: TrailEnd | undefined,
  head: AuditHead,
  changes: readonly Change[],
  secret: string,
): Item {
  const told = {
    subject,
    number: (last?.number ?? 0) + 1,
    ...head,
    told: { ...head.told },
    changes: changes.map(({ data, fields, ...change }) => ({
      ...change,
      fields: [...fields],
      hash: keyedHash(secret, data),
    })),
    before: last?.hash ?? beginning,
  };
  const entry: AuditEntry = { ...told, hash: entryHash(told) };
  return {
    [keyNames.partition]: auditPartition(partnership, subject),
    [keyNames.sort]: numberKey(entry.number),
    kind: 'audit',
    partnership,
    version: 1,
    hash: entry.hash,
    data: JSON.stringify(entry),
  };
}

/** A hash nobody can find the input of by trying names or dates, without the secret. */
export function keyedHash(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}

function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(JSON.stringify(entry, inKeyOrder)).digest('hex');
}

/** Sorts the fields of what is written as JSON, so that the order in which somebody named them changes no hash. */
function inKeyOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Whether the entries of a subject are whole, in order and unaltered.
 * @returns the number of the first entry that is wrong, or null
 */
export function brokenEntry(entries: readonly AuditEntry[]): number | null {
  let before = beginning;
  for (const [i, entry] of entries.entries()) {
    const { hash, ...told } = entry;
    if (entry.number !== i + 1 || entry.before !== before || entryHash(told) !== hash) return i + 1;
    before = hash;
  }
  return null;
}
