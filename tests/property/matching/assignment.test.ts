import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Assignment } from '../../../shared/matching/assignment.ts';
import { certify } from '../../../shared/matching/certificate.ts';
import { type Edge, type Graph, packGraph } from '../../../shared/matching/graph.ts';
import { decodeObjective } from '../../../shared/matching/objective.ts';
import { canonicalOrder } from '../../../shared/matching/order.ts';
import { bestByHand, ratePoints, rateTiers } from '../../support/brute-force.ts';
import { bestByHighs, highs } from '../../support/highs-assignment.ts';
import { dice, graphOf, randomInstance, randomShape } from '../../support/random-instance.ts';

const FREE = { clashes: false, maxChain: null };
const OBJECTIVES = ['tiers', 'points'] as const;
const seeds = fc.integer({ min: 0, max: 1_000_000 });

function randomGraph(seed: number, largest: number): Graph {
  const instance = randomInstance(seed, randomShape(seed, largest));
  return graphOf(instance, OBJECTIVES[seed % 2]!).graph;
}

/** Larger than the sum of the second lanes of any assignment can differ by. */
function unitOf(graph: Graph): number {
  return 2 * graph.people * Math.max(1, ...graph.low.map(Math.abs)) + 1;
}

function folded(graph: Graph, assignment: Assignment): number {
  const { high, low } = assignment.value();
  return high * unitOf(graph) + low;
}

function expectCertified(graph: Graph, assignment: Assignment): void {
  expect(certify(graph, assignment)).toEqual({ certified: true, value: assignment.value() });
}

function edgesOf(graph: Graph): Edge[] {
  return Array.from({ length: graph.people }, (_, person) => person).flatMap((person) =>
    Array.from({ length: graph.start[person + 1]! - graph.start[person]! }, (_, i): Edge => {
      const e = graph.start[person]! + i;
      return { person, room: graph.room[e]!, high: graph.high[e]!, low: graph.low[e]! };
    }),
  );
}

describe('the best assignment', () => {
  test('is worth what HiGHS finds, and proves it', async () => {
    const solver = await highs();
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomInstance(seed, randomShape(seed, 12));
        for (const objective of OBJECTIVES) {
          const { graph } = graphOf(instance, objective);
          const assignment = Assignment.solve(graph);
          expect(folded(graph, assignment)).toBe(bestByHighs(solver, graph, unitOf(graph)));
          expectCertified(graph, assignment);
        }
      }),
      { seed: 2, numRuns: 500 },
    );
  });

  test('serves tiers, then points, then waiting, as trying everything does', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const instance = randomInstance(seed, randomShape(seed, 6));
        const tiers = graphOf(instance, 'tiers');
        const worth = decodeObjective(tiers.scale, Assignment.solve(tiers.graph).value());
        expect([...worth.placed, worth.points, worth.wait]).toEqual(
          bestByHand(instance, rateTiers(instance), FREE),
        );
        const points = graphOf(instance, 'points');
        const plain = decodeObjective(points.scale, Assignment.solve(points.graph).value());
        expect([plain.points, plain.wait]).toEqual(bestByHand(instance, ratePoints(instance), FREE));
      }),
      { seed: 3, numRuns: 120 },
    );
  });

  test('houses every resident in a room of their own', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed, 25);
        const assignment = Assignment.solve(graph);
        const rooms = [...graph.home.keys()].map((p) => assignment.roomOf(p)).filter((room) => room >= 0);
        expect(new Set(rooms).size).toBe(rooms.length);
        for (const [p, home] of graph.home.entries())
          if (home >= 0) expect(assignment.roomOf(p)).not.toBe(-1);
        for (const [p] of graph.home.entries())
          if (assignment.roomOf(p) >= 0) expect(assignment.personIn(assignment.roomOf(p))).toBe(p);
      }),
      { seed: 4, numRuns: 100 },
    );
  });

  test('does not depend on the order in which people, rooms and edges are given', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed, 10);
        const { shuffled } = dice(seed + 1);
        const people = [...graph.home.keys()];
        const rooms = Array.from({ length: graph.rooms }, (_, r) => r);
        const straight = solveByName(graph, people, rooms, edgesOf(graph));
        expect(solveByName(graph, shuffled(people), shuffled(rooms), shuffled(edgesOf(graph)))).toEqual(
          straight,
        );
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

/** Solves the graph as if its people and rooms were named and listed in some order. @returns room name by person name */
function solveByName(graph: Graph, people: number[], rooms: number[], edges: Edge[]): Map<string, string> {
  const inOrder = (listed: readonly number[], kind: string) =>
    canonicalOrder(listed.map((n) => `${kind}-${n}`)).map((position) => listed[position]!);
  const persons = inOrder(people, 'person');
  const places = inOrder(rooms, 'room');
  const home = persons.map((p) => (graph.home[p]! < 0 ? -1 : places.indexOf(graph.home[p]!)));
  const renumbered = edges.map((edge) => {
    return { ...edge, person: persons.indexOf(edge.person), room: places.indexOf(edge.room) };
  });
  const assignment = Assignment.solve(packGraph(home, rooms.length, renumbered));
  return new Map(
    persons.map((p, i) => [`person-${p}`, `room-${places[assignment.roomOf(i)] ?? 'none'}`] as const).sort(),
  );
}

