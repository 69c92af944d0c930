import { csvOf } from '../../shared/http/csv.ts';
import type { RowShown } from '../../shared/usecases/reports/list-rows.ts';
import type { ReportShown } from '../../shared/usecases/reports/read-report.ts';

/** What stands in a cell that is kept back, so that nobody takes it for nothing. */
const notTold = 'kept back';

/** A report with a line for each figure, and how it is counted beside it. */
export function reportFile({ programme, from, to, measures }: ReportShown): string {
  const head = ['programme', 'from', 'to', 'measure', 'figure', 'counted', 'of', 'percent', 'pounds'];
  return csvOf([
    [...head, 'median days', 'what it is', 'how it is counted', 'of whom'],
    ...measures.flatMap((measure) =>
      measure.figures.map((one) => {
        const cell = (value: number | null): string =>
          value === null && one.keptBack ? notTold : say(value);
        return [
          ...[programme, from, to, measure.code, one.code],
          ...[cell(one.counted), say(one.of), say(one.percent)],
          one.pence === null ? '' : (one.pence / 100).toFixed(2),
          ...[say(one.median), `${measure.words}: ${one.words}`, measure.counted, measure.denominator ?? ''],
        ];
      }),
    ),
  ]);
}

/** What a figure was counted from, by reference. */
export function rowsFile(rows: readonly RowShown[]): string {
  return csvOf([
    ['kind', 'reference', 'counts as', 'on', 'counted', 'pounds'],
    ...rows.map(({ kind, reference, cell, on, counted, pence }) => [
      ...[kind, reference, cell, on, say(counted)],
      pence === null ? '' : (pence / 100).toFixed(2),
    ]),
  ]);
}

const say = (value: number | null): string => (value === null ? '' : String(value));
