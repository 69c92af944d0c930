import * as z from 'zod';
import { Day } from '../../domain/day.ts';
import { HomeId, RequestId, RoomId, VacancyId } from '../../domain/ids.ts';
import type { Member } from '../../domain/member.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Explanation, explain, type Problem } from '../../matching/engine.ts';
import { vacancies } from '../../store/kinds/homes.ts';
import { PlannedMove } from '../../store/kinds/plans.ts';
import type { Records } from '../../store/records.ts';
import { type Call, type Deps, recordsOf } from '../call.ts';
import { freshPlan } from './fresh-plan.ts';
import { readableAmong } from './own-cases.ts';
import { PersonShown, questionOf } from './shapes.ts';
import { NearMissShown, ShadowPriceShown } from './shapes-explained.ts';

/** People named at most, those who would be considered first; `fits` counts them all. */
const mostNamed = 100;

/**
 * Who could live in the room of a vacancy, in the order in which they would be considered, by reference, and how many
 * people each rule keeps out. Whoever reads only their own cases is told of those alone.
 */
export const VacancyOptions = z.strictObject({
  vacancyId: VacancyId,
  roomId: RoomId,
  homeId: HomeId,
  on: Day,
  policyVersion: z.string(),
  /** Whether a plan may put anybody into the room, and in a sentence why, or why not. */
  inPool: z.boolean(),
  state: z.string(),
  suggestion: PlannedMove.nullable(),
  fits: z.int().min(0),
  /** Each with the request that the place would be for. */
  couldLiveHere: z.array(PersonShown.extend({ requestId: RequestId })),
  ruledOut: z.array(
    z.strictObject({
      rule: z.string(),
      question: z.string(),
      people: z.int(),
      alone: z.int(),
      unknown: z.int(),
      sentence: z.string(),
    }),
  ),
  /** People whom one rule alone keeps out, the first few; `nearMissesInAll` counts those nobody is told of as well. */
  nearMisses: z.array(NearMissShown),
  nearMissesInAll: z.int().min(0),
  shadowPrice: ShadowPriceShown.nullable(),
});
export type VacancyOptions = z.infer<typeof VacancyOptions>;

type RoomExplained = Extract<Explanation, { kind: 'room' }>;

/** Costs a fresh plan at each call: see `freshPlan`. */
export async function vacancyOptions(
  deps: Deps,
  call: Call<{ vacancyId: VacancyId }>,
): Promise<Outcome<VacancyOptions>> {
  const records = recordsOf(deps, call);
  const found = await records.get(vacancies, call.params.vacancyId);
  if (!found) return refuse('not-found');
  const { vacancy, homeId } = found.data;
  const { problem, plan } = await freshPlan(deps, records);
  const room = explain(problem, plan, vacancy.roomId);
  if (room?.kind !== 'room') return refuse('not-found');
  const readable = await readableIn(call.who.data, records, problem, room);
  const fitting = room.couldLiveHere.filter((one) => readable.has(one.personId));
  const { suggestion } = room;
  return done({
    vacancyId: vacancy.id,
    roomId: vacancy.roomId,
    homeId,
    on: plan.on,
    policyVersion: room.policyVersion,
    inPool: room.inPool,
    state: room.state,
    suggestion: suggestion && readable.has(suggestion.personId) ? PlannedMove.parse(suggestion) : null,
    fits: fitting.length,
    couldLiveHere: fitting.slice(0, mostNamed).flatMap((one) => {
      const subject = problem.pool.subjectOf(one.personId);
      return subject ? [{ ...one, requestId: subject.request.id }] : [];
    }),
    ruledOut: room.ruledOut.map((one) => ({ ...one, question: questionOf(one.rule) })),
    nearMisses: room.nearMisses.filter((one) => readable.has(one.personId)),
    nearMissesInAll: room.nearMissesInAll,
    shadowPrice: room.shadowPrice && { ...room.shadowPrice, steps: [...room.shadowPrice.steps] },
  });
}

function readableIn(
  member: Member,
  records: Records,
  { pool }: Problem,
  { couldLiveHere, nearMisses }: RoomExplained,
): Promise<ReadonlySet<string>> {
  const moves = [...couldLiveHere, ...nearMisses].flatMap(({ personId }) => {
    const subject = pool.subjectOf(personId);
    return subject ? [{ personId, requestId: subject.request.id }] : [];
  });
  return readableAmong(member, records, moves);
}
