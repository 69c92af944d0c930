import * as z from 'zod';
import { codesOf } from './codes.ts';
import { Day, Instant } from './day.ts';
import { AccommodationStatus, DischargeDestination, Settled } from './discharge-destination.ts';
import {
  CrisisContactId,
  DutyToReferId,
  MemberId,
  PersonId,
  ReadmissionId,
  RequestId,
  WorkerId,
} from './ids.ts';

/** One try to see or speak to somebody after they left hospital. */
export const FollowUpTry = z.strictObject({
  at: Instant,
  mode: z.enum(['inPerson', 'phone', 'video']),
  reached: z.boolean(),
  recordedBy: MemberId,
});
export type FollowUpTry = z.infer<typeof FollowUpTry>;

/** A follow-up of the programme that somebody owes by a moment. Whether it was missed is worked out, never stored. */
export const OwedFollowUp = z.strictObject({
  /** The follow-up of the service model. */
  id: z.string(),
  ownerId: WorkerId,
  dueAt: Instant,
  tries: z.array(FollowUpTry),
});
export type OwedFollowUp = z.infer<typeof OwedFollowUp>;

/** That somebody left hospital: when, for where, and who looks after what. */
export const DischargeMade = z.strictObject({
  at: Instant,
  destination: DischargeDestination,
  accommodation: AccommodationStatus,
  settled: Settled,
  /** When the keys were or will be handed over; null where there are none. */
  keysAt: Instant.nullable(),
  /** Who can be reached while offices are closed. */
  outOfHoursContact: WorkerId.nullable(),
  recordedBy: MemberId,
  followUps: z.array(OwedFollowUp),
});
export type DischargeMade = z.infer<typeof DischargeMade>;

/**
 * Why a council is told of somebody.
 * @source Homelessness Reduction Act 2017 (SOURCES.md 16)
 */
export const dutyToReferReasonCodes = [
  { code: 'homeless', label: 'The person is homeless' },
  { code: 'threatened', label: 'The person is likely to be homeless within 56 days' },
] as const;
export const DutyToReferReason = codesOf(dutyToReferReasonCodes);

/**
 * That a hospital told a council, with the person's consent. It is a record and replaces no referral.
 * @source Homelessness Reduction Act 2017, duty to refer (SOURCES.md 16)
 */
export const DutyToRefer = z.strictObject({
  id: DutyToReferId,
  /** The council the person chose, by its GSS code. */
  council: z.string().regex(/^E\d{8}$/, 'the GSS code of a council in England, such as E06000045'),
  reason: DutyToReferReason,
  consentOn: Day,
  consentObtained: z.enum(['inPerson', 'phone', 'video', 'inWriting']),
  referredOn: Day,
  consentWithdrawnOn: Day.nullable(),
});
export type DutyToRefer = z.infer<typeof DutyToRefer>;

/**
 * Contacts with crisis services.
 * @source Step Out, Southern Health (SOURCES.md 5): use of crisis services before and after. Assumes the kinds.
 */
export const crisisKindCodes = [
  { code: 'emergencyDepartment', label: 'Emergency department' },
  { code: 'crisisTeam', label: 'Crisis team' },
  { code: 'section136', label: 'Police, section 136' },
  { code: 'ambulance', label: 'Ambulance' },
  { code: 'crisisLine', label: 'Crisis line' },
  { code: 'crisisHouse', label: 'Crisis house or café' },
] as const;
export const CrisisKind = codesOf(crisisKindCodes);
export type CrisisKind = z.infer<typeof CrisisKind>;

export const CrisisContact = z.strictObject({ id: CrisisContactId, on: Day, kind: CrisisKind });
export type CrisisContact = z.infer<typeof CrisisContact>;

export const Readmission = z.strictObject({ id: ReadmissionId, on: Day });
export type Readmission = z.infer<typeof Readmission>;

/** All that is on record of one patient's leaving hospital, beside the days of delay, which stand with the request. */
export const DischargeFile = z.strictObject({
  requestId: RequestId,
  personId: PersonId,
  /** Who has taken on which follow-up of the service model, before the person leaves. */
  owners: z.array(z.strictObject({ followUp: z.string(), ownerId: WorkerId })),
  /** What of the checklist of the service model is arranged. */
  arranged: z.array(z.strictObject({ item: z.string(), on: Day, by: MemberId })),
  made: DischargeMade.nullable(),
  dutyToRefer: z.array(DutyToRefer),
  crisisContacts: z.array(CrisisContact),
  readmissions: z.array(Readmission),
});
export type DischargeFile = z.infer<typeof DischargeFile>;

/** Nothing on record yet. */
export const newDischargeFile = (requestId: RequestId, personId: PersonId): DischargeFile => ({
  ...{ requestId, personId, owners: [], arranged: [], made: null },
  ...{ dutyToRefer: [], crisisContacts: [], readmissions: [] },
});
