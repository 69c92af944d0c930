import { clientGroupCodes } from '../../domain/codes.ts';
import { isNhsNumber } from '../../domain/nhs-number.ts';
import type { Choice } from '../components/choices.tsx';
import type { FormField } from '../form-fields.ts';
import { fromCodes, notKnown, yesNoOrNotKnown } from './choices.ts';
import { sharingTask, wordsTask } from './own-words.ts';
import type { Setting, Task } from './task.ts';

const isNew = { name: 'known', is: ['no'] } as const;

/** Years back that a date of birth may lie. */
const oldest = 110 * 366;

const identity: readonly FormField[] = [
  {
    kind: 'text',
    name: 'name',
    label: 'Full name',
    heading: 'If they are new to Homeward',
    needed: 'Enter their full name',
    most: 120,
    onlyIf: isNew,
  },
  {
    kind: 'day',
    name: 'born',
    label: 'Date of birth',
    hint: 'For example, 31 3 1980',
    what: 'the date of birth',
    needed: 'Enter the date of birth',
    within: { from: -oldest, to: 0 },
    onlyIf: isNew,
  },
  {
    kind: 'text',
    name: 'nhsNumber',
    label: 'NHS number, if they have one',
    hint: 'It has 10 digits, for example 999 000 0018.',
    width: '20',
    inputmode: 'numeric',
    most: 20,
    wrong: (text) =>
      isNhsNumber(text)
        ? null
        : 'That is not an NHS number: it must have 10 digits, and the last one checks the others',
    onlyIf: isNew,
  },
  {
    kind: 'radios',
    name: 'sex',
    label: 'Sex registered at birth',
    hint: 'Some homes are for women or for men only.',
    choices: [{ value: 'female', text: 'Female' }, { value: 'male', text: 'Male' }, notKnown],
    needed: 'Choose the sex registered at birth, or that it is not known',
    onlyIf: isNew,
  },
];

const careChoices: readonly Choice[] = [
  { value: 'none', text: 'No' },
  { value: 'eligible', text: 'In care now, aged 16 or 17' },
  { value: 'relevant', text: 'Left care, aged 16 or 17' },
  { value: 'formerRelevant', text: 'Left care, aged 18 to 25' },
  { value: 'qualifying', text: 'Was in care for a shorter time' },
  notKnown,
];

const eligibility: readonly FormField[] = [
  {
    kind: 'checkboxes',
    name: 'groups',
    label: 'Which of these are they?',
    hint: 'Choose all that are true. Some homes are for one group only.',
    choices: fromCodes(clientGroupCodes),
    needed: 'Choose at least one group',
    onlyIf: isNew,
  },
  {
    kind: 'radios',
    name: 'mentalHealthTeam',
    label: 'Are they under a mental health team?',
    choices: yesNoOrNotKnown,
    needed: 'Say whether they are under a mental health team',
    onlyIf: isNew,
  },
  {
    kind: 'radios',
    name: 'care',
    label: 'Were they in the care of a council as a child?',
    choices: careChoices,
    needed: 'Say whether they were in care, or that it is not known',
    onlyIf: isNew,
  },
  {
    kind: 'radios',
    name: 'residentialCare',
    label: 'Are they leaving a children’s home, or have they left one?',
    heading: 'If they are or were in care',
    hint: 'Staying Connected is for people who leave residential care.',
    choices: yesNoOrNotKnown,
    needed: 'Say whether they are leaving residential care, or that it is not known',
    onlyIf: { name: 'care', is: ['eligible', 'relevant', 'formerRelevant', 'qualifying'] },
  },
];

const personTask: Task = {
  id: 'person',
  title: 'Who the person is',
  hint: 'Their name and NHS number, or their reference',
  optional: false,
  fields: [
    {
      kind: 'radios',
      name: 'known',
      label: 'Does the person have a record on Homeward?',
      choices: [
        { value: 'no', text: 'No, or I do not know' },
        { value: 'yes', text: 'Yes, and I have their reference' },
      ],
      needed: 'Say whether the person has a record',
    },
    {
      kind: 'text',
      name: 'reference',
      label: 'Their reference',
      heading: 'If they have a record',
      hint: 'It stands beside their name on Homeward.',
      most: 64,
      needed: 'Enter their reference',
      onlyIf: { name: 'known', is: ['yes'] },
    },
    ...identity,
    ...eligibility,
  ],
};

/** What is asked about the person themselves; their record tells the rest where they have one. */
export const tasksAboutPerson = (_setting: Setting): readonly Task[] => [personTask, wordsTask, sharingTask];
