import munkres from 'munkres';
import type { Graph } from '../../shared/matching/graph.ts';

/** More than all points of an instance together: no plan that leaves a resident without a room can be best. */
const forbidden = 1e9;

/** The cost table `munkres` takes: a row a person, a column a room, and columns that stand for having none. */
export function costTable(graph: Graph): number[][] {
  return Array.from({ length: graph.people }, (_, p) => {
    const newcomer = graph.home[p]! < 0;
    const row = new Array<number>(Math.max(graph.people, graph.rooms)).fill(forbidden);
    if (newcomer) row.fill(0, graph.rooms);
    else row[graph.home[p]!] = 0;
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++) row[graph.room[e]!] = -graph.low[e]!;
    return row;
  });
}

/** The worth of what `munkres` finds. */
export function bestByMunkres(table: readonly number[][]): number {
  return -munkres(table as number[][]).reduce((sum, [p, column]) => sum + table[p]![column]!, 0);
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
