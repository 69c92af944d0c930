import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import { type Item, itemOf, keyOf } from './item.ts';
import { keyNames } from './keys.ts';
import {
  currentPlans,
  type PlanHeader,
  PlannedMove,
  planHeaders,
  planPartKey,
  suggestions,
} from './kinds/plans.ts';
import { Records, type Table } from './records.ts';

/** When a plan was made, and when its facts began to be read. */
export interface Made {
  readonly madeAt: Instant;
  readonly factsFrom: Instant;
}

/**
 * `published`: the plan is new and in force. `unchanged`: it was in force already, and now stands for later facts.
 * `outdated`: a plan of later facts is in force.
 */
export type Published = 'published' | 'unchanged' | 'outdated';

/** Items written in one go. DynamoDB's own limit. */
const batchSize = 25;

/** Batches under way at the same time. */
const batchesAtOnce = 4;

/** Tries before a batch that the table will not take whole is given up. */
const mostTries = 20;

/** Days a plan is kept after it was made, so that what was proposed on it can still be looked up. */
const daysKept = 90;

/**
 * Puts a plan in force: writes all its parts, then turns the pointer to it, so that nobody ever reads half a plan. It
 * never goes back to a plan of older facts. A plan that is in force already is not written again.
 * @throws Error when the table does not take the parts; the old plan then stays in force
 */
export async function publishPlan(
  table: Table,
  partnership: string,
  plan: Plan,
  made: Made,
): Promise<Published> {
  const records = new Records(table, partnership);
  let written = false;
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    if (attempt > 1) await table.pause(attempt - 1);
    const inForce = await records.get(currentPlans, 'current');
    if (inForce && inForce.data.factsFrom > made.factsFrom) return 'outdated';
    const isNew = inForce?.data.planId !== plan.id;
    if (isNew && !written) await writeAll(table, itemsOf(partnership, plan, made));
    written ||= isNew;
    const pointer = itemOf(partnership, currentPlans, (inForce?.version ?? 0) + 1, {
      planId: plan.id,
      ...made,
    });
    if (await turn(table, pointer, inForce?.version ?? 0)) return written ? 'published' : 'unchanged';
  }
  throw new Error('The pointer to the plan in force did not turn: too many others turned it.');
}

function itemsOf(partnership: string, plan: Plan, { madeAt }: Made): Item[] {
  const { chains, suggestions: moves, unplaced, notInPool, ...about } = plan;
  const expiresAt = Math.floor(Date.parse(madeAt) / 1000) + daysKept * 24 * 60 * 60;
  const counts = {
    suggestions: moves.length,
    chains: chains.length,
    unplaced: unplaced.length,
    notInPool: notInPool.length,
  };
  const header: PlanHeader = { ...about, madeAt, counts };
  const key = keyOf(partnership, planHeaders, plan.id);
  const part = (sort: string, data: unknown): Item => ({
    ...key,
    [keyNames.sort]: sort,
    kind: planHeaders.name,
    partnership,
    version: 1,
    data: JSON.stringify(data),
  });
  return [
    ...moves.map((move) => itemOf(partnership, suggestions, 1, move)),
    ...chains.map((chain) => {
      const links = moves.filter((move) => move.chainId === chain.id).map((move) => PlannedMove.parse(move));
      return part(planPartKey('chain', chain.id), { ...chain, suggestions: links });
    }),
    ...unplaced.map((one) => part(planPartKey('unplaced', one.personId), one)),
    ...notInPool.map((one) => part(planPartKey('outside', one.personId, one.requestId), one)),
    itemOf(partnership, planHeaders, 1, header),
  ].map((item) => ({ ...item, [keyNames.expiry]: expiresAt }));
}

async function writeAll(table: Table, items: readonly Item[]): Promise<void> {
  const most = batchSize * batchesAtOnce;
  for (let from = 0; from < items.length; from += most) {
    const together = items.slice(from, from + most);
    const batches = Array.from({ length: Math.ceil(together.length / batchSize) }, (_, i) =>
      writeBatch(table, together.slice(i * batchSize, (i + 1) * batchSize)),
    );
    await Promise.all(batches);
  }
}

async function writeBatch({ client, tableName, pause }: Table, items: readonly Item[]): Promise<void> {
  let left = items.map((item) => ({ PutRequest: { Item: { ...item } } }));
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    if (attempt > 1) await pause(attempt - 1);
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: left } }),
    );
    const keys = new Set((UnprocessedItems?.[tableName] ?? []).map((one) => sameKey(one.PutRequest?.Item)));
    left = left.filter((one) => keys.has(sameKey(one.PutRequest.Item)));
    if (left.length === 0) return;
  }
  throw new Error('The table did not take all parts of a plan.');
}

const sameKey = (item: Readonly<Record<string, unknown>> = {}): string =>
  `${item[keyNames.partition]} ${item[keyNames.sort]}`;

/** @returns false when somebody turned it first, or this very turn was made and its answer lost: look again */
async function turn({ client, tableName }: Table, pointer: Item, expects: number): Promise<boolean> {
  try {
    await client.send(
      new PutCommand({
        TableName: tableName,
        Item: { ...pointer },
        ConditionExpression: expects === 0 ? 'attribute_not_exists(#version)' : '#version = :expects',
        ExpressionAttributeNames: { '#version': 'version' },
        ...(expects > 0 && { ExpressionAttributeValues: { ':expects': expects } }),
      }),
    );
    return true;
  } catch (fault) {
    if (fault instanceof ConditionalCheckFailedException) return false;
    throw fault;
  }
}
