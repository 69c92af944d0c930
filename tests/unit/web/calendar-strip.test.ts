import fc from 'fast-check';
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { addDays, Day, daysBetween } from '../../../shared/domain/day.ts';
import { RoomStatus } from '../../../shared/domain/room-status.ts';
import { CalendarStrip } from '../../../shared/web/pictures/calendar-strip.tsx';

const from = Day.parse('2026-04-01');

/** Runs without gaps over some days, each of a length and a status. */
const runs = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom(...RoomStatus.options)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) => {
    let day = from;
    return some.map(([days, status]) => {
      const run = { from: day, until: addDays(day, days), status };
      day = run.until;
      return run;
    });
  });

const numbers = (svg: string, name: string): number[] =>
  Array.from(svg.matchAll(new RegExp(`<rect[^>]* ${name}="([\\d.]+)"`, 'g')), ([, n]) => Number(n));

test('every run of days is as wide as it is long, in its place, and inside the picture', () => {
  fc.assert(
    fc.property(runs, (some) => {
      const until = some.at(-1)?.until ?? from;
      const svg = render(
        h(CalendarStrip, { title: 'Rooms', from, until, rooms: [{ roomId: 'a', runs: some }] }),
      );
      const [, wide = '0'] = /viewBox="0 0 (\d+) /.exec(svg) ?? [];
      const lefts = numbers(svg, 'x');
      const widths = numbers(svg, 'width');
      const day = 840 / daysBetween(from, until);
      for (const [i, run] of some.entries()) {
        expect(widths[i]).toBeCloseTo(daysBetween(run.from, run.until) * day, 6);
        expect(lefts[i]).toBeCloseTo(120 + daysBetween(from, run.from) * day, 6);
      }
      expect((lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0)).toBeLessThanOrEqual(Number(wide) + 1e-6);
    }),
    { seed: 7, numRuns: 200 },
  );
});
