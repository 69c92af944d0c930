import { describe, expect, test } from 'vitest';
import { nearest } from '../../../shared/files/nearest.ts';
import { showValue } from '../../../shared/files/problems.ts';

describe('a value that is shown', () => {
  test('stays on one line, within 60 characters, and commands no screen', () => {
    expect(showValue('a\n\tb\u001b[31mc\u0000d\u202Ee\u2068f\u0085g')).toBe(
      'a b\uFFFD[31mc\uFFFDd\uFFFDe\uFFFDf\uFFFDg',
    );
    expect([...showValue('🏠'.repeat(100))]).toHaveLength(60);
    expect(showValue('x'.repeat(60))).toBe('x'.repeat(60));
    expect(showValue('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  });

  test('keeps no more than two digits of what names a person', () => {
    expect(showValue('999 000 0018', true)).toBe('99· ··· ····');
    expect(showValue('1/2/1998', true)).toBe('1/2/····');
    expect(showValue('999-000-0018')).toBe('99·-···-····');
    expect(showValue('9990000019')).toBe('9990000019');
  });
});

describe('the nearest name', () => {
  const names = ['sourceReference', 'stepFree', 'wetRoom', 'A', 'E+'];

  test.each([
    ['Step free', 'stepFree'],
    ['SOURCE_REFERENCE', 'sourceReference'],
    ['wetroon', 'wetRoom'],
    ['e+', 'E+'],
    ['a', 'A'],
    ['B', null],
    ['garage', null],
    ['', null],
  ])('to %j is %j', (text, name) => {
    expect(nearest(text, names)).toBe(name);
  });
});
