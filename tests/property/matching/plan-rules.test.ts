import { describe, expect, test } from 'vitest';
import { dayFromNumber } from '../../../shared/domain/day.ts';
import { dayToJudge, notPassing } from '../../../shared/matching/checks/rules.ts';
import { compile, plan } from '../../../shared/matching/engine.ts';
import { checksOf } from '../../../shared/matching/pair-check.ts';
import { naivePairs } from '../../support/naive/pairs.ts';
import { naivePoints } from '../../support/naive/points.ts';
import { caseOf, demoCase, someDays } from '../../support/naive/random-world.ts';
import { naiveFailures } from '../../support/naive/rules.ts';
import { tinyCase } from '../../support/naive/tiny-world.ts';
import { verifyPlan } from '../../support/naive/verify-plan.ts';
import { pairList } from '../../support/pair-list.ts';

const runs = process.env.FULL ? 250 : 16;
const days = process.env.FULL ? someDays : someDays.slice(0, 2);
const towns = Array.from({ length: runs }, (_, i) => ({ seed: i + 1, ...caseOf(i + 1) }));

describe('a plan, told against rules written down a second time', { timeout: 300_000 }, () => {
  test('keeps every one of them, night by night, in made-up towns', () => {
    const lengths = new Map<number, number>();
    for (const { seed, facts, policy, models, on } of towns) {
      const found = plan(compile(facts, policy, models, on));
      expect(verifyPlan(facts, policy, models, found), `seed ${seed}`).toEqual([]);
      for (const { suggestions } of found.chains)
        lengths.set(suggestions.length, (lengths.get(suggestions.length) ?? 0) + 1);
    }
    // The towns are of use only while they make chains of several moves.
    expect([lengths.has(1), lengths.has(2), lengths.has(3)]).toEqual([true, true, true]);
  });

  test('is made from exactly the pairs that pass, with their points and first days', () => {
    for (const { seed, facts, policy, models, on } of towns) {
      const problem = compile(facts, policy, models, on);
      const { pool } = problem;
      const expected = naivePairs({ facts, policy, models, on });
      const told = pairList(problem).map((pair) => {
        const [person, room] = [pool.subjects[pair.person]!.person.id, pool.places[pair.room]!.room.id];
        const points = naivePoints({ facts, policy, models, on }, person, room);
        expect(pair.points, `seed ${seed}: ${person} in ${room}`).toBe(points);
        return `${person} ${room} ${dayFromNumber(pair.day)}`;
      });
      expect(told.sort(), `seed ${seed}`).toEqual(
        [...expected].map(([pair, day]) => `${pair} ${day}`).sort(),
      );
    }
  });

  test('tells of each pair the very rules that do not pass', () => {
    const met = new Set<string>();
    for (const { seed, facts, policy, models, on } of towns.slice(0, Math.ceil(runs / 3))) {
      const { pool } = compile(facts, policy, models, on);
      for (const [i, s] of pool.subjects.entries())
        for (const p of pool.places.filter((_, j) => (i + j) % 5 === 0)) {
          const day = dayFromNumber(dayToJudge(s, p, pool.setting));
          const told = checksOf(s, p, pool.setting).filter((check) => check.verdict !== 'pass');
          const expected = naiveFailures(facts, policy, models, on, s.person.id, p.room.id, day);
          expect(told.map((check) => check.rule).sort(), `seed ${seed}`).toEqual(expected.sort());
          for (const check of told) expect(check.verdict === 'unknown').toBe(check.question !== null);
          for (const { rule, verdict } of told) met.add(`${rule} ${verdict}`);
        }
    }
    expect(met.size).toBeGreaterThan(25);
  });

  test('turns each rule on the very day, whatever day is asked of', () => {
    const turned = new Set<string>();
    for (let seed = 1; seed <= Math.ceil(runs / 2); seed++) {
      const { facts, policy, models, on } = tinyCase(seed, { lateral: true, workerless: true });
      const { pool } = compile(facts, policy, models, on);
      for (const s of pool.subjects)
        for (const p of pool.places)
          for (let day = 0, last = ''; day <= 40; day++) {
            const at = dayFromNumber(pool.setting.on + day);
            const told = notPassing(s, p, pool.setting, pool.setting.on + day).map(({ rule }) => rule.id);
            const expected = naiveFailures(facts, policy, models, on, s.person.id, p.room.id, at);
            expect(told.sort(), `seed ${seed}: ${s.person.id} in ${p.room.id} on ${at}`).toEqual(
              expected.sort(),
            );
            if (day > 0 && told.join() !== last)
              for (const rule of [...told, ...last.split(',')])
                if (told.includes(rule) !== last.split(',').includes(rule)) turned.add(rule);
            last = told.join();
          }
    }
    expect([...turned]).toEqual(
      expect.arrayContaining(['in-service', 'in-time', 'kept-apart', 'licence-persons']),
    );
  });

  test.each(days)('verifies for a town of 200 people on %s', (on) => {
    const {
      facts,
      policy,
      models,
      on: day,
    } = demoCase({ partnership: 'southampton', people: 200, seed: 5, on });
    const found = plan(compile(facts, policy, models, day));
    expect(verifyPlan(facts, policy, models, found)).toEqual([]);
    expect(found.suggestions.length).toBeGreaterThan(3);
  });
});
