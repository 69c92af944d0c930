import type { Day } from '../domain/day.ts';
import type { PersonId, RoomId } from '../domain/ids.ts';
import type { Plan, PlanValue, Suggestion, Tier } from '../domain/plan.ts';
import type { Policy } from '../domain/policy.ts';
import { withOneLike } from './added-people.ts';
import { withMoreRooms } from './added-rooms.ts';
import { compile, type Problem } from './compile.ts';
import { type Characteristic, equalityGroups } from './equality-groups.ts';
import type { Facts } from './facts.ts';
import { type OnProgress, plan } from './plan.ts';

/** What would be different. */
export interface Change {
  /** Another version of the rules. */
  readonly policy?: Policy | undefined;
  readonly moreRooms?: readonly { readonly like: RoomId; readonly count: number }[] | undefined;
  /** Rooms that are listed as free or expected, and would not be. */
  readonly withoutRooms?: readonly RoomId[] | undefined;
  readonly morePeople?: readonly { readonly like: PersonId; readonly count: number }[] | undefined;
}

export type Effect = 'placed' | 'betterFit' | 'sooner' | 'lostPlace' | 'worseFit' | 'later';

/** Somebody whom a change reaches. A fit of more points counts before an earlier day. */
export interface Reached {
  readonly personId: PersonId;
  readonly effect: Effect;
  readonly before: { readonly roomId: RoomId; readonly points: number; readonly moveOn: Day } | null;
  readonly after: { readonly roomId: RoomId; readonly points: number; readonly moveOn: Day } | null;
}

/** One plan in figures. */
export interface Outlook {
  readonly policyVersion: string;
  readonly value: PlanValue;
  readonly upperBound: PlanValue;
  readonly exact: boolean;
}

/** A plan under a change beside today's. People and rooms that are only supposed are in the figures, and nowhere else. */
export interface WhatIf {
  readonly before: Outlook;
  readonly after: Outlook;
  /** Rooms and people supposed. */
  readonly supposed: { readonly rooms: readonly RoomId[]; readonly people: readonly PersonId[] };
  readonly gains: readonly Reached[];
  readonly losses: readonly Reached[];
  readonly unchanged: number;
  /** People who ask for a place, and those whom each plan moves, by tier. */
  readonly tiers: readonly {
    readonly tier: Tier;
    readonly people: number;
    readonly before: number;
    readonly after: number;
  }[];
  readonly groups: readonly Characteristic[];
}

/**
 * Today's plan, and the plan if something were different: who gains, who loses, and how many of each tier and group.
 * @throws RangeError when a room or person named is not there, or is not what the change needs
 */
export function whatIf(today: Problem, change: Change, onProgress?: OnProgress): WhatIf {
  const { facts, models, onDay } = today;
  const changed = changedFacts(today, change);
  const then = compile(changed, change.policy ?? today.policy, models, onDay);
  const [before, after] = [plan(today, onProgress), plan(then, onProgress)];
  const people = today.pool.subjects.map((s) => {
    const id = s.person.id;
    return { s, was: moveOf(before, id), will: moveOf(after, id) };
  });
  const reached = people.flatMap(({ s, was, will }): Reached[] => {
    const effect = effectOf(was, will);
    return effect ? [{ personId: s.person.id, effect, before: told(was), after: told(will) }] : [];
  });
  const known = new Set<string>([...facts.people, ...facts.rooms].map((one) => one.id));
  return {
    before: outlook(before),
    after: outlook(after),
    supposed: {
      rooms: changed.rooms.filter((one) => !known.has(one.id)).map((one) => one.id),
      people: changed.people.filter((one) => !known.has(one.id)).map((one) => one.id),
    },
    gains: reached.filter(({ effect }) => isGain(effect)),
    losses: reached.filter(({ effect }) => !isGain(effect)),
    unchanged: people.length - reached.length,
    tiers: tiers.map((tier) => {
      const those = people.filter(({ s }) => s.tier === tier);
      return {
        tier,
        people: those.length,
        before: those.filter(({ was }) => was).length,
        after: those.filter(({ will }) => will).length,
      };
    }),
    groups: equalityGroups(
      people.map(({ s, was, will }) => ({ person: s.person, before: was !== null, after: will !== null })),
      onDay,
    ),
  };
}

const tiers: readonly Tier[] = [0, 1, 2, 3];

const isGain = (effect: Effect): boolean =>
  effect === 'placed' || effect === 'betterFit' || effect === 'sooner';

const outlook = ({ policyVersion, value, upperBound, exact }: Plan): Outlook => ({
  policyVersion,
  value,
  upperBound,
  exact,
});

function moveOf({ suggestions }: Plan, person: PersonId): Suggestion | null {
  return suggestions.find((one) => one.personId === person) ?? null;
}

const told = (move: Suggestion | null): Reached['before'] =>
  move && { roomId: move.roomId, points: move.points, moveOn: move.moveOn };

function effectOf(was: Suggestion | null, will: Suggestion | null): Effect | null {
  if (!was || !will) return will ? 'placed' : was ? 'lostPlace' : null;
  if (was.points !== will.points) return will.points > was.points ? 'betterFit' : 'worseFit';
  if (was.moveOn !== will.moveOn) return will.moveOn < was.moveOn ? 'sooner' : 'later';
  return null;
}

function changedFacts(today: Problem, change: Change): Facts {
  let { facts } = today;
  for (const room of change.withoutRooms ?? []) facts = withoutRoom(facts, room);
  for (const { like, count } of change.moreRooms ?? []) {
    const { models, onDay, policy } = today;
    const now = facts === today.facts ? today : compile(facts, policy, models, onDay);
    const place = now.pool.placeOf(like);
    if (!place) throw new RangeError(`There is no room ${like}.`);
    facts = withMoreRooms(now, place, count);
  }
  for (const { like, count } of change.morePeople ?? []) {
    const s = today.pool.subjectOf(like);
    if (!s)
      throw new RangeError(
        `${like} has never asked for a place, so nobody can be supposed who is like them.`,
      );
    if (s.stay)
      throw new RangeError(
        `${like} lives in one of these homes. Suppose people like somebody who has none yet.`,
      );
    for (let number = 0; number < count; number++) facts = withOneLike(facts, like, number);
  }
  return facts;
}

function withoutRoom(facts: Facts, room: RoomId): Facts {
  const vacancies = facts.vacancies.filter((one) => one.roomId !== room);
  if (vacancies.length === facts.vacancies.length)
    throw new RangeError(`${room} is not listed as free or expected, so taking it out changes nothing.`);
  return { ...facts, vacancies };
}
