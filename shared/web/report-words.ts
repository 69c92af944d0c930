import { sayPounds } from '../domain/money.ts';
import type { Bar } from './pictures/bar-chart.tsx';

/** A figure as a report tells it; null where there is none, or where it is kept back. */
export interface FigureTold {
  readonly code: string;
  readonly words: string;
  readonly counted: number | null;
  readonly of: number | null;
  readonly percent: number | null;
  readonly pence: number | null;
  readonly median: number | null;
  readonly keptBack: boolean;
}

/** One thing a report tells, with how it is counted. */
export interface MeasureTold {
  readonly code: string;
  readonly words: string;
  readonly counted: string;
  readonly denominator: string | null;
  readonly unit: string;
  readonly figures: readonly FigureTold[];
}

const inEngland = new Intl.NumberFormat('en-GB');

/** A number of a report, or why there is none. */
export function sayFigure(value: number | null, { keptBack }: Pick<FigureTold, 'keptBack'>): string {
  if (value !== null) return inEngland.format(value);
  return keptBack ? 'Kept back' : 'None';
}

/** The columns of a measure that hold anything, each with what stands in it. */
export function columnsOf({ unit, figures }: MeasureTold) {
  const unitWords = unit.charAt(0).toUpperCase() + unit.slice(1);
  const isMedian = figures.some(({ median }) => median !== null);
  const hasParts = figures.some(({ percent }) => percent !== null);
  return [
    isMedian
      ? { text: 'Days in the middle', tell: (one: FigureTold) => sayFigure(one.median, one) }
      : { text: unitWords, tell: (one: FigureTold) => sayFigure(one.counted, one) },
    ...(hasParts
      ? [
          { text: 'Of', tell: (one: FigureTold) => (one.of === null ? '' : inEngland.format(one.of)) },
          { text: 'Part', tell: (one: FigureTold) => (one.percent === null ? '' : `${one.percent}%`) },
        ]
      : []),
    ...(figures.some(({ pence }) => pence !== null)
      ? [{ text: 'Cost', tell: (one: FigureTold) => (one.pence === null ? '' : sayPounds(one.pence)) }]
      : []),
  ];
}

/** The bars of a measure: its parts, or all of its figures where it has none; none where a picture would show nothing. */
export function barsOf({ figures, unit }: MeasureTold): Bar[] {
  const parts = figures.some(({ of }) => of !== null) ? figures.filter(({ of }) => of !== null) : figures;
  const bars = parts.flatMap((one): Bar[] => {
    const value = one.median ?? one.counted;
    if (value === null || value === 0) return [];
    const part = one.percent === null ? '' : ` (${one.percent}%)`;
    const told =
      one.median === null ? `${inEngland.format(value)}${part}` : `${inEngland.format(value)} ${unit}`;
    return [{ words: one.words, value, told }];
  });
  return bars.length < 2 ? [] : bars;
}
