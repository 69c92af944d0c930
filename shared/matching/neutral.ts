import { solveWithin } from './branch.ts';
import { type Solved, solveWithCap } from './capped-search.ts';
import { assertProved } from './certificate.ts';
import { chainsOf } from './chains.ts';
import type { Graph } from './graph.ts';
import { int, type Lanes } from './lanes.ts';
import type { NeutralInstance } from './neutral-instance.ts';
import { neutralRules } from './neutral-rules.ts';
import { decodeObjective, encodeObjective, type Objective, type ObjectiveScale } from './objective.ts';
import { canonicalOrder } from './order.ts';
import { isAddable, TooLargeToAdd } from './weights.ts';

export { type NeutralInstance, type ReadInstance, readInstance } from './neutral-instance.ts';
export { TooLargeToAdd } from './weights.ts';

/** Points; or people placed in tiers 0, 1 and 2, then points. */
export type NeutralValue = number | readonly [number, number, number, number];

/** The best plan of a neutral instance, by the instance's ids. */
export interface NeutralPlan {
  /** Person and new room of everybody whose room changes, by person. */
  readonly assignments: readonly (readonly [number, number])[];
  readonly objective: NeutralValue;
  /** No plan that keeps the rules is worth more. */
  readonly upperBound: NeutralValue;
  /** `upperBound` less `objective`, number by number; all 0 when the plan is proved best. */
  readonly gap: NeutralValue;
  /** People in the order in which they move, the one into the empty room first; by first person. A cycle begins with its lowest id. */
  readonly chains: readonly (readonly number[])[];
  readonly certified: true;
}

export interface NeutralOptions {
  readonly objective: Objective;
  /** The most moves a chain or cycle may have; any number when left out. */
  readonly maxChain?: number | undefined;
  /** As in `SearchOptions`. */
  readonly nodeBudget?: number | undefined;
  readonly onProgress?: ((done: number, people: number) => void) | undefined;
}

/**
 * The best plan, with its proof checked. The order of persons, rooms and edges in the instance decides nothing but
 * their ids; among plans of equal worth the canonical order of ids decides.
 * @throws TooLargeToAdd when points or waits are too large to be added exactly; nothing is searched then
 * @throws RangeError when `maxChain` is not 1 or more
 * @throws Error when the proof fails or the plan breaks a rule, which would be a fault of the solver
 */
export function solveInstance(instance: NeutralInstance, options: NeutralOptions): NeutralPlan {
  const { objective, maxChain } = options;
  if (maxChain !== undefined && (!Number.isInteger(maxChain) || maxChain < 1))
    throw new RangeError(`A chain can be capped at 1 move or more, not at ${maxChain}.`);
  const problem = compileInstance(instance, options);
  if (!isAddable(problem.graph))
    throw new TooLargeToAdd('Points and waits are too large to be added exactly.');
  const search = (graph: Graph, cap: number | null) => solveSearching({ ...problem, graph }, cap, options);
  // No chain has more moves than there are people.
  const cap = maxChain === undefined ? null : Math.min(maxChain, problem.graph.people);
  const layers = problem.clash === null;
  const solved =
    cap === null
      ? search(problem.graph, null)
      : solveWithCap(problem.graph, Math.max(1, cap), { ...options, layers }, search);
  return tell(problem, solved, objective);
}

function solveSearching(problem: Compiled, maxChain: number | null, options: NeutralOptions): Solved {
  const broken = neutralRules({ ...problem, maxChain });
  const { assignment, value, upperBound } = solveWithin(problem.graph, broken, options);
  assertProved(problem.graph, assignment);
  if (broken(assignment).length > 0) throw new Error('The plan breaks a rule.');
  return { placed: assignment, value, upperBound };
}

interface Compiled {
  readonly graph: Graph;
  readonly scale: ObjectiveScale;
  readonly house: readonly number[];
  readonly clash: ((a: number, b: number) => boolean) | null;
  /** By number in the graph: the instance's id. */
  readonly personIds: readonly number[];
  readonly roomIds: readonly number[];
}

