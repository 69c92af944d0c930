import type { IntroductionTo, Meeting, Visit } from '../../domain/before-move.ts';
import { dayAfter, type Told, wordsFor } from './told.ts';
import type { Clause } from './words.ts';

type Verbs = Readonly<Record<Meeting['status'], string>>;

const meets: Verbs = {
  planned: 'is to meet',
  tookPlace: 'met',
  missed: 'did not meet',
  declined: 'would rather not meet for now',
};

const sees: Verbs = {
  planned: 'is to see',
  tookPlace: 'saw',
  missed: 'did not see',
  declined: 'would rather not see for now',
};

const metWords: Readonly<Record<IntroductionTo, string>> = {
  worker: 'their worker',
  housemates: 'the people who live there',
  home: 'the home',
};

const visits: Readonly<Record<Visit['kind'], Verbs>> = {
  visit: {
    planned: 'is to visit the home',
    tookPlace: 'visited the home',
    missed: 'did not visit the home',
    declined: 'would rather not visit the home for now',
  },
  trialNight: {
    planned: 'is to try a night in the home',
    tookPlace: 'tried a night in the home',
    missed: 'did not try a night in the home',
    declined: 'would rather not try a night in the home for now',
  },
};

const introduced = ({ to, status }: Told): string =>
  `${wordsFor(to === 'home' ? sees : meets, status) ?? 'is to meet'} ${wordsFor(metWords, to) ?? 'somebody'}`;

const visited = ({ kind, status }: Told): string =>
  wordsFor(kind === 'trialNight' ? visits.trialNight : visits.visit, status) ?? visits.visit.planned;

/** What is done before somebody moves in. What anybody said of it is in the record, for those who may read it. */
export const beforeMoveWords = {
  introductionRecorded: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} ${introduced(told)}${dayAfter('on', told.on)}`,
  visitRecorded: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} ${visited(told)}${dayAfter('on', told.from)}`,
  residentViewRecorded: (told, { by, person }) =>
    `${by} recorded what somebody who lives in the home says of the move of ${person(told.personId)}`,
  preparationRecorded: (told, { by, person }) =>
    `${by} recorded that something is ready for the move of ${person(told.personId)}${dayAfter('since', told.on)}`,
  preparationSetAside: (told, { by, person }) =>
    `${by} set aside, with a reason, a step that is required before the move of ${person(told.personId)}`,
} satisfies Readonly<Record<string, Clause>>;
