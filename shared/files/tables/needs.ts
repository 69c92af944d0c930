import * as z from 'zod';
import { NeedsAssessment, Recovery } from '../../domain/assessment.ts';
import { labelled, supportLevelCodes } from '../../domain/codes.ts';
import { blankMeans, optional, required } from '../columns.ts';
import { requirement } from '../domain-kinds.ts';
import { day, number, oneOf, own, referenceTo, words, yesNo } from '../kinds.ts';
import { notAfter, table } from '../table.ts';
import { riskLevelCodes } from './risks.ts';

const needsOf = NeedsAssessment.shape;

const recoveryCodes = labelled(Recovery, {
  notApplicable: 'Not a question for this person',
  usingNow: 'Uses alcohol or drugs now',
  early: 'In early recovery',
  sustained: 'In lasting recovery',
});

/** What people need from a home. */
export const needs = table({
  file: 'needs.csv',
  thing: 'needs assessment',
  row: 'What one person needs from a home, as assessed on one day. The latest counts.',
  filledInBy: 'worker',
  needed: true,
  columns: z.object({
    sourceReference: own('assessment', 'N-001'),
    person: required(referenceTo('people.csv'), { meaning: 'Whose needs', example: 'P-001' }),
    assessedOn: required(day, { meaning: 'When they were assessed', example: '2026-04-20' }),
    assessedBy: required(words(needsOf.assessedBy), {
      meaning: 'Who assessed them: a role or team, no name',
      example: 'Support worker',
    }),
    supportLevel: required(oneOf(supportLevelCodes), {
      meaning: 'Level of support they need (CORE)',
      example: 'medium',
    }),
    supportHoursPerWeek: required(number(needsOf.supportHoursPerWeek), {
      meaning: 'Support they need',
      example: '8',
      unit: 'hours a week',
    }),
    sleepIn: optional(requirement, { meaning: 'Staff who sleep in the home', example: 'notRequired' }),
    stepFree: optional(requirement, {
      meaning: 'No steps from the street to the room',
      example: 'notRequired',
    }),
    wetRoom: optional(requirement, { meaning: 'A level shower', example: 'notRequired' }),
    highestFloor: optional(
      number(needsOf.highestFloor.unwrap()),
      {
        meaning: 'Highest floor they can live on',
        example: '',
      },
      'any',
    ),
    selfContained: optional(requirement, { meaning: 'A home to themselves', example: 'notRequired' }),
    quiet: blankMeans(false, 'no', yesNo, { meaning: 'Whether they need a quiet home', example: 'no' }),
    recovery: optional(oneOf(recoveryCodes), {
      meaning: 'Where they are with alcohol and drugs',
      example: 'notApplicable',
    }),
    substanceFreeHome: optional(requirement, {
      meaning: 'A home without alcohol and drugs',
      example: 'notRequired',
    }),
    riskToSelf: optional(oneOf(riskLevelCodes), { meaning: 'Risk to themselves', example: 'low' }),
    safetyPlanOn: optional(
      day,
      { meaning: 'Day of their safety plan; needed with a medium or high risk', example: '' },
      'when there is none',
    ),
  }),
  rules: (row, { on }) => [
    notAfter('assessedOn', row.assessedOn, on),
    notAfter('safetyPlanOn', row.safetyPlanOn, on),
  ],
  entity: NeedsAssessment,
  fields: ({ sourceReference, person, ...rest }) => ({ ...rest, id: sourceReference, personId: person }),
});
