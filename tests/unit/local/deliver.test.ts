import { describe, expect, test } from 'vitest';
import { deliver } from '../../../infra/local/deliver.ts';

const batch = (...numbers: string[]) => numbers.map((SequenceNumber) => ({ dynamodb: { SequenceNumber } }));
type Record = ReturnType<typeof batch>[number];
const numbers = (records: readonly Record[]) => records.map((one) => one.dynamodb.SequenceNumber).join('');

/** Delivers a b c d e to a function that answers as told; gives what it was handed and what was parked. */
async function delivered(
  answer: (handed: string, times: number) => unknown,
  more: { bisect?: boolean; retries?: number; signal?: AbortSignal } = {},
) {
  const handed: string[] = [];
  const parked: string[] = [];
  await deliver<Record>(
    {
      mapping: {
        function: 'stream',
        retries: more.retries ?? 1,
        bisect: more.bisect ?? false,
        partialFailures: true,
      },
      invoke: async (_, event) => {
        const all = numbers((event as { Records: Record[] }).Records);
        handed.push(all);
        return answer(all, handed.length);
      },
      signal: more.signal ?? new AbortController().signal,
      park: (records) => parked.push(numbers(records)),
    },
    batch('a', 'b', 'c', 'd', 'e'),
  );
  return { handed, parked };
}

const fails = (itemIdentifier: string) => ({ batchItemFailures: [{ itemIdentifier }] });
const throws = () => {
  throw new Error('no');
};

describe('a batch', () => {
  test('goes through once when nothing fails', async () => {
    expect(await delivered(() => undefined)).toEqual({ handed: ['abcde'], parked: [] });
  });

  test('is tried again from the first record that failed', async () => {
    const { handed, parked } = await delivered((_, times) => (times === 1 ? fails('c') : undefined));
    expect(handed).toEqual(['abcde', 'cde']);
    expect(parked).toEqual([]);
  });

  test('is given up after its retries', async () => {
    expect(await delivered(throws, { retries: 2 })).toEqual({
      handed: ['abcde', 'abcde', 'abcde'],
      parked: ['abcde'],
    });
  });

  test('is halved until the one bad record stands alone', async () => {
    const { handed, parked } = await delivered((all) => (all.includes('d') ? throws() : undefined), {
      bisect: true,
    });
    expect(handed).toEqual(['abcde', 'abc', 'de', 'd', 'd', 'e']);
    expect(parked).toEqual(['d']);
  });

  test('counts as failed in full when the answer names a record it does not have', async () => {
    const { handed } = await delivered((_, times) => (times === 1 ? fails('x') : undefined));
    expect(handed).toEqual(['abcde', 'abcde']);
  });

  test('is neither parked nor taken for done when the pump stops meanwhile', async () => {
    const stopping = new AbortController();
    const stopped = delivered(
      () => {
        stopping.abort();
        return throws();
      },
      { retries: 0, signal: stopping.signal },
    );
    await expect(stopped).rejects.toThrow('abort');
  });
});
