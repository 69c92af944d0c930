import { rate } from '../../domain/rate.ts';
import { keptBack, mayTellSum } from '../../domain/small-numbers.ts';
import type { Count, Measure, MeasureLine, MeasureRow } from './measure.ts';

/** A printed figure. Null where it is kept back because few people are behind it, or where there is none. */
export interface Figure {
  readonly code: string;
  readonly words: string;
  readonly counted: number | null;
  readonly of: number | null;
  readonly percent: number | null;
  readonly pence: number | null;
  readonly median: number | null;
  readonly keptBack: boolean;
}

/** The figures of a measure as they may be told. */
export function figuresOf(measure: Pick<Measure, 'figure'>, { rows, lines }: Count): Figure[] {
  return measure.figure === 'median' ? lines.map((line) => medianOf(line, rows)) : sumsOf(lines, rows);
}

function sumsOf(lines: readonly MeasureLine[], rows: readonly MeasureRow[]): Figure[] {
  const cells = [...new Set([...lines.flatMap((line) => [...line.cells, ...(line.of ?? [])])])];
  const byCell = Map.groupBy(rows, (row) => row.cell);
  const people = cells.map((cell) => peopleIn(byCell.get(cell) ?? []));
  const hidden = keptBack(people);
  const told = (some: readonly string[], of: (row: MeasureRow) => number): number | null =>
    mayTellSum(
      people,
      hidden,
      some.map((cell) => cells.indexOf(cell)),
    )
      ? some.reduce((sum, cell) => sum + total(byCell.get(cell) ?? [], of), 0)
      : null;
  const costs = rows.some(({ pence }) => pence !== undefined);
  return lines.map((line) => {
    const counted = told(line.cells, (row) => row.counted);
    const of = line.of && told(line.of, (row) => row.counted);
    return {
      ...{ code: line.code, words: line.words, counted, of, median: null },
      percent: counted === null || of === null ? null : rate(counted, of).percent,
      pence: costs ? told(line.cells, (row) => row.pence ?? 0) : null,
      keptBack: counted === null || (line.of !== null && of === null),
    };
  });
}

/**
 * The middle of the rows of a line, told for five people and more. How many there are is not: steps follow each other, so
 * two such numbers would tell how few fell out between them.
 */
function medianOf({ code, words, cells }: MeasureLine, rows: readonly MeasureRow[]): Figure {
  const ours = rows.filter((row) => cells.includes(row.cell));
  const isFew = keptBack([peopleIn(ours)]).size > 0;
  return {
    ...{ code, words, of: null, percent: null, pence: null, keptBack: isFew },
    counted: null,
    median: isFew ? null : median(ours.map((row) => row.counted)),
  };
}

/** The middle number; between two, halfway. Null of none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** People behind some rows, each once. What is nobody's counts as nobody. */
function peopleIn(rows: readonly MeasureRow[]): number {
  return new Set(rows.flatMap(({ personId }) => personId ?? [])).size;
}

const total = (rows: readonly MeasureRow[], of: (row: MeasureRow) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);
