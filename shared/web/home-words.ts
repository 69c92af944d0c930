import type * as z from 'zod';
import type {
  Atmosphere,
  HomeFeature,
  Letting,
  LicenceStatus,
  OfstedCategory,
  PetsPolicy,
  SexPolicy,
  SmokingPolicy,
} from '../domain/home.ts';
import type { AccessibilityCategory, RentType, RoomKind } from '../domain/room.ts';
import type { Choice } from './components/choices.tsx';

/** What the codes of homes and rooms are called on pages. */

type Words<Code extends z.ZodType<string>> = Readonly<Record<z.infer<Code>, string>>;

export const lettingWords: Words<typeof Letting> = {
  byRoom: 'Room by room',
  whole: 'As a whole',
};

export const sexPolicyWords: Words<typeof SexPolicy> = {
  any: 'Everybody',
  women: 'Women only',
  men: 'Men only',
};

export const petsWords: Words<typeof PetsPolicy> = {
  none: 'No pets',
  assistanceOnly: 'Assistance animals only',
  byAgreement: 'By agreement',
  yes: 'Yes',
};

export const smokingWords: Words<typeof SmokingPolicy> = {
  none: 'Nowhere',
  outside: 'Outside only',
  inside: 'Inside too',
};

export const atmosphereWords: Words<typeof Atmosphere> = {
  quiet: 'Quiet',
  mixed: 'Mixed',
  lively: 'Lively',
};

export const featureWords: Words<typeof HomeFeature> = {
  halalFood: 'Halal food',
  kosherFood: 'Kosher food',
  meatFreeKitchen: 'A kitchen without meat',
  prayerSpace: 'A place to pray',
  interpreters: 'Interpreters',
  signLanguage: 'Sign language',
  softLighting: 'Light that can be dimmed',
  visualAlarms: 'Alarms that can be seen',
  outdoorSpace: 'A garden or yard',
};

export const licenceWords: Words<typeof LicenceStatus> = {
  notRequired: 'None is needed',
  held: 'Held',
  applied: 'Applied for',
  exempt: 'Exempt',
  required: 'Needed, and not applied for',
};

export const ofstedWords: Words<typeof OfstedCategory> = {
  notRegistered: 'Not registered',
  selfContained: 'Self-contained units',
  sharedOnly16And17: 'Shared, for people of 16 and 17 only',
  sharedMixed: 'Shared, with people of 18 and over',
  privateResidence: 'A private home',
};

export const roomKindWords: Words<typeof RoomKind> = {
  bedroom: 'A bedroom that is let',
  wholeHome: 'The whole home',
  staffSleepIn: 'An office in which staff sleep',
  communal: 'A room that all use',
};

export const rentTypeWords: Words<typeof RentType> = {
  specified: 'Specified accommodation: Housing Benefit, without the local cap',
  social: 'Social rent',
  market: 'Market rent, capped at the local rate',
};

export const accessibilityWords: Words<typeof AccessibilityCategory> = {
  A: 'A: wheelchair accessible throughout',
  B: 'B: wheelchair accessible, essential rooms',
  C: 'C: lifetime homes',
  D: 'D: easy access',
  'E+': 'E+: step free',
  E: 'E: few steps',
  F: 'F: general needs',
  G: 'G: not assessed',
};

/** Codes with their words, as a question offers them. */
export const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
