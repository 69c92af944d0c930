import type { Choice } from './components/choices.tsx';
import type { FieldError } from './components/error-summary.tsx';
import type { Answers, FormField } from './form-fields.ts';

/** Years back that a report may begin. */
const mostYears = 10;

export const reportFields = (programmes: readonly Choice[]): readonly FormField[] => [
  {
    kind: 'radios',
    name: 'programme',
    label: 'Which programme?',
    choices: programmes,
    needed: 'Choose a programme',
  },
  {
    kind: 'day',
    name: 'from',
    label: 'From which day?',
    hint: 'For example, 1 4 2026',
    what: 'the first day',
    needed: 'Enter the first day',
    within: { from: -mostYears * 365, to: 0 },
  },
  {
    kind: 'day',
    name: 'to',
    label: 'Until which day?',
    what: 'the last day',
    needed: 'Enter the last day',
    within: { from: -mostYears * 365, to: 0 },
  },
];

/** What is wrong with the days together. */
export const wrongDays = ({ from = '', to = '' }: Answers): FieldError[] =>
  from <= to ? [] : [{ field: 'to-day', message: 'The last day must be the first day or later' }];
