import type { Outcome } from '../../../shared/domain/outcome.ts';
import { done } from '../../../shared/domain/outcome.ts';
import type { ChainPart } from '../../../shared/store/kinds/plans.ts';
import { readCurrentPlan } from '../../../shared/usecases/matching/read-current-plan.ts';
import { type AskedBy, reading } from '../page.ts';

/** Chains read at a time. */
const chainsAtOnce = 100;

/** Every chain of the plan in force, in its order. Refused where there is no plan, or a new one came in between. */
export async function readChains(asked: Pick<AskedBy, 'deps' | 'who'>): Promise<Outcome<ChainPart[]>> {
  const chains: ChainPart[] = [];
  let after: string | undefined;
  do {
    const page = await readCurrentPlan(asked.deps, reading(asked, {}, { after, limit: chainsAtOnce }));
    if (!page.ok) return page;
    chains.push(...page.value.chains.items);
    after = page.value.chains.next ?? undefined;
  } while (after !== undefined);
  return done(chains);
}
