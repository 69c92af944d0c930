import type * as z from 'zod';
import type { RelationshipEnd, WorkerPart } from '../../domain/person-workers.ts';
import { because, dayAfter, type Told, wordsFor } from './told.ts';
import type { Clause } from './words.ts';

const partWords: Readonly<Record<WorkerPart, string>> = {
  primary: 'a first worker',
  coAllocated: 'a second worker',
};

const endWords: Readonly<Record<z.infer<typeof RelationshipEnd>, string>> = {
  personAsked: 'the person asked for it',
  workerLeft: 'the worker left',
  workerMovedJob: 'the worker has another job',
  longAbsence: 'the worker is away for long',
  workShared: 'to share the work out',
  supportEnded: 'the support ended',
  recordChanged: 'another was named on the record',
};

const part = ({ part: code }: Told): string => wordsFor(partWords, code) ?? 'a worker';
const above = ({ aboveLimit }: Told): string => (aboveLimit === 'yes' ? ', above the limit' : '');

/** Who works with whom, and who is away. */
export const workerWords = {
  workerBegan: (told, { by, person }) =>
    `${by} gave ${person(told.personId)} ${part(told)}${dayAfter('from', told.from)}${above(told)}`,
  workerEnded: (told, { by, person }) =>
    `${by} recorded that ${part(told)} of ${person(told.personId)} ended${dayAfter('on', told.on)}${because(endWords, told.reason)}`,
  workerHandedOver: (told, { by, person }) =>
    `${by} handed ${person(told.personId)} over from ${part(told)} to the next${dayAfter('from', told.from)}${above(told)}${because(endWords, told.reason)}`,
  workerAway: (told, { by }) =>
    `${by} recorded that a worker is away${dayAfter('from', told.from)}${dayAfter('until', told.until)}${told.coveredBy ? ' and another covers' : ''}`,
} satisfies Readonly<Record<string, Clause>>;
