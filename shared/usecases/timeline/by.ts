import { type Action, grants } from '../../access/actions.ts';
import type { AuditEntry, Deed } from '../../domain/audit.ts';
import type { Member, Role } from '../../domain/member.ts';
import { members } from '../../store/kinds/partnerships.ts';
import type { Records } from '../../store/records.ts';

const roleWords: Readonly<Record<Role, string>> = {
  housingOfficer: 'a housing officer',
  wardCoordinator: 'a ward coordinator',
  supportWorker: 'a support worker',
  panelMember: 'a panel member',
  panelChair: 'a panel chair',
  providerManager: 'a provider manager',
  programmeLead: 'a programme lead',
  auditor: 'an auditor',
  systemAdmin: 'a system admin',
};

/** What somebody needs to be allowed for a deed: of several roles, the one that allows it is named. */
const deedActions: Readonly<Record<Deed, Action>> = {
  partnershipFounded: 'members.write',
  organisationAdded: 'members.write',
  workerAdded: 'workers.write',
  memberAdded: 'members.write',
  memberChanged: 'members.write',
  contactSet: 'members.write',
  homeAdded: 'homes.write',
  homeChanged: 'homes.write',
  homeClosing: 'homes.close',
  homeReopened: 'homes.close',
  carriedOn: 'homes.close',
  roomAdded: 'homes.write',
  roomChanged: 'homes.write',
  roomOutOfService: 'homes.write',
  roomOutOfServiceChanged: 'homes.write',
  vacancyListed: 'vacancies.write',
  vacancyConfirmed: 'vacancies.write',
  vacancyWithdrawn: 'vacancies.write',
  personAdded: 'people.open',
  personChanged: 'people.write',
  personWithdrawn: 'people.withdraw',
  personReturned: 'people.withdraw',
  needsAssessed: 'people.write',
  readinessRated: 'people.write',
  riskRecorded: 'people.write',
  anchorRecorded: 'people.write',
  exclusionZoneRecorded: 'constraints.write',
  nonAssociationRecorded: 'constraints.write',
  providerBanRecorded: 'constraints.write',
  preferenceRecorded: 'people.write',
  requestOpened: 'requests.write',
  requestSubmitted: 'requests.write',
  requestReviewed: 'requests.review',
  informationRequested: 'requests.review',
  informationGiven: 'requests.write',
  requestPaused: 'requests.pause',
  requestResumed: 'requests.pause',
  requestWithdrawn: 'requests.withdraw',
  readyPeriodOpened: 'requests.write',
  readyPeriodEnded: 'requests.write',
  delayReasonChanged: 'requests.write',
  followUpOwnerNamed: 'discharges.write',
  leavingArranged: 'discharges.write',
  discharged: 'discharges.record',
  followUpRecorded: 'discharges.write',
  dutyToReferRecorded: 'discharges.write',
  consentWithdrawn: 'discharges.write',
  crisisContactRecorded: 'discharges.write',
  readmissionRecorded: 'discharges.write',
  matchRunAsked: 'matches.run',
  suggestionAdopted: 'proposals.make',
  proposalMade: 'proposals.make',
  proposalRenewed: 'proposals.renew',
  viewRecorded: 'views.write',
  providerAnswered: 'providerAnswers.write',
  questionAsked: 'proposals.ask',
  questionAnswered: 'proposals.answer',
  proposalDecided: 'decisions.make',
  chainDecided: 'decisions.make',
  panelPlanned: 'panels.manage',
  panelCirculated: 'panels.manage',
  voteCast: 'panels.vote',
  conflictDeclared: 'panels.vote',
  reviewAsked: 'reviews.ask',
  reviewDecided: 'reviews.decide',
  proposalWithdrawn: 'proposals.withdraw',
  proposalReminded: 'proposals.withdraw',
  proposalEscalated: 'proposals.withdraw',
  proposalExpired: 'proposals.withdraw',
  offerAccepted: 'offers.answer',
  offerRefused: 'offers.answer',
  stayRecorded: 'stays.record',
  arrived: 'stays.record',
  notArrived: 'stays.record',
  departed: 'stays.record',
  absenceRecorded: 'stays.record',
  introductionRecorded: 'beforeMoves.write',
  visitRecorded: 'beforeMoves.write',
  residentViewRecorded: 'residentViews.write',
  preparationRecorded: 'beforeMoves.write',
  preparationSetAside: 'beforeMoves.setAside',
  contactRecorded: 'contacts.write',
  contactMissed: 'contacts.write',
  workerBegan: 'workers.allocate',
  workerEnded: 'workers.allocate',
  workerHandedOver: 'workers.allocate',
  workerAway: 'workers.cover',
  departureCorrected: 'stays.record',
  sustainmentRecorded: 'contacts.write',
};

/** Whoever did a deed, by their role: nobody is named. */
export function byWords(member: Member | undefined, deed: Deed): string {
  const allowing = member?.roles.find((role) => grants[deedActions[deed]][role] !== undefined);
  const role = allowing ?? member?.roles[0];
  return role === undefined ? 'a member' : roleWords[role];
}

/** The members of the caller's partnership who did some deeds, by their id. */
export async function membersBehind(
  records: Records,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, Member>> {
  const found = await records.getMany(
    members,
    entries.map((entry) => entry.by),
  );
  return new Map(
    found.filter(({ data }) => data.partnershipId === records.partnership).map(({ id, data }) => [id, data]),
  );
}
