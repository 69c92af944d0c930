import { listBeforeMoves } from '../../shared/usecases/before-move/list-before-moves.ts';
import { readBeforeMove } from '../../shared/usecases/before-move/read-before-move.ts';
import { recordIntroduction } from '../../shared/usecases/before-move/record-introduction.ts';
import { recordPreparation } from '../../shared/usecases/before-move/record-preparation.ts';
import { recordResidentView } from '../../shared/usecases/before-move/record-resident-view.ts';
import { recordVisit } from '../../shared/usecases/before-move/record-visit.ts';
import { setAsidePreparation } from '../../shared/usecases/before-move/set-aside-preparation.ts';
import { listContacts, readContacts } from '../../shared/usecases/contacts/read-contacts.ts';
import { recordContact } from '../../shared/usecases/contacts/record-contact.ts';
import { correctDeparture } from '../../shared/usecases/departures/correct-departure.ts';
import { readMoveOnFigures } from '../../shared/usecases/departures/count-move-ons.ts';
import { listOpenDepartures, readDepartures } from '../../shared/usecases/departures/read-departures.ts';
import { recordSustainment } from '../../shared/usecases/departures/record-sustainment.ts';
import { answerOffer } from '../../shared/usecases/stays/answer-offer.ts';
import { readStay } from '../../shared/usecases/stays/read-stay.ts';
import { recordAbsence } from '../../shared/usecases/stays/record-absence.ts';
import { recordArrival } from '../../shared/usecases/stays/record-arrival.ts';
import { recordDeparture } from '../../shared/usecases/stays/record-departure.ts';
import { recordNoShow } from '../../shared/usecases/stays/record-no-show.ts';
import { recordStay } from '../../shared/usecases/stays/record-stay.ts';
import { type Handled, handle } from '../route.ts';
import * as departureRoutes from './departure-routes.ts';
import * as routes from './routes.ts';

export const staysHandlers: readonly Handled[] = [
  handle(routes.recordStayRoute, recordStay),
  handle(routes.readStayRoute, readStay),
  handle(routes.answerOfferRoute, answerOffer),
  handle(routes.recordArrivalRoute, recordArrival),
  handle(routes.recordNoShowRoute, recordNoShow),
  handle(routes.recordDepartureRoute, recordDeparture),
  handle(routes.recordAbsenceRoute, recordAbsence),
  handle(routes.listBeforeMovesRoute, listBeforeMoves),
  handle(routes.readBeforeMoveRoute, readBeforeMove),
  handle(routes.recordIntroductionRoute, recordIntroduction),
  handle(routes.recordVisitRoute, recordVisit),
  handle(routes.recordResidentViewRoute, recordResidentView),
  handle(routes.recordPreparationRoute, recordPreparation),
  handle(routes.setAsidePreparationRoute, setAsidePreparation),
  handle(routes.listContactsRoute, listContacts),
  handle(routes.readContactsRoute, readContacts),
  handle(routes.recordContactRoute, recordContact),
  handle(departureRoutes.listOpenDeparturesRoute, listOpenDepartures),
  handle(departureRoutes.readDeparturesRoute, readDepartures),
  handle(departureRoutes.correctDepartureRoute, correctDeparture),
  handle(departureRoutes.recordSustainmentRoute, recordSustainment),
  handle(departureRoutes.readMoveOnFiguresRoute, readMoveOnFigures),
];
