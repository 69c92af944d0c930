import * as z from 'zod';
import { Basis, BasisDigests } from './basis.ts';
import { Day, Instant } from './day.ts';
import { DeclineReason } from './declined-move.ts';
import { Check, TermScore } from './explanation.ts';
import {
  ChainId,
  DecisionId,
  HomeId,
  MemberId,
  PersonId,
  PlanId,
  ProposalId,
  RequestId,
  RoomId,
  StayId,
  SuggestionId,
  VacancyId,
} from './ids.ts';
import { Override, Special } from './panel.ts';
import { mostAlternatives } from './plan.ts';

export const CancelReason = z.enum([
  'chainBroken',
  'roomLost',
  'personWithdrew',
  'didNotArrive',
  'filledByAnother',
  'madeInError',
]);

/** Where a proposal waits for somebody. */
export const Waiting = z.enum(['awaitingPerson', 'awaitingProvider', 'awaitingPanel']);
export type Waiting = z.infer<typeof Waiting>;

/** The time of the party a proposal waits for. It runs in working days. */
export const StepClock = z.strictObject({
  since: Day,
  /** The last day on which they may answer. */
  answerBy: Day,
  /** What was told of it so far. */
  told: z.array(z.enum(['reminder', 'escalation'])),
});
export type StepClock = z.infer<typeof StepClock>;

/** A step a proposal has gone through: whom it waited for, from which day, and the day they had done their part. */
export const StepDone = z.strictObject({ step: Waiting, since: Day, until: Day });
export type StepDone = z.infer<typeof StepDone>;

const question = { question: z.string().min(1).max(1000), askedBy: MemberId, askedOn: Day };

const base = {
  id: ProposalId,
  suggestionId: SuggestionId.nullable(),
  planId: PlanId.nullable(),
  chainId: ChainId.nullable(),
  requestId: RequestId,
  personId: PersonId,
  roomId: RoomId,
  homeId: HomeId,
  /** The room they live in today, which this move frees; null for somebody new. */
  fromRoomId: RoomId.nullable(),
  fromHomeId: HomeId.nullable(),
  /** The vacancy it reserves; null in a chain until approval makes one for the room that is freed. */
  vacancyId: VacancyId.nullable(),
  /** Place in the chain, from 0: the move into the empty room comes first. */
  position: z.int().min(0),
  moveOn: Day,
  /** Who adopted the suggestion or proposed by hand; never the one who decides. */
  proposedBy: MemberId,
  policyVersion: z.string().min(1),
  /** The version of the programme its steps are from. */
  modelVersion: z.string().min(1),
  /** Whom it waits for in turn, as the programme had it when it was made: a later version changes nothing under way. */
  steps: z.array(Waiting).min(1),
  /** The best other rooms that fitted the person when it was made; null where no plan in force says. */
  alternatives: z.array(RoomId).max(mostAlternatives).nullable(),
  /** Of the facts it was made on, or last renewed on. It is approved on these or not at all. */
  digests: BasisDigests,
  /** Why it needs more of the panel than others do. */
  special: z.array(Special),
  /** Hard rules that whoever proposed it set aside, each with a reason; the chair must agree. */
  overrides: z.array(Override).max(5),
  /** Why it was proposed though the plan suggests another for the room; null where it does not. */
  insteadBecause: z.string().min(20).max(1000).nullable(),
  /** False for a ranked backup: it waits for a room that somebody else may be given first. */
  holdsRoom: z.boolean(),
  clock: StepClock,
  /** The steps it has gone through, in order; left out before the first. */
  stepsTaken: z.array(StepDone).max(20).optional(),
  /** The question it waits on: its clock stands still until it is answered, or until the day it was due. */
  waitingFor: z
    .strictObject({
      ...question,
      askedIn: z.enum(['awaitingProvider', 'awaitingPanel']),
      dueOn: Day,
      /** Working days that were left on the clock. */
      daysLeft: z.int().min(0),
    })
    .nullable(),
  answers: z
    .array(
      z.strictObject({
        ...question,
        askedIn: z.enum(['awaitingProvider', 'awaitingPanel']),
        answer: z.string().min(1).max(2000),
        answeredBy: MemberId,
        answeredOn: Day,
      }),
    )
    .max(20),
  /** Until when it may be approved. It runs out by comparison, wherever it is read. */
  expiresAt: Instant,
};

/** A move somebody put forward. It goes through the steps of its service model, and only a panel approves it. */
export const Proposal = z.discriminatedUnion('status', [
  z.strictObject({
    ...base,
    status: z.enum(['draft', ...Waiting.options]),
  }),
  z.strictObject({ ...base, status: z.literal('approved'), decisionId: DecisionId, stayId: StayId }),
  z.strictObject({ ...base, status: z.literal('declined'), decisionId: DecisionId.nullable() }),
  z.strictObject({ ...base, status: z.literal('cancelled'), reason: CancelReason }),
  z.strictObject({
    ...base,
    status: z.literal('expired'),
    /** Whom or what it waited for in vain. It is never a refusal by the person. */
    waitedFor: z.enum(['person', 'provider', 'panel', 'information']),
  }),
  z.strictObject({ ...base, status: z.literal('superseded') }),
]);
export type Proposal = z.infer<typeof Proposal>;

/** The facts, score and checks a proposal was made on, or last renewed on, kept as they were then. */
export const ProposalExplanation = z.strictObject({
  proposalId: ProposalId,
  personId: PersonId,
  points: z.int(),
  terms: z.array(TermScore),
  checks: z.array(Check),
  basis: Basis,
});
export type ProposalExplanation = z.infer<typeof ProposalExplanation>;

const decided = {
  id: DecisionId,
  proposalId: ProposalId,
  personId: PersonId,
  homeId: HomeId,
  at: Instant,
  by: MemberId,
  reason: z.string().min(20).max(4000),
  /** The rules and parts of the score the decision rests on. */
  criteria: z.array(z.string().min(1).max(40)).min(1).max(20),
  /** Of the facts it was made on. */
  digests: BasisDigests,
};

/** The day on which the panel looks again at how an approved move went, where it wants to. */
const looksAgain = { reviewOn: Day.optional() };

/** A panel's decision: always a person's, always with their own reason. */
export const Decision = z.discriminatedUnion('outcome', [
  z.strictObject({ ...decided, ...looksAgain, outcome: z.literal('approve') }),
  z.strictObject({
    ...decided,
    ...looksAgain,
    outcome: z.literal('approveWithConditions'),
    conditions: z.array(z.string()).min(1),
  }),
  z.strictObject({ ...decided, outcome: z.literal('defer'), question: z.string().min(1), dueOn: Day }),
  z.strictObject({ ...decided, outcome: z.literal('decline'), declineReason: DeclineReason }),
  z.strictObject({ ...decided, outcome: z.literal('preferAlternative'), alternative: RoomId }),
]);
export type Decision = z.infer<typeof Decision>;

/** Proposals carried out link by link, each on the recorded fact that the one before has happened. */
export const Chain = z.strictObject({
  id: ChainId,
  status: z.enum(['draft', 'proposed', 'approved', 'executing', 'complete', 'broken']),
  /** The home of the empty room it begins with. */
  homeId: HomeId,
  proposals: z.array(ProposalId).min(1).max(4),
  /** A digest of what all its moves rest on: it changes when one of them is renewed. */
  basis: z.string().length(32),
});
export type Chain = z.infer<typeof Chain>;
