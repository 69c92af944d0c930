import type { RoomId } from '../domain/ids.ts';
import type { Plan } from '../domain/plan.ts';
import { isLettable } from '../domain/room.ts';
import { dayToJudge, notPassing } from './checks/rules.ts';
import type { Problem } from './compile.ts';
import { features } from './features.ts';
import type { Place, Subject } from './pool-types.ts';
import { listWords } from './scores/list-words.ts';
import { type Gain, shadowPrice } from './shadow-price.ts';

/** A kind of room, by an example of it, and what one more would add to the plan. */
export interface RoomKind {
  /** A room of this kind that is there today. */
  readonly like: RoomId;
  readonly words: string;
  /** People without a place whom nothing would keep out of one more room like it. */
  readonly waiting: number;
  /** Null where one more would add nothing. */
  readonly gain: Gain | null;
  readonly sentence: string;
}

/** How many kinds are tried by planning again: those that most people without a place could live in. */
const mostTried = 5;

/**
 * The kinds of rooms that would help a plan most, best first. Every kind a partnership has is counted by the people
 * without a place it would suit; the few that suit most are then tried one by one, each by a plan of its own.
 */
export function roomKinds(problem: Problem, plan: Plan): RoomKind[] {
  const unplaced = plan.unplaced.flatMap((one) => problem.pool.subjectOf(one.personId) ?? []);
  return kindsOf(problem)
    .map((place) => ({ place, waiting: unplaced.filter((s) => wouldSuit(problem, s, place)).length }))
    .sort((a, b) => b.waiting - a.waiting || (a.place.room.id < b.place.room.id ? -1 : 1))
    .slice(0, mostTried)
    .map(({ place, waiting }) => tellKind(problem, plan, place, waiting))
    .sort(byGain);
}

/** One room of each kind: the first by reference of those that read the same in all that rules ask of a building. */
function kindsOf({ facts, pool }: Problem): Place[] {
  const kinds = new Map<string, Place>();
  for (const room of facts.rooms) {
    const place = pool.placeOf(room.id);
    if (!place || !isLettable(room)) continue;
    const { home } = place;
    const offers = home.offers.map((offer) => `${offer.serviceModel} ${offer.stage}`).sort();
    const has = features.filter((feature) => feature.has(place)).map((feature) => feature.id);
    const kind = [home.supportLevel, home.sexPolicy, ...offers, ...has].join('|');
    if (!kinds.has(kind)) kinds.set(kind, place);
  }
  return [...kinds.values()];
}

/** Whether nothing but the room's being taken, or not ready in time, stands in the way. */
function wouldSuit({ pool }: Problem, s: Subject, place: Place): boolean {
  const { setting } = pool;
  const free = { ...place, ready: setting.on };
  return notPassing(s, free, setting, dayToJudge(s, free, setting)).every(
    ({ rule }) => rule.id === 'room-free',
  );
}

function tellKind(problem: Problem, plan: Plan, place: Place, waiting: number): RoomKind {
  const price = shadowPrice(problem, plan, place, 1);
  const has = features.filter((feature) => feature.has(place)).map((feature) => feature.trait);
  const words = has.length === 0 ? `${place.home.supportLevel} support` : listWords(has);
  return {
    like: place.room.id,
    words,
    waiting,
    gain: price?.steps[0] ?? null,
    sentence: `Like ${place.room.id} (${words}): ${price?.sentence ?? ''}`,
  };
}

function byGain({ gain: a, like: x }: RoomKind, { gain: b, like: y }: RoomKind): number {
  const lanes = (one: Gain | null) => (one ? [...one.gain.placed, one.gain.points] : [0, 0, 0, 0]);
  const [of, other] = [lanes(a), lanes(b)];
  const at = of.findIndex((value, i) => value !== other[i]);
  return at < 0 ? (x < y ? -1 : 1) : (other[at] ?? 0) - (of[at] ?? 0);
}
