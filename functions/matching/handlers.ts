import { askForRun } from '../../shared/usecases/matching/ask-for-run.ts';
import { earliestRoom } from '../../shared/usecases/matching/earliest-room.ts';
import { expectedRooms } from '../../shared/usecases/matching/expected-rooms.ts';
import { personOptions } from '../../shared/usecases/matching/person-options.ts';
import { readCurrentPlan } from '../../shared/usecases/matching/read-current-plan.ts';
import { readRun } from '../../shared/usecases/matching/read-run.ts';
import { readSuggestion } from '../../shared/usecases/matching/read-suggestion.ts';
import { vacancyOptions } from '../../shared/usecases/matching/vacancy-options.ts';
import { askWhyNot } from '../../shared/usecases/matching/why-not.ts';
import { type Handled, handle } from '../route.ts';
import * as routes from './routes.ts';

export const matchingHandlers: readonly Handled[] = [
  handle(routes.askForRunRoute, askForRun),
  handle(routes.readRunRoute, readRun),
  handle(routes.readCurrentPlanRoute, readCurrentPlan),
  handle(routes.readSuggestionRoute, readSuggestion),
  handle(routes.earliestRoomRoute, earliestRoom),
  handle(routes.expectedRoomsRoute, expectedRooms),
  handle(routes.personOptionsRoute, personOptions),
  handle(routes.vacancyOptionsRoute, vacancyOptions),
  handle(routes.whyNotRoute, askWhyNot),
];
