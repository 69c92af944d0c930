import { describe, expect, test } from 'vitest';
import { packGraph } from '../../../shared/matching/graph.ts';
import {
  type NeutralInstance,
  readInstance,
  solveInstance,
  TooLargeToAdd,
} from '../../../shared/matching/neutral.ts';
import { encodeObjective } from '../../../shared/matching/objective.ts';
import { canonicalOrder, hashOf } from '../../../shared/matching/order.ts';
import { foldWeights } from '../../../shared/matching/weights.ts';

type Person = NeutralInstance['persons'][number];

const plain = { wait: 0, traits: 0, avoids: 0 };
const newcomer = (id: number, tier: 0 | 1 | 2, more: Partial<Person> = {}): Person => {
  return { id, kind: 'newcomer', tier, home: -1, ...plain, ...more };
};
const resident = (id: number, home: number, more: Partial<Person> = {}): Person => {
  return { id, kind: 'resident', tier: 3, home, ...plain, ...more };
};
const room = (id: number, occupant: number, house = id) => ({ id, house, level: 0, occupant });

/** A patient fits only room 0, whose resident fits only room 1, whose resident fits only the empty room 2. */
const chainOfThree: NeutralInstance = {
  persons: [newcomer(0, 0), resident(1, 0), resident(2, 1)],
  rooms: [room(0, 1), room(1, 2), room(2, -1)],
  edges: [
    [0, 0, 10],
    [1, 1, -3],
    [2, 2, 5],
  ],
  incompatible: [],
};

/** Two residents who would each like the other's room. */
const swap: NeutralInstance = {
  persons: [resident(0, 0), resident(1, 1)],
  rooms: [room(0, 0), room(1, 1)],
  edges: [
    [0, 1, 4],
    [1, 0, 4],
  ],
  incompatible: [],
};

