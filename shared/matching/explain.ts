import { type Day, dayFromNumber } from '../domain/day.ts';
import { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, PlannedChain, Suggestion, Tier, Unplaced } from '../domain/plan.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import { roomState } from './checks/time.ts';
import type { Problem } from './compile.ts';
import { type Nearest, nearestRoom } from './nearest.ts';
import { pairsInto, pairsOf } from './pairs.ts';

/** A room somebody fits, and who the plan gives it to. */
export interface RoomOption {
  readonly roomId: RoomId;
  readonly points: number;
  readonly day: Day;
  readonly takenBy: PersonId | null;
}

/** A person who fits a room. Urgency and wait decide order between people; they are no part of the points. */
export interface PersonOption {
  readonly personId: PersonId;
  readonly tier: Tier;
  readonly waitDays: number;
  readonly points: number;
  readonly placedIn: RoomId | null;
}

export type Explanation =
  | {
      readonly kind: 'placed';
      readonly policyVersion: string;
      readonly suggestion: Suggestion;
      readonly chain: PlannedChain;
      /** The whole chain, in the order in which it happens. */
      readonly links: readonly Suggestion[];
      /** Other rooms this person fits, best first. */
      readonly otherRooms: readonly RoomOption[];
      /** Other people who fit this room, in the order in which they would be considered. */
      readonly otherPeople: readonly PersonOption[];
    }
  | {
      readonly kind: 'unplaced';
      readonly policyVersion: string;
      readonly unplaced: Unplaced;
      readonly roomsThatFit: readonly RoomOption[];
      readonly nearest: Nearest | null;
    }
  | {
      readonly kind: 'notInPool';
      readonly policyVersion: string;
      readonly personId: PersonId;
      readonly because: string;
    }
  | {
      readonly kind: 'room';
      readonly policyVersion: string;
      readonly roomId: RoomId;
      /** Whether a plan may put anybody into it, and in a sentence why, or why not. */
      readonly inPool: boolean;
      readonly state: string;
      readonly suggestion: Suggestion | null;
      readonly couldLiveHere: readonly PersonOption[];
      /** How many people of the pool each rule keeps out of this room, and how many it alone keeps out. */
      readonly ruledOut: readonly {
        readonly rule: string;
        readonly people: number;
        readonly alone: number;
      }[];
    };

/** How many alternatives an explanation names. */
const mostNamed = 5;

/**
 * Why a plan does what it does for one person or one room.
 * @returns null when nobody and no room has this id
 */
export function explain(problem: Problem, plan: Plan, id: PersonId | RoomId): Explanation | null {
  const person = PersonId.safeParse(id);
  const known = person.success && problem.facts.people.some((one) => one.id === person.data);
  if (person.success && known) return explainPerson(problem, plan, person.data);
  return explainRoom(problem, plan, RoomId.parse(id));
}

function explainPerson(problem: Problem, plan: Plan, personId: PersonId): Explanation {
  const { policyVersion } = plan;
  const suggestion = plan.suggestions.find((one) => one.personId === personId);
  const chain = plan.chains.find((one) => one.id === suggestion?.chainId);
  if (suggestion && chain) {
    return {
      kind: 'placed',
      policyVersion,
      suggestion,
      chain,
      links: plan.suggestions.filter((one) => one.chainId === chain.id),
      otherRooms: roomsFor(problem, plan, personId)
        .filter((one) => one.roomId !== suggestion.roomId)
        .slice(0, mostNamed),
      otherPeople: peopleFor(problem, plan, suggestion.roomId)
        .filter((one) => one.personId !== personId)
        .slice(0, mostNamed),
    };
  }
  const unplaced = plan.unplaced.find((one) => one.personId === personId);
  if (unplaced) {
    return {
      kind: 'unplaced',
      policyVersion,
      unplaced,
      roomsThatFit: roomsFor(problem, plan, personId).slice(0, mostNamed),
      nearest: nearestRoom(problem, personId),
    };
  }
  const because = plan.notInPool.find((one) => one.personId === personId)?.because;
  return {
    kind: 'notInPool',
    policyVersion,
    personId,
    because: because ?? 'They have no open request for a place.',
  };
}

function explainRoom(problem: Problem, plan: Plan, roomId: RoomId): Explanation | null {
  const place = problem.pool.placeOf(roomId);
  if (!place) return null;
  const counts = new Map<string, { people: number; alone: number }>();
  for (const s of problem.pool.subjects) {
    if (s.room?.id === roomId) continue;
    const failing = notPassing(s, place, problem.pool.setting, dayToJudge(s, place, problem.pool.setting));
    for (const { rule } of failing) {
      const count = counts.get(rule.id) ?? { people: 0, alone: 0 };
      count.people++;
      if (failing.length === 1) count.alone++;
      counts.set(rule.id, count);
    }
  }
  return {
    kind: 'room',
    policyVersion: plan.policyVersion,
    roomId,
    inPool: problem.pool.places.includes(place),
    state: roomState(place),
    suggestion: plan.suggestions.find((one) => one.roomId === roomId) ?? null,
    couldLiveHere: peopleFor(problem, plan, roomId),
    ruledOut: [...counts]
      .map(([rule, count]) => ({ rule, ...count }))
      .sort((a, b) => b.alone - a.alone || b.people - a.people || (a.rule < b.rule ? -1 : 1)),
  };
}

/** The rooms a person fits, most points first. */
function roomsFor(problem: Problem, plan: Plan, personId: PersonId): RoomOption[] {
  const { subjects, places } = problem.pool;
  const person = subjects.findIndex((s) => s.person.id === personId);
  return pairsOf(problem.pairs, person)
    .flatMap((pair): RoomOption[] => {
      const place = places[problem.pairs.room[pair] ?? -1];
      if (!place) return [];
      const takenBy = plan.suggestions.find((one) => one.roomId === place.room.id)?.personId ?? null;
      return [
        {
          roomId: place.room.id,
          points: problem.pairs.points[pair] ?? 0,
          day: dayFromNumber(problem.pairs.day[pair] ?? 0),
          takenBy,
        },
      ];
    })
    .sort((a, b) => b.points - a.points || (a.roomId < b.roomId ? -1 : 1));
}

/** The people who fit a room, by tier, then points, then wait. */
function peopleFor(problem: Problem, plan: Plan, roomId: RoomId): PersonOption[] {
  const { subjects, places } = problem.pool;
  const option = ({ person, pair }: { readonly person: number; readonly pair: number }): PersonOption[] => {
    const s = subjects[person];
    if (!s) return [];
    const placedIn = plan.suggestions.find((one) => one.personId === s.person.id)?.roomId ?? null;
    return [
      {
        personId: s.person.id,
        tier: s.tier,
        waitDays: s.waitDays,
        points: problem.pairs.points[pair] ?? 0,
        placedIn,
      },
    ];
  };
  const room = places.findIndex((place) => place.room.id === roomId);
  return (room < 0 ? [] : pairsInto(problem.pairs, room))
    .flatMap(option)
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        b.points - a.points ||
        b.waitDays - a.waitDays ||
        (a.personId < b.personId ? -1 : 1),
    );
}
