import * as z from 'zod';

const MASK = z.int().min(0).max(0xffff_ffff);
const INDEX = z.int().min(0);
const INDEX_OR_NONE = z.int().min(-1);
const LEAST_POINTS = -0x8000_0000;
const MOST_POINTS = 0x7fff_ffff;
/** A longer list of faults helps nobody. */
const MOST_PROBLEMS = 50;

const Person = z.strictObject({
  /** The person's position in `persons`. */
  id: INDEX,
  /** A word or number of the caller's; nothing depends on it. */
  kind: z.union([z.string(), z.int()]),
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
export const NeutralInstance = Shape.superRefine((instance, context) => {
  const problems = [...homeProblems(instance), ...roomProblems(instance), ...edgeProblems(instance)];
  for (const { path, message } of [...problems, ...pairProblems(instance)].slice(0, MOST_PROBLEMS + 1))
    context.addIssue({ code: 'custom', path, message });
});
export type NeutralInstance = z.infer<typeof NeutralInstance>;

/** What edges are checked against. */
type Sizes = Pick<z.infer<typeof Shape>, 'persons' | 'rooms'>;

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** An instance, or what is wrong with it: one line each, beginning with where, e.g. `edges[3][1]: room 99 does not exist; rooms are 0 to 49`. */
export type ReadInstance =
  | { readonly ok: true; readonly value: NeutralInstance }
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param value anything, as parsed from JSON */
export function readInstance(value: unknown): ReadInstance {
  const parsed = NeutralInstance.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const issues = parsed.error.issues.slice(0, MOST_PROBLEMS);
  const problems = issues.map((issue) => {
    const isMissing = issue.input === undefined && issue.code !== 'custom' && !('keys' in issue);
    return `${writePath(issue.path)}: ${isMissing && !isThere(value, issue.path) ? 'is missing' : issue.message}`;
  });
  const more = parsed.error.issues.length - issues.length;
  return { ok: false, problems: more > 0 ? [...problems, 'and more of the kind'] : problems };
}

/** Whether a value has anything at a path. */
function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return false;
    at = Object.entries(at).find(([name]) => name === String(part))?.[1];
  }
  return at !== undefined;
}

function writePath(path: readonly PropertyKey[]): string {
  const parts = path.map((part, i) =>
    typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`,
  );
  return parts.join('') || 'instance';
}

function range(what: string, count: number): string {
  return count === 0 ? `there are no ${what}` : `${what} are 0 to ${count - 1}`;
}

function homeProblems({ persons, rooms }: z.infer<typeof Shape>): Problem[] {
  return persons.flatMap(({ id, home, tier }, i): Problem[] => {
    const at = (key: string, message: string): Problem[] => [{ path: ['persons', i, key], message }];
    if (id !== i) return at('id', `id ${id} stands at position ${i}; ids are positions, from 0`);
    if (home >= rooms.length)
      return at('home', `room ${home} does not exist; ${range('rooms', rooms.length)}`);
    if (home >= 0 && rooms[home]?.occupant !== i)
      return at('home', `room ${home} says its occupant is ${rooms[home]?.occupant}, not person ${i}`);
    if (home >= 0 !== (tier === 3))
      return at('tier', home >= 0 ? 'a person with a home has tier 3' : 'tier 3 is for people with a home');
    return [];
  });
}

function roomProblems({ persons, rooms }: z.infer<typeof Shape>): Problem[] {
  return rooms.flatMap(({ id, occupant }, i): Problem[] => {
    const at = (key: string, message: string): Problem[] => [{ path: ['rooms', i, key], message }];
    if (id !== i) return at('id', `id ${id} stands at position ${i}; ids are positions, from 0`);
    if (occupant >= persons.length)
      return at('occupant', `person ${occupant} does not exist; ${range('persons', persons.length)}`);
    if (occupant >= 0 && persons[occupant]?.home !== i)
      return at(
        'occupant',
        `person ${occupant} says their home is ${persons[occupant]?.home}, not room ${i}`,
      );
    return [];
  });
}

const edgeParts = ['person', 'room', 'points'] as const;

/** A value in a few characters, whatever it is: nothing of a file is told at length. */
function sayShort(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** What is wrong with one edge taken by itself. */
function edgeFault(
  edge: unknown,
  { persons, rooms }: Sizes,
): { readonly at: number[]; readonly message: string } | null {
  if (!Array.isArray(edge) || edge.length !== edgeParts.length)
    return { at: [], message: 'an edge is three numbers: [person, room, points]' };
  for (const [at, part] of edgeParts.entries())
    if (!Number.isInteger(edge[at]))
      return { at: [at], message: `${part} is a whole number, not ${sayShort(edge[at])}` };
  const [person, room, points] = edge;
  if (person < 0 || person >= persons.length)
    return { at: [0], message: `person ${person} does not exist; ${range('persons', persons.length)}` };
  if (room < 0 || room >= rooms.length)
    return { at: [1], message: `room ${room} does not exist; ${range('rooms', rooms.length)}` };
  if (points < LEAST_POINTS || points > MOST_POINTS)
    return { at: [2], message: `points are from ${LEAST_POINTS} to ${MOST_POINTS}, not ${points}` };
  return persons[person]?.home === room
    ? { at: [1], message: `room ${room} is the home of person ${person}; staying is implicit, at 0 points` }
    : null;
}

function edgeProblems(instance: z.infer<typeof Shape>): Problem[] {
  const problems: Problem[] = [];
  // One more than is told, so that there is word of more.
  for (let i = 0; i < instance.edges.length && problems.length <= MOST_PROBLEMS; i++) {
    const fault = edgeFault(instance.edges[i], instance);
    if (fault) problems.push({ path: ['edges', i, ...fault.at], message: fault.message });
  }
  return problems.length > 0 ? problems : doubleEdges(instance);
}

/** Edges that join a person and a room a second time. */
function doubleEdges({ persons, rooms, edges }: z.infer<typeof Shape>): Problem[] {
  const next = new Int32Array(persons.length + 1);
  for (const [person] of edges) next[person + 1] = (next[person + 1] ?? 0) + 1;
  for (let p = 0; p < persons.length; p++) next[p + 1] = (next[p + 1] ?? 0) + (next[p] ?? 0);
  const byPerson = new Int32Array(edges.length);
  for (let i = 0; i < edges.length; i++) {
    const person = edges[i]?.[0] ?? 0;
    byPerson[next[person] ?? 0] = i;
    next[person] = (next[person] ?? 0) + 1;
  }
  const takenBy = new Int32Array(rooms.length).fill(-1);
  const again: number[] = [];
  for (const i of byPerson) {
    const [person = 0, room = 0] = edges[i] ?? [];
    if (takenBy[room] === person) again.push(i);
    takenBy[room] = person;
  }
  return again
    .sort((a, b) => a - b)
    .map((i): Problem => {
      const [person, room] = edges[i] ?? [];
      return { path: ['edges', i], message: `person ${person} has two edges to room ${room}` };
    });
}

function pairProblems({ persons, incompatible }: z.infer<typeof Shape>): Problem[] {
  return incompatible.flatMap((pair, i) =>
    pair.flatMap((person, place): Problem[] => {
      const path = ['incompatible', i, place];
      if (person >= persons.length)
        return [{ path, message: `person ${person} does not exist; ${range('persons', persons.length)}` }];
      return place === 1 && person === pair[0]
        ? [{ path, message: `person ${person} cannot be incompatible with themselves` }]
        : [];
    }),
  );
}
