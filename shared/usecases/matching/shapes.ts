import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { FactChange } from '../../domain/explanation.ts';
import { HomeId, PersonId, RoomId } from '../../domain/ids.ts';
import { RuledOut, Tier } from '../../domain/plan.ts';
import { allRules } from '../../matching/checks/rules.ts';
import type { Problem } from '../../matching/engine.ts';
import type { RoomOption } from '../../matching/explain.ts';
import { notFreed } from '../../matching/unplaced.ts';

/** A room somebody fits. `day` is the first day they could move, `takenBy` the person the plan gives it to. */
export const RoomShown = z.strictObject({
  roomId: RoomId,
  homeId: HomeId,
  points: z.int(),
  day: Day,
  takenBy: PersonId.nullable(),
});
export type RoomShown = z.infer<typeof RoomShown>;

/**
 * Somebody who fits a room, by reference. `placedIn` is the room the plan gives them, `rank` where they come among all who
 * fit, and `because` why they come there.
 */
export const PersonShown = z.strictObject({
  personId: PersonId,
  tier: Tier,
  waitDays: z.int(),
  points: z.int(),
  placedIn: RoomId.nullable(),
  rank: z.int().min(1),
  because: z.string(),
});
export type PersonShown = z.infer<typeof PersonShown>;

/** What a rule rules out, with the question the rule asks. */
export const RuledOutShown = RuledOut.extend({ question: z.string() });
export type RuledOutShown = z.infer<typeof RuledOutShown>;

/** What would have to read differently for a match, with the points and the rank it would have, or the rules that no change of a record could make pass. */
export const ChangeShown = z.union([
  z.strictObject({
    changes: z.array(FactChange),
    points: z.int(),
    inReach: z.boolean(),
    rank: z.int().nullable(),
  }),
  z.strictObject({ fixed: z.array(z.string()) }),
]);
export type ChangeShown = z.infer<typeof ChangeShown>;

export function roomShown(problem: Problem, option: RoomOption): RoomShown[] {
  const place = problem.pool.placeOf(option.roomId);
  return place ? [{ ...option, homeId: place.home.id }] : [];
}

/** The question a rule asks; a room that its resident cannot leave in time is ruled out by no rule of its own. */
export function questionOf(rule: string): string {
  if (rule === notFreed) return 'Does whoever lives there have somewhere to move to in time?';
  return allRules.find((one) => one.id === rule)?.question ?? rule;
}
