import { int, type Lanes, real } from './lanes.ts';

/**
 * Who could live where, as numbers: people × rooms, with one weight an edge.
 *
 * Callers number people and rooms in canonical order (`order.ts`), because equal totals are settled by number.
 */
export interface Graph {
  /** How many people; they are numbered from 0. */
  readonly people: number;
  /** How many rooms; they are numbered from 0. */
  readonly rooms: number;
  /** By person: the room a resident lives in today, or -1 for a newcomer. That room is no edge: it is implicit, at weight 0. */
  readonly home: Int32Array;
  /** By person, length people + 1: where the person's edges begin in `room`, `high` and `low`. */
  readonly start: Int32Array;
  /** By edge: the room. */
  readonly room: Int32Array;
  /** By edge: the weight's first lane (priority tiers). */
  readonly high: Float64Array;
  /** By edge: the weight's second lane (points, then tie-breaks). */
  readonly low: Float64Array;
}

/** One edge before it is packed. */
export interface Edge extends Lanes {
  readonly person: number;
  readonly room: number;
}

/**
 * Packs edges given in any order; each person's edges come out sorted by room, so the order given leaves no trace.
 * @throws RangeError as `assertGraph`
 */
export function packGraph(home: ArrayLike<number>, rooms: number, edges: readonly Edge[]): Graph {
  const people = home.length;
  const sorted = [...edges].sort((a, b) => a.person - b.person || a.room - b.room);
  const start = new Int32Array(people + 1);
  for (const edge of sorted) start[edge.person + 1] = int(start, edge.person + 1) + 1;
  for (let p = 0; p < people; p++) start[p + 1] = int(start, p) + int(start, p + 1);
  const graph: Graph = {
    people,
    rooms,
    home: Int32Array.from(home),
    start,
    room: Int32Array.from(sorted, (edge) => edge.room),
    high: Float64Array.from(sorted, (edge) => edge.high),
    low: Float64Array.from(sorted, (edge) => edge.low),
  };
  assertGraph(graph);
  return graph;
}

/**
 * Refuses a graph the solver would misread.
 * @throws RangeError when lengths disagree, a room does not exist, two residents share a room, a person's own room
 * is also an edge, or a weight is not a safe integer
 */
export function assertGraph(graph: Graph): void {
  const { people, room, high, low, start } = graph;
  const edges = room.length;
  if (graph.home.length !== people || start.length !== people + 1 || int(start, people) !== edges)
    throw new RangeError('The graph is misshapen: home, start and room disagree about how many there are.');
  if (high.length !== edges || low.length !== edges)
    throw new RangeError('The graph is misshapen: every edge needs both lanes of its weight.');
  assertHomes(graph);
  for (let p = 0; p < people; p++) {
    for (let e = int(start, p); e < int(start, p + 1); e++) {
      const r = int(room, e);
      if (r < 0 || r >= graph.rooms)
        throw new RangeError(`Person ${p} has an edge to room ${r}, which does not exist.`);
      if (e > int(start, p) && int(room, e - 1) >= r)
        throw new RangeError(`The edges of person ${p} are not sorted by room, or two lead to room ${r}.`);
      if (r === int(graph.home, p))
        throw new RangeError(`Person ${p} has an edge to their own room, which is implicit.`);
      if (!Number.isSafeInteger(real(high, e)) || !Number.isSafeInteger(real(low, e)))
        throw new RangeError(`The weight of person ${p} for room ${r} is not a safe integer.`);
    }
  }
}

function assertHomes({ people, rooms, home }: Graph): void {
  const residentOf = new Int32Array(rooms).fill(-1);
  for (let p = 0; p < people; p++) {
    const r = int(home, p);
    if (r === -1) continue;
    if (r < 0 || r >= rooms) throw new RangeError(`Person ${p} lives in room ${r}, which does not exist.`);
    if (int(residentOf, r) >= 0)
      throw new RangeError(`Room ${r} is the home of both person ${int(residentOf, r)} and person ${p}.`);
    residentOf[r] = p;
  }
}
