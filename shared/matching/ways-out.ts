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
 * The ways to shorten a chain or cycle that has more moves than the cap. Either one of the first `cap` - 1 moves is not
 * made, or all are, and then into the room they free moves
 * - the same resident as now, whose own room then stays empty; or
 * - another resident; or
 * - a newcomer, or nobody.
 *
 * In a cycle one of the first `cap` moves is not made: whoever lived where the first one goes has to move as well.
 *
 * Last comes what can always be done and costs least: a newcomer ends the chain early, or the cycle is opened.
 * @param reach from `peopleByRoom`
 * @param cap the most moves allowed, 1 or more; fewer than the chain has
 */
export function shorten(
  graph: Graph,
  reach: readonly (readonly number[])[],
  chain: Chain,
  cap: number,
): Alternative[] {
  const last = chain.moves[cap - 1];
  if (chain.cycle || last === undefined) return omitOne(graph, chain.moves.slice(0, cap)).reverse();
  const earlier = chain.moves.slice(0, cap - 1);
  const made = earlier.map((move) => insist(graph, move));
  const isResident = (person: number) => int(graph.home, person) >= 0;
  const takers = reach[last.room] ?? [];
  const nobodyFollows = bar(reach[last.from] ?? [], last.from);
  const another = bar([last.person, ...takers.filter((person) => !isResident(person))], last.room);
  return [
    ...omitOne(graph, earlier),
    [...made, insist(graph, last), ...nobodyFollows],
    [...made, ...another],
    [...made, ...bar(takers.filter(isResident), last.room)],
  ];
}

function bar(people: readonly number[], room: number): Forbid[] {
  return people.map((person): Forbid => ({ person, rooms: [room] }));
}

/** Bars a person from every room but the one they move to; as a resident must have a room, a resident then has that one. */
function insist(graph: Graph, { person, room, from }: Move): Forbid {
  const others = [...graph.room.subarray(int(graph.start, person), int(graph.start, person + 1))];
  return { person, rooms: [from, ...others].filter((other) => other >= 0 && other !== room) };
}
