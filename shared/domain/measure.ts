import * as z from 'zod';

/** What a report can tell, by code. A programme's file says which of them its report prints. */
export const MeasureCode = z.enum([
  'funnel',
  'engagement',
  'plannedMoveOn',
  'contactsOwed',
  'daysWithoutWorkers',
  'skillGapAtEntry',
  'repeatHomelessness',
  'voidDays',
  'delayDays',
  'bedDaysReleased',
  'readmission',
  'timePerStep',
  'peopleEverSupported',
]);
export type MeasureCode = z.infer<typeof MeasureCode>;

/** What a row of a measure refers to, by kind of record. */
export const RowKind = z.enum(['request', 'proposal', 'stay', 'contactPlan', 'room', 'person']);
export type RowKind = z.infer<typeof RowKind>;
