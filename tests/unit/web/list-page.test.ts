import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOfThose } from '../../../functions/web/list-page.ts';
import { done, refuse } from '../../../shared/domain/outcome.ts';

/** A list of numbers, read part by part as a store reads it; the meant ones are the even ones. */
function listOf(numbers: readonly number[]) {
  const asked: (string | undefined)[] = [];
  const read = async ({ after, limit }: { after?: string | undefined; limit: number }) => {
    asked.push(after);
    const start = Number(after ?? 0);
    const end = start + limit;
    return done({ items: numbers.slice(start, end), next: end < numbers.length ? String(end) : null });
  };
  return { asked, read };
}
const even = (one: number): number[] => (one % 2 === 0 ? [one] : []);

test('those who are meant are found however many others stand before them', async () => {
  const { read } = listOf([1, 3, 5, 7, 9, 2, 11, 4]);
  expect(await pageOfThose({ limit: 2 }, read, even)).toEqual(done({ items: [2, 4], next: null }));
});

test('a page ends once there are enough, or once so many parts were read, and says where the next begins', async () => {
  const full = listOf([2, 4, 6, 8, 10, 12]);
  expect(await pageOfThose({ limit: 2 }, full.read, even)).toEqual(done({ items: [2, 4], next: '2' }));
  expect(full.asked).toEqual([undefined]);
  const empty = listOf(Array.from({ length: 40 }, () => 1));
  expect(await pageOfThose({ limit: 2, after: '4' }, empty.read, even)).toEqual(
    done({ items: [], next: '14' }),
  );
  expect(empty.asked).toEqual(['4', '6', '8', '10', '12']);
});

test('what is refused is passed on', async () => {
  const refused = refuse('not-allowed');
  expect(await pageOfThose({ limit: 2 }, async () => refused, even)).toBe(refused);
});

test('page after page, each of those who are meant comes once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(9), { maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      async (numbers, limit) => {
        const { read } = listOf(numbers);
        const met: number[] = [];
        let after: string | undefined;
        for (;;) {
          const page = await pageOfThose({ limit, after }, read, even);
          if (!page.ok) throw new Error('The list was refused.');
          met.push(...page.value.items);
          if (page.value.next === null) break;
          after = page.value.next;
        }
        expect(met).toEqual(numbers.flatMap(even));
      },
    ),
    { seed: 20261124, numRuns: 200 },
  );
});
