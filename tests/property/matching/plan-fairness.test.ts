import { describe, expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import { PreferenceId, RiskId, StayId } from '../../../shared/domain/ids.ts';
import { notPassing } from '../../../shared/matching/checks/rules.ts';
import { compile, type Facts, plan } from '../../../shared/matching/engine.ts';
import type { Pool } from '../../../shared/matching/pool.ts';
import { points } from '../../../shared/matching/scores/score.ts';
import { plusDays } from '../../support/naive/days.ts';
import { type Case, caseOf } from '../../support/naive/random-world.ts';
import { pairList } from '../../support/pair-list.ts';
import { type Dice, dice } from '../../support/random-instance.ts';

const runs = process.env.FULL ? 60 : 8;
const worlds = Array.from({ length: runs }, (_, i) => ({ seed: 1000 + i, ...caseOf(1000 + i, 60) }));

const poolOf = ({ policy, models, on }: Case, facts: Facts): Pool => compile(facts, policy, models, on).pool;

/** The points of everybody in every room, whether they fit or not. */
function pointsOf(pool: Pool): string[] {
  const { subjects, places, setting } = pool;
  return subjects
    .flatMap((s) => places.map((p) => `${s.person.id} ${p.room.id} ${points(s, p, setting)}`))
    .sort();
}

/** Rules that do not pass by pair, all asked of one day: which day somebody could move is another question. */
function failuresOf({ subjects, places, setting }: Pool): Map<string, string[]> {
  const pairs = subjects.flatMap((s) =>
    places.map((p): [string, string[]] => {
      const failing = notPassing(s, p, setting, setting.on + 21);
      return [`${s.person.id} ${p.room.id}`, failing.map(({ rule }) => rule.id)];
    }),
  );
  return new Map(pairs);
}

function shuffledFacts(facts: Facts, chance: Dice): Facts {
  const tables = Object.entries(facts).map(([name, rows]) => [
    name,
    Array.isArray(rows) ? chance.shuffled(rows) : rows,
  ]);
  return { ...facts, ...Object.fromEntries(tables) };
}

describe('a plan', () => {
  test('is the same to the byte whatever the order of the facts', () => {
    for (const { seed, facts, policy, models, on } of worlds) {
      const first = JSON.stringify(plan(compile(facts, policy, models, on)));
      for (const turn of [1, 2]) {
        const other = shuffledFacts(facts, dice(seed + 7919 * turn));
        const turned = new Map([...models].reverse());
        const again = JSON.stringify(plan(compile(other, policy, turned, on)));
        expect(again === first, `seed ${seed}`).toBe(true);
      }
    }
  });
});

describe('points', () => {
  const protectedFacts: readonly (readonly [string, Partial<Facts['people'][number]>, RegExp])[] = [
    ['sex', { sexRegisteredAtBirth: 'male' }, /^(eligible|women-or-men)$/],
    ['sex not recorded', { sexRegisteredAtBirth: null }, /^(eligible|women-or-men)$/],
    [
      'date of birth',
      { dateOfBirth: Day.parse('2001-02-28') },
      /^(eligible|age|registered-for-16-17|local-connection|affordable)$/,
    ],
    ['care status', { careStatus: 'none' }, /^(eligible|local-connection|affordable)$/],
    [
      'an expected baby',
      { babyDueOn: Day.parse('2030-01-01') },
      /^(room-persons|room-size|licence-persons|affordable|children|cot-space)$/,
    ],
    ['children', { householdChildren: 3 }, /^(room-persons|room-size|licence-persons|affordable|children)$/],
    ['local connection', { localConnection: false }, /^local-connection$/],
  ];

  test.each(protectedFacts)(
    'and all but the declared rules are the same whatever the %s',
    (_, change, declared) => {
      let differ = 0;
      for (const { seed, ...made } of worlds) {
        const before = poolOf(made, made.facts);
        const after = poolOf(made, {
          ...made.facts,
          people: made.facts.people.map((one) => ({ ...one, ...change })),
        });
        expect(pointsOf(after), `seed ${seed}`).toEqual(pointsOf(before));
        const told = failuresOf(after);
        for (const [pair, rules] of failuresOf(before)) {
          const now = told.get(pair)!;
          const changed = [...rules, ...now].filter((rule) => rules.includes(rule) !== now.includes(rule));
          differ += changed.length;
          expect(
            changed.filter((rule) => !declared.test(rule)),
            `seed ${seed}: ${pair}`,
          ).toEqual([]);
        }
      }
      expect(differ).toBeGreaterThan(0);
    },
  );

  test('are the same however long somebody waits, how urgently, and whatever went before', () => {
    for (const { seed, ...made } of worlds) {
      const { facts, on } = made;
      const past = facts.people.map((one, i) => ({
        id: StayId.parse(`past-${i}`),
        roomId: facts.rooms[i % facts.rooms.length]!.id,
        personId: one.id,
        from: Day.parse(plusDays(on, -900)),
        absences: [],
        status: 'departed' as const,
        departedOn: Day.parse(plusDays(on, -800)),
        reason: (['evicted', 'abandoned', 'hospital'] as const)[i % 3]!,
      }));
      const after = poolOf(made, {
        ...facts,
        stays: [...facts.stays, ...past],
        readyPeriods: [],
        requests: facts.requests.map((one, i) => ({
          ...one,
          queuedOn: Day.parse(plusDays(one.queuedOn, -97 * (i % 4))),
          unsafeNow: !one.unsafeNow,
          accommodation: '19' as const,
        })),
        risks: [
          ...facts.risks,
          ...facts.people.map((one, i) => ({
            id: RiskId.parse(`historic-${i}`),
            personId: one.id,
            category: 'arson' as const,
            level: 'high' as const,
            current: false,
            recordedOn: Day.parse(plusDays(on, -2000)),
            expiresOn: null,
            setBy: 'panel',
          })),
        ],
      });
      expect(pointsOf(after), `seed ${seed}`).toEqual(pointsOf(poolOf(made, facts)));
      const before = poolOf(made, facts);
      expect(after.subjects.map((s) => [...s.risks].filter((risk) => risk.current).length)).toEqual(
        before.subjects.map((s) => [...s.risks].filter((risk) => risk.current).length),
      );
    }
  });

  test('are the same after a no, which closes that home alone', () => {
    let closed = 0;
    for (const { seed, ...made } of worlds) {
      const { facts } = made;
      const refused = facts.people.map((one, i) => ({
        id: PreferenceId.parse(`no-${i}`),
        personId: one.id,
        wish: 'doesNotWant' as const,
        about: { kind: 'home' as const, homeId: facts.homes[i % facts.homes.length]!.id },
        importance: 3,
        recordedOn: made.on,
      }));
      const before = poolOf(made, facts);
      const after = poolOf(made, { ...facts, preferences: [...facts.preferences, ...refused] });
      expect(pointsOf(after)).toEqual(pointsOf(before));
      const told = failuresOf(after);
      for (const [pair, rules] of failuresOf(before)) {
        const [person, room] = pair.split(' ');
        const home = facts.rooms.find((one) => one.id === room)!.homeId;
        const no = refused.some((one) => one.personId === person && one.about.homeId === home);
        if (no) closed++;
        const expected = no ? [...new Set([...rules, 'their-no'])].sort() : [...rules].sort();
        expect(told.get(pair)!.toSorted(), pair).toEqual(expected);
      }
    }
    expect(closed).toBeGreaterThan(0);
  });
});

describe('a fact nobody recorded', () => {
  const ofPerson = [
    'sexRegisteredAtBirth',
    'careStatus',
    'leftResidentialCare',
    'pets',
    'smokes',
    'funding',
    'canPayWeekly',
    'sharedRateExempt',
    'localConnection',
  ] as const;
  const ofNeeds = [
    ...(['sleepIn', 'stepFree', 'wetRoom', 'selfContained', 'substanceFreeHome', 'riskToSelf'] as const),
  ];
  const ofRoom = ['floor', 'stepFree', 'wetRoom', 'cotSpace'] as const;

  /** The facts with one fact of everybody, or of every room, rubbed out. */
  const rubbedOut: readonly (readonly [string, (facts: Facts) => Facts])[] = [
    ...ofPerson.map((field): [string, (facts: Facts) => Facts] => [
      field,
      (facts) => ({ ...facts, people: facts.people.map((one) => ({ ...one, [field]: null })) }),
    ]),
    ...ofNeeds.map((field): [string, (facts: Facts) => Facts] => [
      field,
      (facts) => ({ ...facts, needs: facts.needs.map((one) => ({ ...one, [field]: null })) }),
    ]),
    ...ofRoom.map((field): [string, (facts: Facts) => Facts] => [
      `${field} of the room`,
      (facts) => ({ ...facts, rooms: facts.rooms.map((one) => ({ ...one, [field]: null })) }),
    ]),
    [
      'clientGroups',
      (facts) => ({ ...facts, people: facts.people.map((one) => ({ ...one, clientGroups: [] })) }),
    ],
    [
      'takesChildren',
      (facts) => ({ ...facts, homes: facts.homes.map((one) => ({ ...one, takesChildren: null })) }),
    ],
    ['team', (facts) => ({ ...facts, homes: facts.homes.map((one) => ({ ...one, team: null })) })],
    ['ratings', (facts) => ({ ...facts, readiness: [] })],
    [
      'ratings by themselves',
      (facts) => ({ ...facts, readiness: facts.readiness.filter((one) => one.rater.kind !== 'self') }),
    ],
    ['needs', (facts) => ({ ...facts, needs: [] })],
  ];

  test.each(rubbedOut)('opens no room to anybody: %s', (_, rub) => {
    for (const { seed, facts, policy, models, on } of worlds) {
      const names = (some: Facts): string[] => {
        const problem = compile(some, { ...policy, lateralMoves: false }, models, on);
        const { pool } = problem;
        return pairList(problem).map(
          (pair) => `${pool.subjects[pair.person]!.person.id} ${pool.places[pair.room]!.room.id}`,
        );
      };
      const before = new Set(names(facts));
      const after = names(rub(facts));
      expect(
        after.filter((pair) => !before.has(pair)),
        `seed ${seed}`,
      ).toEqual([]);
    }
  });
});
