import { Day } from '../../../shared/domain/day.ts';
import type { Facts } from '../../../shared/matching/facts.ts';
import type { Dice } from '../random-instance.ts';
import { plusDays } from './days.ts';

/** Makes other facts of the same shape by chance. */
export type Change = (facts: Facts, chance: Dice, on: Day) => Facts;

/** A whole number, both ends included. */
export const within = (chance: Dice, least: number, most: number): number =>
  least + chance.below(most - least + 1);
export const later = (on: Day, days: number): Day => Day.parse(plusDays(on, days));
export const some = <T>(chance: Dice, items: readonly T[], share: number): T[] =>
  items.filter(() => chance.next() < share);
/** An id of a kind for a record about another. */
export const named = (kind: string, about: string): string => `${kind}-${about}`.slice(0, 64);
