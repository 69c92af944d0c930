import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/domain/place.ts';
import { gridPointOf, parseOutcodes, readOutcodes } from '../../../shared/files/outcodes.ts';

const point = (outcode: string) => readOutcodes().get(outcode)!;
const kilometres = (from: string, to: string) => metresBetween(point(from), point(to)) / 1000;

describe('the grid', () => {
  test('puts the worked example of the Ordnance Survey within five metres of its place', () => {
    const latitude = 52 + 39 / 60 + 28.723 / 3600;
    const longitude = 1 + 42 / 60 + 57.787 / 3600;
    const published = { easting: 651_410, northing: 313_177 };
    expect(metresBetween(gridPointOf(latitude, longitude), published)).toBeLessThanOrEqual(5);
  });

  test('has its false origin 400 km west and 100 km north of its true one', () => {
    const { easting } = gridPointOf(51, -2);
    expect(Math.abs(easting - 400_000)).toBeLessThan(150);
  });
});

describe('the table of outcodes', () => {
  test('holds 2,862 outcodes in whole metres, read once', () => {
    expect(readOutcodes().size).toBe(2862);
    expect(readOutcodes()).toBe(readOutcodes());
    for (const { easting, northing } of readOutcodes().values()) {
      expect(Number.isInteger(easting) && Number.isInteger(northing)).toBe(true);
    }
  });

  test('puts SO14 in the middle of Southampton', () => {
    expect(metresBetween(point('SO14'), { easting: 442_000, northing: 112_000 })).toBeLessThan(500);
  });

  test.each([
    ['SO14', 'SO17', 1.7],
    ['SO14', 'SO19', 4.5],
    ['SO14', 'SO16', 7.2],
    ['BS1', 'BS16', 4.0],
    ['BS1', 'BS23', 30.6],
    ['TA1', 'TA6', 13.6],
    ['TA1', 'TA24', 32.9],
    ['TA1', 'BA20', 34.2],
    ['L20', 'L23', 3.5],
    ['L20', 'PR8', 20.7],
    ['SO14', 'BS1', 102],
  ])('%s and %s are about %d km apart', (from, to, expected) => {
    expect(Math.abs(kilometres(from, to) / expected - 1)).toBeLessThan(0.02);
  });

  test('has no BS12, which was given up', () => {
    expect(readOutcodes().has('BS12')).toBe(false);
  });
});

describe('a broken table', () => {
  const header = 'outcode,latitude,longitude\n';

  test.each([
    ['an outcode of the wrong shape', 'SO14 9ZZ,50.9,-1.4'],
    ['a place outside the United Kingdom', 'SO14,48.9,-1.4'],
    ['a word for a number', 'SO14,north,-1.4'],
    ['an outcode given twice', 'SO14,50.9,-1.4\nso14,50.9,-1.4'],
    ['a missing cell', 'SO14,50.9'],
  ])('is refused for %s', (_, rows) => {
    expect(() => parseOutcodes(header + rows)).toThrow();
  });

  test('is refused for an empty cell, which is no zero', () => {
    expect(() => parseOutcodes(`${header}SO14,50.9,`)).toThrow();
  });
});
