import { createHash } from 'node:crypto';
import { ChainId, PlanId, SuggestionId } from '../../domain/ids.ts';
import type { Plan } from '../../domain/plan.ts';

/** Digits of the hash in a plan's id: with 36 of each, two plans of one day never share them by chance. */
const hashDigits = 14;

/**
 * A plan under an id that stands for all it says, as published plans never change: the same moves on another day, or
 * for other reasons, are another plan. Its chains and suggestions carry that id in front.
 */
export function namedByContent(plan: Plan): Plan {
  const id = PlanId.parse(`plan-${plan.on}-${hashOf(JSON.stringify(plan))}`);
  const renamed = (part: string): string => `${id}${part.slice(plan.id.length)}`;
  const chainId = (old: ChainId): ChainId => ChainId.parse(renamed(old));
  const suggestionId = (old: SuggestionId): SuggestionId => SuggestionId.parse(renamed(old));
  return {
    ...plan,
    id,
    chains: plan.chains.map((chain) => ({
      ...chain,
      id: chainId(chain.id),
      suggestions: chain.suggestions.map(suggestionId),
    })),
    suggestions: plan.suggestions.map((one) => ({
      ...one,
      id: suggestionId(one.id),
      chainId: chainId(one.chainId),
    })),
  };
}

function hashOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${hex}`).toString(36).padStart(hashDigits, '0').slice(-hashDigits);
}
