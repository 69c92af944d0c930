import { ageOn } from '../../domain/day.ts';
import { about, type Finding, type Relation } from './relation.ts';

/** One NHS number, one person, one reference. */
export const oneReferenceAPerson: Relation = ({ people }) => {
  const seen = new Map<string, { reference: string; number: number }>();
  return [...people.rows].flatMap(([reference, row]): Finding[] => {
    const { nhsNumber } = row.cells;
    if (nhsNumber === null) return [];
    const first = seen.get(nhsNumber);
    seen.set(nhsNumber, first ?? { reference, number: row.number });
    if (!first) return [];
    const why = `is the NHS number of ${first.reference} as well (row ${first.number})`;
    return [
      about('people')(
        'wrong',
        row,
        'nhsNumber',
        why,
        'if they are one person, keep one row and one reference; if not, correct the number',
      ),
    ];
  });
};

/** Somebody covers for a worker, and is not in the end covered for by the same worker. */
export const coverEndsSomewhere: Relation = ({ workers }) => {
  const settled = new Set<string>();
  const found: Finding[] = [];
  for (const start of workers.rows.keys()) {
    const path: string[] = [];
    let at: string | null = start;
    while (at !== null && !settled.has(at) && !path.includes(at)) {
      path.push(at);
      at = workers.rows.get(at)?.cells.coveredBy ?? null;
    }
    const circle = at === null || settled.has(at) ? [] : path.slice(path.indexOf(at));
    for (const each of path) settled.add(each);
    const [first] = circle
      .flatMap((reference) => workers.rows.get(reference) ?? [])
      .sort((a, b) => a.number - b.number);
    if (first) {
      const way = [...circle, circle[0]].join(' → ');
      found.push(
        about('workers')(
          'wrong',
          first,
          'coveredBy',
          `goes round in a circle: ${way}`,
          'leave it blank for one of them',
        ),
      );
    }
  }
  return found;
};

/**
 * Somebody of 18 is no longer an eligible or relevant child.
 * @source Children Act 1989, care leavers (SOURCES.md 17)
 */
export const careStatusesFitAges: Relation = ({ people }, on) =>
  [...people.rows.values()].flatMap((row): Finding[] => {
    const { careStatus, dateOfBirth } = row.cells;
    if ((careStatus !== 'eligible' && careStatus !== 'relevant') || ageOn(dateOfBirth, on) < 18) return [];
    const why = `has the care status ${careStatus}, which is for people of 16 and 17, and is older: most are formerRelevant from 18 on`;
    return [{ sheet: 'people', row, as: 'note', complaint: { column: 'careStatus', why, fix: '' } }];
  });
