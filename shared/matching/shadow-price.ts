import type { RoomId } from '../domain/ids.ts';
import type { Plan, PlanValue } from '../domain/plan.ts';
import { isLettable } from '../domain/room.ts';
import { withMoreRooms } from './added-rooms.ts';
import { compile, type Problem } from './compile.ts';
import { search, worthOf } from './plan.ts';
import type { Place } from './pool-types.ts';
import { tellGain } from './tell-value.ts';
import { less } from './without.ts';
import { count } from './words.ts';

/** What a plan gains by a number of rooms more. */
export interface Gain {
  readonly rooms: number;
  /** More people placed in each tier, and more points. */
  readonly gain: PlanValue;
  /** More people offered a move, residents who move on among them. */
  readonly people: number;
  /** False when a search stopped early, so that the gain is not certain. */
  readonly exact: boolean;
}

/** What rooms exactly like one room would add to a plan. */
export interface ShadowPrice {
  readonly roomId: RoomId;
  /** One room more, two more and so on, until one more adds nothing. */
  readonly steps: readonly Gain[];
  readonly sentence: string;
}

/** How many more rooms are tried. */
const mostRooms = 3;

/**
 * What one more room like this would be worth, and one more, until the gain stops: the partnership is planned again with
 * the rooms added, so every check, chain and rule counts.
 * @param most how many rooms to add at most; 3 when left out
 * @returns null for a room that is never let
 */
export function shadowPrice(
  problem: Problem,
  plan: Plan,
  place: Place,
  most = mostRooms,
): ShadowPrice | null {
  if (!isLettable(place.room)) return null;
  const steps: Gain[] = [];
  for (let rooms = 1; rooms <= most; rooms++) {
    const step = gainOf(problem, plan, place, rooms);
    if (isNothing(less(step.gain, steps.at(-1)?.gain ?? nothing))) break;
    steps.push(step);
  }
  return { roomId: place.room.id, steps, sentence: tellPrice(problem, steps, most) };
}

const nothing: PlanValue = { placed: [0, 0, 0], points: 0 };

const isNothing = ({ placed, points }: PlanValue): boolean =>
  points === 0 && placed.every((people) => people === 0);

function gainOf(problem: Problem, plan: Plan, place: Place, rooms: number): Gain {
  const { policy, models, onDay } = problem;
  const more = compile(withMoreRooms(problem, place, rooms), policy, models, onDay);
  const { assignment, value, exact } = search(more);
  const moved = more.pool.subjects.filter((_, person) => {
    const room = assignment.roomOf(person);
    return room >= 0 && room !== more.home[person];
  }).length;
  return {
    rooms,
    gain: less(worthOf(more, value), plan.value),
    people: moved - plan.suggestions.length,
    exact: exact && plan.exact,
  };
}

function tellPrice({ policy }: Problem, steps: readonly Gain[], most: number): string {
  const [first] = steps;
  if (!first) return 'One more room like this would add nothing to the plan.';
  const last = steps.at(-1) ?? first;
  return [
    `One more room like this would ${peopleMoved(first)}. ${tellGain(policy, first.gain)}`,
    ...(steps.length > 1
      ? [`${last.rooms} more would ${peopleMoved(last)}. ${tellGain(policy, last.gain)}`]
      : []),
    ...(steps.length < most ? ['More than that would add nothing.'] : []),
    ...(steps.every((step) => step.exact) ? [] : ['The search stopped early, so this is not certain.']),
  ].join(' ');
}

function peopleMoved({ people }: Gain): string {
  if (people === 0) return 'let as many people move';
  return `let ${count(Math.abs(people), people > 0 ? 'more person' : 'fewer person', people > 0 ? 'more people' : 'fewer people')} move`;
}
