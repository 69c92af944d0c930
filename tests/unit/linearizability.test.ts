import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, type Model, partition } from '../support/linearizability.ts';
import type { Operation } from '../support/linearizability-timeline.ts';

type Asked =
  | { readonly do: 'write'; readonly value: number }
  | { readonly do: 'read' }
  /** Writes a value where another is found. */
  | { readonly do: 'swap'; readonly from: number; readonly to: number };
/** The value of a read, whether a swap was made; a write answers nothing. */
type Told = number | boolean | 'written';
type Done = Operation<Asked, Told>;

/** One number, 0 at first. */
const register: Model<number, Asked, Told> = {
  initial: 0,
  step(value, asked, told) {
    if (asked.do === 'write') return asked.value;
    if (asked.do === 'read') return told === null || told === value ? value : null;
    const swapped = value === asked.from;
    if (told !== null && told !== swapped) return null;
    return swapped ? asked.to : value;
  },
  key: String,
};

/** An operation drawn as the moments of its call and its answer. */
type Drawn = readonly [from: number, to: number];

const operation = ([invoked, returned]: Drawn, input: Asked, output: Told): Done => ({
  client: 0,
  input,
  invoked,
  returned,
  output,
});
const write = (drawn: Drawn, value: number) => operation(drawn, { do: 'write', value }, 'written');
const read = (drawn: Drawn, value: number) => operation(drawn, { do: 'read' }, value);
const swap = (drawn: Drawn, from: number, to: number, done: boolean) =>
  operation(drawn, { do: 'swap', from, to }, done);
/** No answer came. */
const unknown = ({ client, input, invoked }: Done): Done => ({
  client,
  input,
  invoked,
  returned: null,
  output: null,
});

const bad: Readonly<Record<string, Done[]>> = {
  'a value nobody wrote is read': [write([1, 2], 1), read([3, 4], 7)],
  'what was there before a write is read after the write was answered': [write([1, 2], 1), read([3, 4], 0)],
  'a write that was acknowledged is lost behind an older one': [
    write([1, 2], 1),
    write([3, 4], 2),
    read([5, 6], 1),
  ],
  'of two reads during a write the first sees the new value and the second the old one': [
    write([1, 10], 1),
    read([2, 3], 1),
    read([4, 5], 0),
  ],
  'a value is read before anybody asked to write it': [read([1, 2], 1), write([3, 4], 1)],
  'two swaps from one value are both made': [swap([1, 4], 0, 1, true), swap([2, 3], 0, 2, true)],
  'a swap is refused though what it asks for was there all the time': [swap([1, 2], 0, 1, false)],
  'a swap that was refused is read': [write([1, 2], 5), swap([3, 4], 0, 1, false), read([5, 6], 1)],
  'two readers see two writes in two orders': [
    write([1, 10], 1),
    write([2, 10.5], 2),
    read([11, 20], 1),
    read([12, 19], 2),
  ],
  'a write whose answer was lost is read and then gone again': [
    unknown(write([1, 2], 1)),
    read([3, 4], 1),
    read([5, 6], 0),
  ],
  'a write whose answer was lost takes effect twice': [
    unknown(write([1, 2], 1)),
    write([3, 4], 2),
    read([5, 6], 1),
    write([7, 8], 3),
    read([9, 10], 1),
  ],
  'a write whose answer was lost takes effect before it was asked for': [
    read([1, 2], 1),
    unknown(write([3, 4], 1)),
  ],
  'of two swaps that follow on each other the value of the first is read after the second': [
    swap([1, 6], 0, 1, true),
    swap([2, 5], 1, 2, true),
    read([3, 4], 2),
    read([7, 8], 1),
  ],
};

const good: Readonly<Record<string, Done[]>> = {
  'nothing happens': [],
  'one client writes and reads': [write([1, 2], 1), read([3, 4], 1)],
  'of two reads during a write the first sees the old value and the second the new one': [
    write([1, 10], 1),
    read([2, 3], 0),
    read([4, 5], 1),
  ],
  'an answer comes late of a write that others saw long before': [
    write([1, 20], 1),
    read([2, 3], 1),
    write([4, 5], 2),
    read([6, 7], 2),
  ],
  'of two swaps from one value one is made': [swap([1, 4], 0, 1, false), swap([2, 3], 0, 2, true)],
  'each of three swaps follows on one that was asked for after it': [
    swap([1, 9], 2, 3, true),
    swap([2, 8], 1, 2, true),
    swap([3, 7], 0, 1, true),
    read([10, 11], 3),
  ],
  'a write whose answer was lost never takes effect': [unknown(write([1, 2], 1)), read([3, 4], 0)],
  'a write whose answer was lost takes effect after much else': [
    unknown(write([1, 2], 1)),
    write([3, 4], 2),
    read([5, 6], 2),
    read([7, 8], 1),
  ],
  'a swap whose answer was lost explains what is read': [
    unknown(swap([1, 2], 5, 6, true)),
    write([3, 4], 5),
    read([5, 6], 6),
  ],
};

describe('a history is not linearizable where', () => {
  test.each(Object.entries(bad))('%s', (_, history) => {
    expect(check(register, history)).toMatchObject({ linearizable: false });
  });
});

describe('a history is linearizable where', () => {
  test.each(Object.entries(good))('%s', (_, history) => {
    expect(check(register, history)).toMatchObject({ linearizable: true });
  });
});

test('the verdict names an order that explains every answer', () => {
  const [late, seen, later] = [write([1, 9], 1), read([2, 3], 1), write([4, 5], 2)];
  expect(check(register, [later, seen, late])).toEqual({ linearizable: true, order: [late, seen, later] });
});

