import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Instant } from '../../domain/day.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type ChainPart, PlanHeader, planParts } from '../../store/kinds/plans.ts';
import { type ChainPage, chainCursor, chainPlaceOf, Plans } from '../../store/plan-reads.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { pageOf, type pageQuery } from '../paging.ts';
import { readableAmong } from './own-cases.ts';

/**
 * The plan in force with a page of its chains. `madeAt` is when a run last came to it, `factsFrom` when the facts of that
 * run began to be read.
 */
export const CurrentPlanShown = z.strictObject({
  ...PlanHeader.shape,
  factsFrom: Instant,
  chains: pageOf(planParts.chain),
});
export type CurrentPlanShown = z.infer<typeof CurrentPlanShown>;

export type PageAsked = z.output<z.ZodObject<typeof pageQuery>>;

/**
 * The plan in force. Whoever reads only their own cases sees the chains that hold one of them; a page then takes as
 * many reads as it needs to be full. A cursor of an earlier plan is refused: its chains are no longer suggested.
 */
export async function readCurrentPlan(
  deps: Deps,
  call: Call<unknown, unknown, PageAsked>,
): Promise<Outcome<CurrentPlanShown>> {
  const { after, limit } = call.query;
  const { partnership } = recordsOf(deps, call);
  const plans = new Plans(deps.writing.table, partnership);
  const inForce = await plans.current();
  const header = inForce && (await plans.header(inForce.planId));
  if (!inForce || !header) return refuse('not-found');
  const place = after === undefined ? null : chainPlaceOf(after);
  if (after !== undefined && place?.planId !== inForce.planId) return refuse('plan-out-of-date');
  const { chains, next } = await readableChains(deps, call, plans, inForce.planId, place?.chainId, limit);
  const { madeAt, factsFrom } = inForce;
  return done({ ...header, madeAt, factsFrom, chains: { items: [...chains], next } });
}

async function readableChains(
  deps: Deps,
  call: Call,
  plans: Plans,
  planId: string,
  after: string | undefined,
  limit: number,
): Promise<ChainPage> {
  const found: ChainPart[] = [];
  let from = after;
  for (;;) {
    const page = await plans.chains(planId, { after: from, limit });
    const readable = await thoseReadable(call.who.data, recordsOf(deps, call), page.chains);
    found.push(...readable);
    const last = found[limit - 1];
    const more = found.length > limit || page.next !== null;
    if (last && more)
      return { chains: found.slice(0, limit), next: chainCursor({ planId, chainId: last.id }) };
    if (page.next === null) return { chains: found, next: null };
    from = page.chains.at(-1)?.id;
  }
}

async function thoseReadable(
  member: Member,
  records: Records,
  chains: readonly ChainPart[],
): Promise<readonly ChainPart[]> {
  if (barredFrom(member, 'matches.read', {}) === null) return chains;
  const readable = await readableAmong(
    member,
    records,
    chains.flatMap((chain) => chain.suggestions),
  );
  return chains.filter((chain) => chain.suggestions.some((one) => readable.has(one.personId)));
}
