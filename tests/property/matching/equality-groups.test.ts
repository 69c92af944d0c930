import { expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { equalityGroups, type GroupCount } from '../../../shared/matching/equality-groups.ts';
import type { Counts } from '../../../shared/matching/small-counts.ts';
import { caseOf } from '../../support/naive/random-world.ts';
import { dice } from '../../support/random-instance.ts';

const on = Day.parse('2026-11-23');
const somebody = caseOf(3_001, 60).facts.people[0]!;
const rounds = process.env.FULL ? 8_000 : 800;

type Counted = Parameters<typeof equalityGroups>[0][number];

function crowd(seed: number): Counted[] {
  const { below, next } = dice(seed);
  const [share, swing, other] = [next(), next() * 0.2, next()];
  const few = below(2) === 0;
  return Array.from({ length: below(160) }, () => {
    const before = next() < share;
    const person: Person = {
      ...somebody,
      dateOfBirth: Day.parse(`${1960 + below(50)}-05-01`),
      sexRegisteredAtBirth: ([null, 'female', 'male', 'male'] as const)[below(4)]!,
      clientGroups: below(3) === 0 ? ['E'] : ['P'],
      babyDueOn: below(12) === 0 ? Day.parse('2027-02-01') : null,
    };
    return { person, before, after: few ? before !== next() < swing : next() < other };
  });
}

const kinds = ['people', 'before', 'after'] as const;
const isSmall = (number: number): boolean => number > 0 && number < 5;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The least and the most that each number that is kept back can be, for somebody who knows all the others. */
function rangesOf(groups: readonly GroupCount[], all: Counts, kind: keyof Counts): [number, number][] {
  const hidden = groups.filter((one) => one[kind] === null);
  const left = all[kind] - sum(groups.map((one) => one[kind] ?? 0));
  const unknown = all.people - sum(groups.map((one) => one.people ?? 0));
  const most = hidden.map((one) => Math.min(left, kind === 'people' ? left : (one.people ?? unknown)));
  return most.map((high) => [Math.max(0, left - (sum(most) - high)), high]);
}

/** What each group shown, and the groups kept back taken together, give away by taking one number from another. */
function derived(groups: readonly GroupCount[], all: Counts, kind: keyof Counts): number[] {
  const shown = groups.filter((one) => one[kind] !== null);
  const at = (one: GroupCount, of: keyof Counts): number => one[of] ?? Number.NaN;
  const rest = (of: keyof Counts): number => all[of] - sum(shown.map((one) => at(one, of)));
  const each = [...shown.map((one) => (of: keyof Counts) => at(one, of)), rest];
  return each.flatMap((of) => {
    if (kind === 'people') return [of('people')];
    const moved = [of(kind), of('people') - of(kind)];
    return kind === 'before' ? moved : [...moved, Math.abs(of('after') - of('before'))];
  });
}

test('no count of 1 to 4 people of a group is told, nor follows from those that are', () => {
  const told = new Map<string, number>();
  for (let seed = 1; seed <= rounds; seed++) {
    const people = crowd(seed);
    const all: Counts = {
      people: people.length,
      before: people.filter((one) => one.before).length,
      after: people.filter((one) => one.after).length,
    };
    for (const { characteristic, groups } of equalityGroups(people, on))
      for (const kind of kinds) {
        const shown = groups.filter((one) => one[kind] !== null).length;
        const key = `${characteristic}, ${kind}`;
        told.set(key, (told.get(key) ?? 0) + shown);
        const where = `seed ${seed}: ${key}`;
        expect(groups.length - shown, `${where}: one alone is kept back`).not.toBe(1);
        for (const [low, high] of shown === 0 ? [] : rangesOf(groups, all, kind))
          expect(high > 0 && (isSmall(high) || (low === high && isSmall(low))), where).toBe(false);
        for (const number of shown === 0 ? [] : derived(groups, all, kind))
          expect(isSmall(number), where).toBe(false);
      }
  }
  expect(told.size).toBe(12);
  for (const [kind, many] of told) expect(many, kind).toBeGreaterThan(5);
});

test('what is kept back of a group is told to nobody further on', () => {
  for (let seed = 1; seed <= 200; seed++)
    for (const { groups } of equalityGroups(crowd(seed), on))
      for (const { people, before, after } of groups) {
        if (people === null) expect(before).toBeNull();
        if (before === null) expect(after).toBeNull();
      }
});

test('a change that reaches a few keeps back what it does to them, and not the figures of today', () => {
  const people = Array.from({ length: 60 }, (_, i): Counted => {
    const sexRegisteredAtBirth = i < 30 ? 'female' : 'male';
    return {
      person: { ...somebody, sexRegisteredAtBirth },
      before: i % 2 === 0,
      after: i % 2 === 0 || i === 1,
    };
  });
  expect(equalityGroups(people, on)[0]?.groups).toEqual([
    { group: 'female', people: 30, before: 15, after: null },
    { group: 'male', people: 30, before: 15, after: null },
    { group: 'not recorded', people: 0, before: 0, after: null },
  ]);
});

test('everybody is in one group of each characteristic, and a group of nobody is told', () => {
  const people = Array.from({ length: 20 }, (_, i): Counted => {
    const sexRegisteredAtBirth = i < 10 ? 'female' : 'male';
    return { person: { ...somebody, sexRegisteredAtBirth }, before: true, after: true };
  });
  expect(equalityGroups(people, on)[0]).toEqual({
    characteristic: 'sex registered at birth',
    groups: [
      { group: 'female', people: 10, before: 10, after: 10 },
      { group: 'male', people: 10, before: 10, after: 10 },
      { group: 'not recorded', people: 0, before: 0, after: 0 },
    ],
  });
});
