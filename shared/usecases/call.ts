import * as z from 'zod';
import type { Deed } from '../domain/audit.ts';
import type { Instant } from '../domain/day.ts';
import type { Member } from '../domain/member.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Policy } from '../domain/policy.ts';
import type { ServiceModel } from '../services/index.ts';
import { commit, type Decide, type Writing } from '../store/commit.ts';
import type { Kept } from '../store/kind.ts';
import { policies } from '../store/kinds/partnerships.ts';
import { Records } from '../store/records.ts';

/** What every use case works with; made once, where the environment is read. */
export interface Deps {
  readonly writing: Writing;
  readonly models: ReadonlyMap<string, ServiceModel>;
  /** In force where a partnership has set no policy of its own. */
  readonly policy: Policy;
}

/** Somebody asks for something: who, of what, with what. Parsed, and allowed by their roles; not yet by the case. */
export interface Call<Params = unknown, Body = unknown, Query = unknown> {
  readonly who: Kept<Member>;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The Idempotency-Key; empty on a read. */
  readonly key: string;
  /** What the key stands for: method, path and body as they were sent. */
  readonly payload: string;
  /** The version that If-Match named; null where the route asks for none. */
  readonly ifMatch: number | null;
}

/** The records of the caller's own partnership, which is never taken from what they sent. */
export function recordsOf(deps: Deps, { who }: Pick<Call, 'who'>): Records {
  return new Records(deps.writing.table, who.data.partnershipId);
}

/** What somebody may do was changed while they asked: who they are now has to be read again. */
export class CallerChanged extends Error {}

/**
 * Writes what `decide` finds, once, in the caller's name and under their key.
 * @throws CallerChanged when another try would still rest on what the caller was before
 */
export function write<Answer>(
  deps: Deps,
  call: Call,
  deed: Deed,
  answer: z.ZodType<Answer>,
  decide: Decide<Answer>,
): Promise<Outcome<Answer>> {
  const { who, key, payload } = call;
  const intent = { partnership: who.data.partnershipId, by: who.id, deed, key, payload, answer };
  let tries = 0;
  return commit(deps.writing, intent, async (records, now) => {
    if (tries++ > 0) await expectUnchanged(deps, who);
    return decide(records, now);
  });
}

async function expectUnchanged({ writing }: Deps, { partnership, kind, id, version }: Kept<Member>) {
  const now = await new Records(writing.table, partnership).get(kind, id);
  if (now?.version !== version) throw new CallerChanged(`${id} is no longer what they were.`);
}

export async function policyOf(deps: Deps, records: Records): Promise<Policy> {
  return (await records.get(policies, 'current'))?.data ?? deps.policy;
}

export const nowOf = (deps: Deps): Instant => deps.writing.now();

/** What most writes answer: the record and the version it is in now. */
export const Receipt = z.strictObject({ id: z.string(), version: z.int().min(1) });
export type Receipt = z.infer<typeof Receipt>;
