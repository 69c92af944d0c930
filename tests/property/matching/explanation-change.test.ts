import { describe, expect, test } from 'vitest';
import type { FactChange } from '../../../shared/domain/explanation.ts';
import { ProposalId, StayId } from '../../../shared/domain/ids.ts';
import { applyChanges } from '../../../shared/matching/change.ts';
import { compile, type Facts, plan, whyNot } from '../../../shared/matching/engine.ts';
import { isMatch, smallestChange } from '../../../shared/matching/smallest-change.ts';
import { leftToPay } from '../../support/naive/ask.ts';
import { firstDayFor, latest, naivePairs, readyFrom } from '../../support/naive/pairs.ts';
import { naivePoints } from '../../support/naive/points.ts';
import { caseOf } from '../../support/naive/random-world.ts';
import { naiveRank } from '../../support/naive/rank.ts';
import { askOf, datedFailures, undatedFailures } from '../../support/naive/rules.ts';
import { leadEnds, type NaiveWorld, needsOf, requestOf } from '../../support/naive/world.ts';
import { pairList } from '../../support/pair-list.ts';
import { dice } from '../../support/random-instance.ts';

const worlds = process.env.FULL ? 120 : 10;
const pairsEach = 60;

/** Rules that protect somebody, are the person's own word, or are bricks: nothing they rest on is offered as a change. */
const unchanging = [
  'exclusion-zone',
  'kept-apart',
  'exploitation',
  'provider-ban',
  'women-or-men',
  'risk',
  'their-no',
  'room-size',
  'room-persons',
];

/** Tables and fields that protect somebody or hold what they said; no change touches one. */
const outOfBounds = [
  'risks',
  'exclusionZones',
  'bans',
  'nonAssociations',
  'preferences',
  'homes sexPolicy',
  'homes notSuitableFor',
  'people sexRegisteredAtBirth',
];

/** Those of the rules that do not pass which no change may be offered for. Far short is more than twice what is allowed. */
function withoutRemedy(w: NaiveWorld, person: string, room: string, before: readonly string[]): string[] {
  const ask = askOf(w, person, room, firstTried(w, person, room));
  const fixed: Readonly<Record<string, boolean>> = {
    // A cot fits or it does not.
    'cot-space': ask.room.cotSpace === false,
    'self-contained': ask.needs?.selfContained === 'required',
    floor: ask.room.floor !== null,
    'local-connection': ask.person.localConnection === false,
    affordable: (leftToPay(ask) ?? 0) > 2 * w.policy.affordability.weeklyShortfallAllowed,
  };
  return before.filter((rule) => unchanging.includes(rule) || fixed[rule] === true);
}

/** What somebody was found to need and would no longer be. */
function needsLost(before: NaiveWorld, after: NaiveWorld, person: string): string[] {
  const [was, is] = [needsOf(before, person), needsOf(after, person)];
  if (was === undefined) return [];
  const kept: Readonly<Record<string, unknown>> = { ...is };
  const apart = ['id', 'assessedOn', 'assessedBy', 'safetyPlanOn'];
  return Object.entries(was).flatMap(([field, value]) =>
    value === null || apart.includes(field) || kept[field] === value ? [] : [field],
  );
}

const firstTried = (w: NaiveWorld, person: string, room: string): string =>
  latest(leadEnds(w), readyFrom(w, room), requestOf(w, person)!.earliestOn ?? w.on);

/** Rules that still do not pass once the facts read otherwise; those of the day only when no day is left. */
function stillFailing(w: NaiveWorld, person: string, room: string): string[] {
  const undated = undatedFailures(w, person, room);
  const from = firstTried(w, person, room);
  return firstDayFor(w, person, room, from) === null
    ? [...undated, ...datedFailures(w, person, room, from), 'day']
    : undated;
}

/** The changes made by hand on plain records. */
function madeByHand(facts: Facts, changes: readonly FactChange[]): unknown {
  const tables: Record<string, unknown> = structuredClone({ ...facts });
  for (const { action, table, id, fields } of changes) {
    const rows: unknown = tables[table];
    if (!Array.isArray(rows)) throw new Error(`No table ${table}`);
    const at = rows.findIndex((row) => row.id === id);
    if (action === 'add') rows.push({ id, ...fields });
    else if (action === 'remove') rows.splice(at, 1);
    else Object.assign(rows[at], fields);
    // A request that is not paused says nothing of a pause.
    if (table === 'requests' && rows[at]?.status !== 'paused')
      for (const field of ['pausedUntil', 'pausedBecause', 'pausedFrom']) delete rows[at]?.[field];
  }
  return tables;
}

