import { sayDay } from '../../domain/day.ts';
import { isLettable } from '../../domain/room.ts';
import { mayBeUnread } from '../sheet.ts';
import { stillThere } from '../table.ts';
import { about, type Finding, grouped, type Relation, residents } from './relation.ts';

const inVacancies = about('vacancies');

/** Only a room that is let can be free. */
export const vacanciesOfRoomsThatAreLet: Relation = ({ vacancies, rooms }) =>
  [...vacancies.rows.values()].flatMap((row) => {
    const room = rooms.rows.get(row.cells.room)?.cells;
    return !room || isLettable(room)
      ? []
      : [
          inVacancies(
            'wrong',
            row,
            'room',
            `is never let: its kind is ${room.kind}`,
            'use a room that is let, or correct its kind in rooms.csv',
          ),
        ];
  });

/** A room has one vacancy at a time. */
export const oneVacancyARoom: Relation = ({ vacancies }) =>
  [...grouped(vacancies.rows.values(), ({ cells }) => cells.room).values()].flatMap(([first, ...rest]) =>
    rest.map((row) =>
      inVacancies(
        'wrong',
        row,
        'room',
        `has a vacancy already (row ${first?.number})`,
        'keep the one that is right',
      ),
    ),
  );

/** A room that somebody lives in is not open. Where the stay in it could not be read, that cannot be known. */
export const openRoomsAreEmpty: Relation = (sheets) => {
  const living = residents(sheets);
  return [...sheets.vacancies.rows.values()].flatMap((row): Finding[] => {
    const { room, status } = row.cells;
    if (status !== 'open') return [];
    const resident = living.get(room)?.[0];
    if (resident) {
      const why = `is open, and ${resident.cells.person} lives there (stays.csv row ${resident.number})`;
      return [
        inVacancies(
          'wrong',
          row,
          'status',
          why,
          'give departedOn in stays.csv, or write noticeGiven, leaseEnd or forecast',
        ),
      ];
    }
    if (!mayBeUnread(sheets.stays, { room, departedOn: '' })) return [];
    return [
      {
        sheet: 'vacancies',
        row,
        as: 'follows',
        complaint: { column: 'room', why: 'may be lived in', fix: '' },
      },
    ];
  });
};

/** A vacancy that is expected begins on the day its resident leaves, which has not passed. */
export const expectedVacanciesFollowStays: Relation = (sheets, on) => {
  const living = residents(sheets);
  return [...sheets.vacancies.rows.values()].flatMap((row): Finding[] => {
    const { room, status, from } = row.cells;
    const resident = living.get(room)?.[0];
    if (status === 'open' || !resident) return [];
    const { person, leavesOn } = resident.cells;
    if (leavesOn === null) {
      const complaint = stillThere('from', from, on);
      return complaint ? [{ sheet: 'vacancies', row, as: 'wrong', complaint }] : [];
    }
    if (leavesOn === from) return [];
    const why = `is ${sayDay(from)}, and ${person} leaves on ${sayDay(leavesOn)} (stays.csv row ${resident.number})`;
    return [inVacancies('wrong', row, 'from', why, 'write the day they leave in both files')];
  });
};
