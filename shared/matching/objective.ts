import { int, type Lanes } from './lanes.ts';

/** `tiers`: placing people of an earlier tier comes before everything; `points`: only points count. */
export type Objective = 'tiers' | 'points';

/** How many priority tiers newcomers have. */
export const TIERS = 3;
/** The tier of a resident: a move of theirs counts for its points, never as a placement. */
export const RESIDENT_TIER = 3;

export interface ObjectiveInput {
  readonly objective: Objective;
  /** By person: 0 is served first, then 1, then 2; 3 is a resident. */
  readonly tier: ArrayLike<number>;
  /** By person: whole days waited, never negative. */
  readonly wait: ArrayLike<number>;
  /** As in `Graph`: where each person's edges begin. */
  readonly start: Int32Array;
  /** By edge: whole points, of either sign. */
  readonly points: ArrayLike<number>;
  /** How many rooms. */
  readonly rooms: number;
}

/** The weights of a graph's edges, and what is needed to read a total back. */
export interface EncodedObjective {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly scale: ObjectiveScale;
}

export interface ObjectiveScale {
  /** What one placement in each tier weighs in the first lane; 0 under `points`. */
  readonly tierWeights: readonly [number, number, number];
  /** What one point weighs in the second lane: more than all waiting days together. */
  readonly point: number;
}

/** A total, read back. */
export interface Worth {
  /** Newcomers placed, by tier; all 0 under `points`, which does not count them. */
  readonly placed: readonly [number, number, number];
  readonly points: number;
  /** Days waited by everybody whose room changes, added up. */
  readonly wait: number;
}

/**
 * Folds the order of aims into two lanes, so that the larger total is the better plan: placed in tier 0, then in tier 1,
 * then in tier 2, then points, then the days waited by everybody who moves. What is equal after that is settled by the
 * canonical order of people and rooms.
 * @throws RangeError when a tier, a wait or points are not what they must be
 */
export function encodeObjective(input: ObjectiveInput): EncodedObjective {
  const { objective, tier, wait, start, points } = input;
  const people = tier.length;
  assertPeople(tier, wait);
  const counts = [0, 0, 0];
  let point = 1;
  for (let p = 0; p < people; p++) {
    const t = tier[p] ?? RESIDENT_TIER;
    if (t < TIERS) counts[t] = (counts[t] ?? 0) + 1;
    point += wait[p] ?? 0;
  }
  const [, second = 0, third = 0] = counts;
  const tierWeights: [number, number, number] =
    objective === 'points' ? [0, 0, 0] : [(second + 1) * (third + 1), third + 1, 1];
  const high = new Float64Array(points.length);
  const low = new Float64Array(points.length);
  for (let p = 0; p < people; p++) {
    const placing = tierWeights[tier[p] ?? RESIDENT_TIER] ?? 0;
    for (let e = int(start, p); e < int(start, p + 1); e++) {
      high[e] = placing;
      low[e] = (points[e] ?? 0) * point + (wait[p] ?? 0);
    }
  }
  assertWhole(points);
  return { high, low, scale: { tierWeights, point } };
}

/** @returns the aims a total stands for; exact for the total of any assignment */
export function decodeObjective(scale: ObjectiveScale, value: Lanes): Worth {
  const [first, second] = scale.tierWeights;
  const points = Math.floor(value.low / scale.point);
  const wait = value.low - points * scale.point;
  if (first === 0) return { placed: [0, 0, 0], points, wait };
  const placed0 = Math.floor(value.high / first);
  const rest = value.high - placed0 * first;
  const placed1 = Math.floor(rest / second);
  return { placed: [placed0, placed1, rest - placed1 * second], points, wait };
}

function assertPeople(tier: ArrayLike<number>, wait: ArrayLike<number>): void {
  for (let p = 0; p < tier.length; p++) {
    const t = tier[p] ?? Number.NaN;
    if (!Number.isInteger(t) || t < 0 || t > RESIDENT_TIER)
      throw new RangeError(`The tier of person ${p} is ${t}; tiers are 0, 1, 2, and 3 for a resident.`);
    const days = wait[p] ?? Number.NaN;
    if (!Number.isSafeInteger(days) || days < 0)
      throw new RangeError(`Person ${p} has waited ${days} days; waiting is a whole number of days from 0.`);
  }
}

function assertWhole(points: ArrayLike<number>): void {
  for (let e = 0; e < points.length; e++)
    if (!Number.isSafeInteger(points[e]))
      throw new RangeError(`Edge ${e} has ${points[e]} points; points are whole numbers.`);
}
