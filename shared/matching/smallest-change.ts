import type { FactChange } from '../domain/explanation.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import { applyChanges } from './change.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import { compile, type Problem } from './compile.ts';
import { inIdOrder } from './facts.ts';
import { pairOf } from './pairs.ts';
import { buildPool, type Pool } from './pool.ts';
import { rankFor } from './ranking.ts';
import { points } from './scores/score.ts';

/** What would have to read differently for a pair to pass every check, and its points and rank then. */
export interface SmallestChange {
  readonly changes: readonly FactChange[];
  readonly points: number;
  /** Whether a plan could then hold the move: false where the room's own resident still has nowhere to move to in time. */
  readonly inReach: boolean;
  /**
   * Where the person would then come among all who fit the room, 1 for the first, by tier, then points, then wait; null
   * where no plan could hold the move.
   */
  readonly rank: number | null;
}

export interface NoChange {
  /** Rules that no change of a record could make pass. */
  readonly fixed: readonly string[];
}

/** A change may bring another rule to light; more rounds than this have never been needed. */
const mostRounds = 4;

/**
 * The smallest set of changes to the record that would make a pair a match: one change a failing rule, and none that
 * could be left out. Found by making the changes on a copy of the facts and asking every rule again, so what it
 * promises is what happens.
 */
export function smallestChange(
  problem: Problem,
  personId: PersonId,
  roomId: RoomId,
): SmallestChange | NoChange {
  let changes: FactChange[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const state = look(problem, changes, personId, roomId);
    if (state === null) return { fixed: ['request-ready'] };
    if (state.failing.length === 0) return spare(problem, changes, personId, roomId);
    const stuck = state.failing.filter((one) => one.remedy.length === 0);
    // Rules about needs have no change to name before anybody has assessed them.
    const assessment = state.failing.find((one) => one.rule === 'needs-known')?.remedy ?? [];
    if (stuck.length > 0 && assessment.length === 0) return { fixed: stuck.map((one) => one.rule) };
    changes = merge([
      ...changes,
      ...(stuck.length > 0 ? assessment : state.failing.flatMap((one) => one.remedy)),
    ]);
  }
  return { fixed: look(problem, changes, personId, roomId)?.failing.map((one) => one.rule) ?? [] };
}

export function isMatch(found: SmallestChange | NoChange): found is SmallestChange {
  return 'changes' in found;
}

interface State {
  readonly points: number;
  readonly failing: readonly { readonly rule: string; readonly remedy: readonly FactChange[] }[];
}

/** How a pair stands once some changes are made. */
function look(
  problem: Problem,
  changes: readonly FactChange[],
  personId: PersonId,
  roomId: RoomId,
): State | null {
  const pool = poolAfter(problem, changes);
  const s = pool.subjectOf(personId);
  const p = pool.placeOf(roomId);
  if (!s || !p) return null;
  const day = dayToJudge(s, p, pool.setting);
  return {
    points: points(s, p, pool.setting),
    failing: notPassing(s, p, pool.setting, day).map(({ rule }) => ({
      rule: rule.id,
      remedy: rule.remedy(s, p, pool.setting, day),
    })),
  };
}

function poolAfter(problem: Problem, changes: readonly FactChange[]): Pool {
  if (changes.length === 0) return problem.pool;
  return buildPool(
    inIdOrder(applyChanges(problem.facts, changes)),
    problem.policy,
    problem.models,
    problem.onDay,
  );
}

/** Changes to a record that another change adds go into that one; of two values for one field the later counts. */
function merge(changes: readonly FactChange[]): FactChange[] {
  const merged: FactChange[] = [];
  for (const change of changes) {
    const at = merged.findIndex(
      (one) =>
        one.table === change.table &&
        one.id === change.id &&
        (one.action === 'add' || Object.keys(change.fields).every((field) => field in one.fields)),
    );
    const known = merged[at];
    if (!known) merged.push(change);
    else
      merged[at] = {
        ...known,
        fields: { ...known.fields, ...change.fields },
        effort: change.effort > known.effort ? change.effort : known.effort,
        sentence:
          known.sentence === change.sentence ? known.sentence : `${known.sentence} ${change.sentence}`,
      };
  }
  return merged;
}

/** Leaves out every change the match does not need. */
function spare(problem: Problem, changes: FactChange[], personId: PersonId, roomId: RoomId): SmallestChange {
  let kept = changes;
  for (const change of changes) {
    const without = kept.filter((one) => one !== change);
    if (kept.length > 1 && look(problem, without, personId, roomId)?.failing.length === 0) kept = without;
  }
  const { policy, models, onDay } = problem;
  const after = compile(applyChanges(problem.facts, kept), policy, models, onDay);
  const [s, p] = [after.pool.subjectOf(personId), after.pool.placeOf(roomId)];
  const person = s ? after.subjectIndex(s) : -1;
  const room = p ? after.placeIndex(p) : -1;
  const pair = person < 0 || room < 0 ? -1 : pairOf(after.pairs, person, room);
  return {
    changes: kept,
    points: after.pairs.points[pair] ?? look(problem, kept, personId, roomId)?.points ?? 0,
    inReach: pair >= 0,
    rank: pair < 0 ? null : rankFor(after, person, room),
  };
}
