import type { Problem } from './compile.ts';
import { int } from './lanes.ts';
import { pairsInto } from './pairs.ts';
import type { Subject } from './pool-types.ts';

/** Somebody who fits a room: their number, where their pair stands in the columns, and its points. */
export interface Candidate {
  readonly person: number;
  readonly pair: number;
  readonly points: number;
}

/**
 * Everybody who fits a room, in the order in which they are considered: the urgency tier, then points, then the longest
 * wait. What is still a tie goes by the canonical order, a hash of the references, which favours nobody.
 * @param room the room's number in the problem; below 0 for one outside the pool, which has no candidates
 * @param pointsOf the points of a pair, where they are not those of the problem
 */
export function candidatesFor(
  problem: Problem,
  room: number,
  pointsOf: (person: number, pair: number) => number = (_, pair) => int(problem.pairs.points, pair),
): Candidate[] {
  const { subjects } = problem.pool;
  return (room < 0 ? [] : pairsInto(problem.pairs, room))
    .map(({ person, pair }): Candidate => ({ person, pair, points: pointsOf(person, pair) }))
    .sort((a, b) => byTurn(subjects, a, b));
}

function byTurn(subjects: readonly Subject[], a: Candidate, b: Candidate): number {
  const [s, t] = [subjects[a.person], subjects[b.person]];
  if (!s || !t) return 0;
  return s.tier - t.tier || b.points - a.points || t.waitDays - s.waitDays || a.person - b.person;
}

/** Where somebody comes among the candidates for a room, 1 for the first; null when they are not among them. */
export function rankFor(problem: Problem, person: number, room: number): number | null {
  const at = candidatesFor(problem, room).findIndex((one) => one.person === person);
  return at < 0 ? null : at + 1;
}

/** Why somebody comes right after the candidate before them, in a sentence that names nobody. */
export function whyThere(problem: Problem, one: Candidate, before: Candidate | undefined): string {
  const { subjects } = problem.pool;
  const s = subjects[one.person];
  const ahead = before && subjects[before.person];
  if (!s) return '';
  if (!before || !ahead) return 'First: nobody who fits is more urgent, and nobody as urgent fits better.';
  if (ahead.tier !== s.tier) return 'The next group starts here: the people above are more urgent.';
  if (before.points !== one.points)
    return `As urgent as the one above, with ${before.points - one.points} ${before.points - one.points === 1 ? 'point' : 'points'} less.`;
  if (ahead.waitDays !== s.waitDays)
    return `As urgent, with as many points, but ${say(ahead.waitDays - s.waitDays)} less of a wait.`;
  return 'The same in all that counts. A fixed draw set the order.';
}

const say = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
