import * as z from 'zod';
import { Day } from './day.ts';
import { Check, TermScore } from './explanation.ts';
import {
  ChainId,
  HomeId,
  PartnershipId,
  PersonId,
  PlanId,
  RequestId,
  RoomId,
  ServiceModelId,
  SuggestionId,
  VacancyId,
} from './ids.ts';
import { Certainty } from './vacancy.ts';

/** How sure a move is: `confirmed`, or as sure as the least sure vacancy its chain begins with. */
export const MoveCertainty = z.enum(['confirmed', ...Certainty.options]);
export type MoveCertainty = z.infer<typeof MoveCertainty>;

/** 0 to 2 are the policy's urgency tiers, 0 first; 3 is a resident who is ready to move on. */
export const Tier = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
export type Tier = z.infer<typeof Tier>;

/** How many other rooms that fit somebody go with a suggestion, and with a proposal. */
export const mostAlternatives = 3;

/**
 * One suggested move with everything it rests on. It has no state: it lives and dies with its plan.
 * `points` is the exact sum of `terms`. `moveOn` is the first night in the new room.
 */
export const Suggestion = z.strictObject({
  id: SuggestionId,
  chainId: ChainId,
  position: z.int().min(0),
  personId: PersonId,
  requestId: RequestId,
  tier: Tier,
  waitDays: z.int(),
  delayDays: z.int().nullable(),
  roomId: RoomId,
  homeId: HomeId,
  fromRoomId: RoomId.nullable(),
  vacancyId: VacancyId.nullable(),
  roomReadyOn: Day,
  moveOn: Day,
  certainty: MoveCertainty,
  points: z.int(),
  terms: z.array(TermScore),
  checks: z.array(Check),
  /** The best of the other rooms that fit the person, whoever the plan gives them to. */
  otherRoomsThatFit: z.array(RoomId).max(mostAlternatives),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Moves that hang together, in the order in which they happen: the move into the empty room comes first. */
export const PlannedChain = z.strictObject({
  id: ChainId,
  suggestions: z.array(SuggestionId).min(1),
  certainty: MoveCertainty,
  startsOn: Day,
  completesOn: Day,
  points: z.int(),
});
export type PlannedChain = z.infer<typeof PlannedChain>;

/**
 * How many of a person's possible rooms a rule keeps from them, on how many it stands alone, and on how many of them
 * only because an answer is not recorded.
 */
export const RuledOut = z.strictObject({
  rule: z.string(),
  rooms: z.int().min(1),
  alone: z.int().min(0),
  unknown: z.int().min(0),
});
export type RuledOut = z.infer<typeof RuledOut>;

export const Unplaced = z.strictObject({
  personId: PersonId,
  requestId: RequestId,
  tier: Tier,
  waitDays: z.int(),
  delayDays: z.int().nullable(),
  roomsConsidered: z.int().min(0),
  roomsThatFit: z.array(RoomId),
  ruledOutBy: z.array(RuledOut),
});

export type Unplaced = z.infer<typeof Unplaced>;

/** Somebody whose request is open but who is not in the pool yet, and why. */
export const NotInPool = z.strictObject({ personId: PersonId, requestId: RequestId, because: z.string() });
export type NotInPool = z.infer<typeof NotInPool>;

/** What a plan is worth: people placed in tiers 0, 1 and 2, then points less the prices of moves. */
export const PlanValue = z.strictObject({ placed: z.tuple([z.int(), z.int(), z.int()]), points: z.int() });
export type PlanValue = z.infer<typeof PlanValue>;

/**
 * The best set of moves for a partnership on a day: facts in, suggestions out, nothing decided.
 * `exact` says that no better plan keeps all the rules; otherwise `upperBound` says how much better one could be.
 */
export const Plan = z.strictObject({
  id: PlanId,
  partnership: PartnershipId,
  on: Day,
  policyVersion: z.string(),
  models: z.array(z.strictObject({ id: ServiceModelId, version: z.string() })),
  people: z.int().min(0),
  rooms: z.int().min(0),
  pairsThatFit: z.int().min(0),
  value: PlanValue,
  upperBound: PlanValue,
  exact: z.boolean(),
  certified: z.literal(true),
  chains: z.array(PlannedChain),
  suggestions: z.array(Suggestion),
  unplaced: z.array(Unplaced),
  notInPool: z.array(NotInPool),
});
export type Plan = z.infer<typeof Plan>;
