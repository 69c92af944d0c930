import type { FileName } from './file-names.ts';
import { type Named, namedFiles, type Texts } from './named-files.ts';
import type { Note } from './problems.ts';
import { readSheet } from './read-sheet.ts';
import type { Sheets } from './relations/relation.ts';
import { badCell, emptySheet, type Findings, type Sheet } from './sheet.ts';
import type { Surroundings, Table } from './table.ts';
import type { Tables } from './tables.ts';

/** Reads every file by itself. */
export function readSheets(tables: Tables, texts: Texts, around: Surroundings, findings: Findings): Sheets {
  const named = namedFiles(texts);
  const absent: FileName[] = [];
  let foreign = 0;
  function read<Cells>(table: Table<Cells, unknown>): Sheet<Cells> {
    const content = named.contents.get(table.file);
    if (content === undefined) {
      if (!table.needed && !named.misnamed.has(table.file)) absent.push(table.file);
      return absentSheet(table, named, around, findings);
    }
    const sheet = readSheet(table, content, around, findings);
    if (sheet.foreignLineEnds) foreign++;
    return sheet;
  }
  const sheets = {
    homes: read(tables.homes),
    rooms: read(tables.rooms),
    outOfService: read(tables.outOfService),
    workers: read(tables.workers),
    people: read(tables.people),
    stays: read(tables.stays),
    vacancies: read(tables.vacancies),
    needs: read(tables.needs),
    readiness: read(tables.readiness),
    requests: read(tables.requests),
    readyPeriods: read(tables.readyPeriods),
    risks: read(tables.risks),
    exclusionZones: read(tables.exclusionZones),
    nonAssociations: read(tables.nonAssociations),
    bans: read(tables.bans),
    anchors: read(tables.anchors),
    preferences: read(tables.preferences),
  };
  findings.problems.push(...named.problems);
  findings.notes.unshift(...named.notes, ...folderNotes(absent, foreign));
  return sheets;
}

function absentSheet<Cells>(
  table: Table<Cells, unknown>,
  { misnamed }: Named,
  around: Surroundings,
  findings: Findings,
): Sheet<Cells> {
  const sheet = emptySheet(table, around);
  // What a file under another name holds is not known; it is reported under that name.
  sheet.complete = !table.needed && !misnamed.has(table.file);
  if (!table.needed || misnamed.has(table.file)) return sheet;
  const fix = 'add it, from the template; the column names alone say that there are no rows';
  findings.problems.push(badCell(table, null, { column: null, why: 'is missing', fix }, 'file'));
  return sheet;
}

function folderNotes(absent: readonly FileName[], foreign: number): Note[] {
  const notes: Note[] = [];
  if (absent.length > 0)
    notes.push({ file: null, row: null, text: `Not there, and taken to have no rows: ${absent.join(', ')}` });
  const files = foreign === 1 ? '1 file ends its' : `${foreign} files end their`;
  if (foreign > 0)
    notes.push({ file: null, row: null, text: `${files} lines the Windows way; read all the same` });
  return notes;
}