describe('solving a neutral instance', () => {
  test('one empty room lets three people move, the resident next to it first', () => {
    expect(solveInstance(chainOfThree, { objective: 'points' })).toEqual({
      assignments: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      objective: 12,
      upperBound: 12,
      gap: 0,
      chains: [[2, 1, 0]],
      certified: true,
    });
  });

  test('a cap of two moves leaves only the last resident moving', () => {
    const plan = solveInstance(chainOfThree, { objective: 'tiers', maxChain: 2 });
    expect(plan).toMatchObject({
      assignments: [[2, 2]],
      objective: [0, 0, 0, 5],
      gap: [0, 0, 0, 0],
      chains: [[2]],
    });
  });

  test('a cap is kept where its layers by position would weigh too much to be added exactly', () => {
    const most = 2 ** 31 - 1;
    const heavy: NeutralInstance = {
      persons: [newcomer(0, 0, { wait: 2 ** 15 - 1 }), resident(1, 0), resident(2, 1), resident(3, 2)],
      rooms: [room(0, 1), room(1, 2), room(2, 3), room(3, -1)],
      edges: [
        [0, 0, most],
        [1, 1, most],
        [2, 2, most],
        [3, 3, most],
      ],
      incompatible: [],
    };
    expect(solveInstance(heavy, { objective: 'tiers' }).objective).toEqual([1, 0, 0, 4 * most]);
    expect(solveInstance(heavy, { objective: 'tiers', maxChain: 3 })).toMatchObject({
      objective: [0, 0, 0, 3 * most],
      gap: [0, 0, 0, 0],
    });
  });

  test('numbers that cannot be added exactly are refused as that, before anything is searched', () => {
    const heavy = {
      ...chainOfThree,
      persons: [newcomer(0, 0, { wait: 2 ** 52 }), resident(1, 0), resident(2, 1)],
    };
    let searched = false;
    const onProgress = () => {
      searched = true;
    };
    expect(() => solveInstance(heavy, { objective: 'points', onProgress })).toThrow(TooLargeToAdd);
    expect(searched).toBe(false);
    expect(() => solveInstance(chainOfThree, { objective: 'points', maxChain: 0 })).not.toThrow(
      TooLargeToAdd,
    );
  });

  test('under a cap another resident takes a freed room when nobody may follow the first choice', () => {
    const choice: NeutralInstance = {
      persons: [newcomer(0, 0), resident(1, 0), resident(2, 1), resident(3, 2)],
      rooms: [room(0, 1), room(1, 2), room(2, 3), room(3, -1)],
      edges: [
        [0, 1, 10],
        [1, 3, 10],
        [2, 0, 5],
        [3, 0, 9],
      ],
      incompatible: [],
    };
    expect(solveInstance(choice, { objective: 'points' }).objective).toBe(25);
    expect(solveInstance(choice, { objective: 'points', maxChain: 2 })).toMatchObject({
      objective: 19,
      gap: 0,
      chains: [[1, 3]],
    });
  });

  test('under tiers one person of the first tier comes before any points', () => {
    const rivals: NeutralInstance = {
      persons: [newcomer(0, 1), newcomer(1, 0)],
      rooms: [room(0, -1)],
      edges: [
        [0, 0, 900],
        [1, 0, -7],
      ],
      incompatible: [],
    };
    expect(solveInstance(rivals, { objective: 'tiers' })).toMatchObject({
      assignments: [[1, 0]],
      objective: [1, 0, 0, -7],
    });
    expect(solveInstance(rivals, { objective: 'points' })).toMatchObject({
      assignments: [[0, 0]],
      objective: 900,
    });
  });

  test('of two people with equal points the one who has waited longer is placed', () => {
    const rivals = (waits: [number, number]): NeutralInstance => ({
      persons: waits.map((wait, id) => newcomer(id, 2, { wait })),
      rooms: [room(0, -1)],
      edges: [
        [0, 0, 5],
        [1, 0, 5],
      ],
      incompatible: [],
    });
    expect(solveInstance(rivals([3, 4]), { objective: 'points' }).assignments).toEqual([[1, 0]]);
    expect(solveInstance(rivals([4, 3]), { objective: 'points' }).assignments).toEqual([[0, 0]]);
  });

  test('two residents swap rooms when chains are free, and stay when a cycle is longer than the cap', () => {
    expect(solveInstance(swap, { objective: 'points' })).toMatchObject({ objective: 8, chains: [[0, 1]] });
    expect(solveInstance(swap, { objective: 'points', maxChain: 1 })).toMatchObject({
      objective: 0,
      chains: [],
    });
  });

  test('a newcomer who clashes with a resident is placed once that resident moves out', () => {
    const clash: NeutralInstance = {
      persons: [newcomer(0, 0, { avoids: 0b10 }), resident(1, 0, { traits: 0b10 })],
      rooms: [room(0, 1, 7), room(1, -1, 7), room(2, -1, 8)],
      edges: [
        [0, 1, 10],
        [1, 2, -4],
      ],
      incompatible: [],
    };
    expect(solveInstance(clash, { objective: 'points' })).toMatchObject({
      assignments: [
        [0, 1],
        [1, 2],
      ],
      objective: 6,
    });
    const stuck = { ...clash, edges: clash.edges.slice(0, 1) };
    expect(solveInstance(stuck, { objective: 'points' })).toMatchObject({
      assignments: [],
      objective: 0,
      gap: 0,
    });
  });

  test('two residents who clash and share a house today may both stay in it, but nobody may move in with them', () => {
    const house: NeutralInstance = {
      persons: [resident(0, 0), resident(1, 1), newcomer(2, 0)],
      rooms: [room(0, 0, 1), room(1, 1, 1), room(2, -1, 1)],
      edges: [
        [0, 2, 3],
        [2, 0, 9],
      ],
      incompatible: [[0, 1]],
    };
    expect(solveInstance(house, { objective: 'points' }).objective).toBe(12);
    const third: NeutralInstance = { ...house, incompatible: [[1, 2]] };
    expect(solveInstance(third, { objective: 'points' })).toMatchObject({
      assignments: [[0, 2]],
      objective: 3,
    });
  });

  test('an instance of nobody and nothing has an empty plan', () => {
    const empty = { persons: [], rooms: [], edges: [], incompatible: [] };
    expect(solveInstance(empty, { objective: 'tiers' })).toMatchObject({
      assignments: [],
      objective: [0, 0, 0, 0],
    });
  });

  test('a cap below one move is refused', () => {
    expect(() => solveInstance(swap, { objective: 'points', maxChain: 0 })).toThrow(RangeError);
  });

  test('points too large to be added exactly are refused when the instance is compiled', () => {
    const huge = { objective: 'points', tier: [2], rooms: 1, start: Int32Array.of(0, 1) } as const;
    const fold = (wait: number, points: number) => {
      const weights = encodeObjective({ ...huge, wait: [wait], points: [points] });
      return foldWeights({ ...packGraph([-1], 1, [{ person: 0, room: 0, high: 0, low: 0 }]), ...weights });
    };
    expect(() => fold(0, 2 ** 51)).toThrow('too large to be added exactly');
    expect(() => fold(2 ** 40, 2 ** 20)).toThrow(RangeError);
    expect(() => fold(-1, 1)).toThrow('whole number of days');
    expect(() => fold(0, 0.5)).toThrow('points are whole numbers');
  });
});

