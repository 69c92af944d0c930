import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptBack, mayTellSum } from '../../../shared/domain/small-numbers.ts';

const full = process.env.FULL === '1';
const settings = { seed: 20_261_123, numRuns: full ? 20_000 : 2_000 };

/** What is printed of a table: its cells, and the sums of some of them. */
function printed(table: readonly number[], sums: readonly (readonly number[])[]): string {
  const hidden = keptBack(table);
  const cells = table.map((people, at) => (hidden.has(at) ? null : people));
  const told = sums.map((some) =>
    mayTellSum(table, hidden, some) ? some.reduce((sum, at) => sum + table[at]!, 0) : null,
  );
  return JSON.stringify([cells, told]);
}

/** Every table of so many cells, each from nobody to `most`. */
function* tables(cells: number, most: number): Generator<number[]> {
  if (cells === 0) yield [];
  else for (const rest of tables(cells - 1, most)) for (let n = 0; n <= most; n++) yield [...rest, n];
}

/** Tables that print alike are those that somebody must take for possible who knows all that is printed, and how. */
function worksOut(cells: number, most: number, sums: readonly (readonly number[])[]): string[] {
  const alike = Map.groupBy(tables(cells, most), (table) => printed(table, sums));
  return [...alike.values()].flatMap((group) =>
    group[0]!.flatMap((_, at) => {
      const values = new Set(group.map((table) => table[at]!));
      const [only] = values;
      return values.size === 1 && only! > 0 && only! < 5 ? [`${group[0]} tells cell ${at}`] : [];
    }),
  );
}

test('from cells and their total nobody works out a number under five, knowing how it is kept back', () => {
  for (const cells of [1, 2, 3, 4]) {
    const total = Array.from({ length: cells }, (_, at) => at);
    expect(worksOut(cells, full ? 12 : 8, [total])).toEqual([]);
  }
});

test('nor from sums of some cells beside the total, as of a funnel, or of levels and their rates', () => {
  const all = [0, 1, 2, 3];
  expect(worksOut(4, 8, [all, [1, 2, 3], [2, 3], [3]])).toEqual([]);
  expect(worksOut(4, 8, [all, [0, 1], [2, 3], [0, 2]])).toEqual([]);
  expect(worksOut(3, 8, [[0, 1]])).toEqual([]);
});

test('a sum under five people is never told, nor is a cell; nobody at all is', () => {
  const table = fc.array(fc.oneof(fc.nat({ max: 6 }), fc.nat({ max: 40 })), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, fc.nat({ max: 255 }), (people, mask) => {
      const hidden = keptBack(people);
      const some = people.flatMap((_, at) => ((mask >> at) & 1 ? [at] : []));
      const sum = some.reduce((all, at) => all + people[at]!, 0);
      if (mayTellSum(people, hidden, some)) expect(sum === 0 || sum >= 5).toBe(true);
      for (const [at, one] of people.entries()) {
        if (one > 0 && one < 5) expect(hidden.has(at)).toBe(true);
        if (one === 0) expect(hidden.has(at)).toBe(false);
      }
    }),
    settings,
  );
});

test('what is kept back cannot be told apart: exchanging two of its numbers changes nothing that is printed', () => {
  const table = fc.array(fc.nat({ max: 15 }), { minLength: 2, maxLength: 8 });
  const sums = fc.array(fc.nat({ max: 255 }), { maxLength: 5 });
  fc.assert(
    fc.property(table, sums, fc.nat(), fc.nat(), (people, masks, i, j) => {
      const hidden = [...keptBack(people)];
      if (hidden.length < 2) return;
      const [one, other] = [hidden[i % hidden.length]!, hidden[j % hidden.length]!];
      const swapped = people.with(one, people[other]!).with(other, people[one]!);
      const some = masks.map((mask) => people.flatMap((_, at) => ((mask >> at) & 1 ? [at] : [])));
      expect(printed(swapped, some)).toBe(printed(people, some));
    }),
    settings,
  );
});

test('where nobody is few, everything is told', () => {
  expect([...keptBack([0, 5, 75, 85])]).toEqual([]);
  expect([...keptBack([3, 0, 12, 7, 7])]).toEqual([0, 3, 4]);
  expect([...keptBack([4, 2])]).toEqual([0, 1]);
});
