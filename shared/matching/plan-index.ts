import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, Suggestion } from '../domain/plan.ts';

/** A plan's suggestions by what they are asked by, so that a long list of people or rooms is told in one pass. */
export interface PlanIndex {
  /** The room the plan gives somebody; null when it gives none. */
  roomFor(person: PersonId): RoomId | null;
  /** Who the plan gives a room to; null when nobody. */
  takerOf(room: RoomId): PersonId | null;
}

export function indexPlan({ suggestions }: Plan): PlanIndex {
  const rooms = new Map<string, Suggestion>(suggestions.map((one) => [one.personId, one]));
  const takers = new Map<string, Suggestion>(suggestions.map((one) => [one.roomId, one]));
  return {
    roomFor: (person) => rooms.get(person)?.roomId ?? null,
    takerOf: (room) => takers.get(room)?.personId ?? null,
  };
}
