import { supportLevelCodes, unitTypeCodes } from '../domain/codes.ts';
import {
  atmosphereCodes,
  featureCodes,
  lettingCodes,
  licenceCodes,
  ofstedCodes,
  petsCodes,
  sexPolicyCodes,
  smokingCodes,
} from '../domain/home-codes.ts';
import { RiskCategory } from '../domain/risk.ts';
import type { Choice } from './components/choices.tsx';
import type { FieldError } from './components/error-summary.tsx';
import type { Answers, FormField } from './form-fields.ts';
import { fromCodes, yesNoOrNotKnown, yesOrNo } from './request-placement/choices.ts';
import { numberField, roomFields } from './room-fields.ts';
import { riskWords } from './words.ts';

/** What the questions about a home depend on. */
export interface HomeSetting {
  /** Stages of programmes, as `programme/stage`. */
  readonly stages: readonly Choice[];
  readonly organisations: readonly Choice[];
  /** Whether a text is a postcode, or the first half of one, that is on the map. */
  readonly isPlace: (text: string) => boolean;
}

const choose = (
  kind: 'radios' | 'select',
  name: string,
  label: string,
  choices: readonly Choice[],
  more: Partial<Pick<FormField, 'hint' | 'heading' | 'onlyIf'>> = {},
): FormField => ({ kind, name, label, choices, needed: 'Choose an answer', ...more });

const aboutIt = ({ stages, isPlace }: HomeSetting): readonly FormField[] => [
  {
    kind: 'text',
    name: 'name',
    label: 'What is it called?',
    heading: 'The home',
    hint: 'A name that staff know it by, never its address.',
    most: 80,
    needed: 'Enter what it is called',
  },
  {
    kind: 'text',
    name: 'postcode',
    label: 'Postcode, or its first half',
    hint: 'Only its first half is kept. Distances are from the middle of that area.',
    width: '10',
    most: 10,
    needed: 'Enter the postcode, or its first half',
    wrong: (text) => (isPlace(text) ? null : 'That is not a postcode that is on the map'),
  },
  choose('radios', 'confidential', 'Is its address confidential?', yesOrNo, {
    hint: 'A refuge, for example. Then nobody sees more than its area.',
  }),
  choose('radios', 'letting', 'How is it let?', fromCodes(lettingCodes)),
  choose('select', 'unitType', 'What kind of home is it?', fromCodes(unitTypeCodes)),
  {
    kind: 'checkboxes',
    name: 'offers',
    label: 'Which stages of which programmes is it for?',
    choices: stages,
    needed: 'Choose at least one stage',
  },
];

const support = ({ organisations }: HomeSetting): readonly FormField[] => [
  choose('select', 'level', 'How much support is there?', fromCodes(supportLevelCodes), {
    heading: 'Support',
  }),
  numberField('hours', 'Hours of support a week for one person', [0, 168], {
    needed: 'Enter the hours of support a week',
    isWhole: false,
  }),
  choose('radios', 'sleepIn', 'Are staff there at night?', yesOrNo),
  choose('select', 'landlord', 'Who lets it?', organisations),
  choose('select', 'provider', 'Who gives the support?', organisations),
  { kind: 'select', name: 'owner', label: 'Who owns it, if you know?', choices: organisations },
];

const whoFor: readonly FormField[] = [
  numberField('ageFrom', 'Youngest age, if there is one', [16, 120], { heading: 'Who it is for' }),
  numberField('ageTo', 'Oldest age, if there is one', [16, 120]),
  choose('select', 'ofsted', 'Is it registered with Ofsted for people of 16 and 17?', fromCodes(ofstedCodes)),
  choose('radios', 'sex', 'Who may live there?', fromCodes(sexPolicyCodes)),
  {
    kind: 'text',
    name: 'sexBasis',
    label: 'If it is for women or men only: why?',
    hint: 'It has to be a fair way to a lawful aim. It is looked at again in a year.',
    most: 200,
    needed: 'Write why it is for women or men only',
    onlyIf: { name: 'sex', is: ['women', 'men'] },
  },
  choose('radios', 'children', 'May babies and children live there?', yesNoOrNotKnown),
  choose('radios', 'connection', 'Does it ask for a local connection?', yesOrNo),
  {
    kind: 'checkboxes',
    name: 'notFor',
    label: 'Which risks can it not support?',
    hint: 'Leave all empty if there is none.',
    choices: RiskCategory.options.map((one) => ({ value: one, text: riskWords[one] })),
  },
];

const rules: readonly FormField[] = [
  choose('radios', 'pets', 'Are pets allowed?', fromCodes(petsCodes), { heading: 'House rules' }),
  choose('radios', 'smoking', 'Where may people smoke?', fromCodes(smokingCodes)),
  choose('radios', 'substanceFree', 'Is it free of drugs and alcohol?', yesOrNo),
  {
    kind: 'radios',
    name: 'atmosphere',
    label: 'What is it like, if you know?',
    choices: fromCodes(atmosphereCodes),
  },
  { kind: 'checkboxes', name: 'features', label: 'What does it have?', choices: fromCodes(featureCodes) },
];

const licence: readonly FormField[] = [
  choose('select', 'licence', 'Licence for a house in multiple occupation', fromCodes(licenceCodes), {
    heading: 'Licence',
  }),
  numberField('licencePersons', 'If it is held or applied for: people at most', [1, 60], {
    needed: 'Enter how many people the licence allows',
    onlyIf: { name: 'licence', is: ['held', 'applied'] },
  }),
  numberField('licenceHouseholds', 'If it is held or applied for: households at most', [1, 60], {
    needed: 'Enter how many households the licence allows',
    onlyIf: { name: 'licence', is: ['held', 'applied'] },
  }),
  {
    kind: 'day',
    name: 'licenceExpires',
    label: 'If it is held: until which day?',
    what: 'the last day of the licence',
    needed: 'Enter the last day of the licence',
    within: { from: 0, to: 3660 },
    onlyIf: { name: 'licence', is: ['held'] },
  },
  {
    kind: 'text',
    name: 'exemption',
    label: 'If it is exempt: why?',
    most: 200,
    needed: 'Write why it is exempt',
    onlyIf: { name: 'licence', is: ['exempt'] },
  },
];

/** Everything that is asked about a home that is added, with its first room. */
export const homeFields = (setting: HomeSetting): readonly FormField[] => [
  ...aboutIt(setting),
  ...support(setting),
  ...whoFor,
  ...rules,
  ...licence,
  ...roomFields('Its first room'),
];

/** What is wrong with the answers together. */
export const wrongHome = ({ ageFrom, ageTo }: Answers): FieldError[] =>
  ageFrom !== undefined && ageTo !== undefined && Number(ageFrom) > Number(ageTo)
    ? [{ field: 'ageTo', message: 'The oldest age must be the youngest or more' }]
    : [];
