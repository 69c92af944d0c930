import { type Fault, kindOf, numbered } from './issue-words.ts';
import type { NeutralInstance } from './neutral-instance.ts';

const LEAST_POINTS = -0x8000_0000;
const MOST_POINTS = 0x7fff_ffff;
/** A longer list of faults helps nobody. */
export const MOST_PROBLEMS = 50;

/** What edges are checked against. */
type Sizes = Pick<NeutralInstance, 'persons' | 'rooms'>;

/** The faults to tell, and how many there are in all. */
export interface Faults {
  readonly told: readonly Fault[];
  readonly count: number;
}

const first = (faults: readonly Fault[]): Faults => ({
  told: faults.slice(0, MOST_PROBLEMS),
  count: faults.length,
});

/** What is wrong between the parts of an instance that each look right. */
export function contradictions(instance: NeutralInstance): Faults {
  const people = first([...homeProblems(instance), ...roomProblems(instance)]);
  const edges = edgeProblems(instance);
  const pairs = first(pairProblems(instance));
  return {
    told: first([...people.told, ...edges.told, ...pairs.told]).told,
    count: people.count + edges.count + pairs.count,
  };
}

function range(what: string, count: number): string {
  return count === 0 ? `there are no ${what}` : `${what} are 0 to ${count - 1}`;
}

function homeProblems({ persons, rooms }: NeutralInstance): Fault[] {
  return persons.flatMap(({ id, home, tier }, i): Fault[] => {
    const at = (key: string, message: string): Fault[] => [{ path: ['persons', i, key], message }];
    if (id !== i) return at('id', `${numbered('id', id)} stands at position ${i}; ids are positions, from 0`);
    if (home >= rooms.length)
      return at('home', `${numbered('room', home)} does not exist; ${range('rooms', rooms.length)}`);
    if (home >= 0 && rooms[home]?.occupant !== i)
      return at(
        'home',
        `room ${home} says its occupant is ${kindOf(rooms[home]?.occupant)}, not person ${i}`,
      );
    if (home >= 0 !== (tier === 3))
      return at('tier', home >= 0 ? 'a person with a home has tier 3' : 'tier 3 is for people with a home');
    return [];
  });
}

function roomProblems({ persons, rooms }: NeutralInstance): Fault[] {
  return rooms.flatMap(({ id, occupant }, i): Fault[] => {
    const at = (key: string, message: string): Fault[] => [{ path: ['rooms', i, key], message }];
    if (id !== i) return at('id', `${numbered('id', id)} stands at position ${i}; ids are positions, from 0`);
    if (occupant >= persons.length)
      return at(
        'occupant',
        `${numbered('person', occupant)} does not exist; ${range('persons', persons.length)}`,
      );
    if (occupant >= 0 && persons[occupant]?.home !== i)
      return at(
        'occupant',
        `person ${occupant} says their home is ${kindOf(persons[occupant]?.home)}, not room ${i}`,
      );
    return [];
  });
}

const edgeParts = ['person', 'room', 'points'] as const;

/** What is wrong with one edge taken by itself. */
function edgeFault(
  edge: unknown,
  { persons, rooms }: Sizes,
): { readonly at: number[]; readonly message: string } | null {
  if (!Array.isArray(edge) || edge.length !== edgeParts.length)
    return { at: [], message: 'an edge is three numbers: [person, room, points]' };
  for (const [at, part] of edgeParts.entries())
    if (!Number.isInteger(edge[at]))
      return { at: [at], message: `${part} is a whole number, not ${kindOf(edge[at])}` };
  const [person, room, points] = edge;
  if (person < 0 || person >= persons.length)
    return {
      at: [0],
      message: `${numbered('person', person)} does not exist; ${range('persons', persons.length)}`,
    };
  if (room < 0 || room >= rooms.length)
    return { at: [1], message: `${numbered('room', room)} does not exist; ${range('rooms', rooms.length)}` };
  if (points < LEAST_POINTS || points > MOST_POINTS)
    return { at: [2], message: `points are from ${LEAST_POINTS} to ${MOST_POINTS}, not ${kindOf(points)}` };
  return persons[person]?.home === room
    ? { at: [1], message: `room ${room} is the home of person ${person}; staying is implicit, at 0 points` }
    : null;
}

function edgeProblems(instance: NeutralInstance): Faults {
  const told: Fault[] = [];
  let count = 0;
  // There may be millions: the rest are counted without a word for each.
  for (let i = 0; i < instance.edges.length; i++) {
    const fault = edgeFault(instance.edges[i], instance);
    if (fault === null) continue;
    count++;
    if (told.length < MOST_PROBLEMS) told.push({ path: ['edges', i, ...fault.at], message: fault.message });
  }
  return count > 0 ? { told, count } : first(doubleEdges(instance));
}

/** Edges that join a person and a room a second time. */
function doubleEdges({ persons, rooms, edges }: NeutralInstance): Fault[] {
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
    .map((i): Fault => {
      const [person, room] = edges[i] ?? [];
      return { path: ['edges', i], message: `person ${person} has two edges to room ${room}` };
    });
}

function pairProblems({ persons, incompatible }: NeutralInstance): Fault[] {
  return incompatible.flatMap((pair, i) =>
    pair.flatMap((person, place): Fault[] => {
      const path = ['incompatible', i, place];
      if (person >= persons.length)
        return [
          {
            path,
            message: `${numbered('person', person)} does not exist; ${range('persons', persons.length)}`,
          },
        ];
      return place === 1 && person === pair[0]
        ? [{ path, message: `person ${person} cannot be incompatible with themselves` }]
        : [];
    }),
  );
}
