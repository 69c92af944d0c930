import type { Day } from '../../../domain/day.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import { isTakenOn, livedStays, proposedRequests, referrals } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

/** @source Step Together, Somerset: 569 people and more since launch (SOURCES.md 1) */
export const peopleEverSupported: Measure = {
  code: 'peopleEverSupported',
  words: 'People ever supported',
  counted:
    'Somebody counts once, from the first day they asked for a place in the programme and it said yes, or moved into one of its homes.',
  denominator: 'Everybody supported up to the last of these days.',
  unit: 'people',
  figure: 'sum',
  needs: ['requests', 'proposals', 'stays', 'homes'],
  count: (facts) => {
    const all = ['before', 'new'];
    return {
      rows: firstDays(facts),
      lines: [
        { code: 'ever', words: 'Ever supported', cells: all, of: null },
        { code: 'new', words: 'First supported on these days', cells: ['new'], of: all },
      ],
    };
  },
};

function firstDays(facts: ReportFacts): MeasureRow[] {
  const first = new Map<string, Day>();
  const from = (personId: string, on: Day): void => {
    const known = first.get(personId);
    if (on <= facts.to && (known === undefined || on < known)) first.set(personId, on);
  };
  const proposed = proposedRequests(facts);
  for (const file of referrals(facts))
    if (isTakenOn(file, proposed)) from(file.request.personId, file.request.queuedOn);
  for (const { stay } of livedStays(facts)) from(stay.personId, stay.from);
  return [...first].map(([personId, on]) => ({
    ...{ kind: 'person', reference: personId, on, counted: 1, personId },
    cell: on < facts.from ? 'before' : 'new',
  }));
}
