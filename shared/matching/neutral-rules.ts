import type { Assignment } from './assignment.ts';
import type { Alternative, Conflict, FindBroken, Forbid } from './branch.ts';
import { chainsOf } from './chains.ts';
import type { Graph } from './graph.ts';
import { int } from './lanes.ts';
import { peopleByRoom, shorten } from './ways-out.ts';

/** What the rules of a neutral instance are read from; people and rooms by their number in the graph. */
export interface RuleFacts {
  readonly graph: Graph;
  /** By room: its house. */
  readonly house: readonly number[];
  /** Whether two people may not share a house; null when nobody clashes with anybody. */
  readonly clash: ((a: number, b: number) => boolean) | null;
  /** The most moves a chain or a cycle may have; null for any number. */
  readonly maxChain: number | null;
}

interface House {
  readonly rooms: number[];
  /** Everybody who lives there or could. */
  readonly reach: number[];
}

/**
 * The rules of a neutral instance: nobody who clashes shares a house, unless both live there today and neither leaves;
 * no chain and no cycle is longer than the cap.
 */
export function neutralRules(facts: RuleFacts): FindBroken {
  const houses = facts.clash ? housesOf(facts) : new Map<number, House>();
  const reach = facts.maxChain === null ? [] : peopleByRoom(facts.graph);
  return (assignment) => [
    ...brokenByClash(facts, houses, assignment),
    ...brokenByLength(facts, reach, assignment),
  ];
}

function housesOf({ graph, house }: RuleFacts): Map<number, House> {
  const houses = new Map<number, House>();
  const at = (room: number): House | undefined => houses.get(house[room] ?? Number.NaN);
  house.forEach((name, room) => {
    const known = houses.get(name);
    if (known) known.rooms.push(room);
    else houses.set(name, { rooms: [room], reach: [] });
  });
  const note = (person: number, reach: number[] | undefined) => {
    if (reach && reach.at(-1) !== person) reach.push(person);
  };
  for (let p = 0; p < graph.people; p++) {
    if (int(graph.home, p) >= 0) note(p, at(int(graph.home, p))?.reach);
    for (let e = int(graph.start, p); e < int(graph.start, p + 1); e++)
      note(p, at(int(graph.room, e))?.reach);
  }
  return houses;
}

/**
 * In each house with a clash, take the person with most of them: either they are not in the house, or they are in
 * no other and everybody who clashes with them keeps out. One of the two is true of every plan that keeps the rules, so
 * the whole knot is untied by one branching.
 */
function brokenByClash(facts: RuleFacts, houses: Map<number, House>, assignment: Assignment): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [name, { rooms, reach }] of houses) {
    const inside = rooms.map((r) => assignment.personIn(r)).filter((p) => p >= 0);
    const clashes = inside.map((p) => inside.filter((q) => createsClash(facts, name, p, q)).length);
    const most = Math.max(0, ...clashes);
    if (most === 0) continue;
    const person = Math.min(...inside.filter((_, i) => clashes[i] === most));
    const rivals = reach.filter((q) => createsClash(facts, name, person, q));
    const elsewhere = roomsOf(facts.graph, person).filter((r) => !rooms.includes(r));
    const leave: Alternative = [{ person, rooms }];
    const keepOut = rivals.map((rival): Forbid => ({ person: rival, rooms }));
    const remain: Alternative = [{ person, rooms: elsewhere }, ...keepOut];
    conflicts.push(rooms.includes(int(facts.graph.home, person)) ? [leave, remain] : [remain, leave]);
  }
  return conflicts;
}

/** Every room a person could be in, their own included. */
function roomsOf({ home, start, room }: Graph, person: number): number[] {
  const others = [...room.subarray(int(start, person), int(start, person + 1))];
  return int(home, person) < 0 ? others : [int(home, person), ...others];
}

function createsClash({ graph, house, clash }: RuleFacts, name: number, p: number, q: number): boolean {
  const livesHere = (person: number) => house[int(graph.home, person)] === name;
  return p !== q && clash !== null && clash(p, q) && !(livesHere(p) && livesHere(q));
}

function brokenByLength(
  { graph, maxChain }: RuleFacts,
  reach: number[][],
  assignment: Assignment,
): Conflict[] {
  if (maxChain === null) return [];
  const long = chainsOf(graph, assignment).filter(({ moves }) => moves.length > maxChain);
  return long.map((chain) => shorten(graph, reach, chain, maxChain));
}
