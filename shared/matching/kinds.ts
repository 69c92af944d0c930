import { ASK, type Kind, PASSES } from './checks/rule.ts';

/** In `of`: whatever the other side is, the rule passes. */
export const ALWAYS = -1;
/** In `of`: the rule is asked for each pair. */
export const EACH = -2;

/** Things numbered by kind, in the order in which the kinds are met. */
export interface Kinds {
  /** By thing: the number of its kind, `ALWAYS` or `EACH`. */
  readonly of: Int32Array;
  /** By kind: the first thing of it, which can stand for all of them. */
  readonly first: readonly number[];
}

/** @param kind the kind of one thing (`checks/rule.ts`) */
export function numberKinds<T>(things: readonly T[], kind: (thing: T) => Kind): Kinds {
  const numbers = new Map<string, number>();
  const first: number[] = [];
  const of = Int32Array.from(things, (thing, i) => {
    const word = kind(thing);
    if (word === PASSES) return ALWAYS;
    if (word === ASK) return EACH;
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, first.length);
    return first.push(i) - 1;
  });
  return { of, first };
}
