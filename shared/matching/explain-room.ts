import type { RoomId } from '../domain/ids.ts';
import type { Plan, Suggestion } from '../domain/plan.ts';
import { roomState } from './checks/time.ts';
import type { Problem } from './compile.ts';
import { type NearMiss, type RuleCount, reasonsAgainst, ruledOutOf } from './excluded.ts';
import { type PersonOption, peopleFor } from './options.ts';
import { indexPlan } from './plan-index.ts';
import type { Place } from './pool-types.ts';
import { ruleWords } from './rule-words.ts';
import { points } from './scores/score.ts';
import { type ShadowPrice, shadowPrice } from './shadow-price.ts';
import { count } from './words.ts';

/** How many people each rule keeps out of a room, in a sentence that names nobody. */
export interface RuledOutPeople extends RuleCount {
  readonly sentence: string;
}

/** Who could live in a room, and why not the others. */
export interface RoomExplained {
  readonly kind: 'room';
  readonly policyVersion: string;
  readonly roomId: RoomId;
  /** Whether a plan may put anybody into it, and in a sentence why, or why not. */
  readonly inPool: boolean;
  readonly state: string;
  readonly suggestion: Suggestion | null;
  readonly couldLiveHere: readonly PersonOption[];
  /** How many people of the pool each rule keeps out of this room, and how many it alone keeps out. */
  readonly ruledOut: readonly RuledOutPeople[];
  /** People whom one rule alone keeps out, those who would come first; `nearMissesInAll` counts them all. */
  readonly nearMisses: readonly NearMiss[];
  readonly nearMissesInAll: number;
  /** What one more room like this would add; null for a room that is never let. */
  readonly shadowPrice: ShadowPrice | null;
}

/** How many near misses are named. */
const mostNamed = 5;

/** @returns null when there is no such room */
export function explainRoom(problem: Problem, plan: Plan, roomId: RoomId): RoomExplained | null {
  const place = problem.pool.placeOf(roomId);
  if (!place) return null;
  const index = indexPlan(plan);
  const { rules, near } = ruledOutOf(problem, place);
  return {
    kind: 'room',
    policyVersion: plan.policyVersion,
    roomId,
    inPool: problem.placeIndex(place) >= 0,
    state: roomState(place),
    suggestion: plan.suggestions.find((one) => one.roomId === roomId) ?? null,
    couldLiveHere: peopleFor(problem, index, roomId),
    ruledOut: rules.map((one) => ({ ...one, sentence: tellRule(one) })),
    nearMisses: near.slice(0, mostNamed).flatMap((s) => nearMiss(problem, place, s) ?? []),
    nearMissesInAll: near.length,
    shadowPrice: shadowPrice(problem, plan, place),
  };
}

function nearMiss(problem: Problem, place: Place, s: Problem['pool']['subjects'][number]): NearMiss | null {
  const [because] = reasonsAgainst(problem, s, place);
  return because ? { personId: s.person.id, points: points(s, place, problem.pool.setting), because } : null;
}

function tellRule({ rule, people, alone, unknown }: RuleCount): string {
  const notes = [
    ...(alone > 0
      ? [`nothing else for ${alone === people ? (people === 1 ? 'them' : 'all of them') : alone}`]
      : []),
    ...(unknown > 0
      ? [
          `for ${unknown === people ? (people === 1 ? 'them' : 'all of them') : unknown} an answer is not recorded`,
        ]
      : []),
  ];
  return `${ruleWords(rule)}: ${count(people, 'person', 'people')}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}.`;
}
