import { closingWords, outOfServiceWords, vacancyWithdrawnWords, withdrawnWords } from './codes.ts';
import { because, type Context, dayAfter, daysOf, type Told, theHome, theRoom } from './told.ts';
import type { Clause } from './words.ts';

/** What is put on record of partnerships, homes and people. */
export const recordWords = {
  partnershipFounded: (_, { by }) => `${by} founded the partnership`,
  organisationAdded: (_, { by }) => `${by} added an organisation`,
  workerAdded: (_, { by }) => `${by} added a worker`,
  memberAdded: (_, { by }) => `${by} gave somebody access`,
  contactSet: (_, { by }) => `${by} set where somebody gets their messages`,
  memberChanged: (_, { by }) => `${by} changed somebody’s access`,

  homeAdded: (told, { by }) => `${by} added ${theHome(told)}`,
  homeChanged: (told, { by }) => `${by} changed what is said of ${theHome(told)}`,
  homeClosing: (told, { by }) =>
    `${by} closed ${theHome(told)}${dayAfter('from', told.from)}${because(closingWords, told.reason)}`,
  homeReopened: (told, { by }) => `${by} kept ${theHome(told)} open after all`,
  carriedOn: (told, context) => carriedOnWords(told, context),
  roomAdded: (told, { by }) => `${by} added ${theRoom(told)}`,
  roomChanged: (told, { by }) => `${by} changed what is said of ${theRoom(told)}`,
  roomOutOfService: (told, { by }) =>
    `${by} took ${theRoom(told)} out of service${daysOf(told)}${because(outOfServiceWords, told.reason)}`,
  roomOutOfServiceChanged: (told, { by }) =>
    `${by} changed the days on which ${theRoom(told)} is out of service${daysOf(told)}`,
  vacancyListed: (told, { by }) => `${by} listed ${theRoom(told)} as a vacancy${dayAfter('from', told.from)}`,
  vacancyConfirmed: (told, { by }) =>
    `${by} confirmed that ${theRoom(told)} falls free${dayAfter('on', told.from)}`,
  vacancyWithdrawn: (told, { by }) =>
    `${by} took the vacancy of ${theRoom(told)} off the list${because(vacancyWithdrawnWords, told.because)}`,

  personAdded: (told, { by, person }) => `${by} put ${person(told.personId)} on record`,
  personChanged: (told, { by, person }) => `${by} changed what is on record of ${person(told.personId)}`,
  personWithdrawn: (told, { by, person }) =>
    `${by} ended all planning for ${person(told.personId)}${because(withdrawnWords, told.reason)}`,
  personReturned: (told, { by, person }) => `${by} took ${person(told.personId)} up again`,
  needsAssessed: (told, { by, person }) => `${by} recorded what ${person(told.personId)} needs from a home`,
  readinessRated: (told, { by, person }) => `${by} recorded how ready ${person(told.personId)} is to move on`,
  riskRecorded: (told, { by, person }) => `${by} recorded a risk assessment of ${person(told.personId)}`,
  anchorRecorded: (told, { by, person }) => `${by} recorded a place that matters to ${person(told.personId)}`,
  exclusionZoneRecorded: (told, { by, person }) =>
    `${by} recorded an area that ${person(told.personId)} must stay out of`,
  nonAssociationRecorded: (told, { by, person }) =>
    `${by} recorded whom ${person(told.personId)} must be kept apart from`,
  providerBanRecorded: (told, { by, person }) =>
    `${by} recorded until when an organisation will not take ${person(told.personId)}`,
  preferenceRecorded: (told, { by, person }) =>
    `${by} recorded what ${person(told.personId)} would like of a home`,
} satisfies Readonly<Record<string, Clause>>;

/** What ended because somebody was withdrawn or a home closes, or that nothing is left of it. */
function carriedOnWords(told: Told, { person }: Context): string {
  const cause = told.personId ? `${person(told.personId)} was withdrawn` : `${theHome(told)} closes`;
  if (told.proposalId) return `the proposal for ${theRoom(told)} ended, because ${cause}`;
  if (told.vacancyId) return `the vacancy of ${theRoom(told)} came off the list, because ${cause}`;
  if (told.requestId) return `the request for a place ended, because ${cause}`;
  return `all that was to end has ended, because ${cause}`;
}
