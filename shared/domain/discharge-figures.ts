import { addDays, addDuration, type Day, daysBetween, Instant, londonDay, londonHour } from './day.ts';
import type { CrisisContact, CrisisKind, OwedFollowUp, Readmission } from './discharge.ts';
import { isWorkingDay } from './working-days.ts';

const millisecondsPerHour = 3_600_000;

/** So many hours later by the clock that never changes: 72 hours are 72 hours, whatever the wall clock says then. */
export function hoursLater(at: Instant, hours: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + hours * millisecondsPerHour).toISOString());
}

/** `late`: the person was reached after it was due. `missed`: nobody had reached them when it was due, nor since. */
export type FollowUpState = 'due' | 'done' | 'late' | 'missed';

/** How a follow-up stands at a moment, by comparison: being missed needs nobody to say so. */
export function followUpState({ dueAt, tries }: OwedFollowUp, now: Instant): FollowUpState {
  const reached = tries.filter((one) => one.reached).map((one) => one.at);
  if (reached.some((at) => at <= dueAt)) return 'done';
  if (reached.length > 0) return 'late';
  return now > dueAt ? 'missed' : 'due';
}

/** From which hour on keys are handed over too late for an office to help the same day. */
export interface KeyRule {
  readonly fromHour: number;
}

/**
 * Whether keys handed over at a moment need somebody who can be reached while offices are closed: in the evening before
 * a day on which they are, such as a Friday or the eve of a bank holiday, and at any time on such a day.
 */
export function keysNeedContact(keysAt: Instant, { fromHour }: KeyRule): boolean {
  const day = londonDay(keysAt);
  if (!isWorkingDay(day)) return true;
  return !isWorkingDay(addDays(day, 1)) && londonHour(keysAt) >= fromHour;
}

export interface ReadmittedWithin {
  readonly withinDays: number;
  /** Null: not so far, and the time is not over. */
  readonly readmitted: boolean | null;
  /** The first readmission within the time, to look up. */
  readonly readmissionId: Readmission['id'] | null;
}

/** Whether somebody came back within so many days: a readmission on day 30 is within 30 days, one on day 31 is not. */
export function readmittedWithin(
  limits: readonly number[],
  leftOn: Day,
  readmissions: readonly Readmission[],
  today: Day,
): ReadmittedWithin[] {
  const first = firstReadmission(readmissions);
  return limits.map((withinDays) => {
    const within = first !== null && daysBetween(leftOn, first.on) <= withinDays;
    const over = daysBetween(leftOn, today) > withinDays;
    return {
      withinDays,
      readmitted: within || (over ? false : null),
      readmissionId: within ? first.id : null,
    };
  });
}

function firstReadmission(readmissions: readonly Readmission[]): Readmission | null {
  return readmissions.reduce<Readmission | null>(
    (first, one) => (first === null || one.on < first.on ? one : first),
    null,
  );
}

/**
 * Days on which a hospital bed was free because somebody had left: from the day they left, for as long as they would
 * have stayed otherwise, until they came back, and no day that is not over.
 * @param otherwiseDays how much longer they would have stayed: the counterfactual, which is a setting and no measurement
 */
export function bedDaysReleased(
  leftOn: Day,
  otherwiseDays: number,
  readmissions: readonly Readmission[],
  today: Day,
): number {
  const ends = [today, addDays(leftOn, otherwiseDays), firstReadmission(readmissions)?.on ?? today];
  return Math.max(0, Math.min(...ends.map((end) => daysBetween(leftOn, end))));
}

export interface CrisisCount {
  /** First day counted, and the first that is not. */
  readonly from: Day;
  readonly until: Day;
  readonly contacts: number;
  readonly byKind: readonly { readonly kind: CrisisKind; readonly contacts: number }[];
}

/** Contacts with crisis services in equal lengths of time before and after a move; `complete` once the later one is over. */
export function crisisBeforeAndAfter(
  contacts: readonly CrisisContact[],
  movedOn: Day,
  length: string,
  today: Day,
): { readonly before: CrisisCount; readonly after: CrisisCount; readonly complete: boolean } {
  const until = addDuration(movedOn, length);
  const from = addDays(movedOn, -daysBetween(movedOn, until));
  return {
    before: countIn(contacts, from, movedOn),
    after: countIn(contacts, movedOn, until),
    complete: until <= today,
  };
}

function countIn(contacts: readonly CrisisContact[], from: Day, until: Day): CrisisCount {
  const counts = new Map<CrisisKind, number>();
  for (const { on, kind } of contacts)
    if (on >= from && on < until) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const byKind = [...counts].map(([kind, n]) => ({ kind, contacts: n }));
  return { from, until, contacts: byKind.reduce((all, one) => all + one.contacts, 0), byKind };
}
