import * as z from 'zod';
import { Instant } from './day.ts';
import { HomeId, MemberId, PersonId, ProposalId } from './ids.ts';

/** Why a provider may refuse a referral. The reason is of the home or its staff; it is never the person's refusal. */
export const ProviderReason = z.enum([
  'roomNotReady',
  'supportNeedExceedsOffer',
  'riskToOrFromResident',
  'noStaffCapacity',
  'other',
]);

const base = {
  proposalId: ProposalId,
  personId: PersonId,
  homeId: HomeId,
  answeredBy: MemberId,
  at: Instant,
};

/** What the provider of a home said of a proposed move. */
export const ProviderAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ ...base, answer: z.literal('accept') }),
  z.strictObject({
    ...base,
    answer: z.literal('refuse'),
    reason: ProviderReason,
    words: z.string().min(1).max(2000),
  }),
]);
export type ProviderAnswer = z.infer<typeof ProviderAnswer>;
