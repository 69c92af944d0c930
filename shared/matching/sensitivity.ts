import type { PersonId, RoomId } from '../domain/ids.ts';
import { type Policy, TermId } from '../domain/policy.ts';
import type { ServiceModel } from '../services/service-model.ts';
import type { Problem } from './compile.ts';
import { int } from './lanes.ts';
import { pairsOf } from './pairs.ts';
import type { Place, Subject } from './pool-types.ts';
import { candidatesFor } from './ranking.ts';
import { points } from './scores/score.ts';
import { nth, weightWords } from './words.ts';

/** One weight a tenth higher or lower, and what that would change. */
export interface WeightFlip {
  readonly term: TermId;
  readonly change: 'more' | 'less';
  /** Where the person would then come among those who fit the room, 1 for the first. */
  readonly rank: number;
  /** Who would then come first for the room. */
  readonly first: PersonId;
  /** The room that would then fit the person best. */
  readonly bestRoom: RoomId;
  readonly sentence: string;
}

/** Whether the order behind a suggestion hangs on the exact weights. */
export interface Sensitivity {
  /** Where the person comes among those who fit the room, 1 for the first, by tier, then points, then wait. */
  readonly rank: number;
  readonly candidates: number;
  /** The room that fits the person best, by points alone. */
  readonly bestRoom: RoomId;
  /** The moves of one weight by a tenth that change the rank or the best room; empty when none does. */
  readonly flips: readonly WeightFlip[];
  readonly sentence: string;
}

/** What one weight becomes: 11 or 9 tenths of what it is. */
interface Shift {
  readonly term: TermId;
  readonly tenths: 9 | 11;
}

const shifts: readonly Shift[] = TermId.options.flatMap((term): Shift[] => [
  { term, tenths: 11 },
  { term, tenths: 9 },
]);

/**
 * Scores every pair that bears on a suggestion again with each weight a tenth higher and a tenth lower, a programme's own
 * weight included, and says where the order would change. Points stay whole: each term is rounded down as ever.
 * @returns null when the pair does not pass every check
 */
export function sensitivityOf(problem: Problem, person: number, room: number): Sensitivity | null {
  const now = standing(problem, person, room, null);
  if (now === null) return null;
  const flips = shifts.flatMap((shift): WeightFlip[] => {
    const then = standing(problem, person, room, shift);
    if (then === null || (then.rank === now.rank && then.bestRoom === now.bestRoom)) return [];
    const { rank, first, bestRoom } = then;
    const change = shift.tenths > 10 ? 'more' : 'less';
    const said = { term: shift.term, change, rank, first, bestRoom } as const;
    return [{ ...said, sentence: tellFlip(now, said) }];
  });
  return {
    rank: now.rank,
    candidates: now.candidates,
    bestRoom: now.bestRoom,
    flips,
    sentence:
      flips.length === 0
        ? 'The order would stay the same if any one weight changed by a tenth.'
        : flips.map((flip) => flip.sentence).join(' '),
  };
}

interface Standing {
  readonly rank: number;
  readonly candidates: number;
  readonly first: PersonId;
  readonly bestRoom: RoomId;
}

function standing(problem: Problem, person: number, room: number, shift: Shift | null): Standing | null {
  const { pairs, pool } = problem;
  const scored = shift === null ? null : shiftedPoints(problem, shift);
  const pointsOf = (p: number, pair: number): number =>
    scored === null ? int(pairs.points, pair) : scored(p, int(pairs.room, pair));
  const order = candidatesFor(problem, room, pointsOf);
  const at = order.findIndex((one) => one.person === person);
  const first = pool.subjects[order[0]?.person ?? -1];
  const best = pairsOf(pairs, person)
    .map((pair) => ({ place: pool.places[int(pairs.room, pair)], points: pointsOf(person, pair) }))
    .sort((a, b) => b.points - a.points || ((a.place?.room.id ?? '') < (b.place?.room.id ?? '') ? -1 : 1))[0];
  if (at < 0 || !first || !best?.place) return null;
  return {
    rank: at + 1,
    candidates: order.length,
    first: first.person.id,
    bestRoom: best.place.room.id,
  };
}

/** The points of any pair once one weight has moved. */
function shiftedPoints({ pool }: Problem, shift: Shift): (person: number, room: number) => number {
  const setting = { ...pool.setting, policy: shiftedPolicy(pool.setting.policy, shift) };
  const models = new Map<ServiceModel, ServiceModel>();
  const shiftedSubject = (s: Subject): Subject => {
    const model = models.get(s.model) ?? shiftedModel(s.model, shift);
    models.set(s.model, model);
    return { ...s, model };
  };
  return (person, room) => {
    const s = pool.subjects[person];
    const p: Place | undefined = pool.places[room];
    return s && p ? points(shiftedSubject(s), p, setting) : 0;
  };
}

const shifted = (weight: number, { tenths }: Shift): number => (weight * tenths) / 10;

function shiftedPolicy(policy: Policy, shift: Shift): Policy {
  const weight = shifted(policy.weights[shift.term], shift);
  return { ...policy, weights: { ...policy.weights, [shift.term]: weight } };
}

function shiftedModel(model: ServiceModel, shift: Shift): ServiceModel {
  const own = model.matching.weights[shift.term];
  if (own === undefined) return model;
  const weights = { ...model.matching.weights, [shift.term]: shifted(own, shift) };
  return { ...model, matching: { ...model.matching, weights } };
}

function tellFlip(now: Standing, then: Omit<WeightFlip, 'sentence'>): string {
  const what: string[] = [];
  if (then.rank !== now.rank)
    what.push(
      now.rank === 1
        ? `${then.first} would come first for this room`
        : then.rank === 1
          ? 'they would come first for this room'
          : `they would come ${nth(then.rank)} for this room, not ${nth(now.rank)}`,
    );
  if (then.bestRoom !== now.bestRoom) what.push(`${then.bestRoom} would fit them best`);
  return `If ${weightWords[then.term]} counted a tenth ${then.change}, ${what.join(' and ')}.`;
}
