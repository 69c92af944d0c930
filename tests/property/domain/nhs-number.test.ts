import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNhsNumber, nhsCheckDigit } from '../../../shared/domain/nhs-number.ts';

const settings = { seed: 20_261_121, numRuns: 1000 };
const stem = fc.stringMatching(/^\d{9}$/);

test('a stem takes its check digit and no other last digit', () => {
  fc.assert(
    fc.property(stem, (digits) => {
      const taken = Array.from({ length: 10 }, (_, last) => last).filter((last) =>
        isNhsNumber(`${digits}${last}`),
      );
      const check = nhsCheckDigit(digits);
      expect(taken).toEqual(check === null ? [] : [check]);
    }),
    settings,
  );
});

test('one wrong digit, or two neighbours swapped, never passes', () => {
  const number = stem
    .filter((digits) => nhsCheckDigit(digits) !== null)
    .map((digits) => `${digits}${nhsCheckDigit(digits)}`);
  fc.assert(
    fc.property(number, fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (right, at, shift) => {
      const wrong = [...right];
      wrong[at] = String((Number(right[at]) + shift) % 10);
      expect(isNhsNumber(wrong.join(''))).toBe(false);
      fc.pre(at < 9 && right[at] !== right[at + 1]);
      const swapped = [...right.slice(0, at), right[at + 1], right[at], ...right.slice(at + 2)];
      expect(isNhsNumber(swapped.join(''))).toBe(false);
    }),
    settings,
  );
});
