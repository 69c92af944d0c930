import type { Refusal } from './refusals.ts';

/** What a use case answers: a value, or a refusal by name. A fault is an exception, never an outcome. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal; readonly facts: Readonly<Record<string, string>> };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** @param facts ids, days and states that make the refusal exact; never a name or free text */
export function refuse(refusal: Refusal, facts: Readonly<Record<string, string>> = {}): Outcome<never> {
  return { ok: false, refusal, facts };
}
