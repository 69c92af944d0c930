import { isLettable } from '../../domain/room.ts';
import type { Row } from '../sheet.ts';
import type { Cells } from '../tables.ts';
import { about, grouped, overlapping, type Relation, residents } from './relation.ts';

const inStays = about('stays');

const nights = ({ cells }: Row<Cells['stays']>) => ({ from: cells.from, until: cells.departedOn });

/** Nobody lives in a room that is never let. */
export const staysInRoomsThatAreLet: Relation = ({ stays, rooms }) =>
  [...stays.rows.values()].flatMap((row) => {
    const room = rooms.rows.get(row.cells.room)?.cells;
    return !room || isLettable(room)
      ? []
      : [
          inStays(
            'wrong',
            row,
            'room',
            `is never let: its kind is ${room.kind}`,
            'use a room that is let, or correct its kind in rooms.csv',
          ),
        ];
  });

/** A room is one household's at a time. */
export const onePersonARoom: Relation = ({ stays }) =>
  [...grouped(stays.rows.values(), ({ cells }) => cells.room).values()].flatMap((rows) =>
    overlapping(rows, nights).map(([before, row]) =>
      inStays(
        'wrong',
        row,
        'room',
        `${before.cells.person} has this room on the same nights (row ${before.number})`,
        'give the day one of them left, or correct the room',
      ),
    ),
  );

/** A person sleeps in one room at a time. */
export const oneRoomAPerson: Relation = ({ stays }) =>
  [...grouped(stays.rows.values(), ({ cells }) => cells.person).values()].flatMap((rows) =>
    overlapping(rows, nights).map(([before, row]) =>
      inStays(
        'wrong',
        row,
        'person',
        `has room ${before.cells.room} on the same nights (row ${before.number})`,
        'give the day they left one of the two, or correct the person',
      ),
    ),
  );

/** A room out of service is slept in by nobody, unless its resident is in hospital meanwhile. */
export const nobodyInARoomOutOfService: Relation = (sheets, on) => {
  const living = residents(sheets);
  return [...sheets.outOfService.rows.values()].flatMap((row) => {
    const { from, to, room } = row.cells;
    const present = (living.get(room) ?? []).find(({ cells }) => cells.absentFrom === null);
    if (!present || from > on || (to !== null && to < on)) return [];
    const why = `is out of service today, and ${present.cells.person} lives there (stays.csv row ${present.number})`;
    return [about('outOfService')('breach', row, 'room', why, 'correct the days, or give the day they left')];
  });
};
