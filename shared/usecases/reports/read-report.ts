import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day, Instant } from '../../domain/day.ts';
import { ServiceModelId } from '../../domain/ids.ts';
import { MeasureCode } from '../../domain/measure.ts';
import { Pence } from '../../domain/money.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { isRun, measuresOf, needsOf, type OfProgramme, type ReportAsked } from './asked.ts';
import { figuresOf } from './figures.ts';
import { readReportFacts } from './report-facts.ts';

/** One figure. Null where there is none, or where it is kept back because fewer than five people are behind it. */
export const FigureShown = z.strictObject({
  code: z.string(),
  words: z.string(),
  counted: z.int().min(0).nullable(),
  of: z.int().min(0).nullable(),
  percent: z.number().min(0).max(100).nullable(),
  pence: Pence.nullable(),
  median: z.number().min(0).nullable(),
  keptBack: z.boolean(),
});

export const MeasureShown = z.strictObject({
  code: MeasureCode,
  words: z.string(),
  counted: z.string(),
  denominator: z.string().nullable(),
  unit: z.enum(['requests', 'stays', 'contacts', 'people', 'nights', 'days']),
  figures: z.array(FigureShown),
});

/** The report of a programme over some days, in figures alone: nobody's name or reference. */
export const ReportShown = z.strictObject({
  programme: ServiceModelId,
  name: z.string(),
  from: Day,
  to: Day,
  madeAt: Instant,
  measures: z.array(MeasureShown),
});
export type ReportShown = z.infer<typeof ReportShown>;

/** Counts what the programme's file says its report prints. */
export async function readReport(
  deps: Deps,
  call: Call<OfProgramme, unknown, ReportAsked>,
): Promise<Outcome<ReportShown>> {
  const barred = barredFrom(call.who.data, 'reports.read', {});
  if (barred) return refuse(barred);
  const model = deps.models.get(call.params.programme);
  if (!model) return refuse('not-found');
  const printed = measuresOf(model);
  const { from, to } = call.query;
  const now = nowOf(deps);
  const asked = { model, from, to, now };
  const facts = await readReportFacts(deps.writing.table, recordsOf(deps, call), asked, needsOf(printed));
  if (!isRun(facts)) return refuse('not-found');
  return done({
    ...{ programme: model.id, name: model.name, from, to, madeAt: now },
    measures: printed.map((measure) => {
      const { code, words, counted, denominator, unit } = measure;
      return { code, words, counted, denominator, unit, figures: figuresOf(measure, measure.count(facts)) };
    }),
  });
}
