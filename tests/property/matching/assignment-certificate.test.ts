import { describe, expect, test } from 'vitest';
import { type Claim, certify } from '../../../shared/matching/certificate.ts';
import { type Graph, packGraph } from '../../../shared/matching/graph.ts';

/**
 * Person 0 lives in room 0; newcomers 1 and 2 would like rooms 0 and 1; room 2 is wanted by nobody.
 * Best: 0 moves to room 1 (3), 1 takes room 0 (5), 2 goes without.
 */
const graph: Graph = packGraph([0, -1, -1], 3, [
  { person: 0, room: 1, high: 0, low: 3 },
  { person: 1, room: 0, high: 0, low: 5 },
  { person: 2, room: 0, high: 0, low: 4 },
  { person: 2, room: 1, high: 0, low: 1 },
]);

/** A proof worked out by hand: 2 + 1 + 4 + 1 = 3 + 5. */
const proof = { people: [2, 1, 0], places: [4, 1, 0], rooms: [1, 0, -1] };

function verdict(changes: Partial<typeof proof> & { ownRoomBarred?: boolean }): string {
  const { people, places, rooms, ownRoomBarred = false } = { ...proof, ...changes };
  const claim: Claim = {
    prices: {
      person: Float64Array.from(people),
      room: Float64Array.from(places),
    },
    roomOf: (person) => rooms[person] ?? -1,
    isEdgeBarred: () => false,
    isOwnRoomBarred: () => ownRoomBarred,
  };
  const certificate = certify(graph, claim);
  return certificate.certified ? `worth ${certificate.value.low}` : certificate.why;
}

describe('the certificate', () => {
  test('accepts a proof worked out by hand', () => {
    expect(verdict({})).toBe('worth 8');
  });

  test('refuses a plan that is not allowed', () => {
    expect(verdict({ rooms: [-1, 0, 1] })).toBe('Person 0 is a resident and has no room.');
    expect(verdict({ rooms: [1, 0, 0] })).toBe('Room 0 holds both person 1 and person 2.');
    expect(verdict({ rooms: [1, 2, 0] })).toBe('Person 1 may not have room 2.');
    expect(verdict({ rooms: [7, 0, -1] })).toBe('Person 0 is in room 7, which does not exist.');
    expect(verdict({ rooms: [0, -1, 1], ownRoomBarred: true })).toBe('Person 0 may not have room 0.');
  });

  test('refuses prices that add up and yet prove nothing', () => {
    expect(verdict({ people: [2, 2, 0], places: [3, 1, 0] })).toBe(
      'Person 2 and room 0 together cost less than they are worth.',
    );
    expect(verdict({ people: [2, 0, 0], places: [5, 1, 0], rooms: [1, -1, 0] })).toBe(
      'Person 2 is in room 0, which costs more than it is worth.',
    );
    expect(verdict({ people: [2, 1, 1] })).toBe('Person 2 has no room and yet a price.');
    expect(verdict({ places: [4, 1, 1] })).toBe('Room 2 is empty and yet has a price.');
    expect(verdict({ places: [4, 1, -1] })).toBe('Room 2 has a negative price.');
    expect(verdict({ people: [2, 1, -1], places: [5, 1, 0] })).toBe('Newcomer 2 has a negative price.');
    expect(verdict({ places: [4, 1, 0.5] })).toBe('The price of room 2 is not an exact integer.');
    expect(verdict({ people: [Number.NaN, 1, 0] })).toBe('The price of person 0 is not an exact integer.');
  });

  test('refuses the second-best plan with the best plan’s prices', () => {
    expect(verdict({ rooms: [1, -1, 0] })).toBe('Person 1 has no room and yet a price.');
    expect(verdict({ rooms: [0, -1, 1] })).toBe('Person 0 is in room 0, which costs more than it is worth.');
  });
});
