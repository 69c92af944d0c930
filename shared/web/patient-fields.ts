import { attributableCodes, delayReasonCodes, dischargeEndCodes } from '../domain/discharge-codes.ts';
import type { FormField } from './form-fields.ts';
import { fromCodes } from './request-placement/choices.ts';

/** What a ward is asked on the pages of one patient. */

/** Five years back at most. */
export const recently = { from: -1830, to: 0 } as const;

export const answerFields: readonly FormField[] = [
  {
    kind: 'words',
    name: 'answer',
    label: 'Your answer',
    hint: 'Whoever reviews or decides reads it. Write only what they need to know.',
    most: 2000,
    needed: 'Write your answer',
  },
];

export const notReadyFields: readonly FormField[] = [
  {
    kind: 'day',
    name: 'endedOn',
    label: 'Since when are they no longer ready?',
    hint: 'Days from this one on do not count as delay. For example, 27 3 2026.',
    what: 'the day they stopped being ready',
    needed: 'Enter the day they stopped being ready',
    within: recently,
  },
  {
    kind: 'radios',
    name: 'code',
    label: 'Why?',
    choices: fromCodes(dischargeEndCodes),
    needed: 'Choose why they are no longer ready',
  },
  {
    kind: 'words',
    name: 'detail',
    label: 'Say more, if it is another reason',
    most: 500,
    needed: 'Say what the other reason is',
    onlyIf: { name: 'code', is: ['other'] },
  },
];

export const readyFields: readonly FormField[] = [
  {
    kind: 'day',
    name: 'readyOn',
    label: 'Since when are they clinically ready to leave?',
    what: 'the day they became ready',
    needed: 'Enter the day they became ready',
    within: recently,
  },
  {
    kind: 'select',
    name: 'delayReason',
    label: 'What are they waiting for?',
    hint: 'These are the national reasons for a delayed discharge.',
    choices: fromCodes(delayReasonCodes),
    needed: 'Choose what they are waiting for',
  },
  {
    kind: 'radios',
    name: 'attributable',
    label: 'Whose part is it?',
    choices: fromCodes(attributableCodes),
    needed: 'Choose whose part it is',
  },
];
