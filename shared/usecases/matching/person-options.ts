import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { PersonId } from '../../domain/ids.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Explanation, explain, type Problem } from '../../matching/engine.ts';
import { PlannedMove } from '../../store/kinds/plans.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { freshPlan } from './fresh-plan.ts';
import { levelInMatches } from './own-cases.ts';
import { ChangeShown, questionOf, RoomShown, RuledOutShown, roomShown } from './shapes.ts';
import { ExcludedRoomShown, ExpectationsShown, FirmnessShown, firmnessShown } from './shapes-explained.ts';

/**
 * The rooms somebody could move to, best first, worked out on what is on record now. Without one: what rules rooms out,
 * and the room that needs the least to read differently.
 */
export const PersonOptions = z.strictObject({
  personId: PersonId,
  on: Day,
  policyVersion: z.string(),
  /** Whether the plan gives them a room; `notInPool`: their request is not ready to place, and `because` says why. */
  standing: z.enum(['placed', 'unplaced', 'notInPool']),
  because: z.string().nullable(),
  suggestion: PlannedMove.nullable(),
  rooms: z.array(RoomShown),
  ruledOutBy: z.array(RuledOutShown),
  nearest: z.strictObject({ roomId: RoomShown.shape.roomId, change: ChangeShown }).nullable(),
  excludedRooms: z.array(ExcludedRoomShown),
  /** For somebody who is placed: what the move costs others, and how far the order hangs on weights and old facts. */
  firmness: FirmnessShown.nullable(),
  /** For somebody who is not: what is expected when. */
  expectations: ExpectationsShown.nullable(),
});
export type PersonOptions = z.infer<typeof PersonOptions>;

/** Costs a fresh plan at each call: see `freshPlan`. */
export async function personOptions(
  deps: Deps,
  call: Call<{ personId: PersonId }>,
): Promise<Outcome<PersonOptions>> {
  const records = recordsOf(deps, call);
  const { personId } = call.params;
  const level = await levelInMatches(call.who.data, records, personId);
  if (!level.ok) return level;
  const { problem, plan } = await freshPlan(deps, records);
  const found = explain(problem, plan, personId);
  if (!found || found.kind === 'room') return refuse('no-request', { personId });
  const { policyVersion } = found;
  return done({
    ...none,
    personId,
    on: plan.on,
    policyVersion,
    standing: found.kind,
    ...told(problem, found),
  });
}

const none = {
  ...{ because: null, suggestion: null, rooms: [], ruledOutBy: [], nearest: null },
  ...{ excludedRooms: [], firmness: null, expectations: null },
};

function told(problem: Problem, found: Exclude<Explanation, { kind: 'room' }>): Partial<PersonOptions> {
  switch (found.kind) {
    case 'placed': {
      const { suggestion, otherRooms } = found;
      const { roomId, points, moveOn, personId } = suggestion;
      const rooms = [{ roomId, points, day: moveOn, takenBy: personId }, ...otherRooms];
      return {
        suggestion: PlannedMove.parse(suggestion),
        rooms: rooms.flatMap((one) => roomShown(problem, one)).sort((a, b) => b.points - a.points),
        excludedRooms: found.excludedRooms.map((one) => ({ ...one, because: [...one.because] })),
        firmness: firmnessShown(found),
      };
    }
    case 'unplaced': {
      const { unplaced, roomsThatFit, nearest, expectations } = found;
      return {
        rooms: roomsThatFit.flatMap((one) => roomShown(problem, one)),
        ruledOutBy: unplaced.ruledOutBy.map((one) => ({ ...one, question: questionOf(one.rule) })),
        nearest: nearest && {
          roomId: nearest.roomId,
          change: {
            changes: [...nearest.changes],
            points: nearest.points,
            inReach: nearest.inReach,
            rank: nearest.rank,
          },
        },
        expectations: {
          ...expectations,
          onlyTime: [...expectations.onlyTime],
          byReadiness: [...expectations.byReadiness],
        },
      };
    }
    case 'notInPool':
      return { because: found.because };
  }
}
