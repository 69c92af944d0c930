import * as z from 'zod';
import { projectReasons } from '../../access/project-reasons.ts';
import type { SuggestionId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { Suggestion } from '../../domain/plan.ts';
import { currentPlans, suggestions } from '../../store/kinds/plans.ts';
import { isOfPlan } from '../../store/plan-reads.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { levelInMatches } from './own-cases.ts';

/** A suggestion with every check and every part of its score, in sentences and with the facts they rest on. */
export const SuggestionShown = z.strictObject({
  ...Suggestion.shape,
  /** Whether it is of the plan in force; only then may it be adopted. */
  current: z.boolean(),
});
export type SuggestionShown = z.infer<typeof SuggestionShown>;

export async function readSuggestion(
  deps: Deps,
  call: Call<{ suggestionId: SuggestionId }>,
): Promise<Outcome<SuggestionShown>> {
  const records = recordsOf(deps, call);
  const [found, inForce] = await Promise.all([
    records.get(suggestions, call.params.suggestionId),
    records.get(currentPlans, 'current'),
  ]);
  if (!found) return refuse('not-found');
  const level = await levelInMatches(call.who.data, records, found.data.personId);
  if (!level.ok) return level;
  const current = inForce !== null && isOfPlan(found.id, inForce.data.planId);
  const place = [found.data.roomId, found.data.homeId];
  return done({
    ...found.data,
    checks: projectReasons(level.value, found.data.checks, place),
    terms: projectReasons(level.value, found.data.terms, place),
    current,
  });
}
