import munkres from 'munkres';
import type { Graph } from '../../shared/matching/graph.ts';

/** A bonus for a resident's having a room: more than all points of an instance together. */
const housed = 1e7;

/**
 * The table `munkres` takes, as suits it best (its work grows with the square of its rows): a row a room, a column a
 * person, then columns that stand for a room's staying empty, as many as rooms are vacant. A cost is points with the
 * sign turned; residents' are lower by so much that all of them are matched.
 */
export function costsByRoom(graph: Graph): Float64Array[] {
  const residents = graph.home.filter((home) => home >= 0).length;
  const columns = graph.people + graph.rooms - residents;
  const rows = Array.from({ length: graph.rooms }, () =>
    new Float64Array(columns).fill(Number.POSITIVE_INFINITY).fill(0, graph.people),
  );
  for (let p = 0; p < graph.people; p++) {
    const bonus = graph.home[p]! < 0 ? 0 : housed;
    if (bonus > 0) rows[graph.home[p]!]![p] = -bonus;
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++)
      rows[graph.room[e]!]![p] = -graph.low[e]! - bonus;
  }
  return rows;
}

/** The table as it is first thought of: a row a person, a column a room, then columns that stand for having none. */
export function costsByPerson(graph: Graph): Float64Array[] {
  const newcomers = graph.home.filter((home) => home < 0).length;
  return Array.from({ length: graph.people }, (_, p) => {
    const row = new Float64Array(graph.rooms + newcomers).fill(Number.POSITIVE_INFINITY);
    if (graph.home[p]! < 0) row.fill(0, graph.rooms);
    else row[graph.home[p]!] = 0;
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++) row[graph.room[e]!] = -graph.low[e]!;
    return row;
  });
}

/** The worth of what `munkres` finds in a table, less the bonuses in it. */
export function bestByMunkres(costs: readonly Float64Array[]): number {
  const total = munkres(costs).reduce((sum, [row, column]) => sum - costs[row]![column]!, 0);
  return total % housed;
}

interface PlainRoom {
  readonly name: string;
  person: PlainPerson | null;
}

interface PlainPerson {
  readonly name: string;
  readonly home: PlainRoom | null;
  readonly wants: Map<PlainRoom, number>;
  room: PlainRoom | null;
}

/** The instance as somebody would first write it: an object a person and a room, a map of wishes each. */
export function plainTown(graph: Graph): { people: PlainPerson[]; rooms: PlainRoom[] } {
  const rooms = Array.from(
    { length: graph.rooms },
    (_, r): PlainRoom => ({ name: `room ${r}`, person: null }),
  );
  const people = Array.from({ length: graph.people }, (_, p): PlainPerson => {
    const home = rooms[graph.home[p]!] ?? null;
    const wants = new Map<PlainRoom, number>(home ? [[home, 0]] : []);
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++)
      wants.set(rooms[graph.room[e]!]!, graph.low[e]!);
    return { name: `person ${p}`, home, wants, room: home };
  });
  for (const person of people) if (person.home) person.home.person = person;
  return { people, rooms };
}

/**
 * Fills one vacancy after the other over its best chain, found by trying every step until nothing gets better
 * (Bellman and Ford), and re-lets what a chain leaves empty; exact, and slow.
 */
export function bestByObjects({ people, rooms }: ReturnType<typeof plainTown>): number {
  const wanting = new Map<PlainRoom, PlainPerson[]>(rooms.map((room) => [room, []]));
  for (const person of people) for (const room of person.wants.keys()) wanting.get(room)!.push(person);
  for (const vacancy of rooms.filter((room) => room.person === null)) {
    const gain = new Map<PlainRoom, number>([[vacancy, 0]]);
    const next = new Map<PlainRoom, PlainRoom>();
    let best = { gain: 0, room: vacancy, person: null as PlainPerson | null };
    for (let queue = [vacancy]; queue.length > 0; ) {
      const later = new Set<PlainRoom>();
      for (const room of queue) {
        for (const person of wanting.get(room)!) {
          const from = person.room;
          if (from === room) continue;
          const total = gain.get(room)! + person.wants.get(room)! - (from ? person.wants.get(from)! : 0);
          if (!from) {
            if (total > best.gain) best = { gain: total, room, person };
          } else if (total > (gain.get(from) ?? Number.NEGATIVE_INFINITY)) {
            gain.set(from, total);
            next.set(from, room);
            later.add(from);
          }
        }
      }
      queue = [...later];
    }
    for (const [room, total] of gain) if (total > best.gain) best = { gain: total, room, person: null };
    let taker = best.person ?? best.room.person;
    let to: PlainRoom | undefined = best.person ? best.room : next.get(best.room);
    if (!best.person && best.room !== vacancy) best.room.person = null;
    while (taker && to) {
      const before: PlainPerson | null = to.person;
      to.person = taker;
      taker.room = to;
      taker = before;
      to = next.get(to);
    }
  }
  return people.reduce((sum, person) => sum + (person.room ? person.wants.get(person.room)! : 0), 0);
}
