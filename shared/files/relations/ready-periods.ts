import { nearestCurrent, RetiredDelayReason } from '../../domain/discharge-codes.ts';
import { about, type Finding, grouped, overlapping, type Relation } from './relation.ts';

/** No day of a person's delay counts twice. */
export const delayDaysCountOnce: Relation = ({ readyPeriods, requests }) => {
  const ofPerson = grouped(
    readyPeriods.rows.values(),
    ({ cells }) => requests.rows.get(cells.request)?.cells.person ?? '',
  );
  return [...ofPerson.values()].flatMap((rows) =>
    overlapping(rows, ({ cells }) => ({ from: cells.readyOn, until: cells.endedOn })).map(([before, row]) =>
      about('readyPeriods')(
        'wrong',
        row,
        'readyOn',
        `lies in a period of the same person (row ${before.number})`,
        'end that period first, or keep one of the two',
      ),
    ),
  );
};

/** Reasons retired in 2017 are read from old records, and pointed out. */
export const retiredReasons: Relation = ({ readyPeriods }) =>
  [...readyPeriods.rows.values()].flatMap((row): Finding[] => {
    const { delayReason } = row.cells;
    const retired = RetiredDelayReason.safeParse(delayReason);
    if (!retired.success) return [];
    const nearest = nearestCurrent[retired.data];
    const why = `has the delay reason ${delayReason}, retired in 2017: it was read, and should be replaced by a current one${nearest === null ? '' : `, of which ${nearest} fits best`}`;
    return [{ sheet: 'readyPeriods', row, as: 'note', complaint: { column: 'delayReason', why, fix: '' } }];
  });
