import * as z from 'zod';
import { BasisDigests } from './basis.ts';
import { Day, Instant } from './day.ts';
import { ChainId, HomeId, MemberId, PanelId, PersonId, ProposalId, ReviewId, RoomId } from './ids.ts';

/** What a panel decides on as one: a proposal, or a whole chain. */
export const CaseId = z.union([ProposalId, ChainId]);
export type CaseId = z.infer<typeof CaseId>;

/** Why a proposal needs more than an ordinary majority. */
export const Special = z.enum(['ruleOverridden', 'notTopRanked', 'highRisk']);
export type Special = z.infer<typeof Special>;

/** A hard rule that somebody with the right to do so sets aside for one person, and why. */
export const Override = z.strictObject({
  rule: z.string().min(1).max(40),
  reason: z.string().trim().min(20).max(1000),
});
export type Override = z.infer<typeof Override>;

const about = { caseId: CaseId, personIds: z.array(PersonId).min(1), homeIds: z.array(HomeId).min(1) };

/** What a member of the panel thinks of a case, with their own reason. It counts while the facts are those they read. */
export const Vote = z.strictObject({
  ...about,
  by: MemberId,
  at: Instant,
  for: z.enum(['approve', 'decline', 'preferAlternative']),
  reason: z.string().min(20).max(4000),
  criteria: z.array(z.string().min(1).max(40)).min(1).max(20),
  /** A digest of the facts of the case as they read them. */
  basis: z.string().length(32),
});
export type Vote = z.infer<typeof Vote>;

/** That a member is too near to a case to decide it. It stands for good. */
export const Conflict = z.strictObject({
  ...about,
  by: MemberId,
  at: Instant,
  kind: z.enum(['family', 'friend', 'financial', 'worksThere', 'other']),
});
export type Conflict = z.infer<typeof Conflict>;

/** What was before the panel of one proposal when the papers went out, and never changes. */
export const Pack = z.strictObject({
  panelId: PanelId,
  proposalId: ProposalId,
  personId: PersonId,
  homeId: HomeId,
  frozenAt: Instant,
  /** The version of the proposal, and the facts it rested on. */
  version: z.int().min(1),
  digests: BasisDigests,
  /** What the pack shows, as JSON, and a digest of it. */
  content: z.string(),
  digest: z.string().length(64),
});
export type Pack = z.infer<typeof Pack>;

/** A meeting of a panel: who decides what on which day. */
export const Panel = z.strictObject({
  id: PanelId,
  on: Day,
  status: z.enum(['planned', 'circulated']),
  chair: MemberId,
  members: z.array(MemberId).min(1).max(20),
  agenda: z.array(ProposalId).max(50),
  circulatedAt: Instant.nullable(),
});
export type Panel = z.infer<typeof Panel>;

/** A request that others look again at a move a panel declined. */
export const Review = z.strictObject({
  id: ReviewId,
  proposalId: ProposalId,
  personId: PersonId,
  homeId: HomeId,
  roomId: RoomId,
  status: z.enum(['asked', 'upheld', 'reopened']),
  askedBy: MemberId,
  askedAt: Instant,
  because: z.string().min(20).max(4000),
  /** Everybody who voted or decided the first time. None of them decides the review. */
  firstPanel: z.array(MemberId),
  decidedBy: MemberId.nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

/** What a panel needs before it can decide a case. */
export interface Needed {
  /** Members who have voted, whoever decides among them. */
  readonly votes: number;
  /** Whether the chair must be one of those who agree. */
  readonly chair: boolean;
}
