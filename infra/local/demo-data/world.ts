import { addDays, addMonths, type Day } from '../../../shared/domain/day.ts';
import { nhsCheckDigit } from '../../../shared/domain/nhs-number.ts';
import type { ServiceModel } from '../../../shared/services/index.ts';
import type { Choices } from './choices.ts';
import type { Tables } from './tables.ts';

/** What every part of the demo data works with: the day it is dated from, the chance, the files, the programmes. */
export interface World {
  readonly on: Day;
  readonly choices: Choices;
  readonly tables: Tables;
  readonly models: ReadonlyMap<string, ServiceModel>;
  /** The next reference of a series: `stay-0001`, `stay-0002`. */
  next(series: string): string;
  /** An NHS number nobody else has, from the range kept for made-up people (999). */
  nhsNumber(): string;
}

export function createWorld(on: Day, choices: Choices, tables: Tables, models: World['models']): World {
  const counts = new Map<string, number>();
  let stem = choices.between(0, 999_999);
  return {
    on,
    choices,
    tables,
    models,
    next(series) {
      const count = (counts.get(series) ?? 0) + 1;
      counts.set(series, count);
      return `${series}-${String(count).padStart(4, '0')}`;
    },
    nhsNumber() {
      for (;;) {
        // A step that shares no factor with a million comes by every stem once.
        stem = (stem + 7919) % 1_000_000;
        const digits = `999${String(stem).padStart(6, '0')}`;
        const check = nhsCheckDigit(digits);
        if (check !== null) return `${digits}${check}`;
      }
    },
  };
}

/** A day so many days before day one; after it when negative. */
export function ago(world: World, days: number): Day {
  return addDays(world.on, -days);
}

/** A birth date that makes somebody `age` on day one, and `daysSince` days past their birthday. */
export function bornSoThat(world: World, age: number, daysSince: number): Day {
  return addDays(addMonths(world.on, -12 * age), -daysSince);
}

const INWARD_LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** A made-up postcode of a real district: the inward half has the right form and need not be in use. */
export function postcodeIn(world: World, outcode: string): string {
  const letter = () => world.choices.pick([...INWARD_LETTERS]);
  return `${outcode} ${world.choices.between(0, 9)}${letter()}${letter()}`;
}

/** The value, or blank in two of a hundred cases: what nobody has written down yet. */
export function mostlyKnown<Value>(world: World, value: Value): Value | null {
  return world.choices.chance(2) ? null : value;
}
