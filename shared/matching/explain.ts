import { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, PlannedChain, Suggestion, Unplaced } from '../domain/plan.ts';
import type { Problem } from './compile.ts';
import { type ExcludedRoom, excludedRooms } from './excluded.ts';
import { type Expectations, expectationsOf } from './expectations.ts';
import { explainRoom, type RoomExplained } from './explain-room.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { type Nearest, nearestRoom } from './nearest.ts';
import { type OpportunityCost, opportunityCost } from './opportunity-cost.ts';
import { type PersonOption, peopleFor, type RoomOption, roomsFor } from './options.ts';
import { indexPlan } from './plan-index.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

export type { PersonOption, RoomOption } from './options.ts';

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
      /** Rooms that are ruled out for this person, those nearest to a match first, and by what. */
      readonly excludedRooms: readonly ExcludedRoom[];
      /** Whether the order hangs on the exact weights. */
      readonly sensitivity: Sensitivity | null;
      /** What the room is scarce in, and what the plan would lose without this move. */
      readonly opportunityCost: OpportunityCost;
      /** How old the facts behind it are. */
      readonly freshness: Freshness;
    }
  | {
      readonly kind: 'unplaced';
      readonly policyVersion: string;
      readonly unplaced: Unplaced;
      readonly roomsThatFit: readonly RoomOption[];
      /** What rules most rooms out, and what is expected when. */
      readonly expectations: Expectations;
      readonly nearest: Nearest | null;
    }
  | {
      readonly kind: 'notInPool';
      readonly policyVersion: string;
      readonly personId: PersonId;
      readonly because: string;
    }
  | RoomExplained;

/** How many alternatives an explanation names, and how many rooms that are ruled out. */
const mostNamed = 5;
const mostExcluded = 3;

/**
 * Why a plan does what it does for one person or one room. Somebody who is placed costs one more search, a room up to
 * three more plans, and somebody who is not placed a few more looks at the facts.
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
  if (suggestion && chain) return explainPlaced(problem, plan, suggestion, chain);
  const s = problem.pool.subjectOf(personId);
  const unplaced = plan.unplaced.find((one) => one.personId === personId);
  if (unplaced && s) {
    return {
      kind: 'unplaced',
      policyVersion,
      unplaced,
      roomsThatFit: roomsFor(problem, indexPlan(plan), personId).slice(0, mostNamed),
      expectations: expectationsOf(problem, s, unplaced),
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

function explainPlaced(
  problem: Problem,
  plan: Plan,
  suggestion: Suggestion,
  chain: PlannedChain,
): Explanation {
  const { personId, roomId } = suggestion;
  const { pool } = problem;
  const [s, p] = [pool.subjectOf(personId), pool.placeOf(roomId)];
  if (!s || !p) throw new Error(`The plan is not of this problem: it knows no ${personId} or no ${roomId}.`);
  const [person, room] = [problem.subjectIndex(s), problem.placeIndex(p)];
  const index = indexPlan(plan);
  return {
    kind: 'placed',
    policyVersion: plan.policyVersion,
    suggestion,
    chain,
    links: plan.suggestions.filter((one) => one.chainId === chain.id),
    otherRooms: roomsFor(problem, index, personId)
      .filter((one) => one.roomId !== roomId)
      .slice(0, mostNamed),
    otherPeople: peopleFor(problem, index, roomId)
      .filter((one) => one.personId !== personId)
      .slice(0, mostNamed),
    excludedRooms: excludedRooms(problem, s, mostExcluded),
    sensitivity: sensitivityOf(problem, person, room),
    opportunityCost: opportunityCost(problem, plan, person, room),
    freshness: freshnessOf(problem, s, p, suggestion),
  };
}
