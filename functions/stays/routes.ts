import * as z from 'zod';
import { ContactPlanId, PersonId, StayId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { ContactPlansShown, NextContacts } from '../../shared/usecases/contacts/read-contacts.ts';
import { ContactOutcome } from '../../shared/usecases/contacts/record-contact.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { OfferAnswer, StayStep } from '../../shared/usecases/stays/answer-offer.ts';
import { StayShown } from '../../shared/usecases/stays/read-stay.ts';
import { NewAbsence } from '../../shared/usecases/stays/record-absence.ts';
import { Arrival } from '../../shared/usecases/stays/record-arrival.ts';
import { Departure } from '../../shared/usecases/stays/record-departure.ts';
import { NoShow } from '../../shared/usecases/stays/record-no-show.ts';
import { LivedStay } from '../../shared/usecases/stays/record-stay.ts';
import { get, nothing, post } from '../route.ts';

const aStay = z.strictObject({ stayId: StayId });

export const recordStayRoute = post('/v1/stays', {
  name: 'recordStay',
  door: 'stays',
  action: 'stays.record',
  summary: 'Record that somebody lives in a room already.',
  params: nothing,
  body: LivedStay,
  answer: StayStep,
});

export const readStayRoute = get('/v1/stays/{stayId}', {
  name: 'readStay',
  door: 'stays',
  action: 'stays.read',
  summary: 'Read a stay.',
  params: aStay,
  query: nothing,
  answer: StayShown,
});

export const answerOfferRoute = post('/v1/stays/{stayId}/acceptance', {
  name: 'answerOffer',
  door: 'stays',
  action: 'offers.answer',
  summary: 'Record the person’s own answer to an approved offer.',
  params: aStay,
  body: OfferAnswer,
  answer: StayStep,
});

export const recordArrivalRoute = post('/v1/stays/{stayId}/arrival', {
  name: 'recordArrival',
  door: 'stays',
  action: 'stays.record',
  summary: 'Record that somebody has moved in.',
  params: aStay,
  body: Arrival,
  answer: StayStep,
});

export const recordNoShowRoute = post('/v1/stays/{stayId}/no-show', {
  name: 'recordNoShow',
  door: 'stays',
  action: 'stays.record',
  summary: 'Record that somebody did not move in as agreed.',
  params: aStay,
  body: NoShow,
  answer: StayStep,
});

export const recordDepartureRoute = post('/v1/stays/{stayId}/departure', {
  name: 'recordDeparture',
  door: 'stays',
  action: 'stays.record',
  summary: 'Record that somebody has left for good.',
  params: aStay,
  body: Departure,
  answer: StayStep,
});

export const recordAbsenceRoute = post('/v1/stays/{stayId}/absences', {
  name: 'recordAbsence',
  door: 'stays',
  action: 'stays.record',
  summary: 'Record that somebody is away and their room is kept, or that they are back.',
  params: aStay,
  body: NewAbsence,
  answer: StayStep,
});

export const listContactsRoute = get('/v1/contact-plans', {
  name: 'listContacts',
  door: 'stays',
  action: 'contacts.read',
  summary: 'List the next contact owed to each of your people after a move, and which are late.',
  params: nothing,
  query: z.strictObject(pageQuery),
  answer: NextContacts,
});

export const readContactsRoute = get('/v1/people/{personId}/contact-plans', {
  name: 'readContacts',
  door: 'stays',
  action: 'contacts.read',
  summary: 'Read the contacts owed to a person after their moves, and what became of each.',
  params: z.strictObject({ personId: PersonId }),
  query: nothing,
  answer: ContactPlansShown,
});

export const recordContactRoute = post('/v1/contact-plans/{contactPlanId}/outcomes', {
  name: 'recordContact',
  door: 'stays',
  action: 'contacts.write',
  summary: 'Record what became of a contact that was owed, or one more than was owed.',
  params: z.strictObject({ contactPlanId: ContactPlanId }),
  body: ContactOutcome,
  answer: Receipt,
});

export * from './before-move-routes.ts';
