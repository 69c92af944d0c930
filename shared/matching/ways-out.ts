import type { Alternative, Forbid } from './branch-nodes.ts';
import type { Chain, Move } from './chains.ts';
import type { Graph } from './graph.ts';
import { int } from './lanes.ts';

/**
 * By room: everybody who has an edge to it, residents of the room not among them.
 * Made once a graph and handed to the functions below.
 */
export function peopleByRoom(graph: Graph): number[][] {
  const people = Array.from({ length: graph.rooms }, (): number[] => []);
  for (let p = 0; p < graph.people; p++)
    for (let e = int(graph.start, p); e < int(graph.start, p + 1); e++) people[int(graph.room, e)]?.push(p);
  return people;
}

/**
 * The ways not to make all of some moves together: the first move is not made; or it is made and the second is not;
 * and so on. A plan obeys exactly one of them, so the search never works through the same plans twice, and each is
 * much tighter than "one of them is not made".
 * @param moves moves of the plan that breaks the rule, in any order
 */
export function omitOne(graph: Graph, moves: readonly Move[]): Alternative[] {
  return moves.map(
    ({ person, room }, i): Alternative => [
      ...moves.slice(0, i).map((made) => insist(graph, made)),
      { person, rooms: [room] },
    ],
  );
}

/**
 * The ways to shorten a chain or cycle that has more moves than the cap: one of the first `cap` moves is not made, or
 * all are and nobody follows into the room the last of them frees. In a cycle there is no such last way, because
 * whoever lived where the first move goes has to move as well.
 *
 * Last comes what can always be done: keeping the first moves and cutting the rest off, or opening the cycle.
 * @param cap the most moves allowed, 1 or more; fewer than the chain has
 */
export function shorten(
  graph: Graph,
  reach: readonly (readonly number[])[],
  chain: Chain,
  cap: number,
): Alternative[] {
  const first = chain.moves.slice(0, cap);
  const ways = omitOne(graph, first);
  const last = first.at(-1);
  if (chain.cycle || last === undefined) return ways.reverse();
  const followers = reach[last.from] ?? [];
  const nobodyFollows = followers.map((person): Forbid => ({ person, rooms: [last.from] }));
  return [...ways, [...first.map((made) => insist(graph, made)), ...nobodyFollows]];
}

/** Bars a person from every room but the one they move to; as a resident must have a room, a resident then has that one. */
function insist(graph: Graph, { person, room, from }: Move): Forbid {
  const others = [...graph.room.subarray(int(graph.start, person), int(graph.start, person + 1))];
  return { person, rooms: [from, ...others].filter((other) => other >= 0 && other !== room) };
}
