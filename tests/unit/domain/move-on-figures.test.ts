import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Day } from '../../../shared/domain/day.ts';
import {
  categoryNow,
  categoryOf,
  checksAfter,
  DepartureFile,
  MoveOnCategory,
} from '../../../shared/domain/departure.ts';
import { countMoveOns, countSustained } from '../../../shared/domain/move-on-figures.ts';
import { DepartureReason } from '../../../shared/domain/stay.ts';

const rule = { planned: ['plannedMoveOn', 'stepDown'], excluded: ['died', 'lateral'] } as const;
const day = (text: string): Day => Day.parse(text);

function departure(id: string, category: MoveOnCategory, answers: (string | null)[] = []): DepartureFile {
  const checks = ['P3M', 'P6M', 'P12M'].slice(0, answers.length);
  return DepartureFile.parse({
    stayId: id,
    personId: `person-${id}`,
    on: '2026-01-31',
    from: {
      homeId: 'home',
      supportLevel: 'high',
      offers: [{ serviceModel: 'secondStep', stage: 'level1' }],
    },
    to: null,
    entries: [{ reason: 'other', category, at: '2026-02-01T09:00:00Z' }],
    checks: checksAfter(day('2026-01-31'), checks).map((one, at) => {
      const result = answers[at] ?? null;
      const knownBy = result === 'unknown' ? 'nobody' : 'visit';
      return { ...one, answer: result && { result, knownBy, on: '2027-02-01' } };
    }),
  });
}

test('the rate is of the counted departures, and what is left out is told by its category', () => {
  const left = [
    departure('a', 'stepDown'),
    departure('b', 'plannedMoveOn'),
    departure('c', 'breakdown'),
    departure('d', 'died'),
    departure('e', 'lateral'),
    departure('f', 'lateral'),
  ];
  expect(countMoveOns(left, rule)).toEqual({
    ...{ left: 6, counted: 3, planned: 2, percent: 66.7 },
    plannedStayIds: ['a', 'b'],
    unplannedStayIds: ['c'],
    excluded: [
      { category: 'died', stayIds: ['d'] },
      { category: 'lateral', stayIds: ['e', 'f'] },
    ],
  });
});

test('where nobody is counted there is no rate, not a rate of nought', () => {
  expect(countMoveOns([], rule)).toMatchObject({ left: 0, counted: 0, percent: null });
  expect(countMoveOns([departure('a', 'died')], rule)).toMatchObject({ left: 1, counted: 0, percent: null });
  expect(countMoveOns([departure('a', 'abandonment')], rule)).toMatchObject({ counted: 1, percent: 0 });
});

test('counted and excluded departures add up to all, each counted once', () => {
  const categories = fc.array(fc.constantFrom(...MoveOnCategory.options), { maxLength: 30 });
  fc.assert(
    fc.property(categories, (drawn) => {
      const found = countMoveOns(
        drawn.map((one, at) => departure(`s-${at}`, one)),
        rule,
      );
      const ids = [...found.plannedStayIds, ...found.unplannedStayIds];
      ids.push(...found.excluded.flatMap(({ stayIds }) => stayIds));
      expect(ids).toHaveLength(found.left);
      expect(new Set(ids).size).toBe(drawn.length);
      expect(found.counted).toBe(found.plannedStayIds.length + found.unplannedStayIds.length);
    }),
    { seed: 20260901, numRuns: 50 },
  );
});

test('the newest entry is the one that counts', () => {
  const told = departure('a', 'breakdown');
  const corrected = DepartureFile.parse({
    ...told,
    entries: [
      ...told.entries,
      { reason: 'plannedMoveOn', category: 'plannedMoveOn', at: '2026-02-02T09:00:00Z' },
    ],
  });
  expect(categoryNow(corrected)).toBe('plannedMoveOn');
  expect(countMoveOns([corrected], rule).planned).toBe(1);
});

test('checks fall on the last day of a month that is shorter', () => {
  const days = (on: string) => checksAfter(day(on), ['P3M', 'P6M', 'P12M']).map(({ dueOn }) => dueOn);
  expect(days('2026-01-31')).toEqual(['2026-04-30', '2026-07-31', '2027-01-31']);
  expect(days('2028-02-29')).toEqual(['2028-05-29', '2028-08-29', '2029-02-28']);
  expect(days('2026-11-30')).toEqual(['2027-02-28', '2027-05-30', '2027-11-30']);
});

test('what is not known is counted as that, and never in the rate', () => {
  const left = [
    departure('a', 'stepDown', ['sustained', 'sustained']),
    departure('b', 'stepDown', ['notSustained', null]),
    departure('c', 'stepDown', ['unknown', null]),
    departure('d', 'stepDown', [null, null]),
  ];
  expect(countSustained(left, day('2026-04-29'))).toEqual([]);
  expect(countSustained(left, day('2026-04-30'))).toEqual([
    { after: 'P3M', due: 4, known: 2, sustained: 1, unknown: 1, notAsked: 1, percent: 50 },
  ]);
  expect(countSustained(left.slice(2), day('2026-07-31'))).toMatchObject([
    { after: 'P3M', due: 2, known: 0, percent: null },
    { after: 'P6M', due: 2, known: 0, notAsked: 2, percent: null },
  ]);
});

test('every reason has a category, and only a planned move is told by its direction', () => {
  for (const reason of DepartureReason.options)
    expect(MoveOnCategory.options).toContain(categoryOf(reason, null));
  expect(categoryOf('plannedMoveOn', 'stepDown')).toBe('stepDown');
  expect(categoryOf('plannedMoveOn', null)).toBe('plannedMoveOn');
  expect(categoryOf('evicted', 'stepDown')).toBe('breakdown');
  expect(categoryOf('abandoned', null)).toBe('abandonment');
});
