import type { Day } from '../../domain/day.ts';
import type { MeasureCode, RowKind } from '../../domain/measure.ts';
import type { Pence } from '../../domain/money.ts';
import type { FactName, ReportFacts } from './report-facts.ts';

/** One thing that was counted: where it is on record, and the one cell of its measure that it counts in. */
export interface MeasureRow {
  readonly kind: RowKind;
  readonly reference: string;
  readonly cell: string;
  readonly on: Day;
  /** 1 where things are counted; otherwise nights or days. */
  readonly counted: number;
  readonly pence?: Pence;
  /** Whose it is, so that few people are told from many; null for a room. Never shown. */
  readonly personId: string | null;
}

/** One printed figure: the sum of some cells, or its median, and what it is a part of. */
export interface MeasureLine {
  readonly code: string;
  readonly words: string;
  readonly cells: readonly string[];
  /** The cells of the denominator; null where the figure is a part of nothing. */
  readonly of: readonly string[] | null;
}

/** What was counted, and the figures that are made of it. Every row is in a cell of some line. */
export interface Count {
  readonly rows: readonly MeasureRow[];
  readonly lines: readonly MeasureLine[];
}

/** One measure of a report: what it is called, how it is counted, and the counting. */
export interface Measure {
  readonly code: MeasureCode;
  readonly words: string;
  /** One plain sentence for whoever reads the figure. */
  readonly counted: string;
  /** What its percentages are of, in words; null where it has none. */
  readonly denominator: string | null;
  readonly unit: 'requests' | 'stays' | 'contacts' | 'people' | 'nights' | 'days';
  /** `median`: each line is the middle of its rows. */
  readonly figure: 'sum' | 'median';
  /** The facts it is counted from; a report reads no others. */
  readonly needs: readonly FactName[];
  readonly count: (facts: ReportFacts) => Count;
}
