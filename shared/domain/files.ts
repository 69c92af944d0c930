import * as z from 'zod';
import { NeedsAssessment, ReadinessAssessment } from './assessment.ts';
import { Closing, Withdrawn } from './cascade.ts';
import { Instant } from './day.ts';
import { DeclinedMove } from './declined-move.ts';
import { DischargeEndCode } from './discharge-codes.ts';
import { Home } from './home.ts';
import {
  HomeId,
  MemberId,
  OrganisationId,
  PersonId,
  ProposalId,
  RequestId,
  StayId,
  WorkerId,
} from './ids.ts';
import { Person } from './person.ts';
import { DischargeCase, PlacementRequest } from './placement-request.ts';
import { RequestStatement } from './request-statement.ts';
import { ExclusionZone, NonAssociation, ProviderBan, Risk } from './risk.ts';
import { OutOfService, Room } from './room.ts';
import { Stay } from './stay.ts';
import { Certainty, Vacancy } from './vacancy.ts';
import { Anchor, Preference } from './wish.ts';

/**
 * Everything the engine may know of one person, all versions of it, under one version number: whatever changes here
 * changes what may be proposed. It holds no name, no NHS number and no address.
 */
export const PersonFile = z.strictObject({
  person: Person,
  needs: z.array(NeedsAssessment),
  readiness: z.array(ReadinessAssessment),
  risks: z.array(Risk),
  exclusionZones: z.array(ExclusionZone),
  nonAssociations: z.array(NonAssociation),
  bans: z.array(ProviderBan),
  anchors: z.array(Anchor),
  preferences: z.array(Preference),
  /** Moves somebody said no to, the last for each room. */
  declined: z.array(DeclinedMove),
  /** Since when nothing more is planned for them; null while they are placed like everybody. */
  withdrawn: Withdrawn.nullable(),
  openedBy: MemberId,
  organisationId: OrganisationId.nullable(),
});
export type PersonFile = z.infer<typeof PersonFile>;

/** A home with its rooms and the days on which they cannot be used. */
export const HomeFile = z.strictObject({
  home: Home,
  rooms: z.array(Room),
  outOfService: z.array(OutOfService),
  /** From when nobody may sleep there; null while it stays open. */
  closing: Closing.nullable(),
});
export type HomeFile = z.infer<typeof HomeFile>;

/** A request with, from a ward, its discharge case; and what has been asked and answered about it. */
export const RequestFile = z.strictObject({
  request: PlacementRequest,
  discharge: DischargeCase.nullable(),
  /** Who asked: never the one who decides. */
  openedBy: MemberId,
  organisationId: OrganisationId.nullable(),
  /** The question it waits on while information is asked for. */
  question: z.string().min(1).max(1000).nullable(),
  answers: z.array(
    z.strictObject({
      question: z.string().min(1).max(1000),
      answer: z.string().min(1).max(2000),
      at: Instant,
    }),
  ),
  /** Why it was rejected or withdrawn, in the words of whoever did it. */
  endedBecause: z.string().min(1).max(1000).nullable(),
  /** Why a discharge was called off, from the code set. */
  endedCode: DischargeEndCode.optional(),
  /** What it says in words, for those who know who the person is. */
  statement: RequestStatement.optional(),
});
export type RequestFile = z.infer<typeof RequestFile>;

/** A vacancy with what it goes back to when a proposal on it ends. */
export const VacancyFile = z.strictObject({
  vacancy: Vacancy,
  homeId: HomeId,
  /** Null: it was open. Otherwise how sure it was, while it was expected. */
  expectedAs: Certainty.nullable(),
  /** The proposal whose move frees the room; null for a vacancy that somebody listed. */
  freedBy: ProposalId.nullable(),
  /** Live proposals that wait behind the one it is reserved for, where the policy allows them; first come, first. */
  backups: z.array(ProposalId),
});
export type VacancyFile = z.infer<typeof VacancyFile>;

/** A stay with where it is and the proposal it came from; null for somebody who lived here before the service. */
export const StayFile = z.strictObject({
  stay: Stay,
  homeId: HomeId,
  proposalId: ProposalId.nullable(),
  /** What of the programme was set aside so that they could move in without it, and who answers for that. */
  movedInWithout: z.array(z.strictObject({ item: z.string(), by: MemberId })).optional(),
});
export type StayFile = z.infer<typeof StayFile>;

/**
 * The one promise a person may have, and the one home they may live in. It is written in the same transaction as
 * whatever promises, so two promises to one person cannot both be made.
 */
export const LiveMove = z.strictObject({
  personId: PersonId,
  proposalId: ProposalId.nullable(),
  /** The stay that was approved and has not begun. */
  promisedStayId: StayId.nullable(),
  /** The stay being lived. */
  stayId: StayId.nullable(),
  /** The request last made for them, live or past. While it is live nobody may make another. */
  requestId: RequestId.nullable(),
});
export type LiveMove = z.infer<typeof LiveMove>;

/** The people somebody is first worker to, whom their limit counts, and those they are second worker to. */
export const Caseload = z.strictObject({
  workerId: WorkerId,
  people: z.array(PersonId),
  coAllocated: z.array(PersonId).optional(),
});
export type Caseload = z.infer<typeof Caseload>;
