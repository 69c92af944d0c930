import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areaMetres, areaOf, metresBetween } from '../../../shared/domain/place.ts';
import { barsAcross, chartSize } from '../../../shared/web/pictures/bar-chart.tsx';
import { chainLayout, chainSize } from '../../../shared/web/pictures/chain-layout.ts';
import { colours, contrast } from '../../../shared/web/pictures/colours.ts';
import { mapLayout, mapSize, milesBetween } from '../../../shared/web/pictures/map-layout.ts';
import { fitted } from '../../../shared/web/pictures/picture.tsx';
import { plotLayout, plotSize } from '../../../shared/web/pictures/plot-layout.ts';
import { barLength, barSize } from '../../../shared/web/pictures/score-bar.tsx';

const runs = { seed: 20261123, numRuns: process.env.FULL === '1' ? 2000 : 200 };

test('marks stand out from the paper by 3 to 1, and words by 4.5 to 1', () => {
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  for (const mark of [colours.mark, colours.track])
    expect(contrast(mark, colours.paper)).toBeGreaterThanOrEqual(3);
  for (const words of [colours.ink, colours.quiet])
    expect(contrast(words, colours.paper)).toBeGreaterThanOrEqual(4.5);
});

test('a bar is as long as its points are of the most, and never leaves its frame', () => {
  const inside = barSize.width - 2 * barSize.frame;
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (points, outOf) => {
      const length = barLength(points, outOf);
      expect(length).toBeGreaterThanOrEqual(0);
      expect(length).toBeLessThanOrEqual(inside);
      if (outOf > 0 && points <= outOf)
        expect(Math.abs(length - (inside * points) / outOf)).toBeLessThanOrEqual(0.06);
    }),
    runs,
  );
  expect([barLength(5, 0), barLength(10, 10), barLength(20, 10)]).toEqual([0, inside, inside]);
});

test('bars are as long as their numbers are of the largest, and leave room for what they are', () => {
  const most = chartSize.width - chartSize.numbers;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }), (values) => {
      const largest = Math.max(...values);
      for (const [at, length] of barsAcross(values).entries())
        expect(Math.abs(length - (most * (values[at] ?? 0)) / largest)).toBeLessThanOrEqual(0.06);
    }),
    runs,
  );
  expect(barsAcross([])).toEqual([]);
});

const aLink = fc.record({
  who: fc.string(),
  to: fc.string(),
  from: fc.option(fc.string()),
  on: fc.string(),
});

test('every box of a chain lies in its picture, none on another, with its arrow between the two it joins', () => {
  fc.assert(
    fc.property(fc.array(aLink, { minLength: 1, maxLength: 4 }), (links) => {
      const { boxes, arrows, height } = chainLayout(links);
      expect([boxes.length, arrows.length]).toEqual([links.length + 1, links.length]);
      boxes.forEach(({ y }, at) => {
        const before = boxes[at - 1];
        expect(y).toBeGreaterThanOrEqual(before ? before.y + chainSize.box + chainSize.gap : 0);
        expect(y + chainSize.box).toBeLessThanOrEqual(height);
      });
      arrows.forEach(({ fromY, toY }, at) => {
        expect(fromY).toBe(boxes[at + 1]?.y);
        expect(toY).toBe((boxes[at]?.y ?? 0) + chainSize.box);
      });
    }),
    runs,
  );
});

const aRoom = fc.record({
  letter: fc.constantFrom('A', 'B', 'C', 'D'),
  points: fc.oneof(fc.nat(400), fc.constant(300)),
  waitDays: fc.option(fc.oneof(fc.nat(800), fc.constant(14))),
});

test('every mark of the plot lies between its axes, more to the right the longer, and higher the more points', () => {
  const { left, right, top, bottom, width, height } = plotSize;
  fc.assert(
    fc.property(fc.array(aRoom, { minLength: 1, maxLength: 4 }), (rooms) => {
      const { marks, days, points } = plotLayout(rooms, 400);
      expect(marks).toHaveLength(rooms.filter(({ waitDays }) => waitDays !== null).length);
      for (const { x, y } of marks) {
        expect(x).toBeGreaterThanOrEqual(left);
        expect(x).toBeLessThanOrEqual(width - right);
        expect(y).toBeGreaterThanOrEqual(top);
        expect(y).toBeLessThanOrEqual(height - bottom);
      }
      for (const one of marks)
        for (const other of marks)
          if (one.at !== other.at) expect(`${one.x} ${one.y}`).not.toBe(`${other.x} ${other.y}`);
      const rising = (all: readonly { value: number; place: number }[], by: 1 | -1) =>
        all.every(({ place }, at) => at === 0 || by * (place - (all[at - 1]?.place ?? 0)) > 0);
      expect([rising(days, 1), rising(points, -1)]).toEqual([true, true]);
    }),
    runs,
  );
});

const aPoint = fc.record({
  easting: fc.integer({ min: 0, max: 650_000 }),
  northing: fc.integer({ min: 0, max: 1_200_000 }),
});
const near = fc.integer({ min: 300_000, max: 303_000 });
const aPlace = fc.record({
  letter: fc.constantFrom('A', 'B', 'C', 'D'),
  place: fc.oneof(aPoint, fc.record({ easting: near, northing: near })),
  isArea: fc.boolean(),
});

test('every place, area and ring lies on the map, as far from its middle as it is', () => {
  const { side } = mapSize;
  fc.assert(
    fc.property(aPlace, fc.array(aPlace, { minLength: 1, maxLength: 4 }), ({ place: middle }, places) => {
      const { marks, rings, areaHalf } = mapLayout(middle, places);
      for (const { x, y, isArea } of marks) {
        const half = isArea ? areaHalf : 0;
        expect(Math.min(x, y) - half).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y) + half).toBeLessThanOrEqual(side);
      }
      for (const { radius } of rings) expect(radius).toBeLessThanOrEqual(side / 2 - 14);
      const [ring] = rings;
      const [far] = marks;
      const [place] = places;
      if (!ring || !far || !place) return;
      const shown = (Math.hypot(far.x - side / 2, far.y - side / 2) / ring.radius) * ring.miles;
      const miles = metresBetween(middle, place.place) / 1609.344;
      expect(Math.abs(shown - miles)).toBeLessThanOrEqual(0.02 * miles + 0.02 * ring.miles);
    }),
    runs,
  );
});

test('a confidential address is a square that says no more than that it lies somewhere in it', () => {
  fc.assert(
    fc.property(aPoint, fc.nat(areaMetres - 1), fc.nat(areaMetres - 1), (point, east, north) => {
      const corner = {
        easting: Math.floor(point.easting / areaMetres) * areaMetres,
        northing: Math.floor(point.northing / areaMetres) * areaMetres,
      };
      const middle = areaOf(point);
      const another = { easting: corner.easting + east, northing: corner.northing + north };
      expect(areaOf(another)).toEqual(middle);
      expect(metresBetween(middle, point)).toBeLessThanOrEqual((areaMetres / 2) * Math.SQRT2 + 1);
    }),
    runs,
  );
});

test('words are cut where they would leave their picture, and miles have one place after the point', () => {
  expect([fitted('Oak House', 20), fitted('A house with a long name', 10)]).toEqual([
    'Oak House',
    'A house w…',
  ]);
  expect(milesBetween({ easting: 0, northing: 0 }, { easting: 1609, northing: 0 })).toBe(1);
});
