import type { Graph } from './graph.ts';
import { int } from './lanes.ts';

/** One person changing rooms. */
export interface Move {
  readonly person: number;
  readonly room: number;
  /** The room the person leaves, or -1 for a newcomer. */
  readonly from: number;
}

/** Moves that hang together: each goes into the room the move before it has freed. */
export interface Chain {
  /** In the order in which they are carried out: the move into the empty room first. */
  readonly moves: readonly Move[];
  /** Whether the moves go round in a ring, so that no room was empty to begin with. */
  readonly cycle: boolean;
}

/** The part of an assignment that chains and days are read from. */
export interface Placed {
  roomOf(person: number): number;
  personIn(room: number): number;
}

/**
 * @returns every move of the assignment in exactly one chain: first the chains into rooms nobody lives in today, by
 * room; then the cycles, each from its lowest-numbered person, by that person
 */
export function chainsOf(graph: Graph, assignment: Placed): Chain[] {
  const residentOf = new Int32Array(graph.rooms).fill(-1);
  graph.home.forEach((room, person) => {
    if (room >= 0) residentOf[room] = person;
  });
  const told = new Uint8Array(graph.people);
  const chains: Chain[] = [];
  for (let r = 0; r < graph.rooms; r++) {
    if (int(residentOf, r) >= 0 || assignment.personIn(r) < 0) continue;
    chains.push({ moves: follow(graph, assignment, assignment.personIn(r), told), cycle: false });
  }
  for (let p = 0; p < graph.people; p++) {
    const home = int(graph.home, p);
    if (home < 0 || told[p] || assignment.roomOf(p) === home) continue;
    chains.push({ moves: follow(graph, assignment, p, told), cycle: true });
  }
  return chains;
}

/** Collects a person's move, that of whoever takes the room they leave, and so on until nobody does. */
function follow(graph: Graph, assignment: Placed, first: number, told: Uint8Array): Move[] {
  const moves: Move[] = [];
  let person = first;
  while (person >= 0 && !told[person]) {
    told[person] = 1;
    const from = int(graph.home, person);
    moves.push({ person, room: assignment.roomOf(person), from });
    person = from < 0 ? -1 : assignment.personIn(from);
  }
  return moves;
}
