import * as z from 'zod';
import { HomeId, OutOfServiceId, RoomId, VacancyId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { HomeAdded, NewHome } from '../../shared/usecases/homes/add-home.ts';
import { HomeAsChanged } from '../../shared/usecases/homes/change-home.ts';
import { RoomAsChanged } from '../../shared/usecases/homes/change-room.ts';
import { Confirmation } from '../../shared/usecases/homes/confirm-vacancy.ts';
import { NewRoom } from '../../shared/usecases/homes/home-rooms.ts';
import { HomesAsked, HomesPage } from '../../shared/usecases/homes/list-homes.ts';
import { VacanciesAsked, VacanciesPage } from '../../shared/usecases/homes/list-vacancies.ts';
import { NewVacancy, VacancyWritten } from '../../shared/usecases/homes/list-vacancy.ts';
import { Calendar, CalendarAsked } from '../../shared/usecases/homes/read-calendar.ts';
import { HomeShown } from '../../shared/usecases/homes/read-home.ts';
import { VacancyShown } from '../../shared/usecases/homes/read-vacancy.ts';
import { OutOfServiceRevised } from '../../shared/usecases/homes/revise-out-of-service.ts';
import { NewOutOfService } from '../../shared/usecases/homes/take-out-of-service.ts';
import { VacancyWithdrawal } from '../../shared/usecases/homes/withdraw-vacancy.ts';
import { get, nothing, post, put } from '../route.ts';

const aHome = z.strictObject({ homeId: HomeId });
const aRoom = z.strictObject({ roomId: RoomId });
const aVacancy = z.strictObject({ vacancyId: VacancyId });

export const listHomesRoute = get('/v1/homes', {
  name: 'listHomes',
  door: 'homes',
  action: 'homes.read',
  summary: 'List the homes you may see.',
  params: nothing,
  query: HomesAsked,
  answer: HomesPage,
});

export const addHomeRoute = post('/v1/homes', {
  name: 'addHome',
  door: 'homes',
  action: 'homes.write',
  summary: 'Add a home with its rooms.',
  params: nothing,
  body: NewHome,
  answer: HomeAdded,
});

export const readHomeRoute = get('/v1/homes/{homeId}', {
  name: 'readHome',
  door: 'homes',
  action: 'homes.read',
  summary: 'Read a home with its rooms.',
  params: aHome,
  query: nothing,
  answer: HomeShown,
});

export const changeHomeRoute = put('/v1/homes/{homeId}', {
  name: 'changeHome',
  door: 'homes',
  action: 'homes.write',
  summary: 'Change what is said of a home; its rooms stay as they are.',
  params: aHome,
  body: HomeAsChanged,
  answer: Receipt,
});

export const addRoomRoute = post('/v1/homes/{homeId}/rooms', {
  name: 'addRoom',
  door: 'homes',
  action: 'homes.write',
  summary: 'Add a room to a home. The version is the home’s.',
  params: aHome,
  body: NewRoom,
  answer: Receipt,
});

export const changeRoomRoute = put('/v1/rooms/{roomId}', {
  name: 'changeRoom',
  door: 'homes',
  action: 'homes.write',
  summary: 'Change what is said of a room. The version in If-Match and in the answer is its home’s.',
  params: aRoom,
  body: RoomAsChanged,
  answer: Receipt,
});

export const takeOutOfServiceRoute = post('/v1/rooms/{roomId}/out-of-service', {
  name: 'takeOutOfService',
  door: 'homes',
  action: 'homes.write',
  summary: 'Take a room out of service, first and last day included. The version is its home’s.',
  params: aRoom,
  body: NewOutOfService,
  answer: Receipt,
});

export const reviseOutOfServiceRoute = put('/v1/rooms/{roomId}/out-of-service/{outOfServiceId}', {
  name: 'reviseOutOfService',
  door: 'homes',
  action: 'homes.write',
  summary: 'Say anew until when a room is out of service. The version is its home’s.',
  params: z.strictObject({ roomId: RoomId, outOfServiceId: OutOfServiceId }),
  body: OutOfServiceRevised,
  answer: Receipt,
});

export const readCalendarRoute = get('/v1/homes/{homeId}/calendar', {
  name: 'readCalendar',
  door: 'homes',
  action: 'homes.read',
  summary: 'Read what each room of a home is on each day of a run of at most 366.',
  params: aHome,
  query: CalendarAsked,
  answer: Calendar,
});

export const listVacancyRoute = post('/v1/rooms/{roomId}/vacancies', {
  name: 'listVacancy',
  door: 'homes',
  action: 'vacancies.write',
  summary: 'List a vacancy: of an empty room, or one that is expected.',
  params: aRoom,
  body: NewVacancy,
  answer: VacancyWritten,
});

export const listVacanciesRoute = get('/v1/vacancies', {
  name: 'listVacancies',
  door: 'homes',
  action: 'homes.read',
  summary: 'List the live vacancies you may see, the soonest first.',
  params: nothing,
  query: VacanciesAsked,
  answer: VacanciesPage,
});

export const readVacancyRoute = get('/v1/vacancies/{vacancyId}', {
  name: 'readVacancy',
  door: 'homes',
  action: 'homes.read',
  summary: 'Read a vacancy.',
  params: aVacancy,
  query: nothing,
  answer: VacancyShown,
});

export const confirmVacancyRoute = post('/v1/vacancies/{vacancyId}/confirmation', {
  name: 'confirmVacancy',
  door: 'homes',
  action: 'vacancies.write',
  summary: 'Confirm an expected vacancy: the room is empty, or its resident has given notice.',
  params: aVacancy,
  body: Confirmation,
  answer: VacancyWritten,
});

export const withdrawVacancyRoute = post('/v1/vacancies/{vacancyId}/withdrawal', {
  name: 'withdrawVacancy',
  door: 'homes',
  action: 'vacancies.write',
  summary: 'Take a vacancy off the list that nobody has been proposed for.',
  params: aVacancy,
  body: VacancyWithdrawal,
  answer: VacancyWritten,
});
