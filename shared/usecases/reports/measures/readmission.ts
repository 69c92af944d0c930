import { readmittedWithin } from '../../../domain/discharge-figures.ts';
import type { Measure, MeasureLine } from '../measure.ts';
import { type Left, leftHospital } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

/** @source Step Out, Southern Health: no formal admission (SOURCES.md 5); the times are from the programme's file */
export const readmission: Measure = {
  code: 'readmission',
  words: 'Back in a mental health hospital',
  counted:
    'Somebody who left hospital on these days counts once, by how soon they were first back in a mental health hospital; not being back counts once the time is over.',
  denominator: 'Everybody who left hospital on these days and was back, or for whom the time is over.',
  unit: 'people',
  figure: 'sum',
  needs: ['requests', 'discharges'],
  count: (facts) => {
    const limits = (facts.model.wardDischarge?.readmissionWithinDays ?? []).toSorted((a, b) => a - b);
    const all = [...limits.map(back), ...[0, ...limits].map(notBack)];
    return {
      rows: leftHospital(facts).map((left) => ({
        ...{ kind: 'request', reference: left.file.requestId, on: left.on, counted: 1 },
        ...{ cell: cellOf(facts, limits, left), personId: left.file.personId },
      })),
      lines: [
        { code: 'left', words: 'Left hospital', cells: all, of: null },
        ...limits.map((limit) => within(limit, limits)),
      ],
    };
  },
};

/** Back within so many days, and not within any fewer that are asked about. */
const back = (limit: number): string => `back${limit}`;

/** Not back, with so many days over: the most of those asked about, 0 where none of them is. */
const notBack = (over: number): string => `notBack${over}`;

function cellOf({ today }: ReportFacts, limits: readonly number[], { file, on }: Left): string {
  const found = readmittedWithin(limits, on, file.readmissions, today);
  const first = found.find(({ readmitted }) => readmitted === true);
  if (first) return back(first.withinDays);
  return notBack(found.findLast(({ readmitted }) => readmitted === false)?.withinDays ?? 0);
}

function within(limit: number, limits: readonly number[]): MeasureLine {
  const later = limits.filter((one) => one >= limit);
  return {
    code: `within${limit}`,
    words: `Back within ${limit} days`,
    cells: limits.filter((one) => one <= limit).map(back),
    of: [...limits.map(back), ...later.map(notBack)],
  };
}
