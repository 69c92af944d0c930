import { addHome } from '../../shared/usecases/homes/add-home.ts';
import { addRoom } from '../../shared/usecases/homes/add-room.ts';
import { changeHome } from '../../shared/usecases/homes/change-home.ts';
import { changeRoom } from '../../shared/usecases/homes/change-room.ts';
import { confirmVacancy } from '../../shared/usecases/homes/confirm-vacancy.ts';
import { listHomes } from '../../shared/usecases/homes/list-homes.ts';
import { listVacancies } from '../../shared/usecases/homes/list-vacancies.ts';
import { listVacancy } from '../../shared/usecases/homes/list-vacancy.ts';
import { readCalendar } from '../../shared/usecases/homes/read-calendar.ts';
import { readHome } from '../../shared/usecases/homes/read-home.ts';
import { readVacancy } from '../../shared/usecases/homes/read-vacancy.ts';
import { reviseOutOfService } from '../../shared/usecases/homes/revise-out-of-service.ts';
import { takeOutOfService } from '../../shared/usecases/homes/take-out-of-service.ts';
import { withdrawVacancy } from '../../shared/usecases/homes/withdraw-vacancy.ts';
import { type Handled, handle } from '../route.ts';
import * as route from './routes.ts';

export const homesHandlers: readonly Handled[] = [
  handle(route.listHomesRoute, listHomes),
  handle(route.addHomeRoute, addHome),
  handle(route.readHomeRoute, readHome),
  handle(route.changeHomeRoute, changeHome),
  handle(route.addRoomRoute, addRoom),
  handle(route.changeRoomRoute, changeRoom),
  handle(route.takeOutOfServiceRoute, takeOutOfService),
  handle(route.reviseOutOfServiceRoute, reviseOutOfService),
  handle(route.readCalendarRoute, readCalendar),
  handle(route.listVacancyRoute, listVacancy),
  handle(route.listVacanciesRoute, listVacancies),
  handle(route.readVacancyRoute, readVacancy),
  handle(route.confirmVacancyRoute, confirmVacancy),
  handle(route.withdrawVacancyRoute, withdrawVacancy),
];
