import { isDeepStrictEqual } from 'node:util';
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Deed } from '../domain/audit.ts';
import type { Instant } from '../domain/day.ts';
import { done, type Outcome, refuse } from '../domain/outcome.ts';
import { type AuditHead, auditItem, keyedHash, trailEnd } from './audit.ts';
import { Busy, isPassing } from './faults.ts';
import type { Item } from './item.ts';
import { current, keyNames, partitionOf } from './keys.ts';
import type { Subject } from './kind.ts';
import type { OutboxEvent } from './outbox.ts';
import { Records, type Table } from './records.ts';
import type { Change, Step } from './steps.ts';

/** Where and with what a commit is made. Time, chance and waiting are passed in. */
export interface Writing {
  readonly table: Table;
  /** Keys the hashes of payloads and of audited values. */
  readonly secret: string;
  readonly now: () => Instant;
  readonly newId: (prefix: string) => string;
  /** Told the items of each transaction that went through, for counting and pricing them. */
  readonly onCommit?: (deed: Deed, items: readonly Item[], checkedBytes: readonly number[]) => void;
}

/** Who does what, under which key, with which payload. The same key and payload have one effect, for ever. */
export interface Intent<Answer> {
  readonly partnership: string;
  readonly by: string;
  readonly deed: Deed;
  readonly key: string;
  readonly payload: string;
  /** What the answer looks like: ids, versions, states and days, never anything personal, as it is kept. */
  readonly answer: z.ZodType<Answer>;
}

/** What a use case wants done: all of it or nothing. `told` is what the timeline says: ids, days and codes. */
export interface Work<Answer> {
  readonly steps: readonly Step[];
  readonly answer: Answer;
  readonly told?: Readonly<Record<string, string>>;
}

/** Reads, decides, and says what to write. Run again, on fresh reads, whenever somebody else wrote first. */
export type Decide<Answer> = (records: Records, now: Instant) => Promise<Outcome<Work<Answer>>>;

/** Most actions in one transaction. DynamoDB's own limit. */
export const mostActions = 100;

/** Tries before it gives up and asks the caller to come back: many more than contenders for one home. */
const mostTries = 100;

const Kept = z.object({ payload: z.string(), answer: z.json() });

/**
 * The one way to write. Everything a use case decides goes into one TransactWriteItems: each record with the version it
 * was read in, one audit entry a subject, the idempotency item and the outbox item. When a condition fails, somebody
 * else wrote first: the use case reads and decides again, so a real conflict ends in its own refusal and a chance one
 * goes through. A refusal is given once two looks in a row find it, as the reads of one look are not of one moment and
 * another commit may fall between them. An unclear end (lost response, timeout) is settled by looking for the idempotency item. The first try
 * does not look: a key is nearly always new, and the transaction itself asks that it is.
 * @throws Busy when it did not get through in time
 */
export async function commit<Answer>(
  writing: Writing,
  intent: Intent<Answer>,
  decide: Decide<Answer>,
): Promise<Outcome<Answer>> {
  const records = new Records(writing.table, intent.partnership);
  const payload = keyedHash(writing.secret, intent.payload);
  let refused: Outcome<never> | null = null;
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    if (attempt > 1 && !refused) await writing.table.pause(attempt - 1);
    try {
      const before = attempt > 1 ? await earlierAnswer(writing.table, intent, payload) : null;
      if (before) return before;
      const now = writing.now();
      const decided = await decide(records, now);
      // What is in the way may be this very request, come through before or by a second click.
      if (!decided.ok) {
        if (isDeepStrictEqual(refused, decided))
          return (await earlierAnswer(writing.table, intent, payload)) ?? decided;
        // What it read is not of one moment: it is refused once it finds the same again on fresh reads.
        refused = decided;
        continue;
      }
      refused = null;
      const { steps, answer, told = {} } = decided.value;
      const head: AuditHead = {
        commit: writing.newId('commit'),
        at: now,
        by: intent.by,
        deed: intent.deed,
        told,
      };
      const puts = await itemsAround(writing, intent, payload, head, steps, answer);
      await send(writing, intent, steps, puts);
      return done(answer);
    } catch (fault) {
      if (isPassing(fault)) continue;
      const before = await earlierAnswer(writing.table, intent, payload);
      if (before) return before;
      throw fault;
    }
  }
  throw new Busy(intent.deed);
}

