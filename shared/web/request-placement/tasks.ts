import { RiskCategory } from '../../domain/risk.ts';
import type { Choice } from '../components/choices.tsx';
import type { FormField } from '../form-fields.ts';
import { riskWords } from '../words.ts';
import { tasksAboutPerson } from './about-person.ts';
import { notKnown } from './choices.ts';
import { moneyTask } from './money.ts';
import { homeTask, needsTask } from './needs.ts';
import type { Setting, Task } from './task.ts';
import { whereTask } from './where.ts';
import { tasksWhyNow } from './why-now.ts';

/** A risk in one answer: none, one there was, or how high it is now. */
const riskChoices: readonly Choice[] = [
  { value: 'none', text: 'No' },
  { value: 'past', text: 'In the past, not now' },
  { value: 'low', text: 'Now: low' },
  { value: 'medium', text: 'Now: medium' },
  { value: 'high', text: 'Now: high' },
  notKnown,
];

const risksTask = ({ needsAgain }: Setting): Task => ({
  id: 'risks',
  title: 'Risks',
  hint: 'What a home must know to be safe for them and others',
  intro:
    'A risk now may rule out some homes. A risk in the past rules out none: it is a note for people. What is not known stays an open question, and no home passes a check that needs it.',
  optional: !needsAgain,
  fields: [
    ...RiskCategory.options.map(
      (category): FormField => ({
        kind: 'select',
        name: category,
        label: riskWords[category],
        choices: riskChoices,
        needed: `Choose an answer for: ${riskWords[category].toLowerCase()}`,
      }),
    ),
    {
      kind: 'select',
      name: 'toSelf',
      label: 'Harm to themselves',
      choices: riskChoices.filter(({ value }) => value !== 'past'),
      needed: 'Choose an answer for: harm to themselves',
    },
    {
      kind: 'day',
      name: 'safetyPlanOn',
      label: 'When was their safety plan written, if they have one?',
      what: 'the day of the safety plan',
      within: { from: -1830, to: 0 },
    },
  ],
});

/** Tasks under the heading they stand under. */
export interface Section {
  readonly heading: string;
  readonly tasks: readonly Task[];
}

/** All there is to do before a request can be sent. */
export function sectionsOf(setting: Setting): readonly Section[] {
  return [
    { heading: 'The person', tasks: tasksAboutPerson(setting) },
    { heading: 'Why now', tasks: tasksWhyNow(setting) },
    {
      heading: 'A home they can keep',
      tasks: [
        whereTask(setting),
        needsTask(setting),
        homeTask(setting),
        risksTask(setting),
        moneyTask(setting),
      ],
    },
  ];
}
