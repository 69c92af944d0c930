import type { Item } from './item.ts';
import { keyNames } from './keys.ts';

/**
 * What writing costs, from the sizes of the items. An emulator counts otherwise than AWS, so nothing is read off one.
 * @source Amazon DynamoDB Developer Guide: item sizes, read and write consumption, transactions (SOURCES.md 32)
 */
export interface WriteCost {
  /** Puts and condition checks. One transaction holds at most 100. */
  readonly actions: number;
  readonly bytes: number;
  /** Write request units, those of the indexes included. */
  readonly units: number;
}

/** A started kilobyte is a whole one. */
const unitBytes = 1024;

/** Everything in a transaction is written twice: prepared, then committed. */
const transactional = 2;

/** Bytes of a number: two digits a byte, and one for its sign and magnitude. */
const digitsPerByte = 2;

/** Bytes of one item: the UTF-8 names of its attributes, and their values. */
export function itemBytes(item: Item): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + utf8(name) + valueBytes(value), 0);
}

const utf8 = (text: string): number => Buffer.byteLength(text, 'utf8');

const valueBytes = (value: string | number): number =>
  typeof value === 'string' ? utf8(value) : Math.ceil(String(value).length / digitsPerByte) + 1;

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / unitBytes));

/**
 * The cost of one commit. An index costs one write more for each item that stands in it, and a second one where an
 * item changes its place there; that is counted for every change of a listed item, so the truth is never more.
 * @param checkedBytes sizes of the items that are only asked to be unchanged
 */
export function costOf(items: readonly Item[], checkedBytes: readonly number[]): WriteCost {
  const sizes = [...items.map(itemBytes), ...checkedBytes];
  const indexed = items.flatMap((item) => indexWrites(item));
  return {
    actions: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    units: [...sizes.map((size) => transactional * unitsOf(size)), ...indexed].reduce(
      (sum, one) => sum + one,
      0,
    ),
  };
}

function indexWrites(item: Item): number[] {
  const moves = item.version === 1 ? 1 : 2;
  return [keyNames.lists, keyNames.subjects].flatMap(({ partition }) =>
    partition in item ? [moves * unitsOf(itemBytes(item))] : [],
  );
}
