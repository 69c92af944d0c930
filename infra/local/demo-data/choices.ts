import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Every chance of the demo data: choices that come out the same for the same seed, asked in the same order. */
export interface Choices {
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
  /** @throws RangeError when there is nothing to pick from */
  pick<const Item>(items: readonly Item[]): Item;
  /** Picks by weight: `[[3, 'often'], [1, 'seldom']]`. */
  weighted<const Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** @param seed any whole number */
export function choicesFrom(seed: number): Choices {
  const source = xoroshiro128plus(seed);
  const between = (from: number, to: number) => uniformInt(source, from, to);
  function pick<Item>(items: readonly Item[]): Item {
    for (const item of items.slice(between(0, Math.max(0, items.length - 1)))) return item;
    throw new RangeError('There is nothing to pick from');
  }
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick,
    weighted: (items) => pick(items.flatMap(([weight, item]) => Array.from({ length: weight }, () => item))),
    shuffled(items) {
      const rest = [...items];
      const order: typeof rest = [];
      while (rest.length > 0) order.push(...rest.splice(between(0, rest.length - 1), 1));
      return order;
    },
  };
}
