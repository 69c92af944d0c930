import type { Assignment } from './assignment.ts';
import {
  type Conflict,
  type FindBroken,
  type SearchOptions,
  type SearchResult,
  solveWithin,
} from './branch.ts';
import type { Placed } from './chains.ts';
import type { Graph } from './graph.ts';
import { int, real } from './lanes.ts';

/** A graph in which every resident and every lived-in room stands once for each position in a chain. */
export interface Layers {
  readonly graph: Graph;
  readonly cap: number;
  /** By person of the layered graph: the person they are. Copies of one resident follow one another. */
  readonly personOf: Int32Array;
  /** By room of the layered graph: the room it is. */
  readonly roomOf: Int32Array;
  /** By person of the graph given: their first copy. */
  readonly firstCopy: Int32Array;
}

/** Whether residents' wishes go round nowhere, so that every move is part of a chain into a vacancy. */
export function hasNoRings(graph: Graph): boolean {
  const residentOf = new Int32Array(graph.rooms).fill(-1);
  graph.home.forEach((room, person) => {
    if (room >= 0) residentOf[room] = person;
  });
  const waiting = new Int32Array(graph.people);
  const eachNext = (person: number, visit: (next: number) => void): void => {
    for (let e = int(graph.start, person); e < int(graph.start, person + 1); e++) {
      const next = int(residentOf, int(graph.room, e));
      if (next >= 0) visit(next);
    }
  };
  const residents = [...graph.home.keys()].filter((person) => int(graph.home, person) >= 0);
  for (const person of residents)
    eachNext(person, (next) => {
      waiting[next] = int(waiting, next) + 1;
    });
  const free = residents.filter((person) => int(waiting, person) === 0);
  for (const person of free)
    eachNext(person, (next) => {
      waiting[next] = int(waiting, next) - 1;
      if (int(waiting, next) === 0) free.push(next);
    });
  return free.length === residents.length;
}

/**
 * Lays a graph out by position: the first move of a chain goes into a vacancy, the second into the room that the first
 * has freed, and so on to the cap. Chains over the cap are not in it; what it does not know is that somebody moves once.
 * @source the position-indexed formulation of kidney exchange: Dickerson, Manlove, Plaut, Sandholm and Trimble, 2016
 */
export function layOut(graph: Graph, cap: number): Layers {
  const vacant = new Uint8Array(graph.rooms).fill(1);
  for (const room of graph.home) if (room >= 0) vacant[room] = 0;
  const copyOf = new Int32Array(graph.rooms);
  const roomOf: number[] = [];
  for (let room = 0; room < graph.rooms; room++) {
    copyOf[room] = roomOf.length;
    // A lived-in room is freed by a move in position 1 to the cap, and can be taken in position 2 to one after.
    for (let copy = 0; copy < (vacant[room] ? 1 : cap); copy++) roomOf.push(room);
  }
  const firstCopy = new Int32Array(graph.people);
  const personOf: number[] = [];
  const home: number[] = [];
  const start = [0];
  const edge: number[] = [];
  const room: number[] = [];
  for (let person = 0; person < graph.people; person++) {
    firstCopy[person] = personOf.length;
    const own = int(graph.home, person);
    for (let position = 1; position <= (own < 0 ? 1 : cap); position++) {
      personOf.push(person);
      home.push(own < 0 ? -1 : int(copyOf, own) + position - 1);
      for (let e = int(graph.start, person); e < int(graph.start, person + 1); e++) {
        const wanted = int(graph.room, e);
        const first = int(copyOf, wanted);
        const positions = own < 0 ? range(cap) : [position - 1];
        for (const copy of copiesTaken(positions, vacant[wanted] === 1)) {
          edge.push(e);
          room.push(first + copy);
        }
      }
      start.push(room.length);
    }
  }
  return {
    cap,
    personOf: Int32Array.from(personOf),
    roomOf: Int32Array.from(roomOf),
    firstCopy,
    graph: {
      people: personOf.length,
      rooms: roomOf.length,
      home: Int32Array.from(home),
      start: Int32Array.from(start),
      room: Int32Array.from(room),
      high: Float64Array.from(edge, (e) => real(graph.high, e)),
      low: Float64Array.from(edge, (e) => real(graph.low, e)),
    },
  };
}

/** Which copies of a room moves in some positions (from 0) can go into: a vacancy only the first of a chain, a lived-in room any later one. */
function copiesTaken(positions: readonly number[], isVacant: boolean): number[] {
  return isVacant ? positions.filter((at) => at === 0) : positions.filter((at) => at > 0).map((at) => at - 1);
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** Somebody moves once: where a plan moves two copies of them, the first does not move, or no other does. */
function movesOnce({ graph, personOf }: Layers): FindBroken {
  return (plan: Assignment) => {
    const conflicts: Conflict[] = [];
    const moves = (copy: number): boolean =>
      int(graph.home, copy) >= 0 && plan.roomOf(copy) !== int(graph.home, copy);
    for (let copy = 0; copy < graph.people; copy++) {
      if (copy > 0 && int(personOf, copy) === int(personOf, copy - 1)) continue;
      const copies: number[] = [];
      for (let one = copy; one < graph.people && int(personOf, one) === int(personOf, copy); one++)
        copies.push(one);
      const [first, second] = copies.filter(moves);
      if (first === undefined || second === undefined) continue;
      const stays = (one: number) => ({
        person: one,
        rooms: [...graph.room.subarray(int(graph.start, one), int(graph.start, one + 1))],
      });
      conflicts.push([copies.filter((one) => one !== first).map(stays), [stays(first)]]);
    }
    return conflicts;
  };
}

/** The best plan found with chains up to the cap, over the layered graph. */
export function solveCapped(layers: Layers, options: SearchOptions): SearchResult {
  return solveWithin(layers.graph, movesOnce(layers), options);
}

/** Who is where, by the people and rooms of the graph that was laid out. */
export function unlayered(graph: Graph, layers: Layers, assignment: Assignment): Placed {
  const roomOf = graph.home.slice();
  for (let copy = 0; copy < layers.graph.people; copy++) {
    const room = assignment.roomOf(copy);
    if (room >= 0 && room !== int(layers.graph.home, copy))
      roomOf[int(layers.personOf, copy)] = int(layers.roomOf, room);
  }
  const personIn = new Int32Array(graph.rooms).fill(-1);
  roomOf.forEach((room, person) => {
    if (room >= 0) personIn[room] = person;
  });
  return { roomOf: (person) => int(roomOf, person), personIn: (room) => int(personIn, room) };
}
