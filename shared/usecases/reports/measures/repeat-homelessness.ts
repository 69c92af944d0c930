import type { PreviousAccommodation } from '../../../domain/codes.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import { isAskedFor } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

/**
 * Where somebody sleeps who has no home: a direct-access hostel, bed and breakfast, other temporary accommodation, the
 * street, a refuge, a sofa. Assumes these of the codes.
 */
const homeless: ReadonlySet<PreviousAccommodation> = new Set(['7', '14', '18', '19', '21', '39']);

/** @source Step Together, Somerset: people repeatedly homeless, 2019 to 2022 (SOURCES.md 1) */
export const repeatHomelessness: Measure = {
  code: 'repeatHomelessness',
  words: 'Homeless again, year on year',
  counted:
    'Somebody counts in a year in which a request to the programme said that they had no home; they are homeless again where an earlier request of theirs, to any programme, said so too. Each person counts once a year.',
  denominator: 'Everybody whose request to the programme in the year said that they had no home.',
  unit: 'people',
  figure: 'sum',
  needs: ['requests'],
  count: (facts) => {
    const years = yearsOf(facts);
    return {
      rows: homelessRows(facts),
      lines: years.map((year) => ({
        ...{ code: year, words: `Homeless again in ${year}`, cells: [`${year}.again`] },
        of: [`${year}.again`, `${year}.first`],
      })),
    };
  },
};

function yearsOf({ from, to }: ReportFacts): string[] {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, at) => String(first + at));
}

function homelessRows(facts: ReportFacts): MeasureRow[] {
  const times = facts.requests
    .map(({ request }) => request)
    .filter(
      ({ accommodation, status }) =>
        status !== 'draft' && accommodation !== null && homeless.has(accommodation),
    )
    .toSorted((a, b) => (a.queuedOn < b.queuedOn || (a.queuedOn === b.queuedOn && a.id < b.id) ? -1 : 1));
  const known = new Set<string>();
  const rows = new Map<string, MeasureRow>();
  for (const { personId, queuedOn, serviceModel } of times) {
    const again = known.has(personId);
    known.add(personId);
    if (serviceModel !== facts.model.id || !isAskedFor(facts, queuedOn)) continue;
    const year = queuedOn.slice(0, 4);
    // Somebody who is homeless twice in a year is homeless again in it.
    rows.set(`${year} ${personId}`, {
      ...{ kind: 'person', reference: personId, on: queuedOn, counted: 1, personId },
      cell: `${year}.${again ? 'again' : 'first'}`,
    });
  }
  return [...rows.values()];
}