describe('reading a neutral instance', () => {
  const problemsOf = (changes: object) => {
    const read = readInstance({ ...chainOfThree, ...changes });
    return read.ok ? [] : read.problems;
  };

  test('says which number of which edge is wrong, and what it may be', () => {
    expect(
      problemsOf({
        edges: [
          [0, 0, 1],
          [0, 99, 1],
        ],
      }),
    ).toEqual(['edges[1][1]: room 99 does not exist; rooms are 0 to 2']);
    expect(problemsOf({ edges: [[5, 0, 1]] })).toEqual([
      'edges[0][0]: person 5 does not exist; persons are 0 to 2',
    ]);
    expect(problemsOf({ edges: [[1, 0, 1]] })).toEqual([
      'edges[0][1]: room 0 is the home of person 1; staying is implicit, at 0 points',
    ]);
    expect(
      problemsOf({
        edges: [
          [0, 0, 1],
          [0, 0, 2],
        ],
      }),
    ).toEqual(['edges[1]: person 0 has two edges to room 0']);
  });

  test('finds homes and occupants that contradict each other', () => {
    const persons = [newcomer(0, 0), resident(1, 0), resident(2, 0)];
    expect(problemsOf({ persons })).toEqual([
      'persons[2].home: room 0 says its occupant is 1, not person 2',
      'rooms[1].occupant: person 2 says their home is 0, not room 1',
    ]);
    expect(
      problemsOf({ persons: [{ ...newcomer(0, 0), tier: 3 }, ...chainOfThree.persons.slice(1)] }),
    ).toEqual(['persons[0].tier: tier 3 is for people with a home']);
  });

  test('names what is missing, not a number or not known', () => {
    expect(problemsOf({ rooms: undefined })[0]).toMatch(/^rooms: /);
    expect(problemsOf({ edges: [[0, 0, 1.5]] })[0]).toMatch(/^edges\[0\]\[2\]: /);
    expect(problemsOf({ incompatable: [] })[0]).toMatch(/^instance: .*incompatable/);
    expect(problemsOf({ incompatible: [[1, 1]] })).toEqual([
      'incompatible[0][1]: person 1 cannot be incompatible with themselves',
    ]);
  });

  test('tells fifty problems and counts the rest, of edges and of people', () => {
    const edges = problemsOf({ edges: Array.from({ length: 500 }, () => [0, 99, 1]) });
    expect([edges.length, edges.at(-1)]).toEqual([51, 'and 450 more']);
    const persons = problemsOf({ persons: Array.from({ length: 120 }, () => null) });
    expect([persons.length, persons.at(-1)]).toEqual([51, 'and 70 more']);
    const fifty = problemsOf({ edges: Array.from({ length: 50 }, () => [0, 99, 1]) });
    expect(fifty.at(-1)).toContain('edges[49][1]');
  });
});

describe('the canonical order', () => {
  test('is by hash, then by id, whatever order the ids come in', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `person-${i}`);
    const sorted = canonicalOrder(ids).map((position) => ids[position]);
    const backwards = ids.toReversed();
    expect(canonicalOrder(backwards).map((position) => backwards[position])).toEqual(sorted);
    expect(sorted).not.toEqual(ids);
    const hashes = sorted.map((id) => hashOf(id!));
    expect(hashes).toEqual(hashes.toSorted((a, b) => a - b));
  });

  test('hashes are the same for ever', () => {
    expect([hashOf(''), hashOf('person-1')]).toMatchInlineSnapshot(`
      [
        2872998923,
        2652245588,
      ]
    `);
  });
});
