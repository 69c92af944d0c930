import type { NeutralInstance } from '../../shared/matching/neutral.ts';

/** By person: a room, or -1. */
export type Rooms = readonly number[];

export interface Rules {
  readonly clashes: boolean;
  readonly maxChain: number | null;
}

/** Tries every assignment of a tiny instance. @returns the best rating, compared number by number */
export function bestByHand(
  instance: NeutralInstance,
  rate: (rooms: Rooms) => readonly number[],
  rules: Rules,
): readonly number[] {
  const rooms: number[] = [];
  let best: readonly number[] | null = null;
  const tryFrom = (person: number): void => {
    if (person === instance.persons.length) {
      const rating = keepsRules(instance, rooms, rules) ? rate(rooms) : null;
      if (rating && (best === null || isBetter(rating, best))) best = rating;
      return;
    }
    const home = instance.persons[person]!.home;
    const options = instance.edges.filter(([p]) => p === person).map(([, room]) => room);
    for (const room of [home, ...options]) {
      if (room >= 0 && rooms.slice(0, person).includes(room)) continue;
      rooms[person] = room;
      tryFrom(person + 1);
    }
    rooms.length = person;
  };
  tryFrom(0);
  if (best === null) throw new Error('Everybody staying keeps every rule.');
  return best;
}

/** Newcomers placed in tiers 0, 1 and 2, points, and days waited by everybody who moves. */
export function rateTiers(instance: NeutralInstance): (rooms: Rooms) => number[] {
  return (rooms) => {
    const rating = [0, 0, 0, 0, 0];
    for (const { id, tier, home, wait } of instance.persons) {
      const room = rooms[id]!;
      if (room === home) continue;
      if (tier < 3) rating[tier]! += 1;
      rating[3]! += instance.edges.find(([p, r]) => p === id && r === room)![2];
      rating[4]! += wait;
    }
    return rating;
  };
}

/** Points, and days waited by everybody who moves. */
export function ratePoints(instance: NeutralInstance): (rooms: Rooms) => number[] {
  const rate = rateTiers(instance);
  return (rooms) => rate(rooms).slice(3);
}

/** The rules of a neutral instance, read off the words alone. */
export function keepsRules(instance: NeutralInstance, rooms: Rooms, rules: Rules): boolean {
  if (rules.clashes && createsClash(instance, rooms)) return false;
  return rules.maxChain === null || longestChain(instance, rooms) <= rules.maxChain;
}

function createsClash({ persons, rooms: all, incompatible }: NeutralInstance, rooms: Rooms): boolean {
  const houseOf = (room: number) => all[room]?.house ?? null;
  for (const p of persons) {
    for (const q of persons) {
      const house = houseOf(rooms[p.id]!);
      if (p.id >= q.id || house === null || house !== houseOf(rooms[q.id]!)) continue;
      const listed = incompatible.some(([a, b]) => (a === p.id && b === q.id) || (a === q.id && b === p.id));
      const mismatch = (p.avoids & q.traits) !== 0 || (q.avoids & p.traits) !== 0;
      const already = houseOf(p.home) === house && houseOf(q.home) === house;
      if ((listed || mismatch) && !already) return true;
    }
  }
  return false;
}

/** Moves hang together when one goes into the room another leaves; counts the most that do. */
function longestChain({ persons }: NeutralInstance, rooms: Rooms): number {
  const group = persons.map(({ id }) => id);
  const movers = persons.filter(({ id, home }) => rooms[id] !== home);
  for (const { id, home } of movers) {
    const taker = movers.find((other) => home >= 0 && rooms[other.id] === home);
    if (!taker) continue;
    const [from, to] = [group[taker.id]!, group[id]!];
    group.forEach((name, i) => {
      if (name === from) group[i] = to;
    });
  }
  return Math.max(
    0,
    ...movers.map(({ id }) => movers.filter((other) => group[other.id] === group[id]).length),
  );
}

function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, position) => value !== b[position]);
  return i >= 0 && a[i]! > b[i]!;
}
