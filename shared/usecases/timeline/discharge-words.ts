import { crisisKindCodes } from '../../domain/discharge.ts';
import { delayWords } from './request-words.ts';
import { because, dayAfter } from './told.ts';
import type { Clause } from './words.ts';

const crisisWords = Object.fromEntries(crisisKindCodes.map(({ code, label }) => [code, label.toLowerCase()]));

/** What is done when somebody leaves hospital, and after. */
export const dischargeWords = {
  delayReasonChanged: (told, { by, person }) =>
    `${by} changed why ${person(told.personId)} waits to leave hospital${dayAfter('from', told.on)}${because(delayWords, told.reason)}`,
  followUpOwnerNamed: (told, { by, person }) =>
    `${by} named who follows ${person(told.personId)} up after hospital`,
  leavingArranged: (told, { by, person }) =>
    `${by} recorded that something is arranged for ${person(told.personId)} to leave hospital`,
  discharged: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} left hospital${dayAfter('on', told.on)}`,
  followUpRecorded: (told, { by, person }) =>
    told.reached === 'no'
      ? `${by} recorded a try to reach ${person(told.personId)} after hospital`
      : `${by} recorded that ${person(told.personId)} was followed up after hospital`,
  dutyToReferRecorded: (told, { by, person }) =>
    `${by} recorded that a council was told of ${person(told.personId)}, who agreed${dayAfter('on', told.on)}`,
  consentWithdrawn: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} no longer agrees that the council is told${dayAfter('from', told.on)}`,
  crisisContactRecorded: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} turned to a crisis service${dayAfter('on', told.on)}${because(crisisWords, told.kind)}`,
  readmissionRecorded: (told, { by, person }) =>
    `${by} recorded that ${person(told.personId)} is back in hospital${dayAfter('since', told.on)}`,
} satisfies Readonly<Record<string, Clause>>;
