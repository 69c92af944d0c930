import * as z from 'zod';
import { reachOf } from '../../access/actions.ts';
import { addDays, londonDay } from '../../domain/day.ts';
import { ProviderReason } from '../../domain/declined-move.ts';
import type { OrganisationId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { organisations } from '../../store/kinds/partnerships.ts';
import { providerAnswers } from '../../store/kinds/placing.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';

/** Days that are counted, today included. */
const daysCounted = 365;

/** How a provider answered the referrals to its homes in the last year. */
export const AnswersCounted = z.strictObject({
  organisationId: z.string(),
  days: z.int(),
  accepted: z.int(),
  refused: z.partialRecord(ProviderReason, z.int()),
  /** Referrals that ran out of time because nobody answered. */
  silent: z.int(),
});
export type AnswersCounted = z.infer<typeof AnswersCounted>;

/** Counts a provider's answers, for those who look after the partnership and for the provider itself. */
export async function countAnswers(
  deps: Deps,
  call: Call<{ organisationId: OrganisationId }>,
): Promise<Outcome<AnswersCounted>> {
  const { organisationId } = call.params;
  const { roles, organisationId: own } = call.who.data;
  if (reachOf(roles, 'providerAnswers.read') === 'own' && own !== organisationId) return refuse('not-found');
  const records = recordsOf(deps, call);
  if (!(await records.get(organisations, organisationId))) return refuse('not-found');
  const first = addDays(londonDay(nowOf(deps)), 1 - daysCounted);
  const all = await records.all(providerAnswers, organisationId);
  const answers = all.map(({ data }) => data).filter(({ at }) => londonDay(at) >= first);
  const refused = Map.groupBy(
    answers.filter((one) => one.answer === 'refuse'),
    (one) => one.reason,
  );
  return done({
    organisationId,
    days: daysCounted,
    accepted: answers.filter(({ answer }) => answer === 'accept').length,
    refused: Object.fromEntries([...refused].map(([reason, some]) => [reason, some.length])),
    silent: answers.filter(({ answer }) => answer === 'silent').length,
  });
}
