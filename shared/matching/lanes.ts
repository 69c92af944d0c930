/**
 * Reading typed arrays, and comparing weights of two lanes.
 *
 * A weight is two whole numbers, `high` before `low`, compared lexicographically: any gain in `high` outweighs
 * every loss in `low`. Both are doubles that hold integers, so sums are exact as long as they stay within 2^53.
 * The lanes travel as separate numbers rather than as objects because the search compares millions of them.
 */

/** One weight, price or total. */
export interface Lanes {
  readonly high: number;
  readonly low: number;
}

export const ZERO: Lanes = { high: 0, low: 0 };

/** @returns the value at a position known to lie inside the array */
export function int(array: Int32Array | Uint8Array, index: number): number {
  return array[index] ?? 0;
}

/** @returns the value at a position known to lie inside the array */
export function real(array: Float64Array, index: number): number {
  return array[index] ?? 0;
}

/** Adds to one position; positions outside the array are a caller's fault and have no effect. */
export function add(array: Float64Array, index: number, amount: number): void {
  array[index] = real(array, index) + amount;
}

/** @returns whether the first weight is strictly smaller */
export function isLess(aHigh: number, aLow: number, bHigh: number, bLow: number): boolean {
  return aHigh < bHigh || (aHigh === bHigh && aLow < bLow);
}

/** @returns negative, zero or positive as `a` is smaller than, equal to or larger than `b` */
export function compareLanes(a: Lanes, b: Lanes): number {
  return a.high === b.high ? a.low - b.low : a.high - b.high;
}
