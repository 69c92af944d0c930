import { dayFromNumber } from '../domain/day.ts';
import { ChainId, PlanId, ServiceModelId, SuggestionId } from '../domain/ids.ts';
import {
  type MoveCertainty,
  mostAlternatives,
  type Plan,
  type PlannedChain,
  type PlanValue,
  type Suggestion,
} from '../domain/plan.ts';
import type { Assignment } from './assignment.ts';
import { type SearchResult, solveWithin } from './branch.ts';
import { rulesOf } from './broken.ts';
import { certify } from './certificate.ts';
import { type Chain, chainsOf } from './chains.ts';
import type { Problem } from './compile.ts';
import type { Lanes } from './lanes.ts';
import { decodeObjective } from './objective.ts';
import { roomsByPoints } from './options.ts';
import { hashOf } from './order.ts';
import { checksOf } from './pair-check.ts';
import { type Schedule, schedule } from './schedule.ts';
import { points, tellScore } from './scores/score.ts';
import { unplacedOf } from './unplaced.ts';

/** Hears how many people are in the plan so far, of how many. */
export type OnProgress = (done: number, people: number) => void;

/**
 * The best plan for a problem: strict tiers first, then points less prices, then the longest waits.
 * @throws Error when the solver's own proof does not hold or a rule is broken; such a plan is never given out
 */
export function plan(problem: Problem, onProgress?: OnProgress): Plan {
  const found = search(problem, onProgress);
  const certificate = certify(problem.graph, found.assignment);
  if (!certificate.certified) throw new Error(`The plan failed its own proof: ${certificate.why}`);
  if (rulesOf(problem)(found.assignment).length > 0) throw new Error('The plan breaks a rule.');
  return tell(problem, found);
}

/** Up to so many people a search looks at as many plans as the policy says; beyond, at fewer, as each takes longer. */
const fullBudgetUpTo = 2_000;

/** Searches without telling. @param graph another weighing of the same people and rooms, for what-if questions */
export function search(problem: Problem, onProgress?: OnProgress, graph = problem.graph): SearchResult {
  return solveWithin(graph, rulesOf(problem), {
    nodeBudget: Math.ceil(problem.policy.searchNodes * Math.min(1, fullBudgetUpTo / graph.people)),
    onProgress,
  });
}

/** Tiers and points of a total of the graph's weights. */
export function worthOf(problem: Problem, value: Lanes): PlanValue {
  const { placed, points: sum } = decodeObjective(problem.scale, value);
  return { placed: [...placed], points: sum };
}

function tell(problem: Problem, { assignment, value, upperBound, exact }: SearchResult): Plan {
  const { pool, policy, onDay, models } = problem;
  const days = schedule(problem, assignment);
  const id = PlanId.parse(`plan-${onDay}-${fingerprint(problem, assignment)}`);
  const told = chainsOf(problem.graph, assignment).map((chain, i) =>
    tellChain(problem, days, chain, ChainId.parse(`${id}-c${i + 1}`)),
  );
  return {
    id,
    partnership: problem.facts.partnership,
    on: onDay,
    policyVersion: policy.version,
    models: [...models.values()]
      .map((model) => ({ id: ServiceModelId.parse(model.id), version: model.version }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    people: pool.subjects.length,
    rooms: pool.places.length,
    pairsThatFit: problem.pairs.room.length,
    value: worthOf(problem, value),
    upperBound: worthOf(problem, upperBound),
    exact,
    certified: true,
    chains: told.map((one) => one.chain),
    suggestions: told.flatMap((one) => one.suggestions),
    unplaced: unplacedOf(problem, assignment),
    notInPool: [...pool.notInPool],
  };
}

/** A short hash of who goes where under which policy: the same plan has the same id. */
function fingerprint(problem: Problem, assignment: Assignment): string {
  const { pool, policy } = problem;
  const moves = pool.subjects.map(
    (s, p) => `${s.person.id}>${pool.places[assignment.roomOf(p)]?.room.id ?? ''}`,
  );
  return hashOf(`${policy.version} ${moves.join(' ')}`).toString(36);
}

const sureness: readonly MoveCertainty[] = ['confirmed', 'noticeGiven', 'leaseEnd', 'forecast'];

function tellChain(
  problem: Problem,
  days: Schedule,
  { moves }: Chain,
  id: ChainId,
): { chain: PlannedChain; suggestions: Suggestion[] } {
  const { subjects, places, setting } = problem.pool;
  let certainty: MoveCertainty = 'confirmed';
  const suggestions = moves.flatMap(({ person, room }, position): Suggestion[] => {
    const s = subjects[person];
    const place = places[room];
    if (!s || !place) return [];
    if (sureness.indexOf(place.certainty) > sureness.indexOf(certainty)) certainty = place.certainty;
    const day = days.moveOn[person] ?? 0;
    return [
      {
        id: SuggestionId.parse(`${id}-m${position + 1}`),
        chainId: id,
        position,
        personId: s.person.id,
        requestId: s.request.id,
        tier: s.tier,
        waitDays: s.waitDays,
        delayDays: s.delayDays,
        roomId: place.room.id,
        homeId: place.home.id,
        fromRoomId: s.room?.id ?? null,
        vacancyId: place.vacancy?.id ?? null,
        roomReadyOn: dayFromNumber(days.readyOn[person] ?? 0),
        moveOn: dayFromNumber(day),
        certainty,
        points: points(s, place, setting),
        terms: tellScore(s, place, setting),
        checks: checksOf(s, place, setting, day),
        otherRoomsThatFit: roomsByPoints(problem, person)
          .filter((id) => id !== place.room.id)
          .slice(0, mostAlternatives),
      },
    ];
  });
  const moveDays = suggestions.map((one) => one.moveOn).sort();
  const [first] = moveDays;
  const last = moveDays.at(-1);
  if (!first || !last) throw new Error('A chain has at least one move.');
  return {
    suggestions,
    chain: {
      id,
      suggestions: suggestions.map((one) => one.id),
      certainty,
      startsOn: first,
      completesOn: last,
      points: suggestions.reduce((sum, one) => sum + one.points, 0),
    },
  };
}
