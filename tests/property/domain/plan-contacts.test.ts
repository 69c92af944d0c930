import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContactPlan } from '../../../shared/domain/contact-item.ts';
import { contactGrid } from '../../../shared/domain/contact-plan.ts';
import { addDays, Day } from '../../../shared/domain/day.ts';
import { ContactPlanId, PersonId, StayId } from '../../../shared/domain/ids.ts';
import { planContacts, toHappenOn } from '../../../shared/domain/plan-contacts.ts';
import { isWorkingDay } from '../../../shared/domain/working-days.ts';
import { stayingConnected } from '../../support/staying-connected-contacts.ts';

const settings = { seed: 20_261_123, numRuns: 300 };
const moved = fc.nat({ max: 300 }).map((n) => addDays(Day.parse('2026-01-01'), n));
const lasts = fc.integer({ min: 1, max: 500 });

function planOf(movedOn: Day, days: number): ContactPlan & { endsBefore: Day } {
  const endsBefore = addDays(movedOn, days);
  const about = {
    id: ContactPlanId.parse('plan-1'),
    personId: PersonId.parse('person-1'),
    stayId: StayId.parse('stay-1'),
    pattern: stayingConnected.id,
    movedOn,
    endsBefore,
  };
  return { ...planContacts(about, stayingConnected), endsBefore };
}

/** Hospital stays one after the other, with at least a day at home between them. */
const inHospital = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 40 })), { maxLength: 4 })
  .map((spells) => (from: Day) => {
    let day = from;
    return spells.map(([home, away]) => {
      const start = addDays(day, home);
      day = addDays(start, away);
      return { from: start, until: day, reason: 'hospital' as const };
    });
  });

test('every contact of the grid is due once, on a working day before the end', () => {
  fc.assert(
    fc.property(moved, lasts, (movedOn, days) => {
      const { items, endsBefore } = planOf(movedOn, days);
      expect(items.map(({ gridOn }) => gridOn)).toEqual(contactGrid(stayingConnected, movedOn, endsBefore));
      expect(items.every((one) => one.status === 'due' && isWorkingDay(one.plannedOn))).toBe(true);
      expect(items.every((one) => one.plannedOn < endsBefore)).toBe(true);
    }),
    settings,
  );
});

test('a contact planned in hospital happens on the first working day back, or waits where nothing is owed by then', () => {
  fc.assert(
    fc.property(moved, lasts, inHospital, (movedOn, days, spells) => {
      const { items, endsBefore } = planOf(movedOn, days);
      const absences = spells(movedOn);
      for (const item of items) {
        const day = toHappenOn(item, absences, endsBefore);
        const away = absences.filter(({ from, until }) => from <= item.plannedOn && item.plannedOn < until);
        if (away.length === 0) expect(day).toBe(item.plannedOn);
        if (day === null) {
          expect(absences.some(({ until }) => addDays(until, 7) >= endsBefore)).toBe(true);
          continue;
        }
        expect(day < endsBefore && isWorkingDay(day)).toBe(true);
        expect(absences.some(({ from, until }) => from <= day && day < until)).toBe(false);
      }
    }),
    settings,
  );
});

test('a hospital stay that is taken back leaves every contact where it was', () => {
  const { items, endsBefore } = planOf(Day.parse('2026-01-05'), 300);
  const open = [{ from: Day.parse('2026-01-10'), until: null, reason: 'hospital' as const }];
  expect(items.every((one) => toHappenOn(one, open, endsBefore) === null)).toBe(true);
  expect(items.map((one) => toHappenOn(one, [], endsBefore))).toEqual(items.map((one) => one.plannedOn));
});

test('being away for another reason pauses nothing', () => {
  const { items, endsBefore } = planOf(Day.parse('2026-01-05'), 300);
  const away = [{ from: Day.parse('2026-01-06'), until: null, reason: 'other' as const }];
  expect(items.map((one) => toHappenOn(one, away, endsBefore))).toEqual(items.map((one) => one.plannedOn));
});

test('support by phone comes with the monthly and the eight-weekly visits', () => {
  const { items } = planOf(Day.parse('2026-01-05'), 500);
  expect(items.map((one) => one.withPhoneSupport).indexOf(true)).toBe(10);
  expect(items.slice(10).every((one) => one.withPhoneSupport)).toBe(true);
});
