import * as z from 'zod';
import { clientGroupCodes, labelled } from '../../domain/codes.ts';
import { addDays, addMonths } from '../../domain/day.ts';
import { CareStatus, FundingRoute, Person, Sex, Smokes } from '../../domain/person.ts';
import { blankMeans, optional, required } from '../columns.ts';
import { nhsNumber, pets } from '../domain-kinds.ts';
import { day, listOf, number, oneOf, own, personalDay, pounds, referenceTo, yesNo } from '../kinds.ts';
import { notAfter, table } from '../table.ts';

const person = Person.shape;

const sexCodes = labelled(Sex, { female: 'Female', male: 'Male' });
const careCodes = labelled(CareStatus, {
  none: 'Was never in care',
  eligible: 'Eligible child: 16 or 17, in care',
  relevant: 'Relevant child: 16 or 17, has left care',
  formerRelevant: 'Former relevant: 18 or older',
  qualifying: 'Qualifying: was in care for a shorter time',
});
const fundingCodes = labelled(FundingRoute, {
  benefits: 'Housing Benefit or Universal Credit',
  section117: 'Aftercare under section 117',
  self: 'Pays alone',
  noRecourse: 'No recourse to public funds',
});
const smokesCodes = labelled(Smokes, {
  no: 'Does not smoke',
  outside: 'Smokes outside',
  inside: 'Smokes inside',
});

/** Assumes nobody is older: a year further back is a slip. */
const OLDEST_YEARS = 110;

/** Assumes a baby this long overdue, in days, has been born. */
const LATEST_BIRTH_DAYS = 42;

/** Whoever lives in a home, waits for one, or must be told apart from others: without names. */
export const people = table({
  file: 'people.csv',
  thing: 'person',
  row: 'One person, by a reference only: names and addresses have no place here.',
  filledInBy: 'worker',
  needed: true,
  columns: z.object({
    sourceReference: own('person', 'P-001'),
    dateOfBirth: required(personalDay, { meaning: 'Date of birth', example: '2005-04-17' }),
    nhsNumber: optional(
      nhsNumber,
      { meaning: 'Helps to spot one person under two references; it goes no further', example: '' },
      'none is given',
    ),
    sexRegisteredAtBirth: optional(oneOf(sexCodes), {
      meaning: 'Asked only because of homes for one sex',
      example: 'female',
    }),
    clientGroups: blankMeans([], 'not known', listOf(oneOf(clientGroupCodes)), {
      meaning: 'Groups the person belongs to (CORE)',
      example: 'P',
    }),
    careStatus: optional(oneOf(careCodes), {
      meaning: 'Care leaver’s status in law',
      example: 'formerRelevant',
    }),
    leftResidentialCare: optional(yesNo, { meaning: 'Whether they left a children’s home', example: 'yes' }),
    childRemoved: optional(yesNo, {
      meaning: 'Whether a child was removed from their care: asked for programmes for birth mothers alone',
      example: '',
    }),
    secondaryMentalHealthCare: optional(yesNo, {
      meaning: 'Whether they are under a mental health team',
      example: 'no',
    }),
    wantsPaidWork: optional(yesNo, { meaning: 'Whether they would like paid work', example: 'yes' }),
    householdAdults: blankMeans(1, '1', number(person.householdAdults), {
      meaning: 'Adults who would live together, the person counted',
      example: '1',
      unit: 'people',
    }),
    householdChildren: blankMeans(0, '0', number(person.householdChildren), {
      meaning: 'Children who would live with them',
      example: '0',
      unit: 'people',
    }),
    babyDueOn: optional(day, { meaning: 'When a baby is due', example: '' }, 'no baby is due'),
    pets: optional(pets, { meaning: 'Animals that come along', example: 'none' }),
    smokes: optional(oneOf(smokesCodes), { meaning: 'Whether and where they smoke', example: 'outside' }),
    funding: optional(oneOf(fundingCodes), { meaning: 'Who pays the rent', example: 'benefits' }),
    canPayWeekly: optional(pounds, {
      meaning: 'What the person can pay themselves',
      example: '25',
      unit: 'pounds a week',
    }),
    sharedRateExempt: optional(yesNo, {
      meaning: 'Whether they are known to be exempt from the shared rate',
      example: '',
    }),
    localConnection: optional(yesNo, { meaning: 'Whether they have a local connection', example: 'yes' }),
    localConnectionExempt: blankMeans(false, 'no', yesNo, {
      meaning: 'Whether the law lets them in without one',
      example: 'no',
    }),
    primaryWorker: optional(
      referenceTo('workers.csv'),
      { meaning: 'Their first worker', example: 'W-001' },
      'nobody yet',
    ),
    secondWorker: optional(
      referenceTo('workers.csv'),
      { meaning: 'Their second worker', example: '' },
      'nobody yet',
    ),
  }),
  anotherExample: {
    sourceReference: 'P-002',
    dateOfBirth: '1988-11-30',
    clientGroups: 'E',
    careStatus: 'none',
    leftResidentialCare: 'no',
  },
  rules: (row, { on }) => [
    notAfter('dateOfBirth', row.dateOfBirth, on),
    row.dateOfBirth < addMonths(on, -12 * OLDEST_YEARS)
      ? {
          column: 'dateOfBirth',
          why: `is more than ${OLDEST_YEARS} years ago`,
          fix: 'check the year, and write it with four digits',
        }
      : null,
    row.babyDueOn !== null && row.babyDueOn < addDays(on, -LATEST_BIRTH_DAYS)
      ? {
          column: 'babyDueOn',
          why: 'was more than six weeks ago',
          fix: 'record the baby in householdChildren, and leave this blank',
        }
      : null,
  ],
  entity: Person,
  fields: ({ sourceReference, nhsNumber: _, ...rest }) => ({ ...rest, id: sourceReference }),
});
