import * as z from 'zod';
import { faultOf, writePath } from './issue-words.ts';
import { contradictions, type Faults, MOST_PROBLEMS } from './neutral-faults.ts';

const MASK = z.int().min(0).max(0xffff_ffff);
const INDEX = z.int().min(0);
const INDEX_OR_NONE = z.int().min(-1);

const Person = z.strictObject({
  /** The person's position in `persons`. */
  id: INDEX,
  /** A word or number of the caller's; nothing depends on it. */
  kind: z.union([z.string(), z.int()], 'expected a word or a whole number'),
  /** 0 is placed first, then 1, then 2; 3 is a resident, who has a home. */
  tier: z.int().min(0).max(3),
  /** The room a resident lives in, or -1. */
  home: INDEX_OR_NONE,
  /** Days waited: settles what points leave equal. */
  wait: INDEX,
  /** One bit a trait. */
  traits: MASK,
  /** Traits this person may not share a house with, one bit each. */
  avoids: MASK,
});

const Room = z.strictObject({
  /** The room's position in `rooms`. */
  id: INDEX,
  /** Rooms with the same number are in one house. */
  house: z.int(),
  /** A support level; nothing depends on it. */
  level: z.int(),
  /** Who lives there, or -1. */
  occupant: INDEX_OR_NONE,
});

const Shape = z.strictObject({
  persons: z.array(Person),
  rooms: z.array(Room),
  /** Person, room, points. A resident's own room is implicit at 0 points. */
  // Millions of them: that each is three whole numbers is checked by hand below, which is far sooner done.
  edges: z.custom<readonly (readonly [number, number, number])[]>(
    Array.isArray,
    'expected an array of edges',
  ),
  /** Pairs of people who may not share a house. */
  incompatible: z.array(z.tuple([INDEX, INDEX])),
});

/**
 * A matching problem without dates, names or rules of any programme, as the command `solve` reads it.
 * Ids are positions, from 0.
 */
export type NeutralInstance = z.infer<typeof Shape>;

/** An instance, or what is wrong with it: one line each, beginning with where, e.g. `edges[3][1]: room 99 does not exist; rooms are 0 to 49`. */
export type ReadInstance =
  | { readonly ok: true; readonly value: NeutralInstance }
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param value anything, as parsed from JSON */
export function readInstance(value: unknown): ReadInstance {
  const parsed = Shape.safeParse(value);
  const { told, count } = parsed.success
    ? contradictions(parsed.data)
    : firstIssues(value, parsed.error.issues);
  if (parsed.success && count === 0) return { ok: true, value: parsed.data };
  const problems = told.map(({ path, message }) => `${writePath(path, 'instance')}: ${message}`);
  return {
    ok: false,
    problems: count > told.length ? [...problems, `and ${count - told.length} more`] : problems,
  };
}

function firstIssues(value: unknown, issues: readonly z.core.$ZodIssue[]): Faults {
  const told = issues.slice(0, MOST_PROBLEMS).map((issue) => faultOf(value, issue));
  return { told, count: issues.length };
}
