import { askReview } from '../../shared/usecases/panels/ask-review.ts';
import { castVote } from '../../shared/usecases/panels/cast-vote.ts';
import { circulate } from '../../shared/usecases/panels/circulate.ts';
import { compareRooms } from '../../shared/usecases/panels/compare-rooms.ts';
import { decideReview } from '../../shared/usecases/panels/decide-review.ts';
import { declareConflict } from '../../shared/usecases/panels/declare-conflict.ts';
import { listReviews } from '../../shared/usecases/panels/list-reviews.ts';
import { listSeats } from '../../shared/usecases/panels/list-seats.ts';
import { planPanel } from '../../shared/usecases/panels/plan-panel.ts';
import { readCase } from '../../shared/usecases/panels/read-case.ts';
import { readMinutes, readPack, readPanel } from '../../shared/usecases/panels/read-panel.ts';
import { readReview } from '../../shared/usecases/panels/read-review.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './routes.ts';

export const panelsHandlers: readonly Handled[] = [
  handle(routes.planPanelRoute, planPanel),
  handle(routes.readPanelRoute, readPanel),
  handle(routes.circulateRoute, circulate),
  handle(routes.readPackRoute, readPack),
  handle(routes.readMinutesRoute, readMinutes),
  handle(routes.readCaseRoute, readCase),
  handle(routes.compareRoomsRoute, compareRooms),
  handle(routes.listSeatsRoute, listSeats),
  handle(routes.castVoteRoute, castVote),
  handle(routes.declareConflictRoute, declareConflict),
  handle(routes.askReviewRoute, askReview),
  handle(routes.listReviewsRoute, listReviews),
  handle(routes.readReviewRoute, readReview),
  handle(routes.decideReviewRoute, decideReview),
];
