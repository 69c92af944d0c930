import type { Problem } from './compile.ts';
import type { House } from './pool-types.ts';
import { peopleByRoom } from './ways-out.ts';

/** A home of the pool with its rooms, by their numbers. */
export interface HouseRooms {
  readonly house: House;
  readonly rooms: readonly number[];
  /** Residents who may move, by their numbers. */
  readonly movers: readonly number[];
}

/** What the rules about homes and teams look up again and again, made once a problem. */
export interface HouseIndex {
  readonly houses: readonly HouseRooms[];
  /** By room: the position of its home in `houses`. */
  readonly houseOf: Int32Array;
  /** By team: the rooms of its homes. */
  readonly roomsOfTeam: ReadonlyMap<string, readonly number[]>;
  /** By room: everybody who has an edge to it. */
  readonly reach: readonly (readonly number[])[];
}

export function indexHouses(problem: Problem): HouseIndex {
  const { places } = problem.pool;
  const rooms = new Map<House, number[]>();
  const roomsOfTeam = new Map<string, number[]>();
  places.forEach(({ house, home }, room) => {
    put(rooms, house, room);
    if (home.team !== null) put(roomsOfTeam, home.team, room);
  });
  const houses = [...rooms].map(([house, inside]): HouseRooms => {
    return { house, rooms: inside, movers: house.movers.map((mover) => problem.subjectIndex(mover)) };
  });
  const houseOf = new Int32Array(places.length);
  houses.forEach(({ rooms: inside }, at) => {
    for (const room of inside) houseOf[room] = at;
  });
  return { houses, houseOf, roomsOfTeam, reach: peopleByRoom(problem.graph) };
}

function put<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}
