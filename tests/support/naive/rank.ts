import { hashOf } from '../../../shared/matching/order.ts';
import { naivePoints } from './points.ts';
import type { NaiveWorld } from './world.ts';
import { naiveTier, naiveWait } from './worth.ts';

/** Those who fit a room in the order in which they are considered: tier, points, wait, and a draw by their references. */
export function naiveOrder(w: NaiveWorld, pairs: Iterable<string>, room: string): string[] {
  const fitting = [...pairs].map((key) => key.split(' ')).filter(([, of]) => of === room);
  const scored = fitting.map(([person]) => ({
    person: person!,
    keys: [naiveTier(w, person!), -naivePoints(w, person!, room), -naiveWait(w, person!), hashOf(person!)],
  }));
  scored.sort((a, b) => {
    const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
    return at < 0 ? 0 : a.keys[at]! - b.keys[at]!;
  });
  return scored.map((one) => one.person);
}

/** Where somebody comes among those who fit a room, 1 for the first; null when they do not fit. */
export function naiveRank(
  w: NaiveWorld,
  pairs: Iterable<string>,
  person: string,
  room: string,
): number | null {
  const at = naiveOrder(w, pairs, room).indexOf(person);
  return at < 0 ? null : at + 1;
}
