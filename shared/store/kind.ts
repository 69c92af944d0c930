import type * as z from 'zod';
import type { Machine } from '../domain/transitions.ts';

/** What an audit trail is kept of: a person, a home, a worker, or the partnership for what concerns none of them. */
export type Subject = `person:${string}` | `home:${string}` | `worker:${string}` | 'partnership';

/**
 * One kind of record: what it holds and how it is found. `list` puts it in the partnership's list of its kind, sorted;
 * `about` lists it under one subject; `subjects` are those whose audit trail names its changes.
 */
export interface Kind<T> {
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly id: (data: T) => string;
  readonly list?: (data: T) => { readonly within?: string; readonly by: string } | null;
  readonly about?: (data: T) => string | null;
  readonly subjects: (data: T) => readonly Subject[];
  /** Its state in one word, for the audit trail and its plain sentences. */
  readonly state?: (data: T) => string;
  /** Whose table of transitions its state keeps to: a change that is not in it is never written. */
  readonly machine?: Machine;
  /** Whether a change of it may change what the engine would suggest. */
  readonly rematch: boolean;
  /** True for what belongs to no partnership: it is found before the partnership is known. */
  readonly everywhere?: boolean;
}

/** A record as it was read, with the version a change of it must find again. */
export interface Kept<T> {
  readonly kind: Kind<T>;
  readonly partnership: string;
  readonly id: string;
  readonly version: number;
  readonly data: T;
}

export const person = (id: string): Subject => `person:${id}`;
export const home = (id: string): Subject => `home:${id}`;
export const worker = (id: string): Subject => `worker:${id}`;
