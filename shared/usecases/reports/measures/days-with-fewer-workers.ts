import { daysWithoutWorkers } from '../../../domain/days-without-workers.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import type { ReportFacts } from '../report-facts.ts';

/** @source Staying Connected, staffing: two workers know each person (SOURCES.md 1) */
export const daysWithFewerWorkers: Measure = {
  code: 'daysWithoutWorkers',
  words: 'Days on which somebody had fewer workers than the programme wants',
  counted:
    'Each day counts once for each person, from the first day of their first worker to the last day of their last. A worker who is away counts while a colleague covers for them. How many workers a person is to have stands in the programme.',
  denominator: 'All days on which somebody of the programme had a worker, or was between two.',
  unit: 'days',
  figure: 'sum',
  needs: ['workers'],
  count: (facts) => ({
    rows: facts.workers.flatMap((one) => rowsOf(facts, one)),
    lines: [{ code: 'fewer', words: 'Fewer than wanted', cells: ['fewer'], of: ['fewer', 'enough'] }],
  }),
};

function rowsOf(
  { model, from, until }: ReportFacts,
  { book, away }: ReportFacts['workers'][number],
): MeasureRow[] {
  const { personId, relationships } = book;
  const held = relationships.filter(({ serviceModel }) => serviceModel === model.id);
  const { days, of } = daysWithoutWorkers(held, away, model.coAllocation.workersPerPerson, { from, until });
  const row = { kind: 'person' as const, reference: personId, on: from, personId };
  return [
    { ...row, cell: 'fewer', counted: days },
    { ...row, cell: 'enough', counted: of - days },
  ].filter(({ counted }) => counted > 0);
}
