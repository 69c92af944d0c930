import { type Day, dayFromNumber } from '../domain/day.ts';
import type { Plan } from '../domain/plan.ts';
import type { Problem } from './compile.ts';
import { type Feature, type FeatureId, features } from './features.ts';
import { real } from './lanes.ts';
import { tellLoss } from './tell-value.ts';
import { type WithoutMove, withoutMove } from './without.ts';
import { count } from './words.ts';

/** Something about a room that more people need than there are rooms with it. */
export interface ScarceFeature {
  readonly feature: FeatureId;
  /** Rooms with it that are free, or expected within the days a plan looks ahead, this one counted. */
  readonly rooms: number;
  /** The soonest day one of the others is ready; null when there is no other. */
  readonly nextOn: Day | null;
  /** Other people of the pool who cannot do without it. */
  readonly others: number;
  /** Whether the person suggested for the room needs it. */
  readonly neededByThem: boolean;
  readonly sentence: string;
}

/** What is given up when this person has this room. */
export interface OpportunityCost {
  readonly scarce: readonly ScarceFeature[];
  readonly without: WithoutMove | null;
  readonly sentences: readonly string[];
}

/** What a suggested move uses up that others need, and what the plan would lose without it. */
export function opportunityCost(problem: Problem, plan: Plan, person: number, room: number): OpportunityCost {
  const scarce = features.flatMap((feature) => scarcity(problem, feature, person, room) ?? []);
  const without = withoutMove(problem, plan, person, room);
  return {
    scarce,
    without,
    sentences: [
      ...scarce.map((one) => one.sentence),
      ...(without === null ? [] : [tellWithout(problem, without)]),
    ],
  };
}

function scarcity(problem: Problem, feature: Feature, person: number, room: number): ScarceFeature | null {
  const { subjects, places, setting } = problem.pool;
  const [s, p] = [subjects[person], places[room]];
  if (!s || !p || !feature.has(p)) return null;
  const others = subjects.filter((one) => one !== s && feature.needs(one, setting)).length;
  const last = setting.on + setting.policy.horizonDays;
  const otherDays = places
    .flatMap((place, i) => (i !== room && feature.has(place) ? [real(problem.ready, i)] : []))
    .filter((ready) => ready <= last)
    .sort((a, b) => a - b);
  const rooms = 1 + otherDays.length;
  if (others < rooms) return null;
  const [next] = otherDays;
  const nextDay = next === undefined ? null : Math.max(next, setting.on);
  const neededByThem = feature.needs(s, setting);
  return {
    feature: feature.id,
    rooms,
    nextOn: nextDay === null ? null : dayFromNumber(nextDay),
    others,
    neededByThem,
    sentence: tellScarce(feature, {
      rooms,
      others,
      neededByThem,
      weeks: Math.floor(((nextDay ?? last) - setting.on) / 7),
      weeksAhead: Math.floor(setting.policy.horizonDays / 7),
    }),
  };
}

interface Counts {
  readonly rooms: number;
  readonly others: number;
  readonly neededByThem: boolean;
  /** Whole weeks from the day of the plan until the next such room, or to the end of what the plan looks at. */
  readonly weeks: number;
  readonly weeksAhead: number;
}

function tellScarce({ words }: Feature, { rooms, others, neededByThem, weeks, weeksAhead }: Counts): string {
  const supply =
    weeks > 0
      ? `It is the only ${words} expected in the next ${count(weeks, 'week')}`
      : `It is one of ${rooms} such (a ${words}) in the next ${count(weeksAhead, 'week')}`;
  const demand = `${others === 1 ? '1 other person needs' : `${others} others need`} one`;
  return `${supply}; ${demand}.${neededByThem ? '' : ' This person does not need it.'}`;
}

function tellWithout(problem: Problem, { cost, exact, roomGoesTo, personGoesTo }: WithoutMove): string {
  const loss = tellLoss(problem.policy, cost);
  const room = roomGoesTo === null ? 'the room would stay as it is' : `the room would go to ${roomGoesTo}`;
  const person =
    personGoesTo === null ? 'this person would get no place' : `this person would move to ${personGoesTo}`;
  return `Without this move ${room}, and ${person}. ${loss}${exact ? '' : ' The search stopped early, so this may be too high.'}`;
}
