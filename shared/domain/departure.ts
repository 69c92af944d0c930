import * as z from 'zod';
import { SupportLevel } from './codes.ts';
import { addDuration, Day, Instant, IsoDuration } from './day.ts';
import { HomeOffer } from './home.ts';
import { HomeId, PersonId, StayId } from './ids.ts';
import { DepartureReason } from './stay.ts';

/** What kind of move a departure was. Which of them are a good end, and which are not counted, a programme says. */
export const MoveOnCategory = z.enum([
  'plannedMoveOn',
  'stepDown',
  'lateral',
  'stepUp',
  'breakdown',
  'abandonment',
  'ownChoice',
  'hospital',
  'prison',
  'died',
  'homeClosed',
  'other',
]);
export type MoveOnCategory = z.infer<typeof MoveOnCategory>;

/** Where somebody lived, as it stood when they left: the level of support, and the stages the home serves. */
export const LevelLived = z.strictObject({
  homeId: HomeId,
  supportLevel: SupportLevel,
  offers: z.array(HomeOffer).min(1),
});
export type LevelLived = z.infer<typeof LevelLived>;

/** Whether a home still lasts some time after a move, and how it is known. `unknown` is an answer: nobody could say. */
export const SustainmentAnswer = z.strictObject({
  result: z.enum(['sustained', 'notSustained', 'unknown']),
  knownBy: z.enum(['person', 'visit', 'landlord', 'otherService', 'nobody']),
  on: Day,
});
export type SustainmentAnswer = z.infer<typeof SustainmentAnswer>;

export const SustainmentCheck = z.strictObject({
  after: IsoDuration,
  dueOn: Day,
  answer: SustainmentAnswer.nullable(),
});
export type SustainmentCheck = z.infer<typeof SustainmentCheck>;

/** One telling of why somebody left. A later one corrects those before it, which stay on record. */
export const DepartureEntry = z.strictObject({
  reason: DepartureReason,
  category: MoveOnCategory,
  at: Instant,
});

/** That somebody left a home for good, from which level and to which, and what became of the move. */
export const DepartureFile = z.strictObject({
  stayId: StayId,
  personId: PersonId,
  /** The first night they no longer slept there. */
  on: Day,
  from: LevelLived,
  /** Null where they left for a home that is not on record, or for none. */
  to: LevelLived.nullable(),
  /** The oldest first; the last one holds. */
  entries: z.array(DepartureEntry).min(1).max(50),
  checks: z.array(SustainmentCheck),
});
export type DepartureFile = z.infer<typeof DepartureFile>;

/** The category that holds: that of the newest entry. */
export const categoryNow = ({ entries }: DepartureFile): MoveOnCategory =>
  entries.at(-1)?.category ?? 'other';

/**
 * The category of a departure: a planned move is told by the direction the programme knows it by, an eviction is a
 * breakdown of the placement, leaving without a word an abandonment.
 * @param direction of a move between two stages; null where the move is to a home no programme knows
 */
export function categoryOf(
  reason: z.infer<typeof DepartureReason>,
  direction: 'stepDown' | 'lateral' | 'stepUp' | null,
): MoveOnCategory {
  if (reason === 'plannedMoveOn') return direction ?? 'plannedMoveOn';
  if (reason === 'evicted') return 'breakdown';
  return reason === 'abandoned' ? 'abandonment' : reason;
}

/** The checks of a move, each so long after it; months end on the month's last day where they are shorter. */
export const checksAfter = (on: Day, times: readonly IsoDuration[]): SustainmentCheck[] =>
  times.map((after) => ({ after, dueOn: addDuration(on, after), answer: null }));
