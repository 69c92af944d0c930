import * as z from 'zod';
import { Day } from './day.ts';
import { MemberId, PersonId, RelationshipId, ServiceModelId, WorkerId } from './ids.ts';
import { done, type Outcome, refuse } from './outcome.ts';

/** First worker, whose caseload counts the person; or the second one, so that an absence leaves nobody alone. */
export const WorkerPart = z.enum(['primary', 'coAllocated']);
export type WorkerPart = z.infer<typeof WorkerPart>;

/** Why somebody is no longer worker to a person. `recordChanged`: another was named on the person’s record. */
export const RelationshipEnd = z.enum([
  'personAsked',
  'workerLeft',
  'workerMovedJob',
  'longAbsence',
  'workShared',
  'supportEnded',
  'recordChanged',
]);
export type RelationshipEnd = z.infer<typeof RelationshipEnd>;

/** A place given above a limit: by whom and why, and how many of how many were taken when it was. */
export const AboveLimit = z.strictObject({
  by: MemberId,
  reason: z.string().min(1).max(1000),
  carried: z.int().min(0),
  most: z.int().min(0),
});
export type AboveLimit = z.infer<typeof AboveLimit>;

/**
 * One worker's time with a person. It is tied to no stage and no room: whoever moves on keeps it.
 * @source Staying Connected, Southampton City Council (SOURCES.md 2): one adviser through every stage
 */
export const WorkerRelationship = z.strictObject({
  id: RelationshipId,
  workerId: WorkerId,
  serviceModel: ServiceModelId,
  /** The worker's role, as the programme's file names it. */
  role: z.string().min(1).max(60),
  part: WorkerPart,
  from: Day,
  /** The first day on which it is over; null while it lasts. */
  until: Day.nullable(),
  /** Whether they met before the person moved in; null while nobody has recorded it. */
  metBeforeMove: z.boolean().nullable(),
  ended: RelationshipEnd.nullable(),
  aboveLimit: AboveLimit.nullable(),
});
export type WorkerRelationship = z.infer<typeof WorkerRelationship>;

/** Everybody who is or was worker to one person, in the order in which they began. One record, so one of each at a time. */
export const PersonWorkers = z.strictObject({
  personId: PersonId,
  relationships: z.array(WorkerRelationship),
});
export type PersonWorkers = z.infer<typeof PersonWorkers>;

/** The relationship that lasts in a part; undefined where there is none. */
export function lasting(book: PersonWorkers, part: WorkerPart): WorkerRelationship | undefined {
  return book.relationships.find((one) => one.part === part && one.until === null);
}

/** A day that a relationship may begin or end on: one that has come, and not before another. */
export function barredDay(on: Day, earliest: Day | null, today: Day) {
  if (on <= today && (earliest === null || on >= earliest)) return null;
  return refuse('day-not-possible', { ...(earliest !== null && { earliest }), latest: today });
}

/** Ends a relationship that lasts. @param until the first day on which it is over */
export function endRelationship(
  book: PersonWorkers,
  { id, until, ended }: { id: RelationshipId; until: Day; ended: RelationshipEnd },
  today: Day,
): Outcome<PersonWorkers> {
  const found = book.relationships.find((one) => one.id === id);
  if (!found) return refuse('not-found');
  if (found.until !== null) return refuse('transition-not-allowed', { relationshipId: id, state: 'ended' });
  const barred = barredDay(until, found.from, today);
  if (barred) return barred;
  return done({
    ...book,
    relationships: book.relationships.map((one) => (one === found ? { ...one, until, ended } : one)),
  });
}

/** Begins a relationship: at no time has anybody two first workers, two second ones, or one worker twice. */
export function beginRelationship(
  book: PersonWorkers,
  begun: WorkerRelationship,
  today: Day,
): Outcome<PersonWorkers> {
  const others = book.relationships.filter(
    (one) => one.part === begun.part || one.workerId === begun.workerId,
  );
  if (others.some((one) => one.until === null)) return refuse('worker-already-named');
  const [earliest = null] = others
    .flatMap(({ until }) => until ?? [])
    .sort()
    .reverse();
  const barred = barredDay(begun.from, earliest, today);
  return barred ?? done({ ...book, relationships: [...book.relationships, begun] });
}
