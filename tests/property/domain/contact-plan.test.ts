import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContactPattern, contactGrid, plannedOn } from '../../../shared/domain/contact-plan.ts';
import { addDays, addDuration, addMonths, Day, daysBetween } from '../../../shared/domain/day.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';

const settings = { seed: 20_261_121, numRuns: 300 };
const count = (most: number) => fc.integer({ min: 1, max: most });
const every = fc.oneof(
  count(60).map((n) => `P${n}D`),
  count(8).map((n) => `P${n}W`),
  count(3).map((n) => `P${n}M`),
);
const length = fc.oneof(
  count(26).map((n) => `P${n}W`),
  count(12).map((n) => `P${n}M`),
);
const closed = fc.array(fc.record({ every, for: length }), { minLength: 1, maxLength: 4 });
const movedOn = fc.nat({ max: 1460 }).map((n) => addDays(Day.parse('2026-01-01'), n));
const pattern = (phases: ContactPattern['phases']): ContactPattern => ({
  anchor: { event: 'moveIn', stage: 'flat' },
  endsAtAge: null,
  phases,
});

test('contacts are after the move, before the end, in order and on different days', () => {
  fc.assert(
    fc.property(closed, every, movedOn, fc.nat({ max: 1000 }), (phases, last, moved, days) => {
      const end = addDays(moved, days);
      const grid = contactGrid(pattern([...phases, { every: last, until: 'end' }]), moved, end);
      expect(grid.every((each) => moved < each && each < end)).toBe(true);
      expect([...new Set(grid)].sort()).toEqual(grid);
    }),
    settings,
  );
});

test('the contacts of a phase stand at each multiple of its interval from the start of the phase', () => {
  fc.assert(
    fc.property(closed, movedOn, (phases, moved) => {
      const grid = contactGrid(pattern(phases), moved, null);
      let start = moved;
      for (const phase of phases) {
        const end = addDuration(start, phase.for);
        const inPhase = grid.filter((each) => start < each && each <= end);
        expect(inPhase).toEqual(inPhase.map((_, at) => addDuration(start, phase.every, at + 1)));
        expect(addDuration(start, phase.every, inPhase.length + 1) > end).toBe(true);
        start = end;
      }
      expect(grid.every((each) => each <= start)).toBe(true);
    }),
    settings,
  );
});

test('an end only takes away the contacts from that day on', () => {
  fc.assert(
    fc.property(closed, movedOn, fc.nat({ max: 1500 }), (phases, moved, days) => {
      const end = addDays(moved, days);
      const whole = contactGrid(pattern(phases), moved, null);
      expect(contactGrid(pattern(phases), moved, end)).toEqual(whole.filter((each) => each < end));
    }),
    settings,
  );
});

test('a contact is planned on the nearest working day after, or before where that reaches the end', () => {
  fc.assert(
    fc.property(movedOn, fc.integer({ min: 1, max: 8 }), (grid, left) => {
      const end = addDays(grid, left);
      const free = plannedOn(grid, null);
      const bound = plannedOn(grid, end);
      expect([isWorkingDay(free), isWorkingDay(bound)]).toEqual([true, true]);
      expect(free >= grid).toBe(true);
      expect(bound).toBe(free < end ? free : bound);
      expect(bound < end).toBe(true);
      expect(Math.abs(daysBetween(grid, bound))).toBeLessThanOrEqual(4);
    }),
    settings,
  );
});

test('a monthly contact keeps its date wherever the month has it', () => {
  fc.assert(
    fc.property(movedOn, (moved) => {
      const grid = contactGrid(pattern([{ every: 'P1M', for: 'P12M' }]), moved, null);
      expect(grid).toEqual(Array.from({ length: 12 }, (_, at) => addMonths(moved, at + 1)));
    }),
    settings,
  );
});
