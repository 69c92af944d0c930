import type { Graph } from './graph.ts';
import { int } from './lanes.ts';

/** Every pair of a person and a room that passes every check, in columns: by person, and each person's by room. */
export interface Pairs {
  /** By person, length people + 1: where the person's pairs begin in the other columns. */
  readonly start: Int32Array;
  readonly room: Int32Array;
  readonly points: Int32Array;
  /** What the plan takes off the points for the move itself, a room that is not sure yet, and coming late. */
  readonly price: Int32Array;
  /** The first day they could move, never later than the day it turns out to be. Day number. */
  readonly day: Int32Array;
}

/** @returns where a person's pair with a room stands in the columns, or -1 when they do not fit */
export function pairOf(
  { start, room }: Pick<Graph, 'start' | 'room'>,
  person: number,
  wanted: number,
): number {
  let low = int(start, person);
  let high = int(start, person + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = int(room, middle);
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** @returns where a person's pairs stand in the columns; none for somebody outside the pool (-1) */
export function pairsOf({ start }: Pick<Graph, 'start'>, person: number): number[] {
  const first = person < 0 ? 0 : int(start, person);
  const after = person < 0 ? 0 : int(start, person + 1);
  return Array.from({ length: after - first }, (_, i) => first + i);
}

/** @returns the rooms a person fits, their own not among them */
export function roomsOf({ start, room }: Pick<Graph, 'start' | 'room'>, person: number): Int32Array {
  return room.subarray(int(start, person), int(start, person + 1));
}

/** Everybody who fits a room, with where their pair with it stands in the columns. */
export function pairsInto(pairs: Pairs, room: number): { readonly person: number; readonly pair: number }[] {
  const found: { person: number; pair: number }[] = [];
  for (let person = 0; person + 1 < pairs.start.length; person++) {
    const pair = pairOf(pairs, person, room);
    if (pair >= 0) found.push({ person, pair });
  }
  return found;
}
