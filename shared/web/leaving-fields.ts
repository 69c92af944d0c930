import {
  accommodationStatusCodes,
  dischargeDestinationCodes,
  settledCodes,
} from '../domain/discharge-destination.ts';
import { parseTime } from '../domain/london-time.ts';
import type { Choice } from './components/choices.tsx';
import type { FormField } from './form-fields.ts';
import { recently } from './patient-fields.ts';
import { fromCodes } from './request-placement/choices.ts';

/** What a ward is asked as somebody leaves hospital. */

const timeField = (name: string, label: string, needed?: string): FormField => ({
  kind: 'text',
  name,
  label,
  hint: 'By the 24-hour clock, for example 14:30.',
  width: '5',
  most: 5,
  wrong: (text) => (parseTime(text) === null ? 'Enter a time, such as 14:30' : null),
  ...(needed !== undefined && { needed }),
});

/** What a programme asks for before somebody leaves hospital. */
export interface LeavingAsked {
  readonly followUps: readonly { readonly id: string; readonly name: string }[];
  readonly items: readonly { readonly id: string; readonly name: string }[];
  readonly workers: readonly Choice[];
}

/** The name of the question who owes a follow-up. */
export const ownerField = (followUp: string): string => `owner-${followUp}`;

export const leavingFields = ({ followUps, items, workers }: LeavingAsked): readonly FormField[] => [
  ...followUps.map(
    ({ id, name }): FormField => ({
      kind: 'select',
      name: ownerField(id),
      label: `${name}: who does it?`,
      hint: 'They must know, and agree. The time runs from the moment the person leaves.',
      choices: workers,
    }),
  ),
  ...(items.length === 0
    ? []
    : [
        {
          kind: 'checkboxes' as const,
          name: 'arranged',
          label: 'What is arranged?',
          hint: 'Tick each thing once it is done. Today is kept as its day.',
          choices: items.map(({ id, name }) => ({ value: id, text: name })),
        },
      ]),
];

/** @param needsKeys whether the programme asks when keys are handed over */
export const leftFields = (needsKeys: boolean, workers: readonly Choice[]): readonly FormField[] => [
  {
    kind: 'day',
    name: 'leftOn',
    label: 'On which day did they leave?',
    what: 'the day they left',
    needed: 'Enter the day they left',
    within: recently,
  },
  timeField('leftAt', 'At what time?', 'Enter the time they left'),
  {
    kind: 'select',
    name: 'destination',
    label: 'Where did they go?',
    choices: fromCodes(dischargeDestinationCodes),
    needed: 'Choose where they went',
  },
  {
    kind: 'select',
    name: 'accommodation',
    label: 'What kind of home is it?',
    choices: fromCodes(accommodationStatusCodes),
    needed: 'Choose what kind of home it is',
  },
  {
    kind: 'radios',
    name: 'settled',
    label: 'Can they stay there for the medium or long term?',
    choices: fromCodes(settledCodes),
    needed: 'Say whether they can stay there',
  },
  {
    kind: 'day',
    name: 'keysOn',
    label: 'On which day do they get the keys?',
    what: 'the day they get the keys',
    within: { from: -30, to: 90 },
    ...(needsKeys && { needed: 'Enter the day they get the keys' }),
  },
  timeField('keysAt', 'At what time?', needsKeys ? 'Enter the time they get the keys' : undefined),
  {
    kind: 'select',
    name: 'contact',
    label: 'Who can they call while offices are closed?',
    hint: 'Needed where they get the keys in the evening before a day off, or on one.',
    choices: workers,
  },
];

export const followUpFields = (owed: readonly Choice[]): readonly FormField[] => [
  {
    kind: 'radios',
    name: 'followUp',
    label: 'Which follow-up?',
    choices: owed,
    needed: 'Choose which follow-up it was',
  },
  {
    kind: 'day',
    name: 'triedOn',
    label: 'On which day?',
    what: 'the day',
    needed: 'Enter the day',
    within: recently,
  },
  timeField('triedAt', 'At what time?', 'Enter the time'),
  {
    kind: 'radios',
    name: 'mode',
    label: 'How?',
    choices: [
      { value: 'inPerson', text: 'In person' },
      { value: 'phone', text: 'By phone' },
      { value: 'video', text: 'By video' },
    ],
    needed: 'Choose how',
  },
  {
    kind: 'radios',
    name: 'reached',
    label: 'Were they reached?',
    choices: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
    needed: 'Say whether they were reached',
  },
];
