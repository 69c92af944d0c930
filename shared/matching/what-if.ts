import type { Day } from '../domain/day.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, PlanValue, Suggestion, Tier } from '../domain/plan.ts';
import { compile, type Problem } from './compile.ts';
import { type Characteristic, equalityGroups } from './equality-groups.ts';
import { type OnProgress, plan } from './plan.ts';
import { buildPool, type Pool } from './pool.ts';
import type { Subject } from './pool-types.ts';
import { points } from './scores/score.ts';
import { type Change, changedFacts } from './what-if-facts.ts';

export type Effect = 'placed' | 'betterFit' | 'sooner' | 'lostPlace' | 'worseFit' | 'later';

/** One move of one person. Its points are by today's policy, whichever policy the plan was made under. */
export interface Move {
  readonly roomId: RoomId;
  readonly points: number;
  readonly moveOn: Day;
}

/** Somebody whom a change reaches. A fit of more points counts before an earlier day. */
export interface Reached {
  readonly personId: PersonId;
  readonly effect: Effect;
  readonly before: Move | null;
  readonly after: Move | null;
}

/** One plan in figures. Its value counts everybody it moves, those who are only supposed included. */
export interface Outlook {
  readonly policyVersion: string;
  readonly value: PlanValue;
  readonly upperBound: PlanValue;
  readonly exact: boolean;
}

/** What is supposed, none of which is counted anywhere else but in the value of the plan. */
export interface Supposed {
  readonly rooms: readonly RoomId[];
  readonly people: readonly PersonId[];
  readonly peopleMoved: number;
}

/** People of one tier who ask for a place, by today's policy, and those whom each plan moves. */
export interface TierCount {
  readonly tier: Tier;
  readonly people: number;
  readonly before: number;
  readonly after: number;
}

/** A plan under a change beside today's, for the people there are. */
export interface WhatIf {
  readonly before: Outlook;
  readonly after: Outlook;
  /** Whether the second plan was made under another policy, so that its value is in other points and tiers. */
  readonly otherRules: boolean;
  readonly supposed: Supposed;
  readonly gains: readonly Reached[];
  readonly losses: readonly Reached[];
  readonly unchanged: number;
  readonly tiers: readonly TierCount[];
  readonly groups: readonly Characteristic[];
}

interface Compared {
  readonly s: Subject;
  readonly was: Move | null;
  readonly will: Move | null;
}

/**
 * Today's plan, and the plan if something were different: who gains, who loses, and how many of each tier and group.
 * @throws RangeError when a room or person named is not there, or is not what the change needs
 */
export function whatIf(today: Problem, change: Change, onProgress?: OnProgress): WhatIf {
  const { models, onDay } = today;
  const facts = changedFacts(today, change);
  const then = compile(facts, change.policy ?? today.policy, models, onDay);
  const byToday = change.policy ? buildPool(facts, today.policy, models, onDay) : then.pool;
  const [before, after] = [plan(today, onProgress), plan(then, onProgress)];
  const [was, will] = [movesOf(before, today.pool), movesOf(after, byToday)];
  const people = today.pool.subjects.map((s): Compared => {
    const id = s.person.id;
    return { s, was: was.get(id) ?? null, will: will.get(id) ?? null };
  });
  const reached = people.flatMap(reachedBy);
  return {
    before: outlook(before),
    after: outlook(after),
    otherRules: change.policy !== undefined,
    supposed: supposedIn(then, today, will),
    gains: reached.filter(({ effect }) => isGain(effect)),
    losses: reached.filter(({ effect }) => !isGain(effect)),
    unchanged: people.length - reached.length,
    tiers: countTiers(people),
    groups: equalityGroups(
      people.map((one) => ({ person: one.s.person, before: one.was !== null, after: one.will !== null })),
      onDay,
    ),
  };
}

const isGain = (effect: Effect): boolean =>
  effect === 'placed' || effect === 'betterFit' || effect === 'sooner';

const outlook = ({ policyVersion, value, upperBound, exact }: Plan): Outlook => ({
  policyVersion,
  value,
  upperBound,
  exact,
});

/** The moves of a plan by person, with points by the policy of a pool: two policies give points on two scales. */
function movesOf({ suggestions }: Plan, pool: Pool): ReadonlyMap<PersonId, Move> {
  return new Map(suggestions.map((one) => [one.personId, moveOf(one, pool)]));
}

function moveOf({ personId, roomId, moveOn, ...made }: Suggestion, pool: Pool): Move {
  const [s, p] = [pool.subjectOf(personId), pool.placeOf(roomId)];
  return { roomId, points: s && p ? points(s, p, pool.setting) : made.points, moveOn };
}

function reachedBy({ s, was, will }: Compared): Reached[] {
  const effect = effectOf(was, will);
  return effect ? [{ personId: s.person.id, effect, before: was, after: will }] : [];
}

function effectOf(was: Move | null, will: Move | null): Effect | null {
  if (!was || !will) return will ? 'placed' : was ? 'lostPlace' : null;
  if (was.points !== will.points) return will.points > was.points ? 'betterFit' : 'worseFit';
  if (was.moveOn !== will.moveOn) return will.moveOn < was.moveOn ? 'sooner' : 'later';
  return null;
}

function supposedIn(then: Problem, today: Problem, will: ReadonlyMap<PersonId, Move>): Supposed {
  const known = new Set<string>([...today.facts.people, ...today.facts.rooms].map((one) => one.id));
  const isNew = ({ id }: { readonly id: string }): boolean => !known.has(id);
  const people = then.facts.people.filter(isNew).map((one) => one.id);
  return {
    rooms: then.facts.rooms.filter(isNew).map((one) => one.id),
    people,
    peopleMoved: people.filter((id) => will.has(id)).length,
  };
}

const tiers: readonly Tier[] = [0, 1, 2, 3];

function countTiers(people: readonly Compared[]): TierCount[] {
  return tiers.map((tier) => {
    const those = people.filter(({ s }) => s.tier === tier);
    return {
      tier,
      people: those.length,
      before: those.filter(({ was }) => was).length,
      after: those.filter(({ will }) => will).length,
    };
  });
}
