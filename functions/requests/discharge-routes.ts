import * as z from 'zod';
import { DutyToReferId, ReadyPeriodId, RequestId } from '../../shared/domain/ids.ts';
import { ArrangedItem } from '../../shared/usecases/discharges/arrange-leaving.ts';
import { DischargeStep } from '../../shared/usecases/discharges/change-discharge.ts';
import { NewFollowUpOwner } from '../../shared/usecases/discharges/name-follow-up-owner.ts';
import { DischargeShown } from '../../shared/usecases/discharges/read-discharge.ts';
import { NewCrisisContact } from '../../shared/usecases/discharges/record-crisis-contact.ts';
import { NewDischarge } from '../../shared/usecases/discharges/record-discharge.ts';
import { NewFollowUpTry } from '../../shared/usecases/discharges/record-follow-up.ts';
import { NewReadmission } from '../../shared/usecases/discharges/record-readmission.ts';
import { NewDutyToRefer } from '../../shared/usecases/discharges/refer-to-council.ts';
import { ConsentWithdrawal } from '../../shared/usecases/discharges/withdraw-consent.ts';
import { DelayReasonChange } from '../../shared/usecases/requests/change-delay-reason.ts';
import { ReadyPeriodWritten } from '../../shared/usecases/requests/ready-period.ts';
import { get, nothing, post } from '../route.ts';

const aRequest = z.strictObject({ requestId: RequestId });
const under = '/v1/placement-requests/{requestId}';

/** What every step of a discharge has in common. */
const step = {
  door: 'requests',
  params: aRequest,
  answer: DischargeStep,
  action: 'discharges.write',
} as const;

export const readDischargeRoute = get(`${under}/discharge`, {
  name: 'readDischarge',
  door: 'requests',
  action: 'discharges.read',
  summary: 'Read a discharge: days lost by reason, whose turn it is, follow-ups, and what came after.',
  params: aRequest,
  query: nothing,
  answer: DischargeShown,
});

export const changeDelayReasonRoute = post(`${under}/ready-periods/{readyPeriodId}/reasons`, {
  name: 'changeDelayReason',
  door: 'requests',
  action: 'requests.write',
  summary: 'Say that a patient who is ready to leave waits for another reason from a day on.',
  params: aRequest.extend({ readyPeriodId: ReadyPeriodId }),
  body: DelayReasonChange,
  answer: ReadyPeriodWritten,
});

export const nameFollowUpOwnerRoute = post(`${under}/discharge/follow-up-owners`, {
  ...step,
  name: 'nameFollowUpOwner',
  summary: 'Name who follows a patient up once they have left hospital.',
  body: NewFollowUpOwner,
});

export const arrangeLeavingRoute = post(`${under}/discharge/checklist`, {
  ...step,
  name: 'arrangeLeaving',
  summary: 'Record that an item of the checklist for leaving hospital is arranged.',
  body: ArrangedItem,
});

export const recordDischargeRoute = post(`${under}/discharge`, {
  ...step,
  name: 'recordDischarge',
  action: 'discharges.record',
  summary: 'Record that a patient has left hospital, which starts the clock of each follow-up.',
  body: NewDischarge,
});

export const recordFollowUpRoute = post(`${under}/discharge/follow-ups`, {
  ...step,
  name: 'recordFollowUp',
  summary: 'Record a try to follow somebody up after hospital, and whether they were reached.',
  body: NewFollowUpTry,
});

export const referToCouncilRoute = post(`${under}/discharge/duty-to-refer`, {
  ...step,
  name: 'referToCouncil',
  summary: 'Record that a council was told of somebody, with their consent.',
  body: NewDutyToRefer,
});

export const withdrawConsentRoute = post(`${under}/discharge/duty-to-refer/{dutyToReferId}/withdrawal`, {
  ...step,
  name: 'withdrawConsent',
  summary: 'Record that somebody no longer agrees that the council is told.',
  params: aRequest.extend({ dutyToReferId: DutyToReferId }),
  body: ConsentWithdrawal,
});

export const recordCrisisContactRoute = post(`${under}/discharge/crisis-contacts`, {
  ...step,
  name: 'recordCrisisContact',
  summary: 'Record that somebody turned to a crisis service, before or after they left hospital.',
  body: NewCrisisContact,
});

export const recordReadmissionRoute = post(`${under}/discharge/readmissions`, {
  ...step,
  name: 'recordReadmission',
  summary: 'Record that somebody is back in a mental health hospital.',
  body: NewReadmission,
});
