import { describe, expect, test } from 'vitest';
import { daysAhead } from '../../../shared/matching/checks/ages.ts';
import { ASK, PASSES } from '../../../shared/matching/checks/rule.ts';
import {
  datedRules,
  dayToJudge,
  firstDay,
  notPassing,
  undatedRules,
} from '../../../shared/matching/checks/rules.ts';
import { compile, type Problem, plan } from '../../../shared/matching/engine.ts';
import type { Place, Subject } from '../../../shared/matching/pool-types.ts';
import { points } from '../../../shared/matching/scores/score.ts';
import { terms } from '../../../shared/matching/scores/terms.ts';
import { caseOf, demoCase } from '../../support/naive/random-world.ts';
import { pairList } from '../../support/pair-list.ts';

const runs = process.env.FULL ? 200 : 12;
const worlds = Array.from({ length: runs }, (_, i) => caseOf(i + 2_001));

const town = demoCase({ partnership: 'southampton', on: '2026-11-23', seed: 5, people: 120 });

function problemOf({ facts, policy, models, on }: (typeof worlds)[number]): Problem {
  return compile(facts, policy, models, on);
}

/** Groups what differs by one word. */
function byKind<T>(things: readonly T[], kind: (thing: T) => string | null | undefined): Map<unknown, T[]> {
  return Map.groupBy(things, kind);
}

/** Every room but the person's own, which no plan offers them. */
function elsewhere({ pool, home }: Problem, s: Subject): Place[] {
  const own = home[pool.subjects.indexOf(s)];
  return pool.places.filter((place, room) => room !== own && place.room.id !== s.room?.id);
}

describe('a rule asked once for each kind of person and kind of place', () => {
  test('says of everybody of a kind what it says of one of them, in every place of a kind', () => {
    let compared = 0;
    for (const world of worlds) {
      const problem = problemOf(world);
      const { subjects, places, setting } = problem.pool;
      for (const rule of [...undatedRules, ...datedRules]) {
        const people = byKind(subjects, (s) => rule.kinds.person(s, setting));
        const rooms = byKind(places, (p) => rule.kinds.place(p, setting));
        for (const [personKind, alike] of people) {
          for (const [roomKind, same] of rooms) {
            const always = personKind === PASSES || roomKind === PASSES;
            if (!always && (personKind === ASK || roomKind === ASK)) continue;
            for (const day of [setting.on, setting.on + 40, setting.on + daysAhead(setting) - 1]) {
              const verdicts = new Set(
                alike.slice(0, 4).flatMap((s) =>
                  same
                    .filter((p) => elsewhere(problem, s).includes(p))
                    .slice(0, 4)
                    .map((p) => rule.judge(s, p, setting, day)),
                ),
              );
              expect(verdicts.size, `${rule.id} ${String(personKind)} ${String(roomKind)}`).toBeLessThan(2);
              if (always && verdicts.size > 0) expect([...verdicts], rule.id).toEqual(['pass']);
              compared++;
            }
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(1_000);
  });

  test('leads to exactly the pairs, days and points that asking every rule of every pair leads to', () => {
    for (const world of [...worlds, town]) {
      const problem = problemOf(world);
      const { subjects, places, setting } = problem.pool;
      const masked = subjects.flatMap((s, person) => {
        const allowed = new Uint32Array(problem.masks.everyRoom.length);
        problem.masks.allowed(person, allowed);
        return elsewhere(problem, s).flatMap((p) => {
          const room = places.indexOf(p);
          const passes = undatedRules.every((rule) => rule.judge(s, p, setting, setting.on) === 'pass');
          expect((allowed[room >>> 5]! >>> (room & 31)) & 1).toBe(passes ? 1 : 0);
          const notBefore = Math.max(p.ready, s.earliest);
          const day = firstDay(s, p, setting, notBefore);
          expect(problem.verdicts.firstDay(person, room, notBefore)).toBe(day ?? Number.NaN);
          return passes && day !== null ? [`${person} ${room}`] : [];
        });
      });
      for (const pair of pairList(problem)) {
        expect(masked).toContain(`${pair.person} ${pair.room}`);
        expect(pair.points).toBe(points(subjects[pair.person]!, places[pair.room]!, setting));
      }
    }
  });
});

test('a term gives everybody of a kind the same share of it in every place of a kind', () => {
  for (const world of worlds) {
    const { subjects, places, setting } = problemOf(world).pool;
    for (const term of terms) {
      const people = byKind(subjects, (s) => `${s.model.id} ${term.kinds.person(s)}`);
      const rooms = byKind(places, (p) => term.kinds.place(p));
      for (const alike of people.values())
        for (const same of rooms.values()) {
          const shares = alike
            .slice(0, 5)
            .flatMap((s) => same.slice(0, 5).map((p) => term.share(s, p, setting)));
          expect(new Set(shares).size, term.id).toBe(1);
        }
    }
  }
});

test('what keeps people without a place is counted as asking every rule of every room counts it', () => {
  let counted = 0;
  for (const world of [...worlds, town]) {
    const problem = problemOf(world);
    const { pool } = problem;
    for (const told of plan(problem).unplaced) {
      const s = pool.subjectOf(told.personId)!;
      const fits = new Set<string>(told.roomsThatFit);
      const counts = new Map<string, { rooms: number; alone: number; unknown: number }>();
      const others = pool.places.filter((p) => p.room.id !== s.room?.id);
      for (const p of others) {
        if (fits.has(p.room.id)) continue;
        const failing = notPassing(s, p, pool.setting, dayToJudge(s, p, pool.setting));
        const named = failing.map(({ rule, verdict }) => ({ rule: rule.id, verdict }));
        for (const { rule, verdict } of named.length > 0 ? named : [{ rule: 'not-freed', verdict: 'fail' }]) {
          const count = counts.get(rule) ?? { rooms: 0, alone: 0, unknown: 0 };
          count.rooms++;
          if (named.length < 2) count.alone++;
          if (verdict === 'unknown') count.unknown++;
          counts.set(rule, count);
        }
      }
      const byRule = Object.fromEntries(told.ruledOutBy.map(({ rule, ...count }) => [rule, count]));
      expect(byRule).toEqual(Object.fromEntries(counts));
      expect(told.roomsConsidered).toBe(others.length);
      counted += counts.size;
    }
  }
  expect(counted).toBeGreaterThan(100);
});
