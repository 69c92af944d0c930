import * as z from 'zod';
import { Day, daysBetween } from '../../domain/day.ts';
import { ServiceModelId } from '../../domain/ids.ts';
import { MeasureCode } from '../../domain/measure.ts';
import type { ServiceModel } from '../../services/index.ts';
import type { Measure } from './measure.ts';
import { measures } from './measures.ts';
import type { FactName, ReportFacts } from './report-facts.ts';

/** Days one report holds at most: ten years, of the longer kind. */
const mostDays = 3653;

export const period = { from: Day, to: Day };

/** Whether the days asked for are in order, and not too many. */
export const inOrder = {
  check: ({ from, to }: { from: Day; to: Day }): boolean => from <= to && daysBetween(from, to) < mostDays,
  says: { path: ['to'], error: `the first day or later, and at most ${mostDays} days in all` },
};

/** The days of a report, from the first to the last, both included. */
export const ReportAsked = z.strictObject(period).refine(inOrder.check, inOrder.says);
export type ReportAsked = z.infer<typeof ReportAsked>;

export const OfProgramme = z.strictObject({ programme: ServiceModelId });
export type OfProgramme = z.infer<typeof OfProgramme>;

export const OfMeasure = OfProgramme.extend({ measure: MeasureCode });
export type OfMeasure = z.infer<typeof OfMeasure>;

/** The measures that a programme's report prints, in the order its file names them; all where it names none. */
export function measuresOf({ reportMeasures = MeasureCode.options }: ServiceModel): Measure[] {
  return reportMeasures.map((code) => measures[code]);
}

/** What has to be read for some measures, and to know whether the partnership runs the programme at all. */
export function needsOf(some: readonly Measure[]): ReadonlySet<FactName> {
  return new Set(['requests', 'homes', ...some.flatMap(({ needs }) => needs)]);
}

/** Whether a partnership has anything of a programme on record: a home that offers it, or a request to it. */
export function isRun({ model, requests, homes }: ReportFacts): boolean {
  return (
    requests.some(({ request }) => request.serviceModel === model.id) ||
    homes.some(({ home }) => home.offers.some(({ serviceModel }) => serviceModel === model.id))
  );
}
