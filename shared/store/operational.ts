import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Day, Instant } from '../domain/day.ts';
import type { Item } from './item.ts';
import { aboutOf, current, keyNames, partitionOf } from './keys.ts';
import type { Table } from './records.ts';

/**
 * The writer of what keeps the service running and decides nothing. The lease of a partnership says whether its plan is
 * behind the facts, and who is making a new one. Changes are counted, not timed: two in one millisecond, or on two
 * clocks, are still two.
 */
const StoredLease = z.object({
  /** Changes that called for a new plan, ever. */
  marks: z.int().min(0).default(0),
  /** How many of them the last finished run had seen. */
  planned: z.int().min(0).default(0),
  holder: z.string().nullable().default(null),
  heldUntil: Instant.nullable().default(null),
});

/** A partnership's lease while somebody holds it. `marks` is what their next reading of the facts will have seen. */
export interface Lease {
  readonly partnership: string;
  readonly holder: string;
  readonly marks: number;
}

const leaseKey = (partnership: string, id: string): Item => ({
  [keyNames.partition]: partitionOf(partnership, 'lease', id),
  [keyNames.sort]: current,
});

/** Notes that the plan of a partnership is behind its facts. Counted twice when an answer is lost, which harms nothing. */
export async function markDirty({ client, tableName }: Table, partnership: string): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: tableName,
      Key: leaseKey(partnership, 'rematch'),
      UpdateExpression: 'SET #kind = :kind, partnership = :partnership ADD marks :one',
      ExpressionAttributeNames: { '#kind': 'kind' },
      ExpressionAttributeValues: { ':kind': 'lease', ':partnership': partnership, ':one': 1 },
    }),
  );
}

/** Whether a partnership's plan is behind its facts and nobody is making a new one. */
export async function isDue(
  { client, tableName }: Table,
  partnership: string,
  now: Instant,
): Promise<boolean> {
  const { Item: found } = await client.send(
    new GetCommand({ TableName: tableName, Key: leaseKey(partnership, 'rematch'), ConsistentRead: true }),
  );
  const { marks, planned, heldUntil } = StoredLease.parse(found ?? {});
  return marks > planned && (heldUntil === null || heldUntil <= now);
}

/**
 * Takes the lease of a partnership whose plan is behind, or keeps it for its holder.
 * @param seconds after which somebody else may take it: longer than the holder can live
 * @returns null when the plan is not behind, or another holds the lease and may still be alive
 */
export async function takeLease(
  { client, tableName }: Table,
  partnership: string,
  { holder, now, seconds }: { readonly holder: string; readonly now: Instant; readonly seconds: number },
): Promise<Lease | null> {
  return ifConditionHolds(async () => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: leaseKey(partnership, 'rematch'),
        UpdateExpression: 'SET holder = :holder, heldUntil = :until',
        ConditionExpression:
          '(attribute_not_exists(planned) OR planned < marks) AND attribute_exists(marks) AND ' +
          '(attribute_not_exists(heldUntil) OR heldUntil <= :now OR holder = :holder)',
        ExpressionAttributeValues: { ':holder': holder, ':now': now, ':until': after(now, seconds) },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return { partnership, holder, marks: StoredLease.parse(Attributes).marks };
  });
}

/**
 * Gives the lease back with all its changes planned, if there were no more of them since it was taken.
 * @returns false when there were, or when another has taken the lease; asked again after a lost answer, still true
 */
export async function releaseLease(
  { client, tableName }: Table,
  { partnership, holder, marks }: Lease,
): Promise<boolean> {
  const released = await ifConditionHolds(async () => {
    await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: leaseKey(partnership, 'rematch'),
        UpdateExpression: 'SET planned = :marks, lastHolder = :holder REMOVE holder, heldUntil',
        ConditionExpression: 'marks = :marks AND (holder = :holder OR lastHolder = :holder)',
        ExpressionAttributeValues: { ':marks': marks, ':holder': holder },
      }),
    );
    return true;
  });
  return released ?? false;
}

/** Lets go of a lease without having planned, so that the next who looks may try at once. */
export async function dropLease({ client, tableName }: Table, { partnership, holder }: Lease): Promise<void> {
  await ifConditionHolds(async () => {
    await client.send(
      new UpdateCommand({
        TableName: tableName,
        Key: leaseKey(partnership, 'rematch'),
        UpdateExpression: 'REMOVE holder, heldUntil',
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: { ':holder': holder },
      }),
    );
  });
}

/** The last night whose full rematch was called for; null before the first. */
export async function lastNight({ client, tableName }: Table, partnership: string): Promise<Day | null> {
  const { Item: found } = await client.send(
    new GetCommand({ TableName: tableName, Key: leaseKey(partnership, 'nightly'), ConsistentRead: true }),
  );
  return found ? Day.parse(found.night) : null;
}

export async function rememberNight(
  { client, tableName }: Table,
  partnership: string,
  night: Day,
): Promise<void> {
  const item = { ...leaseKey(partnership, 'nightly'), kind: 'lease', partnership, night };
  await client.send(new PutCommand({ TableName: tableName, Item: item }));
}

/** Seconds for which it is kept who read a name: two years. */
const readLogSeconds = 2 * 365 * 24 * 60 * 60;

/** Who read who somebody is, and when. */
export interface ReadLogged {
  readonly partnership: string;
  readonly member: string;
  readonly person: string;
  readonly at: Instant;
  readonly newId: (prefix: string) => string;
}

/**
 * Notes that a member read who a person is, before they are told. Found by the person, in the order of time. The same
 * note sent again after a lost answer is there once.
 */
export async function logRead(table: Table, { person, ...read }: ReadLogged): Promise<void> {
  await note(table, read, person, { person });
}

/** Who took rows away, which, and when. */
export interface ExportLogged extends Omit<ReadLogged, 'person'> {
  /** A name of the rows that says nothing of anybody in them. */
  readonly what: string;
}

/** What exports are found by in the log of reads; no person can be called this. */
const exportsOf = '_exports';

/** Notes that a member took rows away, before they have them; kept and found as who read a name is. */
export async function logExport(table: Table, { what, ...taken }: ExportLogged): Promise<void> {
  await note(table, taken, exportsOf, { what });
}

async function note(
  { client, tableName }: Table,
  { partnership, member, at, newId }: Omit<ReadLogged, 'person'>,
  subject: string,
  told: Readonly<Record<string, string>>,
): Promise<void> {
  const id = newId('read');
  const Item: Item = {
    [keyNames.partition]: partitionOf(partnership, 'readLog', id),
    [keyNames.sort]: current,
    [keyNames.subjects.partition]: aboutOf(partnership, 'readLog', subject),
    [keyNames.subjects.sort]: `${at}#${id}`,
    kind: 'readLog',
    partnership,
    version: 1,
    data: JSON.stringify({ id, member, ...told, at }),
    [keyNames.expiry]: Math.floor(Date.parse(at) / 1000) + readLogSeconds,
  };
  await ifConditionHolds(() =>
    client.send(
      new PutCommand({
        TableName: tableName,
        Item,
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': keyNames.partition },
      }),
    ),
  );
}

const after = (now: Instant, seconds: number): Instant =>
  Instant.parse(new Date(Date.parse(now) + seconds * 1000).toISOString());

/** @returns null when somebody else was there first */
export async function ifConditionHolds<T>(write: () => Promise<T>): Promise<T | null> {
  try {
    return await write();
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return null;
    throw fault;
  }
}
