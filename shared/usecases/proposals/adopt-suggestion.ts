import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import type { SuggestionId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import type { Suggestion } from '../../domain/plan.ts';
import { currentPlans, suggestions } from '../../store/kinds/plans.ts';
import { isOfPlan } from '../../store/plan-reads.ts';
import type { Records } from '../../store/records.ts';
import { unchanged } from '../../store/steps.ts';
import { type Call, type Deps, write } from '../call.ts';
import { fetchMoves } from '../placing/fetch-moves.ts';
import { makeProposals, ProposalsMade, toldOf } from '../placing/make-proposals.ts';
import type { WantedMove } from '../placing/wanted-move.ts';

export const Adoption = z.strictObject({
  /** True: every move of the chain it belongs to. A move that begins with an empty room may be adopted alone. */
  wholeChain: z.boolean(),
});
export type Adoption = z.infer<typeof Adoption>;

/** Makes proposals of a suggestion of the current plan, or of the whole chain it belongs to. The adopter proposes. */
export function adoptSuggestion(
  deps: Deps,
  call: Call<{ suggestionId: SuggestionId }, Adoption>,
): Promise<Outcome<ProposalsMade>> {
  return write(deps, call, 'suggestionAdopted', ProposalsMade, async (records, now) => {
    const [current, chosen] = await Promise.all([
      records.get(currentPlans, 'current'),
      records.get(suggestions, call.params.suggestionId),
    ]);
    if (!chosen) return refuse('not-found');
    const { chainId, position } = chosen.data;
    const isCurrent = current !== null && isOfPlan(chainId, current.data.planId);
    const links = call.body.wholeChain
      ? await chainOf(records, chosen.data, deps.policy.maxChainMoves)
      : [chosen.data];
    const fetched = await fetchMoves(deps, records, now, links);
    if (!fetched.ok) return fetched;
    const { scene, moves } = fetched.value;
    const barred = mayAdopt(call, moves);
    if (barred) return refuse(barred);
    if (!isCurrent) return refuse('plan-out-of-date');
    if (!call.body.wholeChain && position > 0) return refuse('earlier-move-not-made');
    const toPropose = moves.map((move, i) => ({
      ...move,
      suggestionId: links[i]?.id ?? null,
      alternatives: links[i]?.otherRoomsThatFit ?? null,
    }));
    const made = makeProposals(deps, call, scene, toPropose, current.data.planId);
    if (!made.ok) return made;
    const { steps, answer } = made.value;
    return done({ steps: [...steps, unchanged(current)], answer, told: toldOf(answer) });
  });
}

async function chainOf(records: Records, { chainId }: Suggestion, most: number): Promise<Suggestion[]> {
  const ids = Array.from({ length: most }, (_, i) => `${chainId}-m${i + 1}`);
  return (await records.getMany(suggestions, ids)).map(({ data }) => data);
}

/** One case of one's own is enough to adopt the chain it is part of: its moves stand or fall together. */
function mayAdopt({ who }: Call, moves: readonly WantedMove[]) {
  const bars = moves.map(({ person, request }) =>
    barredFrom(who.data, 'proposals.make', { person, requests: [request] }),
  );
  return bars.includes(null) ? null : (bars[0] ?? 'not-found');
}
