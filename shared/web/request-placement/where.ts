import type { Choice } from '../components/choices.tsx';
import type { FieldError } from '../components/error-summary.tsx';
import type { Answers, FormField } from '../form-fields.ts';
import type { Setting, Task } from './task.ts';

/** How many places to live near, and areas not to live in, the form has room for. */
export const placesAsked = [1, 2, 3] as const;
export const areasAsked = [1, 2] as const;

const ordinal = ['First', 'Second', 'Third'] as const;

const placeKinds: readonly Choice[] = [
  { value: 'family', text: 'Family' },
  { value: 'friends', text: 'Friends' },
  { value: 'college', text: 'School or college' },
  { value: 'work', text: 'Work' },
  { value: 'gp', text: 'GP' },
  { value: 'careTeam', text: 'Care team' },
  { value: 'childContact', text: 'Seeing their child' },
  { value: 'faith', text: 'Place of worship' },
  { value: 'other', text: 'Something else' },
];

const importance: readonly Choice[] = [
  { value: '1', text: 'A little' },
  { value: '2', text: 'Quite a lot' },
  { value: '3', text: 'A great deal' },
];

const zoneSetBy: readonly Choice[] = [
  { value: 'court', text: 'A court' },
  { value: 'licence', text: 'A licence condition' },
  { value: 'police', text: 'The police' },
  { value: 'marac', text: 'A multi-agency risk conference' },
  { value: 'person', text: 'The person themselves' },
];

const wrongPlace =
  ({ isPlace }: Setting) =>
  (text: string): string | null =>
    isPlace(text) ? null : 'Enter a postcode, or the first half of one, such as SO14';

const nearFields = (setting: Setting, n: number): readonly FormField[] => [
  {
    kind: 'text',
    name: `near${n}`,
    label: 'Postcode, or the first half of one',
    heading: `${ordinal[n - 1]} place they want to live near`,
    told: `${ordinal[n - 1]} place to live near`,
    ...(n === 1 && { hint: 'For example, SO14 or SO14 2AQ. Leave it empty if there is none.' }),
    width: '10',
    most: 10,
    wrong: wrongPlace(setting),
  },
  {
    kind: 'select',
    name: `nearKind${n}`,
    label: 'Why there?',
    told: `${ordinal[n - 1]} place: why`,
    choices: placeKinds,
  },
  {
    kind: 'select',
    name: `nearMatters${n}`,
    label: 'How much does it matter to them?',
    told: `${ordinal[n - 1]} place: how much it matters`,
    choices: importance,
  },
];

/** Kilometres: no condition on record covers more than a large city. */
const mostKilometres = 100;

const wrongRadius = (text: string): string | null => {
  const kilometres = /^\d+(\.\d)?$/.test(text) ? Number(text) : 0;
  return kilometres >= 0.1 && kilometres <= mostKilometres
    ? null
    : 'Enter how many kilometres, such as 2 or 0.5';
};

const areaFields = (setting: Setting, n: number): readonly FormField[] => [
  {
    kind: 'text',
    name: `area${n}`,
    label: 'Postcode in the middle of it, or the first half of one',
    heading: `${ordinal[n - 1]} area they must not live in`,
    told: `${ordinal[n - 1]} area not to live in`,
    ...(n === 1 && { hint: 'Leave it empty if there is none. Do not say why: only that it is so.' }),
    width: '10',
    most: 10,
    wrong: wrongPlace(setting),
  },
  {
    kind: 'text',
    name: `areaRadius${n}`,
    label: 'How far around it?',
    told: `${ordinal[n - 1]} area: how far around`,
    width: '5',
    inputmode: 'decimal',
    suffix: 'kilometres',
    most: 5,
    wrong: wrongRadius,
  },
  {
    kind: 'select',
    name: `areaSetBy${n}`,
    label: 'Who set it?',
    told: `${ordinal[n - 1]} area: who set it`,
    choices: zoneSetBy,
  },
  {
    kind: 'day',
    name: `areaUntil${n}`,
    label: 'Until when, if it ends?',
    told: `${ordinal[n - 1]} area: until when`,
    what: 'the day it ends',
    within: { from: 0, to: 36_500 },
  },
];

/** A place or an area is told whole, or not at all. */
function wrongGroups(answers: Answers): FieldError[] {
  const needed = (group: string, names: readonly [string, string][]): FieldError[] => {
    const isTold = [group, ...names.map(([name]) => name)].some((name) => answers[name] !== undefined);
    const all: readonly [string, string][] = [
      [group, 'Enter a postcode, or the first half of one, such as SO14'],
      ...names,
    ];
    return isTold
      ? all.flatMap(([field, message]) => (answers[field] === undefined ? [{ field, message }] : []))
      : [];
  };
  return [
    ...placesAsked.flatMap((n) =>
      needed(`near${n}`, [
        [`nearKind${n}`, 'Choose why they want to live there'],
        [`nearMatters${n}`, 'Choose how much it matters to them'],
      ]),
    ),
    ...areasAsked.flatMap((n) =>
      needed(`area${n}`, [
        [`areaRadius${n}`, 'Enter how many kilometres, such as 2 or 0.5'],
        [`areaSetBy${n}`, 'Choose who set it'],
      ]),
    ),
  ];
}

/** Where somebody wants to live and why, and where they must not. */
export const whereTask = (setting: Setting): Task => ({
  id: 'where',
  title: 'Where they want to live, and why',
  hint: 'Places to be near, and areas they must not live in',
  optional: setting.isKnown,
  fields: [
    ...placesAsked.flatMap((n) => nearFields(setting, n)),
    ...areasAsked.flatMap((n) => areaFields(setting, n)),
  ],
  wrong: wrongGroups,
});
