import { type Day, dayNumber } from '../domain/day.ts';
import type { Policy } from '../domain/policy.ts';
import { isWorkingDayNumber, readyNumberAfterTurnaround } from '../domain/working-days.ts';
import type { ServiceModel } from '../services/service-model.ts';
import { datedRules, undatedRules } from './checks/rules.ts';
import { daysLate } from './checks/time.ts';
import { Column } from './columns.ts';
import { type Facts, inIdOrder } from './facts.ts';
import type { Graph } from './graph.ts';
import { int, real } from './lanes.ts';
import { dropRoom, eachRoom, Masks } from './masks.ts';
import { encodeObjective, type ObjectiveScale } from './objective.ts';
import type { Pairs } from './pairs.ts';
import { PointTables } from './point-tables.ts';
import { buildPool, type Pool } from './pool.ts';
import type { Place, Subject } from './pool-types.ts';
import { VerdictTables } from './verdict-tables.ts';

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
  /** What the rules say of everybody and every room of the pool. */
  readonly masks: Masks;
  readonly verdicts: VerdictTables;
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
  const masks = new Masks(undatedRules, pool.subjects, pool.places, pool.setting);
  const verdicts = new VerdictTables(datedRules, pool.subjects, pool.places, pool.setting);
  const possible = settle(pool, home, ready, verdicts, possiblePairs(pool, home, masks, verdicts));
  const pairs = weighed(pool, possible);
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
    masks,
    verdicts,
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

/** The pairs that pass every rule, by person and then by room, with the first day each could move. */
interface Possible {
  readonly start: Int32Array;
  readonly room: Int32Array;
  readonly day: Int32Array;
}

function possiblePairs(pool: Pool, home: Int32Array, masks: Masks, verdicts: VerdictTables): Possible {
  const roomAt = new Map(pool.places.map((place, room) => [place.room.id, room]));
  const start = new Int32Array(pool.subjects.length + 1);
  const room = new Column();
  const day = new Column();
  const allowed = new Uint32Array(masks.everyRoom.length);
  pool.subjects.forEach((s, person) => {
    masks.allowed(person, allowed);
    for (const own of [s.room ? roomAt.get(s.room.id) : undefined, int(home, person)])
      if (own !== undefined && own >= 0) dropRoom(allowed, own);
    eachRoom(allowed, (r) => {
      const ready = pool.places[r]?.ready ?? Number.POSITIVE_INFINITY;
      const first = verdicts.firstDay(person, r, Math.max(ready, s.earliest));
      if (Number.isNaN(first)) return;
      room.push(r);
      day.push(first);
    });
    start[person + 1] = room.length;
  });
  return { start, room: room.take(), day: day.take() };
}

/** The pairs with their points, and their prices by the first day that was found. */
function weighed(pool: Pool, { start, room, day }: Possible): Pairs {
  const tables = new PointTables(pool.subjects, pool.places, pool.setting);
  const roomPrice = Int32Array.from(pool.places, (place) => priceOf(place, pool));
  const points = new Int32Array(room.length);
  const price = new Int32Array(room.length);
  pool.subjects.forEach((s, person) => {
    for (let pair = int(start, person); pair < int(start, person + 1); pair++) {
      points[pair] = tables.points(person, int(room, pair));
      price[pair] = int(roomPrice, int(room, pair)) + latePrice(s, pool, int(day, pair));
    }
  });
  return { start, room, points, price, day };
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
function settle(
  pool: Pool,
  home: Int32Array,
  ready: Float64Array,
  verdicts: VerdictTables,
  found: Possible,
): Possible {
  let pairs = found;
  for (let moved = putOff(pool, home, ready, pairs); moved; moved = putOff(pool, home, ready, pairs))
    pairs = onLaterDays(pool, ready, verdicts, pairs);
  return pairs;
}

/** Puts off the days rooms are ready to when their residents can have left. @returns whether any was */
function putOff(pool: Pool, home: Int32Array, ready: Float64Array, { start, day }: Possible): boolean {
  let moved = false;
  home.forEach((room, person) => {
    const place = pool.places[room];
    if (!place) return;
    let leaves = Number.POSITIVE_INFINITY;
    for (let pair = int(start, person); pair < int(start, person + 1); pair++)
      leaves = Math.min(leaves, int(day, pair));
    const free = Number.isFinite(leaves)
      ? readyNumberAfterTurnaround(leaves, place.house.turnaround)
      : leaves;
    if (free <= real(ready, room)) return;
    ready[room] = free;
    moved = true;
  });
  return moved;
}

/** The pairs whose room is still ready in time, each on the first day it can be. */
function onLaterDays(pool: Pool, ready: Float64Array, verdicts: VerdictTables, pairs: Possible): Possible {
  const start = new Int32Array(pairs.start.length);
  let kept = 0;
  pool.subjects.forEach((s, person) => {
    for (let pair = int(pairs.start, person); pair < int(pairs.start, person + 1); pair++) {
      const room = int(pairs.room, pair);
      const from = real(ready, room);
      let day = int(pairs.day, pair);
      if (from > day)
        day = Number.isFinite(from)
          ? verdicts.firstDay(person, room, Math.max(from, s.earliest))
          : Number.NaN;
      if (Number.isNaN(day)) continue;
      pairs.room[kept] = room;
      pairs.day[kept++] = day;
    }
    start[person + 1] = kept;
  });
  return { start, room: pairs.room.subarray(0, kept), day: pairs.day.subarray(0, kept) };
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
