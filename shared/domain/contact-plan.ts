import * as z from 'zod';
import { addDuration, type Day, IsoDuration } from './day.ts';
import { workingDayOnOrAfter, workingDayOnOrBefore } from './working-days.ts';

export { IsoDuration };

const rhythm = {
  every: IsoDuration,
  /** True where the programme adds support by phone between the visits. How often is a local matter. */
  phone: z.boolean().optional(),
};

/** A stretch of a contact plan with one rhythm: for a set length, or on and on until the plan ends. */
export const ContactPhase = z.union([
  z.strictObject({ ...rhythm, for: IsoDuration }),
  z.strictObject({ ...rhythm, until: z.literal('end') }),
]);
export type ContactPhase = z.infer<typeof ContactPhase>;

/**
 * The contacts a programme owes at the least after a move: what sets them off, the age they end at (null where the
 * programme names none), and the phases end to end. Only the last phase may be without an end of its own.
 */
export const ContactPattern = z.strictObject({
  anchor: z.strictObject({ event: z.enum(['moveIn', 'moveOutOf']), stage: z.string().min(1) }),
  endsAtAge: z.int().min(1).max(150).nullable(),
  phases: z
    .array(ContactPhase)
    .min(1)
    .refine(
      (phases) => phases.slice(0, -1).every((phase) => 'for' in phase),
      'Only the last phase may run to the end',
    ),
});
export type ContactPattern = z.infer<typeof ContactPattern>;

/**
 * The fewest contacts owed after a move, day by day. A contact falls at the end of each interval, counted from the
 * start of its phase; a phase starts where the one before it ends, also when that is later than its last contact.
 * Assumes, where the programme is silent, that months end on the month's last day where they are shorter.
 * @param pattern phases end to end, e.g. weekly for 4 weeks, then every 14 days for 3 calendar months
 * @param movedOn day of the move the pattern is anchored to; no contact falls on it
 * @param endsBefore first day that must not appear, e.g. the 21st birthday; null when the programme sets no end
 * @returns `gridOn` days in order, each once; they never shift, whatever happens to a contact
 * @throws RangeError when the pattern has an open phase and `endsBefore` is null
 * @source Staying Connected, Southampton City Council, "When tenancy ready" (SOURCES.md 2)
 */
export function contactGrid(pattern: ContactPattern, movedOn: Day, endsBefore: Day | null): Day[] {
  return contactsOwed(pattern, movedOn, endsBefore).map(({ gridOn }) => gridOn);
}

/** A day of the grid, and whether its phase adds support by phone. */
export interface OwedContact {
  readonly gridOn: Day;
  readonly withPhoneSupport: boolean;
}

/** The days of {@link contactGrid}, each with what its phase says; same terms, same errors. */
export function contactsOwed(pattern: ContactPattern, movedOn: Day, endsBefore: Day | null): OwedContact[] {
  const owed: OwedContact[] = [];
  let start = movedOn;
  for (const phase of pattern.phases) {
    const end = 'for' in phase ? addDuration(start, phase.for) : null;
    if (end === null && endsBefore === null)
      throw new RangeError('A contact phase without an end needs an end day');
    for (const gridOn of phaseDays(phase.every, start, end, endsBefore))
      owed.push({ gridOn, withPhoneSupport: phase.phone === true });
    if (end === null) break;
    start = end;
  }
  return owed;
}

/** Contacts after `start`, up to and including `end`, all of them before `endsBefore`. */
function phaseDays(every: IsoDuration, start: Day, end: Day | null, endsBefore: Day | null): Day[] {
  const days: Day[] = [];
  for (let count = 1; ; count++) {
    const day = addDuration(start, every, count);
    if ((end !== null && day > end) || (endsBefore !== null && day >= endsBefore)) return days;
    days.push(day);
  }
}

/**
 * The working day a contact is planned for: its grid day or the next working day, or the working day before where
 * the next one would reach the end of the plan.
 * @param endsBefore as given to {@link contactGrid}
 * @throws RangeError outside the table of bank holidays
 */
export function plannedOn(gridDay: Day, endsBefore: Day | null): Day {
  const next = workingDayOnOrAfter(gridDay);
  return endsBefore !== null && next >= endsBefore ? workingDayOnOrBefore(gridDay) : next;
}
