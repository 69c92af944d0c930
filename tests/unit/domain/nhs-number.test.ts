import { describe, expect, test } from 'vitest';
import { isNhsNumber, NhsNumber, nhsCheckDigit, sayNhsNumber } from '../../../shared/domain/nhs-number.ts';

describe('an NHS number', () => {
  test.each([
    '9990000018',
    '9990000387',
    '9990000751',
    '9990001499',
    '9990001863',
    '9990002231',
    '9990002606',
    '9990002975',
  ])('%s has the right check digit', (digits) => {
    expect(isNhsNumber(digits)).toBe(true);
  });

  test('is kept as ten digits however it was spaced, and said 3-3-4', () => {
    const kept = NhsNumber.parse(' 999 000 0018 ');
    expect(kept).toBe('9990000018');
    expect(sayNhsNumber(kept)).toBe('999 000 0018');
  });

  test.each(['9990000019', '999000001', '99900000181', '999-000-0018', '999000001X', '٩٩٩٠٠٠٠٠١٨', ''])(
    '%s is refused',
    (text) => {
      expect(isNhsNumber(text)).toBe(false);
      expect(NhsNumber.safeParse(text).success).toBe(false);
    },
  );
});

describe('the check digit', () => {
  test('of 943476591 is 9, as in the specimen number 943 476 5919', () => {
    expect(nhsCheckDigit('943476591')).toBe(9);
  });

  test('is 0 where the sum divides by 11', () => {
    expect(nhsCheckDigit('000000000')).toBe(0);
  });

  test('is none where the sum calls for 10, and no last digit makes the number right', () => {
    expect(nhsCheckDigit('999000000')).toBeNull();
    for (let last = 0; last < 10; last++) expect(isNhsNumber(`999000000${last}`)).toBe(false);
  });

  test('of anything but nine digits is a fault', () => {
    expect(() => nhsCheckDigit('99900000')).toThrow(RangeError);
    expect(() => nhsCheckDigit('99900000a')).toThrow(RangeError);
  });
});