/** Renumbers people and rooms in canonical order and packs the edges. */
export function compileInstance(
  instance: NeutralInstance,
  { objective }: Pick<NeutralOptions, 'objective'>,
): Compiled {
  const personIds = canonicalOrder(instance.persons.map(({ id }) => `person ${id}`));
  const roomIds = canonicalOrder(instance.rooms.map(({ id }) => `room ${id}`));
  const personAt = positions(personIds);
  const roomAt = positions(roomIds);
  const persons = personIds.flatMap((id) => instance.persons[id] ?? []);
  const rooms = roomIds.flatMap((id) => instance.rooms[id] ?? []);
  const home = persons.map((person) => (person.home < 0 ? -1 : int(roomAt, person.home)));
  const { start, room, points } = packEdges(instance, personAt, roomAt, persons.length);
  const { high, low, scale } = encodeObjective({
    objective,
    tier: persons.map(({ tier }) => tier),
    wait: persons.map(({ wait }) => wait),
    start,
    points,
    rooms: rooms.length,
  });
  const pairs = new Set(instance.incompatible.map(([a, b]) => pairKey(int(personAt, a), int(personAt, b))));
  const clash = (a: number, b: number) => {
    const p = persons[a];
    const q = persons[b];
    if (p === undefined || q === undefined) return false;
    return (p.avoids & q.traits) !== 0 || (q.avoids & p.traits) !== 0 || pairs.has(pairKey(a, b));
  };
  const house = rooms.map((room) => room.house);
  const graph = {
    people: persons.length,
    rooms: rooms.length,
    home: Int32Array.from(home),
    start,
    room,
    high,
    low,
  };
  const canClash = pairs.size > 0 || persons.some(({ avoids }) => avoids !== 0);
  return { graph, scale, house, clash: canClash ? clash : null, personIds, roomIds };
}

/**
 * The edges in columns, by person and then by room. Going through the rooms first and the people second leaves each
 * person's in the order of the rooms, without comparing any two.
 */
function packEdges(
  { edges, rooms }: NeutralInstance,
  personAt: Int32Array,
  roomAt: Int32Array,
  people: number,
): { readonly start: Int32Array; readonly room: Int32Array; readonly points: Int32Array } {
  const byRoom = counted(rooms.length, edges.length, (i) => int(roomAt, edges[i]?.[1] ?? 0));
  const byPerson = counted(people, byRoom.order.length, (i) =>
    int(personAt, edges[int(byRoom.order, i)]?.[0] ?? 0),
  );
  const sorted = byPerson.order.map((i) => int(byRoom.order, i));
  return {
    start: byPerson.start,
    room: sorted.map((i) => int(roomAt, edges[i]?.[1] ?? 0)),
    points: sorted.map((i) => edges[i]?.[2] ?? 0),
  };
}

/**
 * Sorts positions by a small whole number, keeping the order of equals.
 * @returns the positions in order, and where each number begins among them
 */
function counted(
  keys: number,
  length: number,
  keyOf: (i: number) => number,
): { start: Int32Array; order: Int32Array } {
  const start = new Int32Array(keys + 1);
  for (let i = 0; i < length; i++) start[keyOf(i) + 1] = int(start, keyOf(i) + 1) + 1;
  for (let key = 0; key < keys; key++) start[key + 1] = int(start, key + 1) + int(start, key);
  const next = start.slice();
  const order = new Int32Array(int(start, keys));
  for (let i = 0; i < length; i++) {
    const key = keyOf(i);
    order[int(next, key)] = i;
    next[key] = int(next, key) + 1;
  }
  return { start, order };
}

function positions(ids: readonly number[]): Int32Array {
  const at = new Int32Array(ids.length);
  ids.forEach((id, position) => {
    at[id] = position;
  });
  return at;
}

function pairKey(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Writes a result down by the instance's ids. */
function tell(problem: Compiled, solved: Solved, objective: Objective): NeutralPlan {
  const { graph, personIds, roomIds, scale } = problem;
  const assignments: [number, number][] = [];
  for (let p = 0; p < graph.people; p++) {
    const room = solved.placed.roomOf(p);
    if (room >= 0 && room !== int(graph.home, p)) assignments.push([personIds[p] ?? -1, roomIds[room] ?? -1]);
  }
  assignments.sort(([a], [b]) => a - b);
  const chains = chainsOf(graph, solved.placed).map(({ moves, cycle }) => {
    const people = moves.map(({ person }) => personIds[person] ?? -1);
    return cycle ? fromLowest(people) : people;
  });
  chains.sort(([a = 0], [b = 0]) => a - b);
  const value = read(scale, solved.value, objective);
  const upperBound = read(scale, solved.upperBound, objective);
  return {
    assignments,
    objective: value,
    upperBound,
    gap: subtract(upperBound, value),
    chains,
    certified: true,
  };
}

function fromLowest(people: readonly number[]): number[] {
  const first = people.indexOf(Math.min(...people));
  return [...people.slice(first), ...people.slice(0, first)];
}

function read(scale: ObjectiveScale, value: Lanes, objective: Objective): NeutralValue {
  const { placed, points } = decodeObjective(scale, value);
  return objective === 'points' ? points : [...placed, points];
}

function subtract(a: NeutralValue, b: NeutralValue): NeutralValue {
  if (typeof a === 'number' || typeof b === 'number') return Number(a) - Number(b);
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3]];
}
