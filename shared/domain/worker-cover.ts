import * as z from 'zod';
import { Day } from './day.ts';
import { WorkerId } from './ids.ts';

const days = {
  from: Day,
  /** The first day on which it is over; null while nobody knows. */
  until: Day.nullable(),
};

/** Days on which a worker is away, and who sees their people meanwhile; null: nobody does. */
export const WorkerAbsence = z.strictObject({ ...days, coveredBy: WorkerId.nullable() });
export type WorkerAbsence = z.infer<typeof WorkerAbsence>;

/** Every absence of one worker. No two have a day in common. */
export const WorkerAbsences = z.strictObject({ workerId: WorkerId, absences: z.array(WorkerAbsence) });
export type WorkerAbsences = z.infer<typeof WorkerAbsences>;

/** For whom one worker covers, and when. The people they see by it are on nobody's caseload but that of whoever is away. */
export const Cover = z.strictObject({
  workerId: WorkerId,
  covers: z.array(z.strictObject({ ...days, workerId: WorkerId })),
});
export type Cover = z.infer<typeof Cover>;

export interface Days {
  readonly from: Day;
  readonly until: Day | null;
}

/** Whether a day is one of these. */
export function isWithin({ from, until }: Days, day: Day): boolean {
  return from <= day && (until === null || day < until);
}

/** Whether two spans of days have a day in common. */
export function overlap(a: Days, b: Days): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

/** The workers somebody covers for on a day. */
export function coveredOn({ covers }: Cover, day: Day): WorkerId[] {
  return covers.filter((one) => isWithin(one, day)).map(({ workerId }) => workerId);
}
