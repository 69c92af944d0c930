import * as z from 'zod';
import { PanelId, ProposalId, ReviewId } from '../../shared/domain/ids.ts';
import { CaseId } from '../../shared/domain/panel.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { ReviewAsked } from '../../shared/usecases/panels/ask-review.ts';
import { Ballot } from '../../shared/usecases/panels/cast-vote.ts';
import { RoomsCompared } from '../../shared/usecases/panels/compare-rooms.ts';
import { ReviewRuling } from '../../shared/usecases/panels/decide-review.ts';
import { ConflictDeclared } from '../../shared/usecases/panels/declare-conflict.ts';
import { ReviewPage } from '../../shared/usecases/panels/list-reviews.ts';
import { SeatsShown } from '../../shared/usecases/panels/list-seats.ts';
import { NewPanel } from '../../shared/usecases/panels/plan-panel.ts';
import { CaseShown } from '../../shared/usecases/panels/read-case.ts';
import { MinutesShown, PackShown, PanelShown } from '../../shared/usecases/panels/read-panel.ts';
import { ReviewShown } from '../../shared/usecases/panels/read-review.ts';
import { get, nothing, post } from '../route.ts';

const aPanel = z.strictObject({ panelId: PanelId });
const aPaper = z.strictObject({ panelId: PanelId, proposalId: ProposalId });
const aCase = z.strictObject({ caseId: CaseId });

export const planPanelRoute = post('/v1/panels', {
  name: 'planPanel',
  door: 'panels',
  action: 'panels.manage',
  summary: 'Call a meeting of a panel: who sits on it, and which proposals it is to decide.',
  params: nothing,
  body: NewPanel,
  answer: Receipt,
});

export const readPanelRoute = get('/v1/panels/{panelId}', {
  name: 'readPanel',
  door: 'panels',
  action: 'panels.read',
  summary: 'Read when a panel meets, who sits on it, and its agenda.',
  params: aPanel,
  query: nothing,
  answer: PanelShown,
});

export const circulateRoute = post('/v1/panels/{panelId}/circulation', {
  name: 'circulate',
  door: 'panels',
  action: 'panels.manage',
  summary: 'Send out the papers of a panel: what is known of each proposal is frozen as it is now.',
  params: aPanel,
  body: nothing,
  answer: Receipt,
  ifMatch: true,
});

export const readPackRoute = get('/v1/panels/{panelId}/pack', {
  name: 'readPack',
  door: 'panels',
  action: 'panels.read',
  summary: 'Read the papers of a panel as they went out, the person’s own words first.',
  params: aPanel,
  query: nothing,
  answer: PackShown,
});

export const readMinutesRoute = get('/v1/panels/{panelId}/minutes', {
  name: 'readMinutes',
  door: 'panels',
  action: 'panels.read',
  summary: 'Read the minutes of a panel, drafted from what was declared, voted and decided.',
  params: aPanel,
  query: nothing,
  answer: MinutesShown,
});

export const readCaseRoute = get('/v1/panels/{panelId}/cases/{proposalId}', {
  name: 'readCase',
  door: 'panels',
  action: 'panels.read',
  summary:
    'Read where a case stands beside its papers: the votes so far, the house today, and what has changed.',
  params: aPaper,
  query: nothing,
  answer: CaseShown,
});

export const compareRoomsRoute = get('/v1/panels/{panelId}/cases/{proposalId}/alternatives', {
  name: 'compareRooms',
  door: 'panels',
  action: 'panels.read',
  summary: 'Compare the proposed room with the best others, each weighed by the same rules today.',
  params: aPaper,
  query: nothing,
  answer: RoomsCompared,
});

export const listSeatsRoute = get('/v1/panel-seats', {
  name: 'listSeats',
  door: 'panels',
  action: 'panels.manage',
  summary: 'List who may sit on a panel, and who of them may chair it.',
  params: nothing,
  query: nothing,
  answer: SeatsShown,
});

export const castVoteRoute = post('/v1/panel-cases/{caseId}/votes', {
  name: 'castVote',
  door: 'panels',
  action: 'panels.vote',
  summary: 'Say what you think of a proposal or chain that is before the panel, with your own reason.',
  params: aCase,
  body: Ballot,
  answer: Receipt,
  ifMatch: true,
});

export const declareConflictRoute = post('/v1/panel-cases/{caseId}/conflicts', {
  name: 'declareConflict',
  door: 'panels',
  action: 'panels.vote',
  summary: 'Declare that you are too near to a case to decide it.',
  params: aCase,
  body: ConflictDeclared,
  answer: Receipt,
});

export const askReviewRoute = post('/v1/proposals/{proposalId}/reviews', {
  name: 'askReview',
  door: 'panels',
  action: 'reviews.ask',
  summary: 'Ask that others look again at a move a panel declined.',
  params: z.strictObject({ proposalId: ProposalId }),
  body: ReviewAsked,
  answer: Receipt,
});

export const listReviewsRoute = get('/v1/reviews', {
  name: 'listReviews',
  door: 'panels',
  action: 'panels.read',
  summary: 'List reviews that wait for a decision, or those that have one.',
  params: nothing,
  query: z.strictObject({ ...pageQuery, state: z.enum(['open', 'closed']).default('open') }),
  answer: ReviewPage,
});

export const readReviewRoute = get('/v1/reviews/{reviewId}', {
  name: 'readReview',
  door: 'panels',
  action: 'reviews.decide',
  summary: 'Read a review with the first decision, before deciding it.',
  params: z.strictObject({ reviewId: ReviewId }),
  query: nothing,
  answer: ReviewShown,
});

export const decideReviewRoute = post('/v1/reviews/{reviewId}/decision', {
  name: 'decideReview',
  door: 'panels',
  action: 'reviews.decide',
  summary: 'Decide a review, as somebody who had no part in the first decision.',
  params: z.strictObject({ reviewId: ReviewId }),
  body: ReviewRuling,
  answer: Receipt,
  ifMatch: true,
});
