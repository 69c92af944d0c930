import { anyDelayReasonCodes } from '../../domain/discharge-codes.ts';
import { readyEndWords } from './codes.ts';
import { because, dayAfter, wordsFor } from './told.ts';
import type { Clause } from './words.ts';

const small = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);

export const delayWords = Object.fromEntries(
  anyDelayReasonCodes.map(({ code, label }) => [code, small(label)]),
);

const reviewVerbs = {
  start: 'began to review the request for',
  ready: 'found the request ready to place for',
  reject: 'rejected the request for',
} as const;

/** What is done with a placement request. */
export const requestWords = {
  requestOpened: (told, { by, person }) =>
    `${by} ${told.state === 'draft' ? 'drafted a request for a place' : 'asked for a place'} for ${person(told.personId)}`,
  requestSubmitted: (told, { by, person }) => `${by} sent in the request for ${person(told.personId)}`,
  requestReviewed: (told, { by, person }) =>
    `${by} ${wordsFor(reviewVerbs, told.outcome) ?? 'reviewed the request for'} ${person(told.personId)}`,
  informationRequested: (told, { by, person }) =>
    `${by} asked a question about the request for ${person(told.personId)}`,
  informationGiven: (told, { by, person }) =>
    `${by} answered the question about the request for ${person(told.personId)}`,
  requestPaused: (told, { by, person }) =>
    `${by} put the request for ${person(told.personId)} on hold${dayAfter('until', told.until)}`,
  requestResumed: (told, { by, person }) => `${by} took the request for ${person(told.personId)} off hold`,
  requestWithdrawn: (told, { by, person }) =>
    `${by} withdrew the request for ${person(told.personId)}${because(readyEndWords, told.reason)}`,
  readyPeriodOpened: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} is ready to leave hospital${dayAfter('since', told.on)}${because(delayWords, told.reason)}`,
  readyPeriodEnded: (told, { by, person }) =>
    `${by} recorded that the delay of ${person(told.personId)} ended${dayAfter('on', told.on)}${because(readyEndWords, told.reason)}`,
} satisfies Readonly<Record<string, Clause>>;
