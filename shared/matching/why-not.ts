import type { Check, TermScore } from '../domain/explanation.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, PlanValue } from '../domain/plan.ts';
import type { Problem } from './compile.ts';
import { costOfForcing } from './force.ts';
import { checksOf } from './pair-check.ts';
import { pairOf } from './pairs.ts';
import type { Place, Subject } from './pool-types.ts';
import { rankFor } from './ranking.ts';
import { points, tellScore } from './scores/score.ts';
import { type NoChange, type SmallestChange, smallestChange } from './smallest-change.ts';

/** What the plan would lose if this pair had to be part of it. */
export interface Competition {
  readonly heldBy: PersonId | null;
  /** False when the room is lived in and its resident fits nowhere in time, so that no plan can free it. */
  readonly freed: boolean;
  /** Fewer people placed in each tier, and fewer points; null when no plan that keeps the rules holds this pair. */
  readonly cost: PlanValue | null;
}

/** Why a person is not suggested for a room, and what would have to be different. */
export interface WhyNot {
  readonly personId: PersonId;
  readonly roomId: RoomId;
  /** `suggested`: they are. `fits`: every check passes, and the plan does better otherwise. `ruledOut`: a check does not pass. */
  readonly verdict: 'suggested' | 'fits' | 'ruledOut';
  readonly checks: readonly Check[];
  readonly points: number;
  readonly terms: readonly TermScore[];
  /** Where they come among all who fit the room, 1 for the first; null for a pair that no plan could hold. */
  readonly rank: number | null;
  /** For a pair that is ruled out: the smallest change that would make it a match, or the rules nothing can change. */
  readonly change: SmallestChange | NoChange | null;
  /** For a pair that fits: what the plan would lose. */
  readonly competition: Competition | null;
}

/** @returns null when nobody who ever asked for a place has this id, or no room has */
export function whyNot(problem: Problem, plan: Plan, personId: PersonId, roomId: RoomId): WhyNot | null {
  const { pool } = problem;
  const s = pool.subjectOf(personId);
  const p = pool.placeOf(roomId);
  if (!s || !p) return null;
  const suggested = plan.suggestions.find((one) => one.personId === personId && one.roomId === roomId);
  const checks = suggested?.checks ?? checksOf(s, p, pool.setting);
  const fits = checks.every((check) => check.verdict === 'pass');
  const holder =
    plan.suggestions.find((one) => one.roomId === roomId)?.personId ?? p.resident?.person.id ?? null;
  return {
    personId,
    roomId,
    verdict: suggested ? 'suggested' : fits ? 'fits' : 'ruledOut',
    checks,
    points: points(s, p, pool.setting),
    terms: tellScore(s, p, pool.setting),
    rank: rankFor(problem, problem.subjectIndex(s), problem.placeIndex(p)),
    change: fits ? null : smallestChange(problem, personId, roomId),
    competition:
      fits && !suggested
        ? { heldBy: holder, freed: isFreed(problem, s, p), cost: costOfForcing(problem, plan, s, p) }
        : null,
  };
}

function isFreed(problem: Problem, s: Subject, p: Place): boolean {
  const person = problem.subjectIndex(s);
  return person >= 0 && pairOf(problem.pairs, person, problem.placeIndex(p)) >= 0;
}