/** Neither a member's id nor a key holds a slash, so no two of them together can read like another two. */
const idempotencyKey = (intent: Intent<unknown>): Item => ({
  [keyNames.partition]: partitionOf(intent.partnership, 'idempotency', `${intent.by}/${intent.key}`),
  [keyNames.sort]: current,
});

/** What the same key answered before, if it was used; a refusal when it came with another payload. */
async function earlierAnswer<Answer>(
  { client, tableName }: Table,
  intent: Intent<Answer>,
  payload: string,
): Promise<Outcome<Answer> | null> {
  const { Item } = await client.send(
    new GetCommand({ TableName: tableName, Key: idempotencyKey(intent), ConsistentRead: true }),
  );
  if (!Item) return null;
  const kept = Kept.parse(JSON.parse(String(Item.data)));
  if (kept.payload !== payload) return refuse('key-reused');
  return done(intent.answer.parse(kept.answer));
}

/** The items every commit adds to those of the use case. */
async function itemsAround<Answer>(
  { table, secret }: Writing,
  intent: Intent<Answer>,
  payload: string,
  head: AuditHead,
  steps: readonly Step[],
  answer: Answer,
): Promise<Item[]> {
  const { partnership } = intent;
  const bySubject = new Map<Subject, Change[]>();
  for (const step of steps) {
    if (step.action !== 'write') continue;
    for (const subject of step.subjects)
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), step.change]);
  }
  const audit = await Promise.all(
    [...bySubject].map(async ([subject, changes]) => {
      const last = await trailEnd(table, partnership, subject);
      return auditItem(partnership, subject, last, head, changes, secret);
    }),
  );
  const own = { partnership, version: 1 };
  return [
    ...audit,
    {
      ...idempotencyKey(intent),
      ...own,
      kind: 'idempotency',
      data: JSON.stringify({ payload, answer }),
    },
    {
      [keyNames.partition]: partitionOf(partnership, 'outbox', head.commit),
      [keyNames.sort]: current,
      ...own,
      kind: 'outbox',
      data: JSON.stringify({ ...head, subjects: [...bySubject.keys()], moved: movedBy(steps) }),
    },
  ];
}

/** The records whose state a commit changes. */
function movedBy(steps: readonly Step[]): OutboxEvent['moved'] {
  return steps.flatMap((step) => {
    if (step.action !== 'write') return [];
    const { kind, id, from, to } = step.change;
    return to !== null && from !== to ? [{ kind, id, to }] : [];
  });
}

/** @throws RangeError when the use case asks for more than one transaction can hold: a fault of ours */
async function send(
  { table, onCommit }: Writing,
  { deed }: Intent<unknown>,
  steps: readonly Step[],
  around: readonly Item[],
): Promise<void> {
  const { client, tableName: TableName } = table;
  const writes = steps.flatMap((step) => (step.action === 'write' ? [step] : []));
  const checks = steps.flatMap((step) => (step.action === 'check' ? [step] : []));
  const actions: NonNullable<TransactWriteCommandInput['TransactItems']> = [
    ...writes.map(({ item, expects }) => ({ Put: { TableName, Item: { ...item }, ...condition(expects) } })),
    ...checks.map(({ key, expects }) => ({
      ConditionCheck: { TableName, Key: { ...key }, ...condition(expects) },
    })),
    ...around.map((item) => ({ Put: { TableName, Item: { ...item }, ...condition(0) } })),
  ];
  if (actions.length > mostActions)
    throw new RangeError(`${deed} takes ${actions.length} actions; a transaction holds ${mostActions}.`);
  await client.send(new TransactWriteCommand({ TransactItems: actions }));
  onCommit?.(
    deed,
    [...writes.map((step) => step.item), ...around],
    checks.map((step) => step.bytes),
  );
}

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, number>;
}

function condition(expects: number): Condition {
  return expects === 0
    ? {
        ConditionExpression: 'attribute_not_exists(#key)',
        ExpressionAttributeNames: { '#key': keyNames.partition },
      }
    : {
        ConditionExpression: '#version = :expects',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':expects': expects },
      };
}
