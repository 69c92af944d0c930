import { expect, test } from 'vitest';
import { Day, Instant } from '../../../shared/domain/day.ts';
import { momentOf, parseTime, sayMoment } from '../../../shared/domain/london-time.ts';

test.each([
  ['in winter', '2026-01-15', '14:30', '2026-01-15T14:30:00.000Z'],
  ['in summer', '2026-07-15', '14:30', '2026-07-15T13:30:00.000Z'],
  ['after midnight in summer', '2026-07-15', '00:10', '2026-07-14T23:10:00.000Z'],
  ['as clocks go back, the first time', '2026-10-25', '01:30', '2026-10-25T00:30:00.000Z'],
  ['as clocks go forward, an hour later', '2026-03-29', '01:30', '2026-03-29T01:30:00.000Z'],
])('a time of day is a moment %s', (_when, day, time, moment) => {
  expect(momentOf(Day.parse(day), time)).toBe(moment);
});

test('a time is read as staff write it', () => {
  expect(['14:30', '9.05', '0905', ' 7:00 '].map(parseTime)).toEqual(['14:30', '09:05', '09:05', '07:00']);
  expect(['24:00', '9', '9:60', 'noon', '', '12:3'].map(parseTime)).toEqual(Array(6).fill(null));
});

test('a moment is said as a clock in England shows it', () => {
  expect(sayMoment(Instant.parse('2026-04-23T08:30:00Z'))).toBe('23 April 2026 at 09:30');
});
