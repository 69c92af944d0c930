import { arrangeLeaving } from '../../shared/usecases/discharges/arrange-leaving.ts';
import { nameFollowUpOwner } from '../../shared/usecases/discharges/name-follow-up-owner.ts';
import { readDischarge } from '../../shared/usecases/discharges/read-discharge.ts';
import { recordCrisisContact } from '../../shared/usecases/discharges/record-crisis-contact.ts';
import { recordDischarge } from '../../shared/usecases/discharges/record-discharge.ts';
import { recordFollowUp } from '../../shared/usecases/discharges/record-follow-up.ts';
import { recordReadmission } from '../../shared/usecases/discharges/record-readmission.ts';
import { referToCouncil } from '../../shared/usecases/discharges/refer-to-council.ts';
import { withdrawConsent } from '../../shared/usecases/discharges/withdraw-consent.ts';
import { askForInformation } from '../../shared/usecases/requests/ask-for-information.ts';
import { changeDelayReason } from '../../shared/usecases/requests/change-delay-reason.ts';
import { endReadyPeriod } from '../../shared/usecases/requests/end-ready-period.ts';
import { giveInformation } from '../../shared/usecases/requests/give-information.ts';
import { listRequests } from '../../shared/usecases/requests/list-requests.ts';
import { openReadyPeriod } from '../../shared/usecases/requests/open-ready-period.ts';
import { openRequest } from '../../shared/usecases/requests/open-request.ts';
import { pauseRequest } from '../../shared/usecases/requests/pause-request.ts';
import { readRequest } from '../../shared/usecases/requests/read-request.ts';
import { resumeRequest } from '../../shared/usecases/requests/resume-request.ts';
import { reviewRequest } from '../../shared/usecases/requests/review-request.ts';
import { submitRequest } from '../../shared/usecases/requests/submit-request.ts';
import { withdrawRequest } from '../../shared/usecases/requests/withdraw-request.ts';
import { homeTimeline } from '../../shared/usecases/timeline/home-timeline.ts';
import { personTimeline } from '../../shared/usecases/timeline/person-timeline.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './routes.ts';

export const requestsHandlers: readonly Handled[] = [
  handle(routes.listRequestsRoute, listRequests),
  handle(routes.openRequestRoute, openRequest),
  handle(routes.readRequestRoute, readRequest),
  handle(routes.submitRequestRoute, submitRequest),
  handle(routes.reviewRequestRoute, reviewRequest),
  handle(routes.askForInformationRoute, askForInformation),
  handle(routes.giveInformationRoute, giveInformation),
  handle(routes.pauseRequestRoute, pauseRequest),
  handle(routes.resumeRequestRoute, resumeRequest),
  handle(routes.withdrawRequestRoute, withdrawRequest),
  handle(routes.openReadyPeriodRoute, openReadyPeriod),
  handle(routes.endReadyPeriodRoute, endReadyPeriod),
  handle(routes.changeDelayReasonRoute, changeDelayReason),
  handle(routes.readDischargeRoute, readDischarge),
  handle(routes.nameFollowUpOwnerRoute, nameFollowUpOwner),
  handle(routes.arrangeLeavingRoute, arrangeLeaving),
  handle(routes.recordDischargeRoute, recordDischarge),
  handle(routes.recordFollowUpRoute, recordFollowUp),
  handle(routes.referToCouncilRoute, referToCouncil),
  handle(routes.withdrawConsentRoute, withdrawConsent),
  handle(routes.recordCrisisContactRoute, recordCrisisContact),
  handle(routes.recordReadmissionRoute, recordReadmission),
  handle(routes.personTimelineRoute, personTimeline),
  handle(routes.homeTimelineRoute, homeTimeline),
];
