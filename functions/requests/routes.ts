import * as z from 'zod';
import { HomeId, PersonId, ReadyPeriodId, RequestId } from '../../shared/domain/ids.ts';
import { Question } from '../../shared/usecases/requests/ask-for-information.ts';
import { ReadyPeriodEnd } from '../../shared/usecases/requests/end-ready-period.ts';
import { Information } from '../../shared/usecases/requests/give-information.ts';
import { RequestsAsked, RequestsPage } from '../../shared/usecases/requests/list-requests.ts';
import { NewRequest } from '../../shared/usecases/requests/new-request.ts';
import { RequestOpened } from '../../shared/usecases/requests/open-request.ts';
import { NewPause } from '../../shared/usecases/requests/pause-request.ts';
import { RequestShown } from '../../shared/usecases/requests/read-request.ts';
import { NewReadyPeriod, ReadyPeriodWritten } from '../../shared/usecases/requests/ready-period.ts';
import { Review } from '../../shared/usecases/requests/review-request.ts';
import { RequestStep } from '../../shared/usecases/requests/take-step.ts';
import { RequestWithdrawal } from '../../shared/usecases/requests/withdraw-request.ts';
import { TimelineAsked, TimelinePage } from '../../shared/usecases/timeline/page.ts';
import { get, nothing, post, put } from '../route.ts';

const aRequest = z.strictObject({ requestId: RequestId });

/** What every step of a request has in common. */
const step = { door: 'requests', params: aRequest, answer: RequestStep } as const;

export const listRequestsRoute = get('/v1/placement-requests', {
  name: 'listRequests',
  door: 'requests',
  action: 'requests.read',
  summary: 'List placement requests, the longest in the queue first.',
  params: nothing,
  query: RequestsAsked,
  answer: RequestsPage,
});

export const openRequestRoute = post('/v1/placement-requests', {
  name: 'openRequest',
  door: 'requests',
  action: 'requests.write',
  summary: 'Ask for a place for a person, as a draft or at once.',
  params: nothing,
  body: NewRequest,
  answer: RequestOpened,
});

export const readRequestRoute = get('/v1/placement-requests/{requestId}', {
  name: 'readRequest',
  door: 'requests',
  action: 'requests.read',
  summary: 'Read a placement request with its discharge and its days of delay.',
  params: aRequest,
  query: nothing,
  answer: RequestShown,
});

export const submitRequestRoute = post('/v1/placement-requests/{requestId}/submission', {
  ...step,
  name: 'submitRequest',
  action: 'requests.write',
  summary: 'Send in a draft.',
  body: nothing,
});

export const reviewRequestRoute = post('/v1/placement-requests/{requestId}/review', {
  ...step,
  name: 'reviewRequest',
  action: 'requests.review',
  summary: 'Start the review of a request, find it ready to place, or reject it.',
  body: Review,
});

export const askForInformationRoute = post('/v1/placement-requests/{requestId}/information-requests', {
  ...step,
  name: 'askForInformation',
  action: 'requests.review',
  summary: 'Ask for something the review needs to know.',
  body: Question,
});

export const giveInformationRoute = post('/v1/placement-requests/{requestId}/information-answers', {
  ...step,
  name: 'giveInformation',
  action: 'requests.write',
  summary: 'Answer the question a review waits for.',
  body: Information,
});

export const pauseRequestRoute = post('/v1/placement-requests/{requestId}/pause', {
  ...step,
  name: 'pauseRequest',
  action: 'requests.pause',
  summary: 'Put a request on hold.',
  body: NewPause,
});

export const resumeRequestRoute = post('/v1/placement-requests/{requestId}/resumption', {
  ...step,
  name: 'resumeRequest',
  action: 'requests.pause',
  summary: 'Take a request off hold: it goes on from where it was.',
  body: nothing,
});

export const withdrawRequestRoute = post('/v1/placement-requests/{requestId}/withdrawal', {
  ...step,
  name: 'withdrawRequest',
  action: 'requests.withdraw',
  summary: 'Take a request back.',
  body: RequestWithdrawal,
});

export const openReadyPeriodRoute = post('/v1/placement-requests/{requestId}/ready-periods', {
  name: 'openReadyPeriod',
  door: 'requests',
  action: 'requests.write',
  summary: 'Say that a patient is clinically ready to leave hospital.',
  params: aRequest,
  body: NewReadyPeriod,
  answer: ReadyPeriodWritten,
});

export const endReadyPeriodRoute = put('/v1/placement-requests/{requestId}/ready-periods/{readyPeriodId}', {
  name: 'endReadyPeriod',
  door: 'requests',
  action: 'requests.write',
  summary: 'End a period of delay, because the patient left or is not ready again.',
  params: aRequest.extend({ readyPeriodId: ReadyPeriodId }),
  body: ReadyPeriodEnd,
  answer: ReadyPeriodWritten,
});

export * from './discharge-routes.ts';

export const personTimelineRoute = get('/v1/people/{personId}/timeline', {
  name: 'personTimeline',
  door: 'requests',
  action: 'people.read',
  summary: 'Read what has happened with a person, in plain sentences.',
  params: z.strictObject({ personId: PersonId }),
  query: TimelineAsked,
  answer: TimelinePage,
});

export const homeTimelineRoute = get('/v1/homes/{homeId}/timeline', {
  name: 'homeTimeline',
  door: 'requests',
  action: 'homes.read',
  summary: 'Read what has happened with a home, in plain sentences.',
  params: z.strictObject({ homeId: HomeId }),
  query: TimelineAsked,
  answer: TimelinePage,
});
