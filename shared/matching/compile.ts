import { type Day, dayNumber } from '../domain/day.ts';
import type { Policy } from '../domain/policy.ts';
import { isWorkingDayNumber, readyNumberAfterTurnaround } from '../domain/working-days.ts';
import type { ServiceModel } from '../services/service-model.ts';
import { firstDay, passesUndated } from './checks/rules.ts';
import { daysLate } from './checks/time.ts';
import { type Facts, inIdOrder } from './facts.ts';
import type { Graph } from './graph.ts';
import { encodeObjective, type ObjectiveScale } from './objective.ts';
import type { Pairs } from './pairs.ts';
import { buildPool, type Pool } from './pool.ts';
import type { Place, Subject } from './pool-types.ts';
import { points } from './scores/score.ts';

/** A pair while its first day is being worked out. */
interface Possible {
  readonly person: number;
  readonly room: number;
  day: number;
}

/** Facts compiled for one day under one policy: who could live where, with points. */
export interface Problem {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly models: ReadonlyMap<string, ServiceModel>;
  readonly onDay: Day;
  readonly pool: Pool;
  readonly pairs: Pairs;
  readonly graph: Graph;
  readonly scale: ObjectiveScale;
  /** By place: the first day it could be moved into, as a day number; Infinity where its resident fits nowhere else. */
  readonly ready: Float64Array;
  /** By person: the room they live in today, or -1. */
  readonly home: Int32Array;
  placeIndex(place: Place): number;
  subjectIndex(subject: Subject): number;
}

/**
 * Makes the problem of a day: looks every fact up once, asks the rules of every person and every room, and scores the
 * pairs that pass. The order of the facts leaves no trace.
 * @param now the day the plan is made for
 * @throws RangeError when the day lies outside the bank holidays on record, or points and waits are too large to add exactly
 */
export function compile(
  given: Facts,
  policy: Policy,
  models: ReadonlyMap<string, ServiceModel>,
  now: Day,
): Problem {
  assertDaysKnown(now, policy);
  const facts = inIdOrder(given);
  const pool = buildPool(facts, policy, models, now);
  const placeIndex = new Map(pool.places.map((place, i) => [place, i]));
  const subjectIndex = new Map(pool.subjects.map((subject, i) => [subject, i]));
  const home = new Int32Array(pool.subjects.length).fill(-1);
  pool.places.forEach((place, i) => {
    const p = place.resident ? subjectIndex.get(place.resident) : undefined;
    if (p !== undefined) home[p] = i;
  });
  const ready = Float64Array.from(pool.places, (place) => place.ready);
  const pairs = weighed(pool, settle(pool, home, ready, possiblePairs(pool, home)));
  const { graph, scale } = weigh(pool, home, pairs);
  return {
    facts,
    policy,
    models,
    onDay: now,
    pool,
    pairs,
    graph,
    scale,
    ready,
    home,
    placeIndex: (place) => placeIndex.get(place) ?? -1,
    subjectIndex: (subject) => subjectIndex.get(subject) ?? -1,
  };
}

/** Days beyond the horizon that a last turnaround and its bank holidays may reach into. */
const daysBeyondHorizon = 60;

/** Turnaround and lead times need every bank holiday up to the end of the horizon. */
function assertDaysKnown(now: Day, policy: Policy): void {
  isWorkingDayNumber(dayNumber(now));
  isWorkingDayNumber(dayNumber(now) + policy.horizonDays + daysBeyondHorizon);
}

function possiblePairs(pool: Pool, home: Int32Array): Possible[] {
  const { setting, subjects, places } = pool;
  const pairs: Possible[] = [];
  subjects.forEach((s, person) => {
    places.forEach((p, room) => {
      if (home[person] === room || !passesUndated(s, p, setting)) return;
      const day = firstDay(s, p, setting, Math.max(p.ready, s.earliest));
      if (day !== null) pairs.push({ person, room, day });
    });
  });
  return pairs;
}

