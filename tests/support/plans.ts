import { ChainId, PersonId, RequestId, SuggestionId } from '../../shared/domain/ids.ts';
import type { Plan } from '../../shared/domain/plan.ts';

/** Whose move a chain is, by the place of the chain in the plan. */
type Whose = (i: number) => { readonly person: string; readonly request: string };

/** A plan with as many chains of one move as are asked for, each like its first: for reading it a page at a time. */
export function withChains(plan: Plan, count: number, whose?: Whose): Plan {
  const [chain] = plan.chains;
  const [move] = plan.suggestions;
  if (!chain || !move) throw new Error('The plan has no move.');
  const made = Array.from({ length: count }, (_, i) => {
    const chainId = ChainId.parse(`${plan.id}-c${i + 1}`);
    const id = SuggestionId.parse(`${chainId}-m1`);
    const { person, request } = whose?.(i) ?? { person: move.personId, request: move.requestId };
    const personId = PersonId.parse(person);
    return {
      chain: { ...chain, id: chainId, suggestions: [id] },
      suggestion: { ...move, id, chainId, personId, requestId: RequestId.parse(request) },
    };
  });
  return {
    ...plan,
    chains: made.map((one) => one.chain),
    suggestions: made.map((one) => one.suggestion),
  };
}
