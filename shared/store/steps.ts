import { transition } from '../domain/transitions.ts';
import { itemBytes } from './capacity.ts';
import { type Item, itemOf, keyOf } from './item.ts';
import type { Kept, Kind, Subject } from './kind.ts';

/** A change of one record, told without what it holds: for the audit trail. */
export interface Change {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly fields: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly data: string;
}

/** One part of a transaction: a record to write, if it is still in the version that was read, or only that check. */
export type Step =
  | {
      readonly action: 'write';
      readonly item: Item;
      /** The version that must be found; 0 when there must be none. */
      readonly expects: number;
      readonly change: Change;
      readonly subjects: readonly Subject[];
    }
  | {
      readonly action: 'check';
      readonly key: Item;
      readonly expects: number;
      /** Size of the item that is checked: what the check costs goes by it. */
      readonly bytes: number;
    };

type Owned<T> = { readonly partnership: string; readonly kind: Kind<T>; readonly data: T };

/** Makes a record that must not exist yet. */
export function create<T>(partnership: string, kind: Kind<T>, data: T): Step {
  return write({ partnership, kind, data }, 0, null);
}

/** Changes a record that must still be as it was read. */
export function change<T>(kept: Kept<T>, data: T): Step {
  return write({ partnership: kept.partnership, kind: kept.kind, data }, kept.version, kept.data);
}

/** Changes the record if there is one, makes it if there is none. */
export function save<T>(partnership: string, kind: Kind<T>, kept: Kept<T> | null, data: T): Step {
  return kept ? change(kept, data) : create(partnership, kind, data);
}

/** Asks only that a record is still as it was read. */
export function unchanged<T>(kept: Kept<T>): Step {
  return {
    action: 'check',
    key: keyOf(kept.partnership, kept.kind, kept.id),
    expects: kept.version,
    bytes: itemBytes(itemOf(kept.partnership, kept.kind, kept.version, kept.data)),
  };
}

/** Asks that there is no record with an id. */
export function absent<T>(partnership: string, kind: Kind<T>, id: string): Step {
  return { action: 'check', key: keyOf(partnership, kind, id), expects: 0, bytes: 0 };
}

function write<T>({ partnership, kind, data }: Owned<T>, expects: number, before: T | null): Step {
  const version = expects + 1;
  const from = before === null ? null : (kind.state?.(before) ?? null);
  const to = kind.state?.(data) ?? null;
  assertTransition(kind, from, to);
  return {
    action: 'write',
    item: itemOf(partnership, kind, version, data),
    expects,
    change: {
      kind: kind.name,
      id: kind.id(data),
      version,
      fields: changedFields(before, data),
      from,
      to,
      data: JSON.stringify(data),
    },
    subjects: kind.subjects(data),
  };
}

/** @throws RangeError when the table of transitions has no such change: a fault of ours, whatever was asked for */
function assertTransition<T>({ name, machine }: Kind<T>, from: string | null, to: string | null): void {
  if (machine === undefined || from === null || to === null || from === to) return;
  if (!transition(machine, from, to)) throw new RangeError(`A ${name} never goes from ${from} to ${to}.`);
}

function changedFields(before: unknown, after: unknown): string[] {
  const was = fieldsOf(before);
  const is = fieldsOf(after);
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names].filter((name) => was.get(name) !== is.get(name)).sort();
}

function fieldsOf(data: unknown): ReadonlyMap<string, string> {
  if (typeof data !== 'object' || data === null) return new Map();
  return new Map(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
}
