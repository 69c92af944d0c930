import { supportLevelCodes } from '../../domain/codes.ts';
import { fromCodes, notKnown, requiredOrNot, upToToday, yesOrNo } from './choices.ts';
import type { Setting, Task } from './task.ts';

/** Hours in a week. */
const mostHours = 168;

const wrongHours = (text: string): string | null => {
  const hours = /^\d+(\.\d)?$/.test(text) ? Number(text) : Number.NaN;
  return hours <= mostHours ? null : `Hours must be a number from 0 to ${mostHours}, such as 10 or 7.5`;
};

/** How much support somebody needs. */
export const needsTask = ({ needsAgain }: Setting): Task => ({
  id: 'needs',
  title: 'What support they need',
  hint: 'How much of it, and whether somebody must be there at night',
  optional: !needsAgain,
  fields: [
    {
      kind: 'day',
      name: 'assessedOn',
      label: 'When were their needs last assessed?',
      what: 'the day of the assessment',
      needed: 'Enter the day their needs were assessed',
      within: upToToday,
    },
    {
      kind: 'radios',
      name: 'level',
      label: 'How much support do they need?',
      choices: fromCodes(supportLevelCodes),
      needed: 'Choose how much support they need',
    },
    {
      kind: 'text',
      name: 'hours',
      label: 'About how many hours a week?',
      width: '5',
      inputmode: 'decimal',
      suffix: 'hours',
      most: 5,
      wrong: wrongHours,
      needed: 'Enter how many hours a week they need',
    },
    {
      kind: 'radios',
      name: 'sleepIn',
      label: 'Must somebody be in the home at night?',
      choices: requiredOrNot,
      needed: 'Say whether somebody must be there at night',
    },
    {
      kind: 'radios',
      name: 'recovery',
      label: 'Where are they with drugs and alcohol?',
      choices: [
        { value: 'notApplicable', text: 'It does not concern them' },
        { value: 'usingNow', text: 'They use now' },
        { value: 'early', text: 'Early in recovery' },
        { value: 'sustained', text: 'In lasting recovery' },
        notKnown,
      ],
      needed: 'Choose where they are with drugs and alcohol, or that it is not known',
    },
    {
      kind: 'radios',
      name: 'substanceFree',
      label: 'Do they need a home without drugs and alcohol?',
      choices: requiredOrNot,
      needed: 'Say whether they need a home without drugs and alcohol',
    },
  ],
});

/** A due date stays on record for some weeks after it, until the baby is counted with the children. */
const mostDaysSinceDue = 42;
/** No pregnancy is known of for longer before its due date. */
const mostDaysUntilDue = 280;

const wrongFloor = (text: string): string | null =>
  /^-?\d{1,2}$/.test(text) && Number(text) >= -2 && Number(text) <= 40
    ? null
    : 'The floor must be a number, such as 0 for the ground floor';

const wrongCount =
  (least: number, most: number) =>
  (text: string): string | null =>
    /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? null
      : `Enter a number from ${least} to ${most}`;

/** What rules homes out: access, the household, pets, smoking. */
export const homeTask = ({ needsAgain }: Setting): Task => ({
  id: 'home',
  title: 'What the home must have',
  hint: 'Access, who lives with them, pets and smoking',
  intro: 'Say yes only to what they cannot do without. A home that lacks it is ruled out.',
  optional: !needsAgain,
  fields: [
    {
      kind: 'radios',
      name: 'stepFree',
      label: 'Must it be free of steps?',
      choices: requiredOrNot,
      needed: 'Say whether it must be free of steps',
    },
    {
      kind: 'radios',
      name: 'wetRoom',
      label: 'Must it have a wet room?',
      choices: requiredOrNot,
      needed: 'Say whether it must have a wet room',
    },
    {
      kind: 'text',
      name: 'floor',
      label: 'Highest floor they can live on, if there is one',
      hint: '0 is the ground floor.',
      width: '2',
      inputmode: 'numeric',
      most: 3,
      wrong: wrongFloor,
    },
    {
      kind: 'radios',
      name: 'selfContained',
      label: 'Must it be a home of their own, not shared?',
      choices: requiredOrNot,
      needed: 'Say whether it must be a home of their own',
    },
    {
      kind: 'radios',
      name: 'quiet',
      label: 'Do they need it quiet?',
      choices: yesOrNo,
      needed: 'Say whether they need it quiet',
    },
    {
      kind: 'text',
      name: 'adults',
      label: 'How many adults move in, the person included?',
      width: '2',
      inputmode: 'numeric',
      most: 2,
      wrong: wrongCount(1, 6),
      needed: 'Enter how many adults move in',
    },
    {
      kind: 'text',
      name: 'children',
      label: 'How many children move in?',
      width: '2',
      inputmode: 'numeric',
      most: 2,
      wrong: wrongCount(0, 10),
      needed: 'Enter how many children move in, or 0',
    },
    {
      kind: 'day',
      name: 'babyDue',
      label: 'When is a baby due, if one is expected?',
      hint: 'A home then has to have room for a cot.',
      what: 'the day the baby is due',
      within: { from: -mostDaysSinceDue, to: mostDaysUntilDue },
    },
    {
      kind: 'radios',
      name: 'pet',
      label: 'Does an animal come with them?',
      choices: [
        { value: 'none', text: 'No' },
        { value: 'dog', text: 'A dog' },
        { value: 'cat', text: 'A cat' },
        { value: 'other', text: 'Another animal' },
        notKnown,
      ],
      needed: 'Say whether an animal comes with them',
    },
    {
      kind: 'radios',
      name: 'assistance',
      label: 'Is it an assistance animal?',
      choices: yesOrNo,
      needed: 'Say whether it is an assistance animal',
      onlyIf: { name: 'pet', is: ['dog', 'cat', 'other'] },
    },
    {
      kind: 'radios',
      name: 'smokes',
      label: 'Do they smoke?',
      choices: [
        { value: 'no', text: 'No' },
        { value: 'outside', text: 'Outside only' },
        { value: 'inside', text: 'Inside too' },
        notKnown,
      ],
      needed: 'Say whether they smoke, or that it is not known',
    },
  ],
});
