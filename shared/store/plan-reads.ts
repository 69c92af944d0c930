import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { NotInPool, Unplaced } from '../domain/plan.ts';
import { type Item, keyOf, StoredItem } from './item.ts';
import { keyNames } from './keys.ts';
import {
  type ChainPart,
  type CurrentPlan,
  currentPlans,
  type PlanHeader,
  type PlannedMove,
  planHeaders,
  planPartKey,
  planParts,
} from './kinds/plans.ts';
import { Records, type Table } from './records.ts';

/** A page of the chains of a plan, in the order of their ids. `next` asks for the page after; null on the last one. */
export interface ChainPage {
  readonly chains: readonly ChainPart[];
  readonly next: string | null;
}

/** What was planned for one partnership. A plan never changes; only which one is in force does. */
export class Plans {
  readonly #table: Table;
  readonly #records: Records;

  constructor(table: Table, partnership: string) {
    this.#table = table;
    this.#records = new Records(table, partnership);
  }

  /** Which plan is in force; null before the first. */
  async current(): Promise<CurrentPlan | null> {
    return (await this.#records.get(currentPlans, 'current'))?.data ?? null;
  }

  async header(planId: string): Promise<PlanHeader | null> {
    return (await this.#records.get(planHeaders, planId))?.data ?? null;
  }

  async chain(planId: string, chainId: string): Promise<ChainPart | null> {
    return this.#part(planId, planPartKey('chain', chainId), planParts.chain);
  }

  /** What kept somebody without a place; null when the plan places them, or they were not in its pool. */
  async unplaced(planId: string, personId: string): Promise<Unplaced | null> {
    return this.#part(planId, planPartKey('unplaced', personId), planParts.unplaced);
  }

  /** Why requests of somebody were not planned for. */
  async outside(planId: string, personId: string): Promise<NotInPool[]> {
    const { found } = await this.#parts(planId, planPartKey('outside', personId, ''), planParts.outside);
    return found;
  }

  /** @param after the id of the chain before */
  async chains(
    planId: string,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<ChainPage> {
    const start = after === undefined ? {} : { after: planPartKey('chain', after) };
    // One more than asked for tells whether there are any after these.
    const asked = { ...start, limit: limit + 1 };
    const { found, ended } = await this.#parts(planId, planPartKey('chain', ''), planParts.chain, asked);
    const chains = found.slice(0, limit);
    const last = ended && found.length <= limit ? undefined : chains.at(-1);
    return { chains, next: last ? chainCursor({ planId, chainId: last.id }) : null };
  }

  /** Every suggested move, chain by chain. */
  async *moves(planId: string): AsyncGenerator<PlannedMove> {
    let after: string | undefined;
    do {
      const page = await this.chains(planId, { after, limit: 100 });
      for (const chain of page.chains) yield* chain.suggestions;
      after = page.next === null ? undefined : page.chains.at(-1)?.id;
    } while (after !== undefined);
  }

  async #part<T>(planId: string, sort: string, schema: z.ZodType<T>): Promise<T | null> {
    const { Item: found } = await this.#table.client.send(
      new GetCommand({
        TableName: this.#table.tableName,
        Key: this.#key(planId, sort),
        ConsistentRead: true,
      }),
    );
    return found ? partOf(schema, found) : null;
  }

  /** The parts whose sort keys begin alike; `ended` says that there are no more of them. */
  async #parts<T>(
    planId: string,
    prefix: string,
    schema: z.ZodType<T>,
    { after, limit }: { readonly after?: string; readonly limit?: number } = {},
  ): Promise<{ found: T[]; ended: boolean }> {
    const { [keyNames.partition]: partition } = this.#key(planId, prefix);
    const { Items = [], LastEvaluatedKey } = await this.#table.client.send(
      new QueryCommand({
        TableName: this.#table.tableName,
        KeyConditionExpression: '#partition = :partition AND begins_with(#sort, :prefix)',
        ExpressionAttributeNames: { '#partition': keyNames.partition, '#sort': keyNames.sort },
        ExpressionAttributeValues: { ':partition': partition, ':prefix': prefix },
        ConsistentRead: true,
        ...(after !== undefined && { ExclusiveStartKey: this.#key(planId, after) }),
        ...(limit !== undefined && { Limit: limit }),
      }),
    );
    return { found: Items.map((item) => partOf(schema, item)), ended: LastEvaluatedKey === undefined };
  }

  #key(planId: string, sort: string): Item {
    return { ...keyOf(this.#records.partnership, planHeaders, planId), [keyNames.sort]: sort };
  }
}

/** Whether a suggestion or chain is of a plan: both carry the plan's id in front. */
export function isOfPlan(id: string, planId: string): boolean {
  return id.startsWith(`${planId}-`);
}

/** A place in the list of the chains of one plan. */
export interface ChainPlace {
  readonly planId: string;
  readonly chainId: string;
}

export function chainCursor({ planId, chainId }: ChainPlace): string {
  return Buffer.from(JSON.stringify([planHeaders.name, planId, chainId])).toString('base64url');
}

const CursorParts = z.tuple([z.literal(planHeaders.name), z.string(), z.string()]);

/** @param cursor one that some list gave out @returns null when it is a place in another list */
export function chainPlaceOf(cursor: string): ChainPlace | null {
  const parts = CursorParts.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  if (!parts.success) return null;
  const [, planId, chainId] = parts.data;
  return { planId, chainId };
}

function partOf<T>(schema: z.ZodType<T>, raw: unknown): T {
  return schema.parse(JSON.parse(StoredItem.parse(raw).data));
}
