import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Assignment } from '../../../shared/matching/assignment.ts';
import { certify } from '../../../shared/matching/certificate.ts';
import { type Edge, type Graph, packGraph } from '../../../shared/matching/graph.ts';
import { dice, graphOf, randomInstance, randomShape } from '../../support/random-instance.ts';

const runs = process.env.FULL ? 3_000 : 150;

/** Who and which rooms are part of the plan, and what is barred, written down beside the assignment. */
interface Ledger {
  readonly people: Set<number>;
  readonly rooms: Set<number>;
  readonly barred: Set<string>;
}

/** What a fresh start makes of the people, rooms and edges that are left. */
function fromScratch(graph: Graph, { people, rooms, barred }: Ledger): Assignment {
  const persons = [...people].sort((a, b) => a - b);
  const places = [...rooms].sort((a, b) => a - b);
  const edges = persons.flatMap((p, person) =>
    [...graph.room.subarray(graph.start[p], graph.start[p + 1])].flatMap((r, i): Edge[] => {
      const e = graph.start[p]! + i;
      return rooms.has(r) && !barred.has(`${p} ${r}`)
        ? [{ person, room: places.indexOf(r), high: graph.high[e]!, low: graph.low[e]! }]
        : [];
    }),
  );
  const home = persons.map((p) => (graph.home[p]! < 0 ? -1 : places.indexOf(graph.home[p]!)));
  return Assignment.solve(packGraph(home, places.length, edges));
}

/** One thing that happens: somebody comes or withdraws, a room opens or closes, a room is refused. */
function happen(
  graph: Graph,
  { people, rooms, barred }: Ledger,
  plan: Assignment,
  roll: (n: number) => number,
) {
  const person = roll(graph.people);
  const room = roll(graph.rooms);
  const resident = graph.home.indexOf(room);
  switch (roll(3)) {
    case 0:
      if (people.has(person)) plan.removePerson(person);
      else if (graph.home[person]! < 0 || rooms.has(graph.home[person]!))
        expect(plan.insertPerson(person)).toBe(true);
      else return;
      if (!people.delete(person)) people.add(person);
      return;
    case 1:
      if (room >= graph.rooms) return;
      if (!rooms.has(room)) plan.insertRoom(room);
      else if (resident < 0 || !people.has(resident)) expect(plan.removeRoom(room)).toBe(true);
      else return;
      if (!rooms.delete(room)) rooms.add(room);
      return;
    default:
      if (!people.has(person) || room === graph.home[person]) return;
      expect(plan.forbid(person, [room])).toBe(true);
      barred.add(`${person} ${room}`);
  }
}

test('whatever happens one after the other, the plan is worth what a fresh start would make of it, and proves it', () => {
  let changed = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      const { graph } = graphOf(randomInstance(seed, randomShape(seed, 12)), seed % 2 ? 'tiers' : 'points');
      const { below } = dice(seed + 9);
      const plan = Assignment.solve(graph);
      const everybody = [...graph.home.keys()];
      const ledger: Ledger = {
        people: new Set(everybody),
        rooms: new Set(Array.from({ length: graph.rooms }, (_, r) => r)),
        barred: new Set(),
      };
      for (let step = 0; step < 12; step++) {
        const before = plan.value();
        happen(graph, ledger, plan, below);
        const fresh = fromScratch(graph, ledger);
        expect(plan.value(), `seed ${seed}, step ${step}`).toEqual(fresh.value());
        expect(certify(fresh.graph, fresh).certified).toBe(true);
        if (plan.value().low !== before.low) changed++;
      }
      const whole = everybody.every((p) => ledger.people.has(p)) && ledger.rooms.size === graph.rooms;
      if (whole) expect(certify(graph, plan)).toEqual({ certified: true, value: plan.value() });
    }),
    { seed: 11, numRuns: runs },
  );
  expect(changed).toBeGreaterThan(runs);
});
