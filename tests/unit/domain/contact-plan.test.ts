import { describe, expect, test } from 'vitest';
import { ContactPattern, contactGrid, plannedOn } from '../../../shared/domain/contact-plan.ts';
import { birthday, Day } from '../../../shared/domain/day.ts';

const day = (text: string) => Day.parse(text);

const afterExtendedSupport = ContactPattern.parse({
  anchor: { event: 'moveOutOf', stage: 'extended' },
  endsAtAge: 21,
  phases: [
    { every: 'P7D', for: 'P4W' },
    { every: 'P14D', for: 'P3M' },
    { every: 'P1M', for: 'P3M', phone: true },
    { every: 'P56D', until: 'end', phone: true },
  ],
});

describe('the visits after extended support', () => {
  test('run through all four phases up to the 21st birthday', () => {
    const grid = contactGrid(afterExtendedSupport, day('2026-01-05'), birthday(day('2007-06-15'), 21));
    expect(grid.slice(0, 14)).toEqual([
      ...['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'],
      ...['2026-02-16', '2026-03-02', '2026-03-16', '2026-03-30', '2026-04-13', '2026-04-27'],
      ...['2026-06-02', '2026-07-02', '2026-08-02'],
      '2026-09-27',
    ]);
    expect(grid.at(-1)).toBe('2028-06-04');
    expect(grid).toHaveLength(25);
  });

  test('are cut in the middle of a phase by the 21st birthday', () => {
    const grid = contactGrid(afterExtendedSupport, day('2026-01-31'), birthday(day('2005-05-10'), 21));
    expect(grid).toHaveLength(9);
    expect(grid.slice(0, 4)).toEqual(['2026-02-07', '2026-02-14', '2026-02-21', '2026-02-28']);
    expect(grid.at(-1)).toBe('2026-05-09');
  });

  test('keep to month ends and to a birthday on 29 February', () => {
    const grid = contactGrid(afterExtendedSupport, day('2026-08-31'), birthday(day('2008-02-29'), 21));
    expect(grid).toHaveLength(25);
    expect(grid.slice(10, 13)).toEqual(['2027-01-28', '2027-02-28', '2027-03-28']);
    expect(grid.at(-1)).toBe('2029-01-28');
  });

  test('never fall on the birthday itself', () => {
    expect(contactGrid(afterExtendedSupport, day('2026-01-05'), day('2026-01-19'))).toEqual(['2026-01-12']);
    expect(contactGrid(afterExtendedSupport, day('2026-01-05'), day('2026-01-05'))).toEqual([]);
  });

  test('can end at 25 as well', () => {
    const grid = contactGrid(afterExtendedSupport, day('2026-01-05'), birthday(day('2007-06-15'), 25));
    expect(grid).toHaveLength(51);
    expect(grid.at(-1)).toBe('2032-05-30');
  });

  test('are a fault without an end, as the last phase has none', () => {
    expect(() => contactGrid(afterExtendedSupport, day('2026-01-05'), null)).toThrow(/needs an end day/);
  });
});

describe('a pattern whose phases all end', () => {
  test('needs no end of its own', () => {
    const pattern = ContactPattern.parse({
      anchor: { event: 'moveIn', stage: 'flat' },
      endsAtAge: null,
      phases: [{ every: 'P1M', for: 'P3M' }],
    });
    expect(contactGrid(pattern, day('2026-01-31'), null)).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
  });
});

describe('a pattern is refused', () => {
  const base = { anchor: { event: 'moveIn', stage: 'flat' }, endsAtAge: null };
  test.each([
    ['without a phase', []],
    [
      'with an open phase before the last',
      [
        { every: 'P7D', until: 'end' },
        { every: 'P7D', for: 'P4W' },
      ],
    ],
    ['with a phase that has two ends', [{ every: 'P7D', for: 'P4W', until: 'end' }]],
    ['with a phase that has no end', [{ every: 'P7D' }]],
    ['with an interval of nothing', [{ every: 'P0D', for: 'P4W' }]],
    ['with an interval of hours', [{ every: 'PT12H', for: 'P4W' }]],
  ])('%s', (_, phases) => {
    expect(ContactPattern.safeParse({ ...base, phases }).success).toBe(false);
  });

  test('with an unknown event', () => {
    const phases = [{ every: 'P7D', for: 'P4W' }];
    const anchor = { event: 'moveOut', stage: 'flat' };
    expect(ContactPattern.safeParse({ ...base, anchor, phases }).success).toBe(false);
  });
});

describe('the day a contact is planned for', () => {
  test('is its grid day when people work', () => {
    expect(plannedOn(day('2026-01-12'), day('2028-06-15'))).toBe('2026-01-12');
  });

  test('is the next working day after a weekend or a bank holiday', () => {
    expect(plannedOn(day('2026-08-02'), day('2028-06-15'))).toBe('2026-08-03');
    expect(plannedOn(day('2026-05-02'), null)).toBe('2026-05-05');
  });

  test('is the working day before where the next one reaches the end', () => {
    expect(plannedOn(day('2026-05-09'), day('2026-05-10'))).toBe('2026-05-08');
    expect(plannedOn(day('2026-05-09'), day('2026-05-11'))).toBe('2026-05-08');
    expect(plannedOn(day('2026-05-09'), day('2026-05-12'))).toBe('2026-05-11');
  });
});
