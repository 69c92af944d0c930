import * as z from 'zod';
import { barredFrom } from '../../access/own-case.ts';
import { Day } from '../../domain/day.ts';
import { RowKind } from '../../domain/measure.ts';
import { Pence } from '../../domain/money.ts';
import { done, type Outcome, refuse } from '../../domain/outcome.ts';
import { logExport } from '../../store/operational.ts';
import { type Call, type Deps, nowOf, recordsOf } from '../call.ts';
import { pageOf } from '../paging.ts';
import { inOrder, isRun, measuresOf, needsOf, type OfMeasure, period } from './asked.ts';
import type { MeasureLine, MeasureRow } from './measure.ts';
import { readReportFacts } from './report-facts.ts';

/**
 * The days, and which rows: those of a figure, by its code, or of what it is a part of; every row of the measure where no
 * figure is named.
 */
const which = {
  ...period,
  figure: z.string().max(64).optional(),
  part: z.enum(['counted', 'of']).default('counted'),
};

export const RowsAsked = z.strictObject(which).refine(inOrder.check, inOrder.says);
export type RowsAsked = z.infer<typeof RowsAsked>;

/** `after` is the number of rows seen so far. */
export const RowsPageAsked = z
  .strictObject({
    ...which,
    after: z
      .string()
      .regex(/^\d{1,7}$/, 'Give the next of the page before, as it was')
      .optional(),
    limit: z
      .string()
      .regex(/^(?:[1-9]\d?|100)$/, 'Give a number from 1 to 100')
      .default('50')
      .transform(Number),
  })
  .refine(inOrder.check, inOrder.says);
export type RowsPageAsked = z.infer<typeof RowsPageAsked>;

/** Something that was counted, by its reference. `counted` is 1, or a number of nights or days. */
export const RowShown = z.strictObject({
  kind: RowKind,
  reference: z.string(),
  cell: z.string(),
  on: Day,
  counted: z.int().min(0),
  pence: Pence.nullable(),
});
export type RowShown = z.infer<typeof RowShown>;

export const RowsPage = pageOf(RowShown);
export type RowsPage = z.infer<typeof RowsPage>;

/** A page of what a figure was counted from. */
export async function listReportRows(
  deps: Deps,
  call: Call<OfMeasure, unknown, RowsPageAsked>,
): Promise<Outcome<RowsPage>> {
  const found = await rowsOf(deps, call);
  if (!found.ok) return found;
  const start = Number(call.query.after ?? 0);
  const end = start + call.query.limit;
  return done({
    items: found.value.slice(start, end),
    next: end < found.value.length ? String(end) : null,
  });
}

/** Everything a figure was counted from, to take away. That it was taken is noted first. */
export async function exportReportRows(
  deps: Deps,
  call: Call<OfMeasure, unknown, RowsAsked>,
): Promise<Outcome<RowShown[]>> {
  const found = await rowsOf(deps, call);
  if (!found.ok) return found;
  const { table, newId } = deps.writing;
  const { programme, measure } = call.params;
  const taken = {
    partnership: recordsOf(deps, call).partnership,
    member: call.who.id,
    at: nowOf(deps),
    newId,
  };
  await logExport(table, { ...taken, what: `report.${programme}.${measure}` });
  return found;
}

type Asking = Call<OfMeasure, unknown, RowsAsked>;

async function rowsOf(deps: Deps, call: Asking): Promise<Outcome<RowShown[]>> {
  const barred = barredFrom(call.who.data, 'reports.rows', {});
  if (barred) return refuse(barred);
  const { params, query } = call;
  const model = deps.models.get(params.programme);
  const measure = model && measuresOf(model).find(({ code }) => code === params.measure);
  if (!model || !measure) return refuse('not-found');
  const asked = { model, from: query.from, to: query.to, now: nowOf(deps) };
  const needs = needsOf([measure]);
  const facts = await readReportFacts(deps.writing.table, recordsOf(deps, call), asked, needs);
  if (!isRun(facts)) return refuse('not-found');
  const { rows, lines } = measure.count(facts);
  return done(rowsOfFigure(rows, lines, query).toSorted(inPlace).map(shown));
}

function rowsOfFigure(
  rows: readonly MeasureRow[],
  lines: readonly MeasureLine[],
  { figure, part }: Pick<RowsAsked, 'figure' | 'part'>,
): readonly MeasureRow[] {
  if (figure === undefined) return rows;
  const line = lines.find((one) => one.code === figure);
  const cells = new Set(part === 'of' ? line?.of : line?.cells);
  return rows.filter(({ cell }) => cells.has(cell));
}

const shown = ({ kind, reference, cell, on, counted, pence }: MeasureRow): RowShown => ({
  ...{ kind, reference, cell, on, counted, pence: pence ?? null },
});

/** By day, then by reference and cell: the same order every time. */
function inPlace(a: MeasureRow, b: MeasureRow): number {
  const [one, other] = [a, b].map(({ on, reference, cell }) => `${on} ${reference} ${cell}`);
  return (one ?? '') < (other ?? '') ? -1 : one === other ? 0 : 1;
}
