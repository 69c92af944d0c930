import * as z from 'zod';
import { Day } from './day.ts';
import { HomeId, PersonId, ProposalId, RoomId } from './ids.ts';

/** Who said no to a move; a provider also by saying nothing in time. */
export const DeclinedBy = z.enum(['person', 'provider', 'panel']);
export type DeclinedBy = z.infer<typeof DeclinedBy>;

/** Why a panel may decide against a move. */
export const DeclineReason = z.enum([
  'noSuitableRoom',
  'noSingleOccupancy',
  'riskToOrFromResident',
  'supportNeedExceedsOffer',
  'personDeclined',
  'withdrawn',
  'other',
]);

/** Why a provider may refuse a referral. The reason is of the home or its staff; it is never the person's refusal. */
export const ProviderReason = z.enum([
  'roomNotReady',
  'supportNeedExceedsOffer',
  'riskToOrFromResident',
  'noStaffCapacity',
  'other',
]);

/**
 * What a no leads to, besides the pair's not being suggested again for now. `coolOff`: not before some working days
 * have passed · `needsReassessment`: the person's needs are asked about again · `vacancyRuleWrong`: what is said of the
 * home or vacancy is put right · `providerTraining`: somebody talks with the provider.
 */
export const Consequence = z.enum([
  'none',
  'coolOff',
  'needsReassessment',
  'vacancyRuleWrong',
  'providerTraining',
]);
export type Consequence = z.infer<typeof Consequence>;

/** Whose doing it is that a move was proposed in vain. It is never the person's: a no costs them nothing. */
export const AtFault = z.enum(['nobody', 'provider', 'landlord', 'referrer']);
export type AtFault = z.infer<typeof AtFault>;

/** A move somebody said no to. The pair is not suggested again before `until`, or else before a fact has changed. */
export const DeclinedMove = z.strictObject({
  /** The proposal's own. */
  id: ProposalId,
  personId: PersonId,
  roomId: RoomId,
  homeId: HomeId,
  by: DeclinedBy,
  reason: z.string().min(1).max(40),
  consequence: Consequence,
  atFault: AtFault,
  on: Day,
  until: Day.nullable(),
  /** Of what was on record about the person and the room. */
  digest: z.string().length(32),
});
export type DeclinedMove = z.infer<typeof DeclinedMove>;
