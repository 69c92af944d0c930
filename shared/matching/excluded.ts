import type { PersonId, RoomId } from '../domain/ids.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import type { Problem } from './compile.ts';
import type { Place, Subject } from './pool-types.ts';
import { points } from './scores/score.ts';

/** A rule that does not pass for a pair, in its own words. */
export interface Reason {
  readonly rule: string;
  readonly verdict: 'fail' | 'unknown';
  readonly sentence: string;
}

/** A room that is ruled out for somebody, and every rule that does it. */
export interface ExcludedRoom {
  readonly roomId: RoomId;
  /** How well it would fit by points alone. */
  readonly points: number;
  readonly because: readonly Reason[];
}

/** Somebody one rule alone keeps out of a room. */
export interface NearMiss {
  readonly personId: PersonId;
  readonly points: number;
  readonly because: Reason;
}

/** Every rule that does not pass for a pair, on the first day it could be made, each with its sentence. */
export function reasonsAgainst({ pool }: Problem, s: Subject, p: Place): Reason[] {
  const day = dayToJudge(s, p, pool.setting);
  return notPassing(s, p, pool.setting, day).map(({ rule, verdict }) => ({
    rule: rule.id,
    verdict: verdict === 'unknown' ? 'unknown' : 'fail',
    sentence: rule.tell(s, p, pool.setting, day).sentence,
  }));
}

/** The rooms of the pool that come nearest to fitting somebody and do not: fewest rules against, then most points. */
export function excludedRooms(problem: Problem, s: Subject, most: number): ExcludedRoom[] {
  const { places, setting } = problem.pool;
  return places
    .filter((p) => p.room.id !== s.room?.id)
    .map((p) => ({
      p,
      against: notPassing(s, p, setting, dayToJudge(s, p, setting)).length,
      points: points(s, p, setting),
    }))
    .filter(({ against }) => against > 0)
    .sort((a, b) => a.against - b.against || b.points - a.points || (a.p.room.id < b.p.room.id ? -1 : 1))
    .slice(0, most)
    .map(({ p, points: fit }) => ({
      roomId: p.room.id,
      points: fit,
      because: reasonsAgainst(problem, s, p),
    }));
}

/** How many people of the pool a rule keeps out of a room, and how many it alone keeps out. */
export interface RuleCount {
  readonly rule: string;
  readonly people: number;
  readonly alone: number;
  /** Those of them for whom an answer is not recorded. */
  readonly unknown: number;
}

/** Who of the pool a room is ruled out for, by rule, and those whom one rule alone keeps out, best fit first. */
export function ruledOutOf(
  problem: Problem,
  place: Place,
): { readonly people: number; readonly rules: readonly RuleCount[]; readonly near: readonly Subject[] } {
  const { subjects, setting } = problem.pool;
  const counts = new Map<string, { people: number; alone: number; unknown: number }>();
  const near: { s: Subject; points: number }[] = [];
  let people = 0;
  for (const s of subjects) {
    if (s.room?.id === place.room.id) continue;
    const failing = notPassing(s, place, setting, dayToJudge(s, place, setting));
    if (failing.length > 0) people++;
    if (failing.length === 1) near.push({ s, points: points(s, place, setting) });
    for (const { rule, verdict } of failing) {
      const tally = counts.get(rule.id) ?? { people: 0, alone: 0, unknown: 0 };
      tally.people++;
      if (failing.length === 1) tally.alone++;
      if (verdict === 'unknown') tally.unknown++;
      counts.set(rule.id, tally);
    }
  }
  return {
    people,
    rules: [...counts]
      .map(([rule, tally]) => ({ rule, ...tally }))
      .sort((a, b) => b.alone - a.alone || b.people - a.people || (a.rule < b.rule ? -1 : 1)),
    near: near
      .sort((a, b) => a.s.tier - b.s.tier || b.points - a.points || b.s.waitDays - a.s.waitDays)
      .map(({ s }) => s),
  };
}
