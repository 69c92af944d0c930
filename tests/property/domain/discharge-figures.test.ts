import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, Day, Instant, londonDay } from '../../../shared/domain/day.ts';
import { CrisisContact, CrisisKind, OwedFollowUp, Readmission } from '../../../shared/domain/discharge.ts';
import {
  bedDaysReleased,
  crisisBeforeAndAfter,
  followUpState,
  hoursLater,
  keysNeedContact,
  readmittedWithin,
} from '../../../shared/domain/discharge-figures.ts';

const seed = 72;
const at = (text: string): Instant => Instant.parse(text);
const day = (text: string): Day => Day.parse(text);
const readmission = (on: Day, id = 'back') => Readmission.parse({ id, on });

describe('a follow-up within 72 hours', () => {
  test.each([
    ['in winter', '2026-01-09T17:00:00Z', '2026-01-12T17:00:00.000Z'],
    // Friday 17:00 by the wall clock, Monday 18:00 by it: an hour was skipped between.
    ['over the night summer time begins', '2026-03-27T17:00:00Z', '2026-03-30T17:00:00.000Z'],
    // Friday 17:00 by the wall clock, Monday 16:00 by it: an hour came twice.
    ['over the night summer time ends', '2026-10-23T16:00:00Z', '2026-10-26T16:00:00.000Z'],
  ])('%s is due 72 hours later, not three times at the same hour', (_, left, due) => {
    expect(hoursLater(at(left), 72)).toBe(due);
  });

  const owed = (tries: readonly { at: string; reached: boolean }[]) =>
    OwedFollowUp.parse({
      ...{ id: 'within72Hours', ownerId: 'w-1', dueAt: '2026-03-30T17:00:00Z' },
      tries: tries.map((one) => ({ ...one, mode: 'phone', recordedBy: 'worker' })),
    });

  test.each([
    ['due until the last moment', [], '2026-03-30T17:00:00Z', 'due'],
    ['missed a moment later, though nobody says so', [], '2026-03-30T17:00:01Z', 'missed'],
    [
      'missed where nobody was reached',
      [{ at: '2026-03-29T10:00:00Z', reached: false }],
      '2026-03-31T09:00:00Z',
      'missed',
    ],
    [
      'done where somebody was reached at the last moment',
      [{ at: '2026-03-30T17:00:00Z', reached: true }],
      '2026-04-20T09:00:00Z',
      'done',
    ],
    [
      'late where they were reached after it',
      [{ at: '2026-03-30T17:00:01Z', reached: true }],
      '2026-04-20T09:00:00Z',
      'late',
    ],
  ])('is %s', (_, tries, now, state) => {
    expect(followUpState(owed(tries), at(now))).toBe(state);
  });
});

describe('keys', () => {
  test.each([
    ['on a Friday at 15:59', '2026-05-08T14:59:00Z', false],
    ['on a Friday at 16:00', '2026-05-08T15:00:00Z', true],
    ['on a Friday at 16:00 in winter, an hour later in UTC', '2026-01-09T15:59:00Z', false],
    ['on a Thursday evening', '2026-05-07T19:00:00Z', false],
    ['on the Thursday evening before Good Friday', '2026-04-02T16:00:00Z', true],
    ['on a Saturday morning', '2026-05-09T09:00:00Z', true],
    ['on a bank holiday', '2026-05-04T10:00:00Z', true],
    ['on a Sunday that is still Saturday in UTC', '2026-05-09T23:30:00Z', true],
  ])('handed over %s need somebody to call: %s %s', (_, keysAt, needed) => {
    expect(keysNeedContact(at(keysAt), { fromHour: 16 })).toBe(needed);
  });
});

describe('coming back to hospital', () => {
  const left = day('2026-05-01');

  test.each([
    [29, [true, true, true]],
    [30, [true, true, true]],
    [31, [false, true, true]],
    [90, [false, true, true]],
    [91, [false, false, true]],
    [181, [false, false, false]],
  ])('on day %i is within 30, 90 and 180 days: %j', (days, expected) => {
    const within = readmittedWithin(
      [30, 90, 180],
      left,
      [readmission(addDays(left, days))],
      addDays(left, 400),
    );
    expect(within.map((one) => one.readmitted)).toEqual(expected);
    expect(within.map((one) => one.readmissionId !== null)).toEqual(expected);
  });

  test('is unknown while the time is not over, and no once it is', () => {
    const asked = (days: number) =>
      readmittedWithin([30, 90], left, [], addDays(left, days)).map((one) => one.readmitted);
    expect(asked(30)).toEqual([null, null]);
    expect(asked(31)).toEqual([false, null]);
  });
});

test('bed-days released are days that are over, at most those somebody would have stayed otherwise, and end with a readmission', () => {
  const left = day('2026-03-01');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 3 }),
      fc.integer({ min: 0, max: 250 }),
      (otherwise, backOn, since) => {
        const back = backOn
          .filter((n) => n <= since)
          .map((n, i) => readmission(addDays(left, n), `back-${i}`));
        let naive = 0;
        for (let n = 0; n < since; n++)
          if (n < otherwise && !back.some((one) => one.on <= addDays(left, n))) naive++;
        expect(bedDaysReleased(left, otherwise, back, addDays(left, since))).toBe(naive);
      },
    ),
    { seed, numRuns: 300 },
  );
});

test('crisis contacts are counted in equal lengths of days before and after, each once, by kind', () => {
  const movedOn = londonDay(at('2026-03-29T00:30:00Z'));
  const contact = fc.record({
    on: fc.integer({ min: -250, max: 250 }).map((n) => addDays(movedOn, n)),
    kind: fc.constantFrom(...CrisisKind.options),
  });
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 30 }), (rows) => {
      const contacts = rows.map((row, i) => CrisisContact.parse({ ...row, id: `crisis-${i}` }));
      const { before, after, complete } = crisisBeforeAndAfter(contacts, movedOn, 'P6M', day('2026-09-28'));
      expect([before.from, before.until, after.from, after.until]).toEqual([
        ...['2025-09-26', '2026-03-29', '2026-03-29', '2026-09-29'],
      ]);
      expect(complete).toBe(false);
      for (const side of [before, after]) {
        const inside = contacts.filter(({ on }) => on >= side.from && on < side.until);
        expect(side.contacts).toBe(inside.length);
        for (const { kind, contacts: n } of side.byKind)
          expect(n).toBe(inside.filter((one) => one.kind === kind).length);
      }
    }),
    { seed, numRuns: 200 },
  );
});
