import { describe, expect, test } from 'vitest';
import {
  ClientGroup,
  clientGroupCodes,
  labelOf,
  PreviousAccommodation,
  previousAccommodationCodes,
  ReferralSource,
  referralSourceCodes,
  SupportLevel,
  supportLevelCodes,
  supportRank,
  UnitType,
  unitTypeCodes,
  VacancyReason,
  vacancyReasonCodes,
} from '../../../shared/domain/codes.ts';

describe('support levels', () => {
  test('step down from high to floating', () => {
    const down: SupportLevel[] = ['high', 'medium', 'low', 'floating'];
    expect(down.map(supportRank)).toEqual([3, 2, 1, 0]);
  });
});

describe.each([
  ['support level', SupportLevel, supportLevelCodes, 4],
  ['client group', ClientGroup, clientGroupCodes, 16],
  ['type of home', UnitType, unitTypeCodes, 6],
  ['reason for a vacancy', VacancyReason, vacancyReasonCodes, 14],
  ['source of a referral', ReferralSource, referralSourceCodes, 19],
  ['previous home', PreviousAccommodation, previousAccommodationCodes, 26],
])('the codes for %s', (_, schema, table, size) => {
  test('are each in the table once, with a label of their own', () => {
    expect(table).toHaveLength(size);
    expect(new Set(table.map(({ code }) => code)).size).toBe(size);
    expect(new Set(table.map(({ label }) => label)).size).toBe(size);
  });

  test('are the only ones the schema takes', () => {
    for (const { code } of table) expect(schema.parse(code)).toBe(code);
    for (const wrong of ['', '99', 'X', 'HIGH', 1, null]) expect(schema.safeParse(wrong).success).toBe(false);
  });
});

describe('a label', () => {
  test('is found by its code', () => {
    expect(labelOf(clientGroupCodes, 'E')).toBe('People with a mental health need');
    expect(labelOf(previousAccommodationCodes, '10')).toBe('Hospital');
    expect(labelOf(referralSourceCodes, '14')).toBe('Community mental health team');
  });

  test('of a code that is not in the table is a fault', () => {
    expect(() => labelOf<string>(unitTypeCodes, '5')).toThrow(RangeError);
  });

  test('uses none of the words we keep away from people', () => {
    const tables = [
      clientGroupCodes,
      unitTypeCodes,
      vacancyReasonCodes,
      referralSourceCodes,
      supportLevelCodes,
    ];
    for (const { label } of tables.flat())
      expect(label).not.toMatch(/\b(unit|client|case|offender|bed-blocker)/i);
  });
});
