import * as z from 'zod';
import { labelled } from '../../domain/codes.ts';
import {
  ExclusionZone,
  NonAssociation,
  Risk,
  RiskCategory,
  RiskLevel,
  ZoneSetBy,
} from '../../domain/risk.ts';
import { optional, required } from '../columns.ts';
import { place } from '../domain-kinds.ts';
import { day, number, oneOf, own, referenceTo, words, yesNo } from '../kinds.ts';
import { inOrder, middleOf, notAfter, onTheMap, table } from '../table.ts';

export const riskCategoryCodes = labelled(RiskCategory, {
  arson: 'Setting fires',
  violence: 'Violence to others',
  sexualHarm: 'Sexual harm to others',
  exploitsOthers: 'Exploits others',
  riskOfExploitation: 'At risk of being exploited',
  cuckooing: 'At risk of others taking over the home',
  propertyDamage: 'Damage to property',
});
export const riskLevelCodes = labelled(RiskLevel, {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
});
const setByCodes = labelled(ZoneSetBy, {
  court: 'A court order',
  licence: 'A condition of a licence',
  police: 'Police',
  marac: 'A multi-agency risk conference',
  person: 'The person',
});

const expiresOn = optional(day, { meaning: 'Last day it holds', example: '' }, 'while it goes on');

/** Flags of risk, each with its date and source. */
export const risks = table({
  file: 'risks.csv',
  thing: 'risk',
  row: 'One kind of risk of one person, as judged on one day.',
  filledInBy: 'worker',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'RK-001'),
    person: required(referenceTo('people.csv'), { meaning: 'Whose risk', example: 'P-001' }),
    category: required(oneOf(riskCategoryCodes), { meaning: 'What kind', example: 'propertyDamage' }),
    level: required(oneOf(riskLevelCodes), { meaning: 'How high', example: 'low' }),
    current: required(yesNo, { meaning: 'Yes: now; no: in the past', example: 'no' }),
    recordedOn: required(day, { meaning: 'When it was judged', example: '2026-03-02' }),
    expiresOn,
    setBy: required(words(Risk.shape.setBy), {
      meaning: 'Who judged it: a role or team, no name',
      example: 'Care coordinator',
    }),
  }),
  rules: (row, { on }) => [
    row.current && row.level === 'none'
      ? {
          column: 'level',
          why: 'is none, and the risk is current',
          fix: 'write no as current, or give how high it is',
        }
      : null,
    notAfter('recordedOn', row.recordedOn, on),
    inOrder('expiresOn', row.recordedOn, row.expiresOn),
  ],
  entity: Risk,
  fields: ({ sourceReference, person, ...rest }) => ({ ...rest, id: sourceReference, personId: person }),
});

/** Areas people must not live in. */
export const exclusionZones = table({
  file: 'exclusion-zones.csv',
  thing: 'exclusion zone',
  row: 'One area a person must not live in. Its cause is never written down here.',
  filledInBy: 'worker',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'EZ-001'),
    person: required(referenceTo('people.csv'), { meaning: 'Who must not live there', example: 'P-002' }),
    postcode: required(place, {
      meaning: 'The middle of the area; only the first half is kept',
      example: 'BH1',
    }),
    radiusMetres: required(number(ExclusionZone.shape.radiusMetres), {
      meaning: 'How far it reaches from there',
      example: '3000',
      unit: 'metres',
    }),
    setBy: required(oneOf(setByCodes), { meaning: 'Who set it', example: 'court' }),
    from: required(day, { meaning: 'First day it holds', example: '2026-01-12' }),
    expiresOn,
  }),
  rules: (row, around) => [
    onTheMap('postcode', row.postcode, around),
    inOrder('expiresOn', row.from, row.expiresOn),
  ],
  entity: ExclusionZone,
  fields: ({ sourceReference, person, postcode, ...rest }, around) => ({
    ...rest,
    id: sourceReference,
    personId: person,
    centre: middleOf(postcode, around),
  }),
});

/** Pairs of people who must not live together. */
export const nonAssociations = table({
  file: 'non-associations.csv',
  thing: 'pair',
  row: 'Two people who must not live in one home. It holds both ways.',
  filledInBy: 'worker',
  needed: false,
  columns: z.object({
    sourceReference: own('row', 'NA-001'),
    person: required(referenceTo('people.csv'), { meaning: 'One of the two', example: 'P-001' }),
    otherPerson: required(referenceTo('people.csv'), { meaning: 'The other', example: 'P-002' }),
    recordedOn: required(day, { meaning: 'When it was recorded', example: '2026-02-09' }),
    expiresOn,
  }),
  rules: (row, { on }) => [
    row.person === row.otherPerson
      ? { column: 'otherPerson', why: 'is the same person', fix: 'give the reference of the other one' }
      : null,
    notAfter('recordedOn', row.recordedOn, on),
    inOrder('expiresOn', row.recordedOn, row.expiresOn),
  ],
  entity: NonAssociation,
  fields: ({ sourceReference, person, otherPerson, ...rest }) => ({
    ...rest,
    id: sourceReference,
    personId: person,
    otherPersonId: otherPerson,
  }),
});
