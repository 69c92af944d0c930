import { readyNumberAfterTurnaround } from '../domain/working-days.ts';
import type { Placed } from './chains.ts';
import { firstDay } from './checks/rules.ts';
import { mustNotShare } from './clash.ts';
import type { Problem } from './compile.ts';
import type { Place } from './pool-types.ts';

/** People whose moves together leave somebody without a day to move on; that one comes last. */
export type Stuck = readonly number[];

/** How far a move has come. */
const BEGUN = 1;
const DATED = 2;
const STUCK = 3;

export interface Schedule {
  /** By person: the first night in the new room, as a day number; -1 where nobody moves. */
  readonly moveOn: Float64Array;
  /** By person: the first day the new room is ready. */
  readonly readyOn: Float64Array;
  /** Moves that cannot all be dated, some at a time; none when every move has its day. */
  readonly stuck: readonly Stuck[];
  /** The moves a person's day rests on, their own first. */
  restsOn(person: number): readonly number[];
}

/**
 * Gives every move of an assignment the earliest day it can happen: after the resident before has left and the
 * turnaround is over, the day after anybody they must be kept apart from has left the home, and on a working day that passes
 * every dated rule. Nobody has a night without a bed: people leave a room on the day they move into the next.
 */
export function schedule(problem: Problem, placed: Placed): Schedule {
  const { pool, home } = problem;
  const people = pool.subjects.length;
  const moveOn = new Float64Array(people).fill(-1);
  const readyOn = new Float64Array(people).fill(-1);
  const waitsFor: number[][] = pool.subjects.map(() => []);
  const state = new Uint8Array(people);
  const stuck: Stuck[] = [];
  const moves = (person: number): boolean =>
    placed.roomOf(person) >= 0 && placed.roomOf(person) !== home[person];

  /** @returns whether the person's move has a day; if not, what stands in the way is in `stuck` */
  function date(person: number, path: readonly number[]): boolean {
    if (state[person] === DATED) return true;
    if (state[person] === STUCK) return false;
    if (state[person] === BEGUN) {
      stuck.push(path.slice(path.indexOf(person)));
      return false;
    }
    state[person] = BEGUN;
    const isDated = give(person, [...path, person]);
    state[person] = isDated ? DATED : STUCK;
    return isDated;
  }

  function give(person: number, path: readonly number[]): boolean {
    const s = pool.subjects[person];
    const place = pool.places[placed.roomOf(person)];
    if (!s || !place) return false;
    let ready = place.ready;
    let notBefore = s.earliest;
    for (const before of movesBefore(person, place)) {
      waitsFor[person]?.push(before);
      if (!date(before, path)) return false;
      const left = moveOn[before] ?? 0;
      if (pool.subjects[before] === place.resident)
        ready = Math.max(ready, readyNumberAfterTurnaround(left, place.house.turnaround));
      else notBefore = Math.max(notBefore, left + 1);
    }
    const day = firstDay(s, place, pool.setting, Math.max(ready, notBefore));
    if (day === null) {
      stuck.push(restsOn(person).reverse());
      return false;
    }
    readyOn[person] = ready;
    moveOn[person] = day;
    return true;
  }

  /** Whose moves must come first: the resident's, and those of movers in the home whom this person must not meet. */
  function movesBefore(person: number, place: Place): number[] {
    const s = pool.subjects[person];
    return place.house.movers
      .filter(
        (other) => other !== s && (other === place.resident || (s !== undefined && mustNotShare(s, other))),
      )
      .map((other) => problem.subjectIndex(other))
      .filter(moves);
  }

  function restsOn(person: number): number[] {
    const seen = new Set([person]);
    for (const one of seen) for (const before of waitsFor[one] ?? []) seen.add(before);
    return [...seen];
  }

  for (let person = 0; person < people; person++) if (moves(person)) date(person, []);
  return { moveOn, readyOn, stuck, restsOn };
}
