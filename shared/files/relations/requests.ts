import { sayDay } from '../../domain/day.ts';
import { mayBeUnread, type Row } from '../sheet.ts';
import type { Cells } from '../tables.ts';
import { about, type Finding, grouped, isLive, type Relation } from './relation.ts';

const inRequests = about('requests');

/** Statuses in which nothing more is asked for. */
const OVER: readonly string[] = ['placed', 'closed', 'rejected', 'withdrawn', 'expired'];

const isOpen = ({ cells }: Row<Cells['requests']>) => !OVER.includes(cells.status);

/** A person asks for one place at a time. */
export const oneRequestAPerson: Relation = ({ requests }) => {
  const open = [...requests.rows.values()].filter(isOpen);
  return [...grouped(open, ({ cells }) => cells.person).values()].flatMap(([first, ...rest]) =>
    rest.map((row) =>
      inRequests(
        'wrong',
        row,
        'person',
        `has a request already (row ${first?.number})`,
        'close or withdraw one of the two',
      ),
    ),
  );
};

/** Somebody who moves on lives somewhere now. */
export const movingOnFromSomewhere: Relation = ({ requests, stays }) => {
  const living = new Set([...stays.rows.values()].filter(isLive).map(({ cells }) => cells.person));
  return [...requests.rows.values()].flatMap((row): Finding[] => {
    const { person, kind } = row.cells;
    if (kind !== 'moveOn' || !isOpen(row) || living.has(person)) return [];
    const found = inRequests(
      'wrong',
      row,
      'kind',
      `is moveOn, and ${person} lives in no room`,
      'add their stay to stays.csv, or write newPlace or discharge',
    );
    return [mayBeUnread(stays, { person }) ? { ...found, as: 'follows' } : found];
  });
};

/** A patient whose ready day nobody has recorded is in no delay the plan can see. */
export const dischargesHaveAReadyDay: Relation = ({ requests, readyPeriods }) => {
  const ready = new Set([...readyPeriods.rows.values()].map(({ cells }) => cells.request));
  return [...requests.rows].flatMap(([reference, row]): Finding[] => {
    if (row.cells.kind !== 'discharge' || !isOpen(row) || ready.has(reference)) return [];
    if (mayBeUnread(readyPeriods, { request: reference })) return [];
    const why = 'is a discharge without a row in ready-periods.csv: it does not count as delayed';
    return [{ sheet: 'requests', row, as: 'note', complaint: { column: null, why, fix: '' } }];
  });
};

/** A pause that should have ended keeps somebody out of every plan. */
export const pausesThatAreOver: Relation = ({ requests }, on) =>
  [...requests.rows.values()].flatMap((row): Finding[] => {
    const { status, pausedUntil } = row.cells;
    if (status !== 'paused' || pausedUntil === null || pausedUntil >= on) return [];
    const why = `was paused until ${sayDay(pausedUntil)} and still is: no plan looks at it`;
    return [{ sheet: 'requests', row, as: 'note', complaint: { column: 'pausedUntil', why, fix: '' } }];
  });
