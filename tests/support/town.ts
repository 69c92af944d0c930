import type { NeutralInstance } from '../../shared/matching/neutral.ts';
import { dice } from './random-instance.ts';

export interface TownShape {
  readonly people: number;
  readonly rooms: number;
  /** Rooms nobody lives in, most of them move-on homes. */
  readonly vacant: number;
  /** How many rooms a person could have, about. */
  readonly feasible: number;
  /** Whether residents may move to a home with as much support as theirs; otherwise they only step down. */
  readonly lateral?: boolean;
  /** Chance that somebody avoids a trait, and that somebody has it. */
  readonly clashChance?: number;
}

/** The measured case: rooms for a third of the people, a sixth of them vacant; at the largest, rooms for a quarter. */
export function townOf(people: number): TownShape {
  const rooms = Math.floor(Math.min(0.36 * people, 25_000));
  return { people, rooms, vacant: Math.floor(rooms / 6), feasible: 38 };
}

const levels = 4;
const roomsInAHouse = 5;
const shareOfTiers = [0.1, 0.35];

/**
 * A made-up partnership as a neutral instance: a resident in every room that is not vacant, and newcomers. Rooms have a
 * level of support and a place; people are after a level and a place, and fit the nearest rooms of the levels that
 * would do. Points are higher the nearer a room is and the better its level fits.
 */
export function town(shape: TownShape, seed: number): NeutralInstance {
  const { next, below } = dice(seed);
  const residents = shape.rooms - shape.vacant;
  const level = Array.from({ length: shape.rooms }, (_, room) =>
    room < residents ? Math.min(levels - 1, below(levels)) : next() < 0.7 ? levels - 1 : below(levels),
  );
  const place = level.map(() => next());
  const byLevel = Array.from({ length: levels }, (_, one) =>
    level.flatMap((of, room) => (of === one ? [room] : [])).sort((a, b) => place[a]! - place[b]! || a - b),
  );
  const trait = () => (shape.clashChance && next() < shape.clashChance ? 1 << below(3) : 0);
  const instance: NeutralInstance = {
    persons: [],
    rooms: level.map((of, id) => ({
      id,
      house: Math.floor(id / roomsInAHouse),
      level: of,
      occupant: id < residents ? id : -1,
    })),
    edges: [],
    incompatible: [],
  };
  const edges: [number, number, number][] = [];
  for (let id = 0; id < shape.people; id++) {
    const home = id < residents ? id : -1;
    const roll = next();
    const tier = home >= 0 ? levels - 1 : roll < shareOfTiers[0]! ? 0 : roll < shareOfTiers[1]! ? 1 : 2;
    const need = home >= 0 ? level[home]! : Math.floor(levels * next() * next());
    instance.persons.push({
      ...{ id, kind: home >= 0 ? 'resident' : 'newcomer', tier, home },
      ...{ wait: below(365), traits: trait(), avoids: trait() },
    });
    const wanted = home < 0 ? [need, Math.min(levels - 1, need + 1)] : levelsOnwards(need, shape.lateral);
    const at = next();
    for (const one of new Set(wanted)) {
      const rooms = byLevel[one]!;
      const many = Math.min(rooms.length, Math.ceil(shape.feasible / new Set(wanted).size));
      const first = Math.floor(at * rooms.length) - (many >> 1);
      for (let i = 0; i < many; i++) {
        const room = rooms[(first + i + rooms.length) % rooms.length]!;
        if (room === home) continue;
        const near = Math.round(20 * (1 - Math.abs(2 * i - many) / many));
        edges.push([id, room, 30 + near + (one === need ? 10 : 0) + below(40)]);
      }
    }
  }
  return { ...instance, edges };
}

/** The levels with less support than a resident's own, or as much. */
function levelsOnwards(own: number, lateral = false): number[] {
  return Array.from({ length: levels }, (_, one) => one).filter(
    (one) => one > own || (lateral && one === own),
  );
}
