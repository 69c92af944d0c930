import type { PersonId, RoomId } from '../domain/ids.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import type { Problem } from './compile.ts';
import type { Place, Subject } from './pool-types.ts';
import { points } from './scores/score.ts';
import { isMatch, type SmallestChange, smallestChange } from './smallest-change.ts';

export interface Nearest extends SmallestChange {
  readonly roomId: RoomId;
}

interface Candidate {
  readonly roomId: RoomId;
  readonly changes: number;
  readonly effort: number;
  readonly points: number;
}

const byEase = (a: Candidate, b: Candidate): number =>
  a.changes - b.changes || a.effort - b.effort || b.points - a.points || (a.roomId < b.roomId ? -1 : 1);

/** How many rooms are looked at in full; the others need more changes than the best of these. */
const mostTried = 8;

/**
 * The room that needs the least to read differently before it is a match for somebody, and what. Rooms they fit
 * already are left out, and so are rooms that no change of a record could open or that no plan could free in time.
 * @returns null when no room of the pool is within reach
 */
export function nearestRoom(problem: Problem, personId: PersonId): Nearest | null {
  const { pool } = problem;
  const s = pool.subjectOf(personId);
  if (!s) return null;
  const candidates = pool.places
    .filter((place, room) => place.room.id !== s.room?.id && Number.isFinite(problem.ready[room]))
    .flatMap((place) => estimate(problem, s, place) ?? [])
    .sort(byEase);
  let best: { found: Nearest; rank: Candidate } | null = null;
  for (const candidate of candidates.slice(0, mostTried)) {
    if (best && byEase(best.rank, candidate) <= 0) break;
    const found = smallestChange(problem, personId, candidate.roomId);
    if (!isMatch(found) || found.changes.length === 0 || !found.inReach) continue;
    const rank = {
      roomId: candidate.roomId,
      changes: found.changes.length,
      effort: found.changes.reduce((sum, change) => sum + change.effort, 0),
      points: found.points,
    };
    if (!best || byEase(rank, best.rank) < 0) best = { found: { ...found, roomId: candidate.roomId }, rank };
  }
  return best?.found ?? null;
}

/** What a room needs at least, by asking each failing rule for its own change; null when one has none, or none fails. */
function estimate(problem: Problem, s: Subject, place: Place): Candidate | null {
  const { setting } = problem.pool;
  const day = dayToJudge(s, place, setting);
  const remedies = notPassing(s, place, setting, day).map(({ rule }) => rule.remedy(s, place, setting, day));
  if (remedies.length === 0 || remedies.some((remedy) => remedy.length === 0)) return null;
  const records = new Set(remedies.flat().map((change) => `${change.table} ${change.id}`));
  return {
    roomId: place.room.id,
    changes: records.size,
    effort: remedies.flat().reduce((sum, change) => sum + change.effort, 0),
    points: points(s, place, setting),
  };
}
