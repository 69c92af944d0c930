import { declinedMeetingCodes, missedMeetingCodes } from '../domain/before-move.ts';
import { ViewObtained } from '../domain/person-view.ts';
import type { Choice } from './components/choices.tsx';
import type { FormField } from './form-fields.ts';
import { obtainedWords } from './placing-words.ts';
import { fromCodes } from './request-placement/choices.ts';

/** What is asked between an approval and the first night. */

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const answerOfferFields: readonly FormField[] = [
  {
    kind: 'radios',
    name: 'answer',
    label: 'What do they answer?',
    choices: [
      { value: 'accepted', text: 'Yes, they take it' },
      { value: 'refused', text: 'No', hint: 'It costs them nothing: they keep their place in the queue.' },
    ],
    needed: 'Say what they answer',
  },
  {
    kind: 'radios',
    name: 'obtained',
    label: 'How did they tell you?',
    choices: ViewObtained.options.map((one) => ({ value: one, text: capital(obtainedWords[one]) })),
    needed: 'Say how they told you',
  },
];

/** Whether a meeting took place, and what was said of it. */
const howItStands: readonly FormField[] = [
  {
    kind: 'radios',
    name: 'status',
    label: 'How does it stand?',
    choices: [
      { value: 'planned', text: 'It is planned' },
      { value: 'tookPlace', text: 'It took place' },
      { value: 'missed', text: 'It did not take place, though everybody wanted it' },
      { value: 'declined', text: 'The person would rather not' },
    ],
    needed: 'Say how it stands',
  },
  {
    kind: 'words',
    name: 'words',
    label: 'If it took place: how was it, in their own words?',
    hint: 'Leave it empty if they would rather not say.',
    most: 1000,
    onlyIf: { name: 'status', is: ['tookPlace'] },
  },
  {
    kind: 'select',
    name: 'missedBecause',
    label: 'If it did not take place: why?',
    choices: fromCodes(missedMeetingCodes),
    needed: 'Choose why it did not take place',
    onlyIf: { name: 'status', is: ['missed'] },
  },
  {
    kind: 'select',
    name: 'declinedBecause',
    label: 'If they would rather not: why?',
    hint: 'It is theirs to say, and is held against nobody.',
    choices: fromCodes(declinedMeetingCodes),
    needed: 'Choose why, or that they need not say',
    onlyIf: { name: 'status', is: ['declined'] },
  },
];

/** Days ahead for which something may be planned, and back for which it may be written down. */
const around = { from: -365, to: 365 };

/** What stands as planned, and can be said of now; the first choice is something new. */
const whichOne = (planned: readonly Choice[], label: string): FormField[] =>
  planned.length === 0
    ? []
    : [
        {
          kind: 'radios',
          name: 'which',
          label,
          choices: [{ value: 'new', text: 'Another one' }, ...planned],
          needed: 'Say which one it is',
        },
      ];

const ifNew = (planned: readonly Choice[]): Pick<FormField, 'onlyIf'> =>
  planned.length === 0 ? {} : { onlyIf: { name: 'which', is: ['new'] } };

interface MeetingAsked {
  readonly planned: readonly Choice[];
  readonly workers: readonly Choice[];
  readonly housemates: readonly Choice[];
}

export const meetingFields = ({ planned, workers, housemates }: MeetingAsked): readonly FormField[] => [
  ...whichOne(planned, 'Which meeting is it?'),
  {
    kind: 'radios',
    name: 'to',
    label: 'Whom or what do they meet?',
    choices: [
      { value: 'worker', text: 'Their worker' },
      ...(housemates.length === 0 ? [] : [{ value: 'housemates', text: 'The people they would live with' }]),
      { value: 'home', text: 'The home' },
    ],
    needed: 'Say whom or what they meet',
    ...ifNew(planned),
  },
  {
    kind: 'select',
    name: 'workerId',
    label: 'If it is their worker: which one?',
    choices: workers,
    needed: 'Choose the worker',
    onlyIf: { name: 'to', is: ['worker'] },
  },
  ...(housemates.length === 0
    ? []
    : [
        {
          kind: 'checkboxes' as const,
          name: 'housemates',
          label: 'If it is the people they would live with: which of them?',
          choices: housemates,
          needed: 'Choose whom they meet',
          onlyIf: { name: 'to', is: ['housemates'] },
        },
      ]),
  {
    kind: 'day',
    name: 'on',
    label: 'On which day?',
    what: 'the day of the meeting',
    needed: 'Enter the day of the meeting',
    within: around,
    ...ifNew(planned),
  },
  ...howItStands,
];

