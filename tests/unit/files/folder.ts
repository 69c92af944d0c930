import { Day } from '../../../shared/domain/day.ts';
import { type FileName, fileNames } from '../../../shared/files/file-names.ts';
import { readOutcodes } from '../../../shared/files/outcodes.ts';
import { sayNote, sayProblem } from '../../../shared/files/problems.ts';
import { readTables } from '../../../shared/files/read-tables.ts';
import type { TableText } from '../../../shared/files/table.ts';
import { tablesOf } from '../../../shared/files/tables.ts';
import { writeTables } from '../../../shared/files/write-tables.ts';
import { serviceModels } from '../../../shared/services/index.ts';

export const models = serviceModels();
export const on = Day.parse('2026-11-02');
export const tables: TableText[] = Object.values(tablesOf(models));

export type RowOfText = Record<string, string>;
export type Folder = Record<FileName, RowOfText[]>;

/** A row like the template's example, but for these cells. */
export function like(file: FileName, changes: RowOfText): RowOfText {
  const columns = tables.find((table) => table.file === file)!.columns;
  return { ...Object.fromEntries(columns.map(({ name, example }) => [name, example])), ...changes };
}

const ref = (sourceReference: string, rest: RowOfText = {}) => ({ sourceReference, ...rest });

/**
 * A shared home of four rooms (one of them the staff's) with two residents, an empty flat, two people in hospital.
 * Reading it gives no problem and no note.
 */
export function aFolder(): Folder {
  const person = (id: string, rest: RowOfText = {}) => like('people.csv', ref(id, rest));
  return {
    'homes.csv': [
      like('homes.csv', ref('H-1', { licenceMaxPersons: '3' })),
      like('homes.csv', ref('H-2', { name: 'Flat, the second', letting: 'whole', unitType: '1' })),
    ],
    'rooms.csv': [
      like('rooms.csv', ref('R-1', { home: 'H-1' })),
      like('rooms.csv', ref('R-2', { home: 'H-1' })),
      like('rooms.csv', ref('R-3', { home: 'H-1' })),
      like('rooms.csv', ref('R-staff', { home: 'H-1', kind: 'staffSleepIn' })),
      like('rooms.csv', ref('R-flat', { home: 'H-2', kind: 'wholeHome' })),
    ],
    'out-of-service.csv': [like('out-of-service.csv', ref('O-1', { room: 'R-3' }))],
    'workers.csv': [like('workers.csv', ref('W-1')), like('workers.csv', ref('W-2', { coveredBy: 'W-1' }))],
    'people.csv': [
      person('P-1', { primaryWorker: 'W-1', nhsNumber: '999 000 0018' }),
      person('P-2', { primaryWorker: 'W-1' }),
      person('P-3', { primaryWorker: '' }),
      person('P-4', { primaryWorker: 'W-2' }),
    ],
    'stays.csv': [
      like('stays.csv', ref('S-1', { room: 'R-1', person: 'P-1' })),
      like('stays.csv', ref('S-2', { room: 'R-2', person: 'P-2' })),
    ],
    'vacancies.csv': [
      like('vacancies.csv', ref('V-1', { room: 'R-2', status: 'noticeGiven' })),
      like('vacancies.csv', ref('V-2', { room: 'R-flat', status: 'open', from: '2026-11-02' })),
    ],
    'needs.csv': [
      like('needs.csv', ref('N-1', { person: 'P-1' })),
      like('needs.csv', ref('N-2', { person: 'P-3' })),
    ],
    'readiness.csv': [
      like('readiness.csv', ref('RD-1', { person: 'P-1', ratedBy: 'W-1' })),
      like('readiness.csv', ref('RD-2', { person: 'P-1', ratedBy: 'self' })),
    ],
    'requests.csv': [
      like('requests.csv', ref('Q-1', { person: 'P-1', kind: 'moveOn' })),
      like('requests.csv', ref('Q-2', { person: 'P-3', kind: 'discharge' })),
      like('requests.csv', ref('Q-3', { person: 'P-4', kind: 'newPlace' })),
    ],
    'ready-periods.csv': [
      like(
        'ready-periods.csv',
        ref('RP-1', { request: 'Q-2', endedOn: '2026-06-01', endReason: 'notReadyAgain' }),
      ),
      like('ready-periods.csv', ref('RP-2', { request: 'Q-2', readyOn: '2026-10-20' })),
    ],
    'risks.csv': [like('risks.csv', ref('K-1', { person: 'P-3' }))],
    'exclusion-zones.csv': [like('exclusion-zones.csv', ref('Z-1', { person: 'P-3' }))],
    'non-associations.csv': [
      like('non-associations.csv', ref('NA-1', { person: 'P-2', otherPerson: 'P-3' })),
    ],
    'provider-bans.csv': [like('provider-bans.csv', ref('BN-1', { person: 'P-3' }))],
    'anchors.csv': [like('anchors.csv', ref('A-1', { person: 'P-4' }))],
    'preferences.csv': [
      like('preferences.csv', ref('F-1', { person: 'P-4', about: 'home', value: 'H-2' })),
      like(
        'preferences.csv',
        ref('F-2', { person: 'P-4', about: 'area', value: 'SO15', wish: 'doesNotWant' }),
      ),
    ],
  };
}

/** The texts of a folder, some replaced; undefined takes a file away. */
export function texts(folder: Folder, replaced: Record<string, string | Uint8Array | undefined> = {}) {
  const written = new Map<string, string | Uint8Array>(writeTables(folder, models));
  for (const [file, content] of Object.entries(replaced))
    if (content === undefined) written.delete(file);
    else written.set(file, content);
  return written;
}

/** Reads, and says what was found as people would see it. */
export function read(content: ReadonlyMap<string, string | Uint8Array>) {
  const found = readTables(content, { partnership: 'southampton', on, models, outcodes: readOutcodes() });
  return { ...found, said: found.problems.map(sayProblem), noted: found.notes.map(sayNote) };
}

/** The folder with cells of one row changed; the row is known by its place, 0 being the first under the header. */
export function changed(file: FileName, at: number, cells: RowOfText): Folder {
  const folder = aFolder();
  return { ...folder, [file]: folder[file].map((row, i) => (i === at ? { ...row, ...cells } : row)) };
}

/** The folder with a row more. */
export function added(file: FileName, cells: RowOfText): Folder {
  const folder = aFolder();
  return { ...folder, [file]: [...folder[file], like(file, cells)] };
}

/** How many rows of each file became facts. */
export function counts(facts: ReturnType<typeof read>['facts']): Record<FileName, number> {
  const names = Object.keys(tablesOf(models));
  const sizes = fileNames.map((file, i) => {
    const list: unknown = Reflect.get(facts, names[i]!);
    return [file, Array.isArray(list) ? list.length : Number.NaN] as const;
  });
  return Object.fromEntries(sizes) as Record<FileName, number>;
}
