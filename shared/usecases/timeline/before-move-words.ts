import type { IntroductionTo, Meeting, Visit } from '../../domain/before-move.ts';
import { dayAfter, type Told, wordsFor } from './told.ts';
import type { Clause } from './words.ts';

const meetingWords: Readonly<Record<Meeting['status'], string>> = {
  planned: 'is planned',
  tookPlace: 'took place',
  missed: 'did not take place',
  declined: 'is not wanted for now',
};

const metWords: Readonly<Record<IntroductionTo, string>> = {
  worker: 'their worker',
  housemates: 'the people who live there',
  home: 'the home',
};

const visitWords: Readonly<Record<Visit['kind'], string>> = {
  visit: 'a visit to the home by',
  trialNight: 'a trial night in the home of',
};

const state = ({ status }: Told): string => {
  const found = wordsFor(meetingWords, status);
  return found === null ? '' : ` ${found}`;
};

/** What is done before somebody moves in. What anybody said of it is in the record, for those who may read it. */
export const beforeMoveWords = {
  introductionRecorded: (told, { by, person }) =>
    `${by} recorded that a meeting of ${person(told.personId)} with ${wordsFor(metWords, told.to) ?? 'somebody'}${dayAfter('on', told.on)}${state(told)}`,
  visitRecorded: (told, { by, person }) =>
    `${by} recorded that ${wordsFor(visitWords, told.kind) ?? 'a visit to the home by'} ${person(told.personId)}${dayAfter('on', told.from)}${state(told)}`,
  residentViewRecorded: (told, { by, person }) =>
    `${by} recorded what somebody who lives in the home says of the move of ${person(told.personId)}`,
  preparationRecorded: (told, { by, person }) =>
    `${by} recorded that something is ready for the move of ${person(told.personId)}${dayAfter('since', told.on)}`,
  preparationSetAside: (told, { by, person }) =>
    `${by} set aside, with a reason, a step that is required before the move of ${person(told.personId)}`,
} satisfies Readonly<Record<string, Clause>>;
