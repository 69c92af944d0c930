import { lostDays } from '../../../domain/delay-days.ts';
import { type AnyDelayReason, anyDelayReasonCodes } from '../../../domain/discharge-codes.ts';
import type { RequestFile } from '../../../domain/files.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import { referrals } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

/** @source NHS data dictionary, mental health delayed discharge period (SOURCES.md 13) */
export const delayDays: Measure = {
  code: 'delayDays',
  words: 'Days lost while somebody was ready to leave hospital, by reason',
  counted:
    'Each calendar day in London on which somebody was ready to leave hospital and had not left counts once, for the reason given for that day. The day they left, or were not ready any more, does not count; nor does a day that is not over.',
  denominator: 'All days lost on these days.',
  unit: 'days',
  figure: 'sum',
  needs: ['requests'],
  count: (facts) => {
    const rows = referrals(facts).flatMap((file) => daysOf(facts, file));
    const found = new Set(rows.map(({ cell }) => cell));
    const reasons = anyDelayReasonCodes.filter(({ code }) => found.has(code));
    const all = reasons.map(({ code }) => code);
    return {
      rows,
      lines: [
        { code: 'all', words: 'All reasons', cells: all, of: null },
        ...reasons.map(({ code, label }) => ({ code, words: label, cells: [code], of: all })),
      ],
    };
  },
};

/** The days of one discharge: a row for each run of days with one reason. */
function daysOf({ from, until }: ReportFacts, { request, discharge }: RequestFile): MeasureRow[] {
  if (!discharge) return [];
  const days = lostDays(discharge.periods, until).filter(({ on }) => on >= from);
  const rows = new Map<AnyDelayReason, MeasureRow>();
  for (const { on, delayReason } of days) {
    const row = rows.get(delayReason);
    rows.set(delayReason, {
      ...{ kind: 'request', reference: request.id, cell: delayReason, personId: request.personId },
      ...{ on: row?.on ?? on, counted: (row?.counted ?? 0) + 1 },
    });
  }
  return [...rows.values()];
}
