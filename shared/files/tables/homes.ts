import * as z from 'zod';
import { supportLevelCodes, unitTypeCodes } from '../../domain/codes.ts';
import { HmoLicence, Home } from '../../domain/home.ts';
import {
  atmosphereCodes,
  featureCodes,
  lettingCodes,
  licenceCodes,
  ofstedCodes,
  petsCodes,
  sexPolicyCodes,
  smokingCodes,
} from '../../domain/home-codes.ts';
import { blankMeans, NOT_ASKED, optional, required } from '../columns.ts';
import { anExample, type Models, offer, place } from '../domain-kinds.ts';
import { day, listOf, number, oneOf, own, ownReference, words, yesNo } from '../kinds.ts';
import type { Complaint } from '../problems.ts';
import { middleOf, onTheMap, table } from '../table.ts';
import { riskCategoryCodes } from './risks.ts';

const home = Home.shape;
const licence = HmoLicence.shape;

const NO_LIMIT = 'no such limit';

const organisation = (meaning: string, example: string, blank: string = NOT_ASKED) =>
  optional(ownReference, { meaning, example }, blank);

const NO_BAN = 'not recorded; then no ban by it rules the home out';

const columns = (models: Models) =>
  z.object({
    sourceReference: own('home', 'H-001'),
    name: required(words(home.name), { meaning: 'What staff call the home', example: 'Alder House' }),
    postcode: required(place, { meaning: 'Where it is; only the first half is kept', example: 'SO14 9ZZ' }),
    confidentialAddress: blankMeans(false, 'no', yesNo, {
      meaning: 'Whether the address is told to nobody but residents and their workers',
      example: 'no',
    }),
    letting: required(oneOf(lettingCodes), { meaning: 'How it is let', example: 'byRoom' }),
    unitType: required(oneOf(unitTypeCodes), { meaning: 'What is let (CORE)', example: '4' }),
    offers: required(listOf(offer(models)), {
      meaning: 'The stages of programmes it serves',
      example: `${anExample(models).serviceModel}/${anExample(models).stage}`,
    }),
    supportLevel: required(oneOf(supportLevelCodes), {
      meaning: 'How much support it gives (CORE)',
      example: 'medium',
    }),
    sleepIn: required(yesNo, { meaning: 'Whether somebody of the staff sleeps there', example: 'no' }),
    supportHoursPerWeek: required(number(home.supportHoursPerWeek), {
      meaning: 'Support each resident can have',
      example: '10',
      unit: 'hours a week',
    }),
    ageFrom: optional(
      number(home.ageFrom.unwrap()),
      { meaning: 'Youngest age it takes', example: '18', unit: 'years' },
      NO_LIMIT,
    ),
    ageTo: optional(
      number(home.ageTo.unwrap()),
      { meaning: 'Oldest age it takes, that age included', example: '24', unit: 'years' },
      NO_LIMIT,
    ),
    ofsted: blankMeans('notRegistered', 'notRegistered', oneOf(ofstedCodes), {
      meaning: 'Registration for people aged 16 and 17',
      example: 'notRegistered',
    }),
    sexPolicy: blankMeans('any', 'any', oneOf(sexPolicyCodes), {
      meaning: 'Who may live there',
      example: 'any',
    }),
    sexPolicyBasis: optional(
      words(home.sexPolicyBasis.unwrap()),
      { meaning: 'Why it is for women or men only; needed when it is', example: '' },
      'when the home is for anybody',
    ),
    sexPolicyReviewOn: optional(
      day,
      { meaning: 'When that is looked at again', example: '' },
      'no day is set',
    ),
    pets: required(oneOf(petsCodes), {
      meaning: 'Whether animals may live there',
      example: 'assistanceOnly',
    }),
    smoking: required(oneOf(smokingCodes), { meaning: 'Where people may smoke', example: 'outside' }),
    substanceFree: required(yesNo, {
      meaning: 'Whether residents agree to a home without alcohol and drugs',
      example: 'no',
    }),
    atmosphere: optional(oneOf(atmosphereCodes), {
      meaning: 'What it is like to live there',
      example: 'mixed',
    }),
    features: blankMeans([], 'none of them', listOf(oneOf(featureCodes)), {
      meaning: 'What it has that people may ask for',
      example: 'outdoorSpace',
    }),
    licenceStatus: required(oneOf(licenceCodes), {
      meaning: 'Licence as a house in multiple occupation',
      example: 'held',
    }),
    licenceMaxPersons: optional(
      number(licence.maxPersons.unwrap()),
      {
        meaning: 'Most people the licence allows, babies counted; needed when it is held or applied for',
        example: '4',
        unit: 'people',
      },
      'when there is no licence',
    ),
    licenceMaxHouseholds: optional(
      number(licence.maxHouseholds.unwrap()),
      { meaning: 'Most households the licence allows', example: '4', unit: 'households' },
      NO_LIMIT,
    ),
    licenceExpiresOn: optional(day, { meaning: 'Last day of the licence', example: '2030-03-31' }, 'no end'),
    licenceExemptionBasis: optional(
      words(licence.exemptionBasis.unwrap()),
      { meaning: 'Why no licence is needed; needed when the home is exempt', example: '' },
      'when the home is not exempt',
    ),
    notSuitableFor: blankMeans([], 'nothing is ruled out', listOf(oneOf(riskCategoryCodes)), {
      meaning: 'Current risks the home cannot take',
      example: 'arson',
    }),
    takesChildren: optional(yesNo, {
      meaning: 'Whether babies and children may live there',
      example: 'no',
    }),
    maxHighRisk: optional(
      number(home.maxHighRisk.unwrap()),
      {
        meaning: 'Most residents with a high risk at one time',
        example: '1',
        unit: 'people',
      },
      NO_LIMIT,
    ),
    maxEarlyRecovery: optional(
      number(home.maxEarlyRecovery.unwrap()),
      {
        meaning: 'Most residents in early recovery at one time',
        example: '2',
        unit: 'people',
      },
      NO_LIMIT,
    ),
    localConnectionRequired: required(yesNo, {
      meaning: 'Whether residents must have a local connection',
      example: 'yes',
    }),
    turnaroundWorkingDays: optional(
      number(home.turnaroundWorkingDays.unwrap()),
      {
        meaning: 'Days to clean and check between residents',
        example: '3',
        unit: 'working days',
      },
      'the usual number',
    ),
    leaseEndsOn: optional(day, { meaning: 'Last day of the lease', example: '' }, 'no end'),
    owner: organisation('Organisation that owns it', 'ORG-1'),
    landlord: organisation('Organisation people rent from', 'ORG-1', NO_BAN),
    supportProvider: organisation('Organisation that gives the support', 'ORG-2', NO_BAN),
    clinicalTeam: organisation('Clinical team of the home', ''),
    team: optional(words(home.team.unwrap()), {
      meaning: 'Team of workers who support people there',
      example: 'East',
    }),
  });

