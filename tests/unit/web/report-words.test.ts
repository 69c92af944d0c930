import { describe, expect, test } from 'vitest';
import {
  barsOf,
  columnsOf,
  type FigureTold,
  type MeasureTold,
  sayFigure,
} from '../../../shared/web/report-words.ts';

const figure = (code: string, more: Partial<FigureTold> = {}): FigureTold => ({
  ...{ code, words: code, counted: 0, of: null, percent: null, pence: null, median: null, keptBack: false },
  ...more,
});
const measure = (figures: readonly FigureTold[], unit = 'stays'): MeasureTold => ({
  ...{ code: 'some', words: 'Some', counted: 'Each counts once.', denominator: null, unit, figures },
});

describe('a figure of a report', () => {
  test('that is kept back is never told as nothing, and nothing is never told as kept back', () => {
    expect(sayFigure(null, { keptBack: true })).toBe('Kept back');
    expect(sayFigure(null, { keptBack: false })).toBe('None');
    expect(sayFigure(0, { keptBack: false })).toBe('0');
    expect(sayFigure(20_443, { keptBack: false })).toBe('20,443');
  });

  test('stands under a heading that says what it is; columns nothing stands in are left out', () => {
    const headings = (figures: readonly FigureTold[], unit?: string) =>
      columnsOf(measure(figures, unit)).map(({ text }) => text);
    expect(headings([figure('a')])).toEqual(['Stays']);
    expect(headings([figure('a', { counted: null, median: 3.5 })], 'days')).toEqual(['Days in the middle']);
    expect(headings([figure('a', { of: 4, percent: 25 }), figure('b')])).toEqual(['Stays', 'Of', 'Part']);
    expect(headings([figure('a', { pence: 100 })], 'nights')).toEqual(['Nights', 'Cost']);
  });
});

describe('the bars of a measure', () => {
  test('are its parts without their sum, each with its number and its part', () => {
    const figures = [
      figure('all', { counted: 812 }),
      figure('repairs', { counted: 356, of: 812, percent: 43.8 }),
      figure('damp', { counted: 456, of: 812, percent: 56.2 }),
    ];
    expect(barsOf(measure(figures))).toEqual([
      { words: 'repairs', value: 356, told: '356 (43.8%)' },
      { words: 'damp', value: 456, told: '456 (56.2%)' },
    ]);
  });

  test('are none where a picture would show nothing, or what is kept back', () => {
    const hidden = figure('hidden', { counted: null, keptBack: true });
    expect(barsOf(measure([figure('a', { counted: 9 }), figure('b'), hidden]))).toEqual([]);
  });
});
