import { attributableCodes, delayReasonCodes } from '../../domain/discharge-codes.ts';
import { fromCodes, yesOrNo } from './choices.ts';
import type { Setting, Task } from './task.ts';

const isReady = { name: 'ready', is: ['yes'] } as const;

const wardTask = ({ programmes, ward }: Setting): Task => ({
  id: 'ward',
  title: 'Ward and ready date',
  hint: 'Since when they could leave, and what they wait for',
  ...(ward !== null && { intro: `The request is for a patient of ${ward}.` }),
  optional: false,
  fields: [
    {
      kind: 'radios',
      name: 'programme',
      label: 'Which programme could house them?',
      choices: programmes,
      needed: 'Choose a programme',
    },
    {
      kind: 'radios',
      name: 'ready',
      label: 'Are they clinically ready to leave hospital?',
      hint: 'If not, you can say so later, on the page of the patient.',
      choices: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'Not yet' },
      ],
      needed: 'Say whether they are ready to leave',
    },
    {
      kind: 'day',
      name: 'readyOn',
      label: 'Since when?',
      heading: 'If they are ready to leave',
      what: 'the day they became ready',
      needed: 'Enter the day they became ready',
      within: { from: -1830, to: 0 },
      onlyIf: isReady,
    },
    {
      kind: 'select',
      name: 'delayReason',
      label: 'What are they waiting for?',
      hint: 'These are the national reasons for a delayed discharge.',
      choices: fromCodes(delayReasonCodes),
      needed: 'Choose what they are waiting for',
      onlyIf: isReady,
    },
    {
      kind: 'radios',
      name: 'attributable',
      label: 'Whose part is it?',
      choices: fromCodes(attributableCodes),
      needed: 'Choose whose part it is',
      onlyIf: isReady,
    },
  ],
});

/** Two years: further ahead nobody plans. */
const ahead = { from: 0, to: 730 } as const;

const withoutTask: Task = {
  id: 'without',
  title: 'What happens without a home',
  hint: 'By when they need one, and what happens if there is none',
  optional: false,
  fields: [
    {
      kind: 'day',
      name: 'neededBy',
      label: 'By when do they need a home?',
      what: 'the day they need a home by',
      needed: 'Enter the day they need a home by',
      within: ahead,
    },
    {
      kind: 'words',
      name: 'ifNotHoused',
      label: 'What happens if they have none by then?',
      hint: 'For example, they stay on the ward, or go to a hostel in another town.',
      most: 1000,
      needed: 'Say what happens if they have no home by then',
    },
    {
      kind: 'radios',
      name: 'unsafe',
      label: 'Are they unsafe where they are now?',
      choices: yesOrNo,
      needed: 'Say whether they are unsafe where they are now',
    },
  ],
};

/** Why a place is asked for now. */
export const tasksWhyNow = (setting: Setting): readonly Task[] => [wardTask(setting), withoutTask];
