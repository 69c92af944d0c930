import { parsePounds } from '../domain/money.ts';
import { accessibilityCodes, rentTypeCodes, roomKindCodes } from '../domain/room-codes.ts';
import type { Choice } from './components/choices.tsx';
import type { Answers, FormField } from './form-fields.ts';
import { fromCodes, yesNoOrNotKnown } from './request-placement/choices.ts';

/** What is asked about a room, in a home that is new or not. */

const number =
  (least: number, most: number) =>
  (text: string): string | null => {
    const value = Number(text);
    return text.trim() !== '' && value >= least && value <= most
      ? null
      : `Enter a number from ${least} to ${most}`;
  };

const whole =
  (least: number, most: number) =>
  (text: string): string | null =>
    number(least, most)(text) ?? (Number.isInteger(Number(text)) ? null : 'Enter a whole number');

/** A question that is answered with a number. */
export const numberField = (
  name: string,
  label: string,
  within: readonly [number, number],
  more: Partial<Pick<FormField, 'needed' | 'hint' | 'heading' | 'onlyIf'>> & {
    readonly isWhole?: boolean;
  } = {},
): FormField => {
  const { isWhole = true, ...rest } = more;
  const wrong = (isWhole ? whole : number)(...within);
  return { kind: 'text', name, label, width: '5', inputmode: 'decimal', most: 8, wrong, ...rest };
};

const poundsField = (name: string, label: string, hint?: string): FormField => ({
  ...{ kind: 'text', name, label, hint, width: '10', inputmode: 'decimal', most: 12 },
  wrong: (text) => (parsePounds(text) === null ? 'Enter pounds, such as 92.40' : null),
  needed: `Enter ${label.charAt(0).toLowerCase()}${label.slice(1)}, 0 where there is none`,
});

const kinds: readonly Choice[] = fromCodes(roomKindCodes).filter(({ value }) => value !== 'wholeHome');

export const roomKindField: FormField = {
  kind: 'radios',
  name: 'kind',
  label: 'What is it?',
  choices: kinds,
  needed: 'Choose what it is',
};

/** @param heading stands above the first of them */
export const roomFields = (heading?: string): readonly FormField[] => [
  numberField('area', 'How large is it, in square metres?', [1, 500], {
    ...{ heading, needed: 'Enter how large it is', isWhole: false },
    hint: 'Nobody may sleep in a room of less than 6.51 square metres, and no two adults in less than 10.22.',
  }),
  numberField('maxPersons', 'How many people may sleep in it?', [0, 12], { needed: 'Enter how many' }),
  numberField('floor', 'On which floor is it?', [-2, 40], {
    needed: 'Enter the floor, 0 for the ground floor',
    hint: '0 is the ground floor.',
  }),
  ...(
    [
      ['stepFree', 'Can it be reached without a step?'],
      ['wetRoom', 'Is there a wet room?'],
      ['cotSpace', 'Does a cot fit in it safely?'],
    ] as const
  ).map(
    ([name, label]): FormField => ({
      ...{ kind: 'radios', name, label, choices: yesNoOrNotKnown },
      needed: 'Choose yes, no, or that it is not known',
    }),
  ),
  {
    kind: 'select',
    name: 'accessibility',
    label: 'Accessible housing category, if it has one',
    choices: fromCodes(accessibilityCodes),
  },
  {
    kind: 'radios',
    name: 'rentType',
    label: 'What kind of rent is it?',
    choices: fromCodes(rentTypeCodes),
    needed: 'Choose the kind of rent',
  },
  poundsField('rent', 'Rent a week'),
  poundsField('service', 'Service charge a week', 'What benefits pay, such as cleaning of shared rooms.'),
  poundsField('personal', 'Personal charge a week', 'What the person pays, such as their own heating.'),
  poundsField('support', 'Support charge a week', 'What the person pays for support.'),
];

const asYes = (answer: string | undefined): boolean | null =>
  answer === 'yes' ? true : answer === 'no' ? false : null;

/** A room as it is sent, of what a form says. */
export function roomOf(answers: Answers) {
  const pounds = (name: string) => parsePounds(answers[name] ?? '');
  return {
    areaSquareMetres: Number(answers.area),
    maxPersons: Number(answers.maxPersons),
    floor: Number(answers.floor),
    stepFree: asYes(answers.stepFree),
    wetRoom: asYes(answers.wetRoom),
    cotSpace: asYes(answers.cotSpace),
    accessibility: answers.accessibility ?? null,
    rentType: answers.rentType,
    weeklyRent: pounds('rent'),
    weeklyServiceCharge: pounds('service'),
    weeklyPersonalCharge: pounds('personal'),
    weeklySupportCharge: pounds('support'),
  };
}
