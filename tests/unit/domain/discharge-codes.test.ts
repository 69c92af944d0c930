import { describe, expect, test } from 'vitest';
import { labelOf } from '../../../shared/domain/codes.ts';
import {
  AnyDelayReason,
  Attributable,
  anyDelayReasonCodes,
  attributableCodes,
  DelayReason,
  delayReasonCodes,
  isCurrentDelayReason,
  RetiredDelayReason,
} from '../../../shared/domain/discharge-codes.ts';

const retired = ['A1', 'F1', 'G1', 'I1', 'J1', 'K1', 'Z1'];

describe('reasons for a delayed discharge', () => {
  test('are the 26 current ones for a new delay', () => {
    expect(delayReasonCodes.map(({ code }) => code).join(' ')).toBe(
      'A2 B1 C1 D1 D2 E1 F2 G2 G3 G4 G5 G6 G7 G8 G9 G10 G11 G12 H1 I2 I3 J2 K2 L1 M1 N1',
    );
  });

  test.each(retired)('%s is retired: refused for a new delay, taken from an old record', (code) => {
    expect(DelayReason.safeParse(code).success).toBe(false);
    expect(AnyDelayReason.parse(code)).toBe(code);
    expect(isCurrentDelayReason(AnyDelayReason.parse(code))).toBe(false);
  });

  test('the retired ones are these seven and no current one', () => {
    expect(RetiredDelayReason.options).toEqual(retired);
    expect(AnyDelayReason.options).toHaveLength(33);
    expect(isCurrentDelayReason('J2')).toBe(true);
  });

  test('an unknown code is refused even in an old record', () => {
    for (const wrong of ['j2', 'J3', 'G13', '18', ''])
      expect(AnyDelayReason.safeParse(wrong).success).toBe(false);
  });

  test('current and retired ones each have a label of their own', () => {
    expect(labelOf(anyDelayReasonCodes, 'J2')).toBe('Waiting for a supported home');
    expect(new Set(anyDelayReasonCodes.map(({ label }) => label)).size).toBe(33);
  });
});

describe('whose part a delay is', () => {
  test('is told by four codes, housing by 07', () => {
    expect(Attributable.options).toEqual(['04', '05', '06', '07']);
    expect(labelOf(attributableCodes, '07')).toMatch(/^Housing/);
    expect(Attributable.safeParse('7').success).toBe(false);
  });
});