/** The pairs with their points, and their prices by the first day that was found. */
function weighed(pool: Pool, possible: readonly Possible[]): Pairs {
  const start = new Int32Array(pool.subjects.length + 1);
  for (const { person } of possible) start[person + 1] = (start[person + 1] ?? 0) + 1;
  for (let p = 0; p < pool.subjects.length; p++) start[p + 1] = (start[p + 1] ?? 0) + (start[p] ?? 0);
  const of = (value: (s: Subject, p: Place, day: number) => number) =>
    Int32Array.from(possible, ({ person, room, day }) => {
      const s = pool.subjects[person];
      const p = pool.places[room];
      return s && p ? value(s, p, day) : 0;
    });
  return {
    start,
    room: Int32Array.from(possible, ({ room }) => room),
    points: of((s, p) => points(s, p, pool.setting)),
    price: of((s, p, day) => priceOf(p, pool) + latePrice(s, pool, day)),
    day: of((_s, _p, day) => day),
  };
}

function priceOf(place: Place, pool: Pool): number {
  const { movePrice, uncertaintyPrice } = pool.setting.policy;
  return movePrice + (place.certainty === 'confirmed' ? 0 : uncertaintyPrice[place.certainty]);
}

/** What a plan takes off for a first possible day after the day the place is needed by: it is late, not ruled out. */
function latePrice(s: Subject, pool: Pool, day: number): number {
  const { perDay, most } = pool.setting.policy.latePrice;
  return Math.min(most, perDay * daysLate(s, day));
}

/**
 * A lived-in room is ready no earlier than its resident's first move and a turnaround after. That may put off other
 * first moves, and so on; days only grow, so this ends. Pairs left without a day are dropped.
 */
function settle(pool: Pool, home: Int32Array, ready: Float64Array, found: readonly Possible[]): Possible[] {
  let pairs = [...found];
  for (let changed = true; changed; ) {
    changed = false;
    const firstMove = new Float64Array(pool.subjects.length).fill(Number.POSITIVE_INFINITY);
    for (const pair of pairs) firstMove[pair.person] = Math.min(firstMove[pair.person] ?? 0, pair.day);
    home.forEach((room, person) => {
      const place = pool.places[room];
      if (!place) return;
      const leaves = firstMove[person] ?? Number.POSITIVE_INFINITY;
      const free = Number.isFinite(leaves)
        ? readyNumberAfterTurnaround(leaves, place.house.turnaround)
        : leaves;
      if (free <= (ready[room] ?? 0)) return;
      ready[room] = free;
      changed = true;
    });
    if (changed) pairs = pairs.filter((pair) => putOff(pool, ready, pair));
  }
  return pairs;
}

/** Moves a pair's day on to when its room is ready. @returns false when no day is left */
function putOff(pool: Pool, ready: Float64Array, pair: Possible): boolean {
  const s = pool.subjects[pair.person];
  const p = pool.places[pair.room];
  const from = ready[pair.room] ?? Number.POSITIVE_INFINITY;
  if (!s || !p || !Number.isFinite(from)) return false;
  if (from <= pair.day) return true;
  const day = firstDay(s, p, pool.setting, Math.max(from, s.earliest));
  if (day === null) return false;
  pair.day = day;
  return true;
}

function weigh(pool: Pool, home: Int32Array, pairs: Pairs): { graph: Graph; scale: ObjectiveScale } {
  const { start, room } = pairs;
  const { high, low, scale } = encodeObjective({
    objective: 'tiers',
    tier: pool.subjects.map((s) => s.tier),
    wait: pool.subjects.map((s) => s.waitDays),
    start,
    points: pairs.points.map((given, i) => given - (pairs.price[i] ?? 0)),
    rooms: pool.places.length,
  });
  const graph = { people: pool.subjects.length, rooms: pool.places.length, home, start, room, high, low };
  return { graph, scale };
}
