import type * as z from 'zod';

/** Where something is wrong in a file, and what; of what the file holds only what names nobody. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** How many unknown names are told. */
const mostNames = 3;
/** Larger numbers could be somebody's. */
const largestTold = 1e7;

/**
 * What a schema found wrong with a value, without the value: it could be anything, a person's name as well.
 * @param value what was read
 */
export function faultOf(value: unknown, issue: z.core.$ZodIssue): Fault {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return { path, message: unknownKeys(issue.keys) };
  // A schema of ours says itself what it expects; zod's own words all begin alike.
  const message = isThere(value, path) ? issue.message.replace(/^Invalid input: /, '') : 'is missing';
  return { path, message };
}

function unknownKeys(keys: readonly string[]): string {
  const named = keys.filter(isWord).slice(0, mostNames);
  const rest = keys.length - named.length;
  const told = [...named.map((key) => `"${key}"`), ...(rest > 0 ? [`${rest} more`] : [])];
  const what = keys.length === 1 ? 'a key that is not known' : 'keys that are not known';
  return named.length === 0 ? `has ${what}` : `has ${what}: ${told.join(', ')}`;
}

/** Whether a key is a word as programs write them, which a name with a surname or a date is not. */
const isWord = (key: string): boolean => /^[a-z_][a-z_]{0,29}$/i.test(key);

/** Whether a value has anything at a path. */
function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = Object.getOwnPropertyDescriptor(at, part)?.value;
  }
  return at !== undefined;
}

/** `edges[3][1]`, or another word for the whole when the path is empty. */
export function writePath(path: readonly PropertyKey[], whole: string): string {
  const parts = path.map((part, i) => {
    if (typeof part === 'number') return `[${part}]`;
    return `${i > 0 ? '.' : ''}${isWord(String(part)) ? String(part) : '…'}`;
  });
  return parts.join('') || whole;
}

/** A thing by its number, e.g. `room 7`; without it where the number could be anything. */
export function numbered(what: string, number: number): string {
  return Math.abs(number) < largestTold ? `${what} ${number}` : `this ${what}`;
}

/** What kind of value stands there; a number as it is, unless it could be somebody's. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return Math.abs(value) < largestTold ? String(value) : 'so large a number';
  return { string: 'a text', object: 'an object' }[String(typeof value)] ?? `a ${typeof value}`;
}
