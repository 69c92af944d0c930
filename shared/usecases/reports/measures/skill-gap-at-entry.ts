import { entryOf } from '../../people/entry-of.ts';
import type { Measure, MeasureRow } from '../measure.ts';
import { isAskedFor, livedStays, referrals } from '../of-programme.ts';
import type { ReportFacts } from '../report-facts.ts';

/** @source Staying Connected, challenges: young people came without skills that places before should have taught (SOURCES.md 1) */
export const skillGapAtEntry: Measure = {
  code: 'skillGapAtEntry',
  words: 'Life skills missing on arrival',
  counted:
    'A person counts in each skill that a worker rated when they first rated them, on the days of the report. A skill is missing where that rating is below what the most independent stage asks for. It says what places before did not teach, and nothing of the person.',
  denominator: 'Everybody of the programme whose skill was rated then, skill by skill.',
  unit: 'people',
  figure: 'sum',
  needs: ['ratings', 'requests', 'proposals', 'stays', 'homes'],
  count: (facts) => ({
    rows: rowsOf(facts),
    lines: facts.model.readiness.domains.map(({ id, name }) => ({
      ...{ code: id, words: name, cells: [`${id}.missing`] },
      of: [`${id}.missing`, `${id}.there`],
    })),
  }),
};

function rowsOf(facts: ReportFacts): MeasureRow[] {
  const ours = new Set<string>([
    ...referrals(facts).map(({ request }) => request.personId),
    ...livedStays(facts).map(({ stay }) => stay.personId),
  ]);
  return facts.ratings.flatMap(({ personId, readiness }) => {
    const entry = ours.has(personId) ? entryOf(facts.model, readiness) : null;
    if (!entry || !isAskedFor(facts, entry.on)) return [];
    const missing = new Set(entry.previousPlacementSkillGaps.map(({ domain }) => domain));
    const unrated = new Set(entry.notRated);
    return facts.model.readiness.domains.flatMap(({ id }): MeasureRow[] =>
      unrated.has(id)
        ? []
        : [
            {
              ...{ kind: 'person', reference: personId, on: entry.on, counted: 1, personId },
              cell: `${id}.${missing.has(id) ? 'missing' : 'there'}`,
            },
          ],
    );
  });
}
