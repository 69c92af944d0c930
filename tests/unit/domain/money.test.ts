import { describe, expect, test } from 'vitest';
import { Pence, parsePounds, sayPounds } from '../../../shared/domain/money.ts';

describe('pounds', () => {
  test.each([
    ['£1,234.50', 123_450],
    ['1234.5', 123_450],
    [' £ 90 ', 9000],
    ['90', 9000],
    ['0', 0],
    ['0.05', 5],
    ['£1,234,567.89', 123_456_789],
    ['19.99', 1999],
  ])('%s is read in pence', (text, pence) => {
    expect(parsePounds(text)).toBe(pence);
  });

  test.each([
    '-5',
    '1,23.00',
    '12,34',
    '1.234',
    '£',
    '',
    '1e3',
    '90p',
    '12 pounds',
    '.50',
    '1.',
    'NaN',
    '99999999999',
  ])('%s is read as no sum', (text) => {
    expect(parsePounds(text)).toBeNull();
  });

  test.each([
    [123_450, '£1,234.50'],
    [9000, '£90'],
    [5, '£0.05'],
    [0, '£0'],
    [123_456_789, '£1,234,567.89'],
    [100_000, '£1,000'],
  ])('%i pence is said %s', (pence, text) => {
    expect(sayPounds(pence)).toBe(text);
  });
});

test('pence are whole and never below zero', () => {
  for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '5']) {
    expect(Pence.safeParse(wrong).success).toBe(false);
  }
});
