import * as z from 'zod';
import { Day, Instant } from './day.ts';
import { ChainId, DecisionId, PersonId, PlanId, ProposalId, RequestId, RoomId, SuggestionId } from './ids.ts';

export const CancelReason = z.enum([
  'chainBroken',
  'roomLost',
  'personWithdrew',
  'filledByAnother',
  'madeInError',
]);

const base = {
  id: ProposalId,
  suggestionId: SuggestionId.nullable(),
  planId: PlanId.nullable(),
  chainId: ChainId.nullable(),
  requestId: RequestId,
  personId: PersonId,
  roomId: RoomId,
  moveOn: Day,
  /** Who adopted the suggestion or proposed by hand; never the one who decides. */
  proposedBy: z.string().min(1),
  policyVersion: z.string().min(1),
};

/** A move somebody put forward. It goes through the steps of its service model, and only a panel approves it. */
export const Proposal = z.discriminatedUnion('status', [
  z.strictObject({
    ...base,
    status: z.enum(['draft', 'awaitingPerson', 'awaitingProvider', 'awaitingPanel']),
  }),
  z.strictObject({ ...base, status: z.literal('approved'), decisionId: DecisionId }),
  z.strictObject({ ...base, status: z.literal('declined'), decisionId: DecisionId.nullable() }),
  z.strictObject({ ...base, status: z.literal('cancelled'), reason: CancelReason }),
  z.strictObject({ ...base, status: z.enum(['expired', 'superseded']) }),
]);
export type Proposal = z.infer<typeof Proposal>;

export const DeclineReason = z.enum([
  'noSuitableRoom',
  'noSingleOccupancy',
  'riskToOrFromResident',
  'supportNeedExceedsOffer',
  'personDeclined',
  'withdrawn',
  'other',
]);

const decided = {
  id: DecisionId,
  proposalId: ProposalId,
  at: Instant,
  by: z.string().min(1),
  reason: z.string().min(20),
};

/** A panel's decision: always a person's, always with their own reason. */
export const Decision = z.discriminatedUnion('outcome', [
  z.strictObject({ ...decided, outcome: z.literal('approve') }),
  z.strictObject({
    ...decided,
    outcome: z.literal('approveWithConditions'),
    conditions: z.array(z.string()).min(1),
  }),
  z.strictObject({ ...decided, outcome: z.literal('defer'), waitingFor: z.string().min(1), dueOn: Day }),
  z.strictObject({ ...decided, outcome: z.literal('decline'), declineReason: DeclineReason }),
  z.strictObject({ ...decided, outcome: z.literal('preferAlternative'), alternative: RoomId }),
]);
export type Decision = z.infer<typeof Decision>;

/** Proposals carried out link by link, each on the recorded fact that the one before has happened. */
export const Chain = z.strictObject({
  id: ChainId,
  status: z.enum(['draft', 'proposed', 'approved', 'executing', 'complete', 'broken']),
  proposals: z.array(ProposalId).min(1).max(4),
});
export type Chain = z.infer<typeof Chain>;
