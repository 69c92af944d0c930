import * as z from 'zod';
import { Instant } from './day.ts';

/** What somebody did, in the past tense of the use case. The words for each stand with the timeline. */
export const Deed = z.enum([
  'partnershipFounded',
  'organisationAdded',
  'workerAdded',
  'memberAdded',
  'memberChanged',
  'contactSet',
  'homeAdded',
  'homeChanged',
  'homeClosing',
  'homeReopened',
  'carriedOn',
  'roomAdded',
  'roomChanged',
  'roomOutOfService',
  'roomOutOfServiceChanged',
  'vacancyListed',
  'vacancyConfirmed',
  'vacancyWithdrawn',
  'personAdded',
  'personChanged',
  'personWithdrawn',
  'personReturned',
  'needsAssessed',
  'readinessRated',
  'riskRecorded',
  'anchorRecorded',
  'exclusionZoneRecorded',
  'nonAssociationRecorded',
  'providerBanRecorded',
  'preferenceRecorded',
  'requestOpened',
  'requestSubmitted',
  'requestReviewed',
  'informationRequested',
  'informationGiven',
  'requestPaused',
  'requestResumed',
  'requestWithdrawn',
  'readyPeriodOpened',
  'readyPeriodEnded',
  'matchRunAsked',
  'suggestionAdopted',
  'proposalMade',
  'proposalRenewed',
  'viewRecorded',
  'providerAnswered',
  'questionAsked',
  'questionAnswered',
  'proposalDecided',
  'chainDecided',
  'panelPlanned',
  'panelCirculated',
  'voteCast',
  'conflictDeclared',
  'reviewAsked',
  'reviewDecided',
  'proposalWithdrawn',
  'proposalReminded',
  'proposalEscalated',
  'proposalExpired',
  'offerAccepted',
  'offerRefused',
  'stayRecorded',
  'arrived',
  'notArrived',
  'departed',
  'absenceRecorded',
]);
export type Deed = z.infer<typeof Deed>;

/** One version of one record: which fields changed, and a keyed hash of what they became. */
export const AuditChange = z.strictObject({
  kind: z.string(),
  id: z.string(),
  version: z.int().min(1),
  fields: z.array(z.string()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  hash: z.string(),
});
export type AuditChange = z.infer<typeof AuditChange>;

/**
 * What one commit changed of one subject. Entries of a subject are numbered from 1 and each carries the hash of the one
 * before, so none can be altered or left out unseen. Ids, field names, days and codes only: no name and no words.
 */
export const AuditEntry = z.strictObject({
  subject: z.string(),
  number: z.int().min(1),
  commit: z.string(),
  at: Instant,
  by: z.string(),
  deed: Deed,
  told: z.record(z.string(), z.string()),
  changes: z.array(AuditChange),
  before: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