export const visitFields = (planned: readonly Choice[]): readonly FormField[] => [
  ...whichOne(planned, 'Which visit is it?'),
  {
    kind: 'radios',
    name: 'kind',
    label: 'What is it?',
    choices: [
      { value: 'visit', text: 'A visit by day' },
      { value: 'trialNight', text: 'Trial nights' },
    ],
    needed: 'Say what it is',
    ...ifNew(planned),
  },
  {
    kind: 'day',
    name: 'from',
    label: 'First day',
    what: 'the first day',
    needed: 'Enter the first day',
    within: around,
    ...ifNew(planned),
  },
  {
    kind: 'day',
    name: 'to',
    label: 'Last day',
    hint: 'After trial nights, the morning they leave.',
    what: 'the last day',
    needed: 'Enter the last day',
    within: around,
    ...ifNew(planned),
  },
  ...howItStands,
];

interface StepAsked {
  readonly steps: readonly Choice[];
  /** Those that name a worker. */
  readonly naming: readonly string[];
  readonly workers: readonly Choice[];
}

export const stepFields = ({ steps, naming, workers }: StepAsked): readonly FormField[] => [
  { kind: 'radios', name: 'item', label: 'What is done?', choices: steps, needed: 'Choose what is done' },
  ...(naming.length === 0
    ? []
    : [
        {
          kind: 'select' as const,
          name: 'workerId',
          label: 'If a worker is named: which one?',
          choices: workers,
          needed: 'Choose the worker',
          onlyIf: { name: 'item', is: naming },
        },
      ]),
  {
    kind: 'day',
    name: 'on',
    label: 'On which day?',
    what: 'the day',
    needed: 'Enter the day',
    within: { from: -365, to: 0 },
  },
];

export const residentViewFields = (housemates: readonly Choice[]): readonly FormField[] => [
  {
    kind: 'radios',
    name: 'housemateId',
    label: 'Who says it?',
    choices: housemates,
    needed: 'Choose who says it',
  },
  {
    kind: 'words',
    name: 'words',
    label: 'Their own words',
    hint: 'It is advice, and stops nothing. Do not name anybody.',
    most: 1000,
    needed: 'Write what they say',
  },
];

/** Letters of a reason at least: one that says something. */
const leastReason = 20;

export const setAsideFields = (steps: readonly Choice[]): readonly FormField[] => [
  {
    kind: 'radios',
    name: 'item',
    label: 'Which step do they move in without?',
    choices: steps,
    needed: 'Choose the step',
  },
  {
    kind: 'words',
    name: 'reason',
    label: 'Why?',
    hint: `You answer for it with your role. ${leastReason} characters or more.`,
    most: 1000,
    needed: 'Write why they move in without it',
    wrong: (text) =>
      text.length < leastReason ? `Your reason must be ${leastReason} characters or more` : null,
  },
];

export const arrivedFields: readonly FormField[] = [
  {
    kind: 'day',
    name: 'on',
    label: 'What was their first night there?',
    what: 'the first night',
    needed: 'Enter the first night',
    within: { from: -60, to: 0 },
  },
];

export const noShowFields: readonly FormField[] = [
  {
    kind: 'radios',
    name: 'reason',
    label: 'Why did they not come?',
    hint: 'Whatever it is, their request goes back to the queue with its first day.',
    choices: [
      { value: 'couldNotBeReached', text: 'They could not be reached' },
      { value: 'changedTheirMind', text: 'They changed their mind' },
      { value: 'illness', text: 'They are ill' },
      { value: 'roomNotReady', text: 'The room was not ready' },
      { value: 'other', text: 'Another reason' },
    ],
    needed: 'Choose why they did not come',
  },
];
