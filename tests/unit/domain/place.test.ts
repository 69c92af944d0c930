import { describe, expect, test } from 'vitest';
import { GridPoint, metresBetween, Outcode, outcodeOf, Postcode } from '../../../shared/domain/place.ts';

describe('a postcode', () => {
  test.each(['SO14 9ZZ', 'so149zz', '  so14   9zz '])('%s is kept in capitals with one space', (text) => {
    expect(Postcode.parse(text)).toBe('SO14 9ZZ');
  });

  test.each(['SO14', 'SO14 9Z', 'SO14 ZZ9', '14SO 9ZZ', 'Southampton', ''])('%s is refused', (text) => {
    expect(Postcode.safeParse(text).success).toBe(false);
  });

  test.each([
    ['SO14 9ZZ', 'SO14'],
    ['BS1 9ZZ', 'BS1'],
    ['L20 9ZZ', 'L20'],
    ['W1A 9ZZ', 'W1A'],
  ])('%s lies in %s', (postcode, outcode) => {
    expect(outcodeOf(Postcode.parse(postcode))).toBe(outcode);
  });
});

describe('an outcode', () => {
  test('is kept in capitals', () => {
    expect(Outcode.parse(' so14 ')).toBe('SO14');
  });

  test.each(['SO14 9ZZ', 'SO', '14', 'SO144', ''])('%s is refused', (text) => {
    expect(Outcode.safeParse(text).success).toBe(false);
  });
});

describe('distance', () => {
  test('is measured in whole metres along the straight line', () => {
    const here = { easting: 442_000, northing: 112_000 };
    expect(metresBetween(here, { easting: 442_300, northing: 112_400 })).toBe(500);
    expect(metresBetween(here, { easting: 442_001, northing: 112_001 })).toBe(1);
    expect(metresBetween(here, here)).toBe(0);
  });

  test('a point of part metres, or with a third value, is refused', () => {
    expect(GridPoint.safeParse({ easting: 1.5, northing: 2 }).success).toBe(false);
    expect(GridPoint.safeParse({ easting: 1, northing: 2, height: 3 }).success).toBe(false);
  });
});
