import * as z from 'zod';
import { labelled } from '../../domain/codes.ts';
import { anyDelayReasonCodes, attributableCodes } from '../../domain/discharge-codes.ts';
import { ReadyPeriod } from '../../domain/placement-request.ts';
import { optional, required } from '../columns.ts';
import { day, oneOf, own, referenceTo } from '../kinds.ts';
import { inOrder, notAfter, table } from '../table.ts';

const endCodes = labelled(ReadyPeriod.shape.endReason.unwrap(), {
  discharged: 'Left hospital',
  notReadyAgain: 'Was no longer ready to leave',
});

/** Spreadsheets turn 04 into 4. */
const withoutZero = { 4: '04', 5: '05', 6: '06', 7: '07' } as const;

/** Days on which patients were ready to leave hospital and had not left. */
export const readyPeriods = table({
  file: 'ready-periods.csv',
  thing: 'ready period',
  row: 'One run of days on which a patient was clinically ready to leave hospital and was still there.',
  filledInBy: 'ward',
  needed: false,
  columns: z.object({
    sourceReference: own('period', 'RP-001'),
    request: required(referenceTo('requests.csv'), {
      meaning: 'The request of the patient',
      example: 'RQ-001',
    }),
    readyOn: required(day, { meaning: 'First day they were clinically ready', example: '2026-05-06' }),
    endedOn: optional(
      day,
      {
        meaning: 'First day that no longer counts',
        example: '',
      },
      'while it goes on',
    ),
    endReason: optional(
      oneOf(endCodes),
      { meaning: 'How it ended; needed once it has', example: '' },
      'while it goes on',
    ),
    delayReason: required(oneOf(anyDelayReasonCodes), {
      meaning: 'Why they are still there (national codes)',
      example: 'J2',
    }),
    attributable: required(oneOf(attributableCodes, withoutZero), {
      meaning: 'Whose part the delay is (national codes)',
      example: '07',
    }),
  }),
  rules: (row, { on }) => [
    notAfter('readyOn', row.readyOn, on),
    notAfter('endedOn', row.endedOn, on),
    inOrder('endedOn', row.readyOn, row.endedOn),
    (row.endedOn === null) === (row.endReason === null)
      ? null
      : row.endedOn === null
        ? {
            column: 'endedOn',
            why: 'is blank, and there is a reason for the end',
            fix: 'give the day it ended, or leave endReason blank',
          }
        : { column: 'endReason', why: 'is blank, and the period has ended', fix: 'say how it ended' },
  ],
  entity: ReadyPeriod,
  fields: ({ sourceReference, request, ...rest }) => ({ ...rest, id: sourceReference, requestId: request }),
});
