import * as z from 'zod';
import { Instant } from './day.ts';
import { ProviderReason } from './declined-move.ts';
import { HomeId, MemberId, OrganisationId, PersonId, ProposalId } from './ids.ts';

const base = {
  proposalId: ProposalId,
  personId: PersonId,
  homeId: HomeId,
  /** Who provides the support there. */
  organisationId: OrganisationId,
  at: Instant,
};

const answered = { ...base, answeredBy: MemberId };

/** What the provider of a home said of a proposed move; `silent` when its time passed without a word. */
export const ProviderAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ ...answered, answer: z.literal('accept') }),
  z.strictObject({
    ...answered,
    answer: z.literal('refuse'),
    reason: ProviderReason,
    words: z.string().min(1).max(2000),
  }),
  z.strictObject({ ...base, answer: z.literal('silent') }),
]);
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;