describe('the smallest change that would make a match', { timeout: 300_000 }, () => {
  test('makes one, with the points and the rank it promises, and leaves nothing out that could be', () => {
    const failed = new Map<string, number>();
    let [matches, fixed, several, unreached, behind] = [0, 0, 0, 0, 0];
    for (let seed = 1; seed <= worlds; seed++) {
      const made = caseOf(seed + 500, 60);
      const { facts, policy, models, on } = made;
      const chance = dice(seed);
      const problem = compile(facts, policy, models, on);
      const asked = facts.people.filter(({ id }) => problem.pool.subjectOf(id) !== null);
      for (let n = 0; n < pairsEach; n++) {
        const person = asked[chance.below(asked.length)]!.id;
        const room = facts.rooms[chance.below(facts.rooms.length)]!.id;
        const before = stillFailing(made, person, room);
        if (before.length === 0) continue;
        const who = `seed ${seed}: ${person} in ${room}, ${before.join()}`;
        for (const rule of before) failed.set(rule, (failed.get(rule) ?? 0) + 1);
        const found = smallestChange(problem, person, room);
        if (!isMatch(found)) {
          fixed++;
          expect(found.fixed.length, who).toBeGreaterThan(0);
          continue;
        }
        matches++;
        if (found.changes.length > 1) several++;
        expect(withoutRemedy(made, person, room, before), who).toEqual([]);
        const touched = found.changes.flatMap(({ table, fields }) => [
          table,
          ...Object.keys(fields).map((field) => `${table} ${field}`),
        ]);
        expect(
          touched.filter((one) => outOfBounds.includes(one)),
          who,
        ).toEqual([]);
        const after = applyChanges(facts, found.changes);
        expect(needsLost(made, { ...made, facts: after }, person), who).toEqual([]);
        if (matches % 3 === 0) {
          const pairs = naivePairs({ ...made, facts: after });
          expect(pairs.has(`${person} ${room}`), who).toBe(found.inReach);
          const rank = naiveRank({ ...made, facts: after }, pairs.keys(), person, room);
          expect(rank, who).toBe(found.rank);
          if (rank !== null && rank > 1) behind++;
        }
        if (!found.inReach) unreached++;
        expect(after, who).toEqual(madeByHand(facts, found.changes));
        expect(stillFailing({ ...made, facts: after }, person, room), who).toEqual([]);
        expect(naivePoints({ ...made, facts: after }, person, room), who).toBe(found.points);
        for (const one of found.changes) {
          const rest = found.changes.filter((other) => other !== one);
          const without = { ...made, facts: applyChanges(facts, rest) };
          expect(stillFailing(without, person, room), `${who} without ${one.sentence}`).not.toEqual([]);
        }
      }
    }
    expect([matches, fixed, several].map((count) => count > worlds)).toEqual([true, true, true]);
    expect(Math.min(unreached, behind)).toBeGreaterThan(0);
    expect(failed.size).toBeGreaterThan(20);
  });

  test('is none for a room that is promised to somebody, however it is listed', () => {
    const { facts, policy, models, on } = caseOf(901, 40);
    const problem = compile(facts, policy, models, on);
    const { pool } = problem;
    const promisedTo = facts.people.find((one) =>
      facts.requests.every(({ personId }) => personId !== one.id),
    )!;
    const offered = pairList(problem)
      .filter(({ room }) => pool.places[room]!.vacancy !== null)
      .slice(0, 5);
    expect(offered.length).toBe(5);
    for (const pair of offered) {
      const [person, room] = [pool.subjects[pair.person]!.person.id, pool.places[pair.room]!.room.id];
      const base = { id: StayId.parse('planted'), roomId: room, personId: promisedTo.id, from: on };
      const proposalId = ProposalId.parse('planted');
      const stays = [...facts.stays, { ...base, status: 'confirmed' as const, proposalId }];
      const after = compile({ ...facts, stays }, policy, models, on);
      const told = whyNot(after, plan(after), person, room)!;
      expect(told.verdict, `${person} in ${room}`).toBe('ruledOut');
      expect(told.checks.filter((check) => check.verdict !== 'pass').map((check) => check.rule)).toContain(
        'room-free',
      );
      expect(told.change).toMatchObject({ fixed: expect.arrayContaining(['room-free']) });
    }
  });

  test('is what somebody is told who asks why not, and a pair that fits is told what it would cost', () => {
    for (let seed = 1; seed <= Math.ceil(worlds / 3); seed++) {
      const { facts, policy, models, on } = caseOf(seed + 900, 40);
      const problem = compile(facts, policy, models, on);
      const found = plan(problem);
      for (const { person, room } of pairList(problem).slice(0, 10)) {
        const [personId, roomId] = [
          problem.pool.subjects[person]!.person.id,
          problem.pool.places[room]!.room.id,
        ];
        const told = whyNot(problem, found, personId, roomId)!;
        const suggested = found.suggestions.some((one) => one.personId === personId && one.roomId === roomId);
        expect(told.verdict).toBe(suggested ? 'suggested' : 'fits');
        expect(told.change).toBeNull();
        expect(told.points).toBe(naivePoints({ facts, policy, models, on }, personId, roomId));
        const cost = told.competition?.cost;
        if (!cost || !found.exact) continue;
        const [first] = [...cost.placed, cost.points].filter((part) => part !== 0);
        expect(first ?? 0, `${personId} in ${roomId}`).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
