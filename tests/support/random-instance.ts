import { type Edge, type Graph, packGraph } from '../../shared/matching/graph.ts';
import type { NeutralInstance } from '../../shared/matching/neutral.ts';
import { encodeObjective, type Objective, type ObjectiveScale } from '../../shared/matching/objective.ts';

/** What a made-up instance looks like; chances are from 0 to 1. */
export interface Shape {
  readonly residents: number;
  readonly newcomers: number;
  /** Rooms nobody lives in. */
  readonly vacancies: number;
  readonly houses: number;
  readonly edgeChance: number;
  /** Points are whole numbers from `least` to `most`; a narrow span makes many ties. */
  readonly least: number;
  readonly most: number;
  readonly clashChance: number;
}

/** Chance that can be repeated (mulberry32). */
export interface Dice {
  /** @returns from 0 up to 1, without 1 */
  next(): number;
  /** @returns a whole number from 0 to n - 1 */
  below(n: number): number;
  shuffled<T>(items: readonly T[]): T[];
}

export function dice(seed: number): Dice {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  const shuffled = <T>(items: readonly T[]) => {
    const left = [...items];
    return items.map(() => left.splice(below(left.length), 1)[0]!);
  };
  return { next, below, shuffled };
}

/** A shape drawn by chance: some are mostly residents who would all like each other's rooms, which makes cycles. */
export function randomShape(seed: number, largest: number): Shape {
  const { below, next } = dice(seed ^ 0x5bd1e995);
  const swapping = next() < 0.4;
  const least = [-5, 0, 1][below(3)]!;
  return {
    residents: swapping ? Math.ceil(largest * 0.8) : below(Math.ceil(largest / 2) + 1),
    newcomers: swapping ? below(2) : 1 + below(Math.ceil(largest / 2)),
    vacancies: swapping ? below(2) : below(Math.ceil(largest / 2)),
    houses: 1 + below(Math.ceil(largest / 2)),
    edgeChance: 0.2 + 0.7 * next(),
    least,
    most: least + [1, 6, 40][below(3)]!,
    clashChance: 0.3 * next(),
  };
}

/** Residents come first, and live in the rooms of their own number; ids say nothing about worth. */
export function randomInstance(seed: number, shape: Shape): NeutralInstance {
  const { next, below } = dice(seed);
  const rooms = shape.residents + shape.vacancies;
  const people = shape.residents + shape.newcomers;
  const mask = () => (next() < shape.clashChance ? 1 << below(3) : 0);
  const edges: [number, number, number][] = [];
  const instance: NeutralInstance = { persons: [], rooms: [], edges, incompatible: [] };
  for (let r = 0; r < rooms; r++) {
    const occupant = r < shape.residents ? r : -1;
    instance.rooms.push({ id: r, house: below(shape.houses), level: below(4), occupant });
  }
  for (let p = 0; p < people; p++) {
    const resident = p < shape.residents;
    const [tier, home, kind] = resident ? [3, p, 'resident'] : [below(3), -1, 'newcomer'];
    instance.persons.push({ id: p, kind, tier, home, wait: below(6), traits: mask(), avoids: mask() });
    for (let r = 0; r < rooms; r++) {
      if (r === home || next() >= shape.edgeChance) continue;
      edges.push([p, r, shape.least + below(shape.most - shape.least + 1)]);
    }
    if (p > 0 && next() < shape.clashChance) instance.incompatible.push([p, below(p)]);
  }
  return instance;
}

/** The instance's graph in the order of its ids. */
export function graphOf(
  instance: NeutralInstance,
  objective: Objective,
): { graph: Graph; scale: ObjectiveScale } {
  const edges = instance.edges.map(([person, room, low]): Edge => ({ person, room, high: 0, low }));
  const home = instance.persons.map((person) => person.home);
  const bare = packGraph(home, instance.rooms.length, edges);
  const { high, low, scale } = encodeObjective({
    objective,
    tier: instance.persons.map(({ tier }) => tier),
    wait: instance.persons.map(({ wait }) => wait),
    start: bare.start,
    points: bare.low,
    rooms: instance.rooms.length,
  });
  return { graph: { ...bare, high, low }, scale };
}