describe('a change to the best assignment', () => {
  test('a room added later gives what a fresh start gives', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed, 14);
        const { shuffled, below } = dice(seed + 2);
        const vacant = Array.from({ length: graph.rooms }, (_, r) => r).filter(
          (r) => !graph.home.includes(r),
        );
        const closed = shuffled(vacant).slice(0, 1 + below(4));
        const assignment = Assignment.blank(graph, closed);
        for (const p of shuffled([...graph.home.keys()])) expect(assignment.insertPerson(p)).toBe(true);
        for (const r of closed) {
          expect(assignment.personIn(r)).toBe(-1);
          assignment.insertRoom(r);
        }
        expect(assignment.value()).toEqual(Assignment.solve(graph).value());
        expectCertified(graph, assignment);
      }),
      { seed: 6, numRuns: 150 },
    );
  });

  test('barring edges gives what a fresh start without them gives, and leaves the original alone', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed, 12);
        const { next } = dice(seed + 3);
        const original = Assignment.solve(graph);
        const before = original.value();
        const barred = edgesOf(graph).filter(() => next() < 0.3);
        const changed = original.clone();
        for (const { person, room } of barred) expect(changed.forbid(person, [room])).toBe(true);
        const left = edgesOf(graph).filter(
          (edge) => !barred.some((b) => b.person === edge.person && b.room === edge.room),
        );
        expect(changed.value()).toEqual(Assignment.solve(packGraph(graph.home, graph.rooms, left)).value());
        expectCertified(graph, changed);
        expect(original.value()).toEqual(before);
        expectCertified(graph, original);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test('barring own rooms too gives what HiGHS finds, or says that a resident would have no room', async () => {
    const solver = await highs();
    let refused = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed, 10);
        const { next, below } = dice(seed + 4);
        let assignment = Assignment.solve(graph);
        const barred = new Set<string>();
        const isBarred = (p: number, r: number) => barred.has(`${p} ${r}`);
        for (let step = 0; step < 8; step++) {
          const p = below(graph.people);
          const rooms = Array.from({ length: graph.rooms }, (_, r) => r).filter(() => next() < 0.3);
          const wider = (q: number, r: number) => isBarred(q, r) || (q === p && rooms.includes(r));
          const expected = bestByHighs(solver, graph, unitOf(graph), wider);
          const changed = assignment.clone();
          expect(changed.forbid(p, rooms)).toBe(expected !== null);
          if (expected === null) {
            refused++;
            continue;
          }
          assignment = changed;
          for (const r of rooms) barred.add(`${p} ${r}`);
          expect(folded(graph, assignment)).toBe(bestByHighs(solver, graph, unitOf(graph), isBarred));
          expectCertified(graph, assignment);
        }
      }),
      { seed: 8, numRuns: 80 },
    );
    expect(refused).toBeGreaterThan(20);
  });

  test('the certificate fails once any price or any move is changed', () => {
    let changed = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const graph = randomGraph(seed, 10);
        const { below } = dice(seed + 5);
        const honest = Assignment.solve(graph);
        const rooms = [...graph.home.keys()].map((p) => honest.roomOf(p));
        const claim = {
          prices: honest.clone().prices,
          roomOf: (p: number) => rooms[p]!,
          isEdgeBarred: () => false,
          isOwnRoomBarred: () => false,
        };
        expect(certify(graph, claim).certified).toBe(true);
        const lanes = [claim.prices.person, claim.prices.room].filter((lane) => lane.length > 0);
        const lane = lanes[below(lanes.length)]!;
        const at = below(lane.length);
        const price = lane[at]!;
        for (const wrong of [price - 1, price + 1, price + 0.5, Number.NaN, 2 ** 53]) {
          lane[at] = wrong;
          expect(certify(graph, claim).certified).toBe(false);
        }
        lane[at] = price;
        expect(certify(graph, claim).certified).toBe(true);
        const p = below(graph.people);
        const other = [-1, ...Array.from({ length: graph.rooms }, (_, r) => r)].find((r) => r !== rooms[p])!;
        rooms[p] = other;
        // Another room may be just as good; then the proof still holds, for the same total.
        const verdict = certify(graph, claim);
        if (verdict.certified) expect(verdict.value).toEqual(honest.value());
        else changed++;
      }),
      { seed: 9, numRuns: 150 },
    );
    expect(changed).toBeGreaterThan(100);
  });
});