/** What a licence, or the lack of one, must say. Without the number of people nobody could be placed by it. */
function licenceComplaints({
  licenceStatus,
  licenceMaxPersons,
  licenceExemptionBasis,
}: z.output<ReturnType<typeof columns>>): (Complaint | null)[] {
  const words = { held: 'held', applied: 'applied for' };
  return [
    (licenceStatus === 'held' || licenceStatus === 'applied') && licenceMaxPersons === null
      ? {
          column: 'licenceMaxPersons',
          why: `is blank, and the licence is ${words[licenceStatus]}`,
          fix: 'give the most people it allows, babies counted',
        }
      : null,
    licenceStatus === 'exempt' && licenceExemptionBasis === null
      ? {
          column: 'licenceExemptionBasis',
          why: 'is blank, and the home is exempt',
          fix: 'say why no licence is needed, or correct licenceStatus',
        }
      : null,
  ];
}

/** Houses and flats, and the rules of each. */
export const homes = (models: Models) =>
  table({
    file: 'homes.csv',
    thing: 'home',
    row: 'One house or flat.',
    filledInBy: 'officer',
    needed: true,
    columns: columns(models),
    rules: (row, around) => [
      onTheMap('postcode', row.postcode, around),
      row.sexPolicy !== 'any' && row.sexPolicyBasis === null
        ? {
            column: 'sexPolicyBasis',
            why: `is blank, and the home is for ${row.sexPolicy} only`,
            fix: 'say what the law or the service allows it for, or write any as sexPolicy',
          }
        : null,
      row.ageFrom !== null && row.ageTo !== null && row.ageTo < row.ageFrom
        ? {
            column: 'ageTo',
            why: `is below ageFrom, ${row.ageFrom}`,
            fix: 'give the youngest age as ageFrom and the oldest as ageTo',
          }
        : null,
      ...licenceComplaints(row),
    ],
    entity: Home,
    fields: (
      {
        sourceReference,
        postcode,
        licenceStatus,
        licenceMaxPersons,
        licenceMaxHouseholds,
        licenceExpiresOn,
        licenceExemptionBasis,
        ...rest
      },
      around,
    ) => ({
      ...rest,
      id: sourceReference,
      outcode: postcode,
      location: middleOf(postcode, around),
      licence: {
        status: licenceStatus,
        maxPersons: licenceMaxPersons,
        maxHouseholds: licenceMaxHouseholds,
        expiresOn: licenceExpiresOn,
        exemptionBasis: licenceExemptionBasis,
      },
    }),
  });
