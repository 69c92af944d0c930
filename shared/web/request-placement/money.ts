import { previousAccommodationCodes } from '../../domain/codes.ts';
import { parsePounds } from '../../domain/money.ts';
import { fromCodes, notKnown, yesNoOrNotKnown } from './choices.ts';
import type { Setting, Task } from './task.ts';

/** Who pays, and how somebody lived before. */
export const moneyTask = ({ isKnown }: Setting): Task => ({
  id: 'money',
  title: 'Money and where they lived before',
  hint: 'Who pays the rent, and their last home',
  optional: isKnown,
  fields: [
    {
      kind: 'radios',
      name: 'funding',
      label: 'Who would pay the rent?',
      choices: [
        { value: 'benefits', text: 'Benefits' },
        { value: 'section117', text: 'Aftercare under section 117 of the Mental Health Act' },
        { value: 'self', text: 'They pay it themselves' },
        { value: 'noRecourse', text: 'Nobody yet: they have no recourse to public funds' },
        notKnown,
      ],
      needed: 'Choose who would pay the rent, or that it is not known',
    },
    {
      kind: 'text',
      name: 'canPay',
      label: 'How much can they pay a week, if you know?',
      hint: 'In pounds, for example 95 or 95.50.',
      width: '5',
      inputmode: 'decimal',
      most: 10,
      wrong: (text) => (parsePounds(text) === null ? 'Enter an amount in pounds, such as 95.50' : null),
    },
    {
      kind: 'select',
      name: 'before',
      label: 'Where did they live before hospital?',
      choices: fromCodes(previousAccommodationCodes),
      needed: 'Choose where they lived before hospital',
    },
    {
      kind: 'radios',
      name: 'connection',
      label: 'Do they have a local connection here?',
      hint: 'For example, they lived here before, work here or have close family here.',
      choices: yesNoOrNotKnown,
      needed: 'Say whether they have a local connection, or that it is not known',
    },
  ],
});
