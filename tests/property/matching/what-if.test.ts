import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import { compile, plan, whatIf } from '../../../shared/matching/engine.ts';
import { equalityGroups } from '../../../shared/matching/equality-groups.ts';
import { caseOf } from '../../support/naive/random-world.ts';
import { dice } from '../../support/random-instance.ts';

const runs = process.env.FULL ? 120 : 12;
const worlds = Array.from({ length: runs }, (_, i) => caseOf(i + 3_001, 60));

describe('a plan with something different', () => {
  test('changes nothing for anybody when nothing is different', () => {
    for (const { facts, policy, models, on } of worlds) {
      const found = whatIf(compile(facts, policy, models, on), {});
      expect([found.gains, found.losses, found.supposed]).toEqual([[], [], { rooms: [], people: [] }]);
      expect(found.after).toEqual(found.before);
    }
  });

  test('is the plan of the changed facts, and says of everybody what became of them', () => {
    let gained = 0;
    for (const { facts, policy, models, on } of worlds) {
      const today = compile(facts, policy, models, on);
      const wanted = new Set(today.pairs.room);
      const like = today.pool.places.find((place, room) => place.vacancy !== null && wanted.has(room));
      if (!like) continue;
      const found = whatIf(today, { moreRooms: [{ like: like.room.id, count: 2 }] });
      expect(found.supposed.rooms).toHaveLength(2);
      expect(found.gains.length + found.losses.length + found.unchanged).toBe(today.pool.subjects.length);
      const was = new Map(plan(today).suggestions.map((one) => [one.personId, one.roomId]));
      for (const one of [...found.gains, ...found.losses])
        expect(one.before?.roomId).toBe(was.get(one.personId));
      const sum = (at: 'before' | 'after') => found.tiers.reduce((total, tier) => total + tier[at], 0);
      expect(sum('before')).toBe(was.size);
      const effect = (name: string) =>
        [...found.gains, ...found.losses].filter((one) => one.effect === name).length;
      expect(sum('after') - sum('before')).toBe(effect('placed') - effect('lostPlace'));
      gained += found.gains.length;
    }
    expect(gained).toBeGreaterThan(3);
  });

  test('never counts people who are only supposed among those it reaches', () => {
    for (const { facts, policy, models, on } of worlds) {
      const today = compile(facts, policy, models, on);
      const like = today.pool.subjects.find((s) => s.stay === null);
      if (!like) continue;
      const found = whatIf(today, { morePeople: [{ like: like.person.id, count: 3 }] });
      expect(found.supposed.people).toHaveLength(3);
      expect(found.tiers.reduce((sum, tier) => sum + tier.people, 0)).toBe(today.pool.subjects.length);
      for (const one of [...found.gains, ...found.losses])
        expect(found.supposed.people).not.toContain(one.personId);
    }
  });

  test('is refused, with why, for a room that is not listed', () => {
    const [{ facts, policy, models, on }] = worlds as [(typeof worlds)[number]];
    const today = compile(facts, policy, models, on);
    const unlisted = facts.rooms.find((room) => facts.vacancies.every(({ roomId }) => roomId !== room.id))!;
    expect(() => whatIf(today, { withoutRooms: [unlisted.id] })).toThrow('is not listed as free or expected');
  });
});

test('no count of 1 to 4 people is told of a group, nor follows from those that are', () => {
  const on = Day.parse('2026-11-23');
  const [{ facts }] = worlds as [(typeof worlds)[number]];
  let told = 0;
  for (let seed = 1; seed <= 400; seed++) {
    const { below, next } = dice(seed);
    const share = next();
    const reached = Array.from({ length: below(120) }, () => ({
      person: {
        ...facts.people[0]!,
        dateOfBirth: Day.parse(`${1960 + below(50)}-05-01`),
        sexRegisteredAtBirth: ([null, 'female', 'male', 'male'] as const)[below(4)]!,
      },
      before: next() < share,
      after: next() < share,
    }));
    for (const { groups } of equalityGroups(reached, on)) {
      const kept = groups.filter(({ counts }) => counts === null);
      expect(kept.length, `seed ${seed}`).not.toBe(1);
      const all = { people: reached.length, before: 0, after: 0 };
      for (const one of reached) {
        if (one.before) all.before++;
        if (one.after) all.after++;
      }
      const shown = groups.flatMap(({ counts }) => counts ?? []);
      const left = shown.reduce(
        (sum, one) => ({
          people: sum.people - one.people,
          before: sum.before - one.before,
          after: sum.after - one.after,
        }),
        all,
      );
      told += shown.length;
      if (kept.length === groups.length) continue;
      for (const { people, before, after } of [...shown, left])
        for (const number of [people, before, after, people - before, people - after, after - before])
          expect([1, 2, 3, 4], `seed ${seed}`).not.toContain(Math.abs(number));
    }
  }
  expect(told).toBeGreaterThan(100);
});
