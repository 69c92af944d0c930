import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePounds, sayPounds } from '../../../shared/domain/money.ts';

const settings = { seed: 20_261_121, numRuns: 1000 };

test('a sum that is said is read back to the penny', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999_999 }), (pence) => {
      expect(parsePounds(sayPounds(pence))).toBe(pence);
      expect(parsePounds((pence / 100).toFixed(2))).toBe(pence);
    }),
    settings,
  );
});

test('no text makes the reader fault or give part of a penny', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^£?[0-9,. ]{0,15}$/)), (text) => {
      const found = parsePounds(text);
      expect(found === null || (Number.isSafeInteger(found) && found >= 0)).toBe(true);
    }),
    settings,
  );
});
