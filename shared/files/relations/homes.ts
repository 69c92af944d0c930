import { sayDay } from '../../domain/day.ts';
import { isLettable } from '../../domain/room.ts';
import { mayBeUnread } from '../sheet.ts';
import { about, grouped, type Relation, residents, type Sheets } from './relation.ts';

const inHomes = about('homes');

/** A home that is let whole is one room to the product, and a home let by the room holds no such room. */
export const wholeHomesAreOneRoom: Relation = ({ homes, rooms }) => {
  const byHome = grouped(rooms.rows.values(), ({ cells }) => cells.home);
  return [...homes.rows].flatMap(([reference, row]) => {
    const lettable = (byHome.get(reference) ?? []).filter(({ cells }) => isLettable(cells));
    if (row.cells.letting === 'byRoom')
      return lettable
        .filter(({ cells }) => cells.kind === 'wholeHome')
        .map((room) =>
          about('rooms')(
            'wrong',
            room,
            'kind',
            `is wholeHome, and ${reference} is let by the room`,
            'write bedroom here, or whole as letting in homes.csv',
          ),
        );
    if (lettable.length === 1 || (lettable.length === 0 && mayBeUnread(rooms, { home: reference })))
      return [];
    const why = `is whole, and ${lettable.length === 0 ? 'no room' : `${lettable.length} rooms`} of it can be let`;
    return [
      inHomes(
        'wrong',
        row,
        'letting',
        why,
        'give it exactly one room of the kind wholeHome in rooms.csv, or write byRoom',
      ),
    ];
  });
};

/**
 * People and households of today against the licence. Children count; an expected baby does not sleep there yet.
 * @source Housing Act 2004 Part 2 (SOURCES.md 6)
 */
export const licencesCoverWhoLivesThere: Relation = (sheets) =>
  [...livingByHome(sheets)].flatMap(([reference, people]) => {
    const row = sheets.homes.rows.get(reference);
    if (!row) return [];
    const sizes = people.map((person) => {
      const cells = sheets.people.rows.get(person)?.cells;
      return cells ? cells.householdAdults + cells.householdChildren : 1;
    });
    const persons = sizes.reduce((sum, size) => sum + size, 0);
    const { licenceMaxPersons, licenceMaxHouseholds } = row.cells;
    const fix = 'check the licence, the household sizes in people.csv and who has left in stays.csv';
    return [
      ...(licenceMaxPersons !== null && licenceMaxPersons < persons
        ? [
            inHomes(
              'breach',
              row,
              'licenceMaxPersons',
              `is below the ${persons} people who live there today`,
              fix,
            ),
          ]
        : []),
      ...(licenceMaxHouseholds !== null && licenceMaxHouseholds < people.length
        ? [
            inHomes(
              'breach',
              row,
              'licenceMaxHouseholds',
              `is below the ${people.length} households who live there today`,
              fix,
            ),
          ]
        : []),
    ];
  });

/** Nobody lives on in a home after its lease. */
export const leasesOutlastResidents: Relation = (sheets, on) =>
  [...livingByHome(sheets)].flatMap(([reference, people]) => {
    const row = sheets.homes.rows.get(reference);
    const ends = row?.cells.leaseEndsOn ?? null;
    if (!row || ends === null || ends >= on) return [];
    const who = people.length === 1 ? '1 person still lives' : `${people.length} people still live`;
    return [
      inHomes(
        'breach',
        row,
        'leaseEndsOn',
        `was ${sayDay(ends)}, and ${who} there`,
        'give the new end of the lease, or the days they left in stays.csv',
      ),
    ];
  });

function livingByHome(sheets: Sheets): Map<string, string[]> {
  const living = new Map<string, string[]>();
  for (const [room, stays] of residents(sheets)) {
    const home = sheets.rooms.rows.get(room)?.cells.home;
    if (home !== undefined)
      living.set(home, [...(living.get(home) ?? []), ...stays.map(({ cells }) => cells.person)]);
  }
  return living;
}
