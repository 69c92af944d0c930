import * as z from 'zod';
import { StayId } from '../../shared/domain/ids.ts';
import { MovesAhead } from '../../shared/usecases/before-move/list-before-moves.ts';
import { BeforeMoveShown } from '../../shared/usecases/before-move/read-before-move.ts';
import { NewIntroduction } from '../../shared/usecases/before-move/record-introduction.ts';
import { NewPreparation } from '../../shared/usecases/before-move/record-preparation.ts';
import { NewResidentView } from '../../shared/usecases/before-move/record-resident-view.ts';
import { NewVisit } from '../../shared/usecases/before-move/record-visit.ts';
import { NewSetAside } from '../../shared/usecases/before-move/set-aside-preparation.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { get, nothing, post } from '../route.ts';

const params = z.strictObject({ stayId: StayId });
const under = '/v1/stays/{stayId}';

/** What every step before a move has in common. */
const step = { door: 'stays', params, answer: Receipt, action: 'beforeMoves.write' } as const;

export const listBeforeMovesRoute = get('/v1/before-moves', {
  name: 'listBeforeMoves',
  door: 'stays',
  action: 'beforeMoves.read',
  summary: 'List the moves ahead, the soonest first, with what is still missing before each.',
  params: nothing,
  query: z.strictObject(pageQuery),
  answer: MovesAhead,
});

export const readBeforeMoveRoute = get(`${under}/before-move`, {
  name: 'readBeforeMove',
  door: 'stays',
  action: 'beforeMoves.read',
  summary:
    'Read what happens before a move: introductions, visits, residents’ views, the checklist, what is missing.',
  params,
  query: nothing,
  answer: BeforeMoveShown,
});

export const recordIntroductionRoute = post(`${under}/introductions`, {
  ...step,
  name: 'recordIntroduction',
  summary: 'Record that somebody is to meet their worker, their housemates or the home, or how that went.',
  body: NewIntroduction,
});

export const recordVisitRoute = post(`${under}/visits`, {
  ...step,
  name: 'recordVisit',
  summary: 'Record a visit to the home or trial nights there, planned or made, and how they were.',
  body: NewVisit,
});

export const recordResidentViewRoute = post(`${under}/resident-views`, {
  ...step,
  name: 'recordResidentView',
  action: 'residentViews.write',
  summary: 'Record what somebody who lives in the home says of the move. It is advice and stops nothing.',
  body: NewResidentView,
});

export const recordPreparationRoute = post(`${under}/preparations`, {
  ...step,
  name: 'recordPreparation',
  summary: 'Record that a step of the checklist before a move is done, or which worker is named.',
  body: NewPreparation,
});

export const setAsidePreparationRoute = post(`${under}/set-asides`, {
  ...step,
  name: 'setAsidePreparation',
  action: 'beforeMoves.setAside',
  summary: 'Answer, with a reason, for a move without a step that its programme requires.',
  body: NewSetAside,
});
