import * as z from 'zod';
import { HomeId, MatchRunId, PersonId, SuggestionId, VacancyId } from '../../shared/domain/ids.ts';
import { Receipt } from '../../shared/usecases/call.ts';
import { EarliestRoom } from '../../shared/usecases/matching/earliest-room.ts';
import { ExpectedRooms } from '../../shared/usecases/matching/expected-rooms.ts';
import { PersonOptions } from '../../shared/usecases/matching/person-options.ts';
import { CurrentPlanShown } from '../../shared/usecases/matching/read-current-plan.ts';
import { RunShown } from '../../shared/usecases/matching/read-run.ts';
import { SuggestionShown } from '../../shared/usecases/matching/read-suggestion.ts';
import { VacancyOptions } from '../../shared/usecases/matching/vacancy-options.ts';
import { WhyNotAsked, WhyNotShown } from '../../shared/usecases/matching/why-not.ts';
import { pageQuery } from '../../shared/usecases/paging.ts';
import { get, nothing, post } from '../route.ts';

export const askForRunRoute = post('/v1/match-runs', {
  name: 'askForRun',
  door: 'matching',
  action: 'matches.run',
  summary: 'Ask for a new plan. It is made soon after.',
  params: nothing,
  body: nothing,
  answer: Receipt,
  status: 202,
});

export const readRunRoute = get('/v1/match-runs/{matchRunId}', {
  name: 'readRun',
  door: 'matching',
  action: 'matches.run',
  summary: 'See whether a new plan that somebody asked for has been made.',
  params: z.strictObject({ matchRunId: MatchRunId }),
  query: nothing,
  answer: RunShown,
});

export const readCurrentPlanRoute = get('/v1/plans/current', {
  name: 'readCurrentPlan',
  door: 'matching',
  action: 'matches.read',
  summary: 'Read the plan in force, a page of its chains at a time.',
  params: nothing,
  query: z.strictObject(pageQuery),
  answer: CurrentPlanShown,
});

export const readSuggestionRoute = get('/v1/suggestions/{suggestionId}', {
  name: 'readSuggestion',
  door: 'matching',
  action: 'matches.read',
  summary: 'Read a suggestion with every check and every part of its score.',
  params: z.strictObject({ suggestionId: SuggestionId }),
  query: nothing,
  answer: SuggestionShown,
});

export const expectedRoomsRoute = get('/v1/homes/{homeId}/expected-rooms', {
  name: 'expectedRooms',
  door: 'matching',
  action: 'matches.read',
  summary: 'See which rooms of a home are expected because of how ready their residents are becoming.',
  params: z.strictObject({ homeId: HomeId }),
  query: nothing,
  answer: ExpectedRooms,
});

export const earliestRoomRoute = get('/v1/people/{personId}/earliest-room', {
  name: 'earliestRoom',
  door: 'matching',
  action: 'matches.read',
  summary: 'See which room somebody could have soonest, and why not sooner.',
  params: z.strictObject({ personId: PersonId }),
  query: nothing,
  answer: EarliestRoom,
});

export const personOptionsRoute = get('/v1/people/{personId}/options', {
  name: 'personOptions',
  door: 'matching',
  action: 'matches.read',
  summary: 'See the rooms somebody could move to, or what rules rooms out and how near the nearest is.',
  params: z.strictObject({ personId: PersonId }),
  query: nothing,
  answer: PersonOptions,
});

export const vacancyOptionsRoute = get('/v1/vacancies/{vacancyId}/options', {
  name: 'vacancyOptions',
  door: 'matching',
  action: 'matches.read',
  summary: 'See who could live in the room of a vacancy, and how many people each rule keeps out.',
  params: z.strictObject({ vacancyId: VacancyId }),
  query: nothing,
  answer: VacancyOptions,
});

export const whyNotRoute = get('/v1/why-not', {
  name: 'whyNot',
  door: 'matching',
  action: 'matches.read',
  summary: 'Ask why a person is not suggested for a room, and what would have to be different.',
  params: nothing,
  query: WhyNotAsked,
  answer: WhyNotShown,
});
