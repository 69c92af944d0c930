import { createHash } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Instant } from '../domain/day.ts';
import type { Item } from './item.ts';
import { current, everywhere, keyNames, partitionOf } from './keys.ts';
import { ifConditionHolds } from './operational.ts';
import type { Table } from './records.ts';

/** Seconds without a request after which a session is over: somebody has left a shared computer. */
export const idleSeconds = 15 * 60;

/** Seconds after which a session is over whatever happens: a shift. */
export const absoluteSeconds = 8 * 60 * 60;

/** Seconds within which a session that is used again need not be written again. */
const touchSeconds = 60;

/** Somebody signed in on one browser. Who they are here is read from their membership at each request, not from this. */
export const Session = z.object({ subject: z.string(), startedAt: Instant, seenAt: Instant });
export type Session = z.infer<typeof Session>;

const Kept = z.object({ data: z.string(), endedAt: z.string().optional() });

/** The table holds a hash of the id, so that nobody who reads it can take over a session. */
function keyOf(id: string): Item {
  const hash = createHash('sha256').update(id).digest('base64url');
  return { [keyNames.partition]: partitionOf(everywhere, 'session', hash), [keyNames.sort]: current };
}

const seconds = (instant: Instant): number => Math.floor(Date.parse(instant) / 1000);

function itemOf(id: string, session: Session): Item {
  return {
    ...keyOf(id),
    kind: 'session',
    data: JSON.stringify(session),
    [keyNames.expiry]: seconds(session.startedAt) + absoluteSeconds,
  };
}

/** @param id random, and known to nobody but the browser */
export async function startSession(
  { client, tableName }: Table,
  id: string,
  subject: string,
  now: Instant,
): Promise<void> {
  const Item = itemOf(id, { subject, startedAt: now, seenAt: now });
  await client.send(new PutCommand({ TableName: tableName, Item }));
}

/** A session that is going on; null when there is none, it was ended, or its time has run out. */
export async function findSession(
  { client, tableName }: Table,
  id: string,
  now: Instant,
): Promise<Session | null> {
  const { Item: found } = await client.send(
    new GetCommand({ TableName: tableName, Key: keyOf(id), ConsistentRead: true }),
  );
  const kept = Kept.safeParse(found);
  if (!kept.success || kept.data.endedAt !== undefined) return null;
  const session = Session.parse(JSON.parse(kept.data.data));
  const isOver =
    seconds(now) - seconds(session.seenAt) >= idleSeconds ||
    seconds(now) - seconds(session.startedAt) >= absoluteSeconds;
  return isOver ? null : session;
}

/** Notes that a session is in use. One that was ended meanwhile stays ended. */
export async function touchSession(
  { client, tableName }: Table,
  id: string,
  session: Session,
  now: Instant,
): Promise<void> {
  if (seconds(now) - seconds(session.seenAt) < touchSeconds) return;
  await ifConditionHolds(() =>
    client.send(
      new PutCommand({
        TableName: tableName,
        Item: itemOf(id, { ...session, seenAt: now }),
        ConditionExpression: 'attribute_exists(#key) AND attribute_not_exists(endedAt)',
        ExpressionAttributeNames: { '#key': keyNames.partition },
      }),
    ),
  );
}

/** Ends a session for good. */
export async function endSession(
  { client, tableName }: Table,
  id: string,
  session: Session,
  now: Instant,
): Promise<void> {
  const Item = { ...itemOf(id, session), endedAt: now };
  await client.send(new PutCommand({ TableName: tableName, Item }));
}
