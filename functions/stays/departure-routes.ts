import * as z from 'zod';
import { PersonId, StayId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { DepartureCorrection } from '../../shared/usecases/departures/correct-departure.ts';
import { MoveOnFigures, MoveOnPeriod } from '../../shared/usecases/departures/count-move-ons.ts';
import { DeparturesPage, DeparturesShown } from '../../shared/usecases/departures/read-departures.ts';
import { Sustainment } from '../../shared/usecases/departures/record-sustainment.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { get, nothing, post } from '../route.ts';

export const listOpenDeparturesRoute = get('/v1/departures', {
  name: 'listOpenDepartures',
  door: 'stays',
  action: 'contacts.read',
  summary: 'List the moves of your people after which it is still to be asked whether the home has lasted.',
  params: nothing,
  query: z.strictObject(pageQuery),
  answer: DeparturesPage,
});

export const readDeparturesRoute = get('/v1/people/{personId}/departures', {
  name: 'readDepartures',
  door: 'stays',
  action: 'contacts.read',
  summary: 'Read where a person left and why, and whether the homes they moved to have lasted.',
  params: z.strictObject({ personId: PersonId }),
  query: nothing,
  answer: DeparturesShown,
});

export const correctDepartureRoute = post('/v1/stays/{stayId}/departure/corrections', {
  name: 'correctDeparture',
  door: 'stays',
  action: 'stays.record',
  summary: 'Correct the reason somebody left by a new entry.',
  params: z.strictObject({ stayId: StayId }),
  body: DepartureCorrection,
  answer: Receipt,
});

export const recordSustainmentRoute = post('/v1/stays/{stayId}/departure/sustainment', {
  name: 'recordSustainment',
  door: 'stays',
  action: 'contacts.write',
  summary: 'Record whether the home has lasted so long after a move, and how it is known.',
  params: z.strictObject({ stayId: StayId }),
  body: Sustainment,
  answer: Receipt,
});

export const readMoveOnFiguresRoute = get('/v1/reports/move-on', {
  name: 'readMoveOnFigures',
  door: 'stays',
  action: 'moveOns.count',
  summary:
    'Read the move-on rate of each stage with its denominator, what it leaves out, and what has lasted.',
  params: nothing,
  query: MoveOnPeriod,
  answer: MoveOnFigures,
});