test('the verdict on a bad history names how far it goes and what cannot come next', () => {
  const [first, second, stale] = [write([1, 2], 1), write([3, 4], 2), read([5, 6], 1)];
  expect(check(register, [first, second, stale])).toEqual({
    linearizable: false,
    order: [first, second],
    stuck: stale,
  });
});

test('what has been tried is not tried again: 14 writes at once take some of their 16,384 sets, not of their 10^10 orders', () => {
  const writes = Array.from({ length: 14 }, (_, i) => write([i, 100 + i], 1));
  expect(check(register, [...writes, read([200, 201], 2)], 200_000)).toMatchObject({ linearizable: false });
});

test('a search that takes too many steps ends without a verdict', () => {
  const writes = Array.from({ length: 14 }, (_, i) => write([i, 100 + i], 1));
  expect(() => check(register, [...writes, read([200, 201], 2)], 1000)).toThrow(RangeError);
});

test('a history falls into parts by what its operations are about, and one of two things is in both', () => {
  const [one, other, both] = [write([1, 2], 1), write([3, 4], 2), write([5, 6], 3)];
  const about = new Map([
    [one, ['a']],
    [other, ['b']],
    [both, ['a', 'b']],
  ]);
  const parts = partition<Asked, Told>([one, other, both], (operation) => about.get(operation) ?? []);
  expect([...parts]).toEqual([
    ['a', [one, both]],
    ['b', [other, both]],
  ]);
});

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), value: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('read' as const) }),
  fc.record({
    do: fc.constant('swap' as const),
    from: fc.integer({ min: 0, max: 3 }),
    to: fc.integer({ min: 0, max: 3 }),
  }),
);

/** What the register says to one client after the other. */
function ranInTurn(inputs: readonly Asked[]): { input: Asked; output: Told }[] {
  let value = 0;
  return inputs.map((input) => {
    const before = value;
    value = register.step(value, input, null) ?? value;
    if (input.do === 'read') return { input, output: before };
    return { input, output: input.do === 'write' ? 'written' : before === input.from };
  });
}

/** Histories that came about one operation after the other, while the calls overlap and some answers are lost. */
const overlapping = fc
  .array(
    fc.record({
      input: asked,
      early: fc.double({ min: 0, max: 5, noNaN: true }),
      late: fc.double({ min: 0, max: 5, noNaN: true }),
      lost: fc.integer({ min: 0, max: 9 }).map((i) => i === 0),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((drawn): Done[] =>
    ranInTurn(drawn.map(({ input }) => input)).map(({ input, output }, i) => {
      const { early = 0, late = 0, lost = false } = drawn[i] ?? {};
      const done = operation([i - early, i + late], input, output);
      return lost ? unknown(done) : done;
    }),
  );

test('whatever was done one operation after the other is accepted, however the calls overlap', () => {
  fc.assert(
    fc.property(overlapping, (history) => {
      expect(check(register, history)).toMatchObject({ linearizable: true });
    }),
    { seed: 1, numRuns: 300 },
  );
});

test('a read of what nobody wrote is never accepted', () => {
  fc.assert(
    fc.property(overlapping, fc.nat(), (history, at) => {
      const moment = history.length === 0 ? 0 : at % history.length;
      const corrupted = history.toSpliced(moment, 0, read([moment - 0.5, moment], 9));
      expect(check(register, corrupted)).toMatchObject({ linearizable: false });
    }),
    { seed: 2, numRuns: 300 },
  );
});

test('a read of anything but the last write is never accepted where no calls overlap', () => {
  fc.assert(
    fc.property(
      fc.array(asked, { minLength: 1, maxLength: 60, size: 'max' }),
      fc.integer({ min: 1, max: 3 }),
      (inputs, off) => {
        const ran = ranInTurn([...inputs, { do: 'read' }]);
        const history = ran.map(({ input, output }, i) => operation([i, i + 0.5], input, output));
        const last = history.at(-1)!;
        const wrong = read([last.invoked, last.invoked + 0.5], (Number(last.output) + off) % 4);
        expect(check(register, history)).toMatchObject({ linearizable: true });
        expect(check(register, [...history.slice(0, -1), wrong])).toMatchObject({ linearizable: false });
      },
    ),
    { seed: 3, numRuns: 300 },
  );
});

/** The definition, word for word: some order of all that was answered and some of the rest keeps to time and model. */
function isLinearizable(value: number, left: readonly Done[]): boolean {
  if (left.every(({ returned }) => returned === null)) return true;
  return left.some((next) => {
    const others = left.filter((one) => one !== next);
    if (others.some(({ returned }) => returned !== null && returned < next.invoked)) return false;
    const after = register.step(value, next.input, next.output);
    return after !== null && isLinearizable(after, others);
  });
}

const anything: fc.Arbitrary<Done> = fc
  .record({
    input: asked,
    from: fc.integer({ min: 0, max: 12 }),
    lasting: fc.integer({ min: 0, max: 6 }),
    value: fc.integer({ min: 0, max: 3 }),
    made: fc.boolean(),
    lost: fc.integer({ min: 0, max: 4 }).map((i) => i === 0),
  })
  .map(({ input, from, lasting, value, made, lost }) => {
    const output = input.do === 'read' ? value : input.do === 'write' ? 'written' : made;
    const done = operation([from, from + lasting], input, output);
    return lost ? unknown(done) : done;
  });

test('the verdict on any small history is that of trying every order', () => {
  const verdicts = { true: 0, false: 0 };
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 6, size: 'max' }), (history) => {
      const truth = isLinearizable(0, history);
      verdicts[`${truth}`]++;
      expect(check(register, history).linearizable).toBe(truth);
    }),
    { seed: 4, numRuns: 3000 },
  );
  expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(300);
});
