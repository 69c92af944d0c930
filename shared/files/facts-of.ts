import type { PartnershipId } from '../domain/ids.ts';
import type { Facts } from '../matching/facts.ts';
import type { Sheets } from './relations/relation.ts';
import { badCell, type Findings, leaveOut, type Sheet } from './sheet.ts';
import type { Surroundings, Table } from './table.ts';
import type { Tables } from './tables.ts';

/** Makes facts of the rows that are left. A row that still makes none is reported and left out. */
export function factsOf(
  partnership: PartnershipId,
  tables: Tables,
  sheets: Sheets,
  around: Surroundings,
  findings: Findings,
): Facts {
  const from = <Cells, Entity>(table: Table<Cells, Entity>, sheet: Sheet<Cells>) =>
    entitiesOf(table, sheet, around, findings);
  return {
    partnership,
    homes: from(tables.homes, sheets.homes),
    rooms: from(tables.rooms, sheets.rooms),
    outOfService: from(tables.outOfService, sheets.outOfService),
    workers: from(tables.workers, sheets.workers),
    people: from(tables.people, sheets.people),
    stays: from(tables.stays, sheets.stays),
    vacancies: from(tables.vacancies, sheets.vacancies),
    needs: from(tables.needs, sheets.needs),
    readiness: from(tables.readiness, sheets.readiness),
    requests: from(tables.requests, sheets.requests),
    readyPeriods: from(tables.readyPeriods, sheets.readyPeriods),
    risks: from(tables.risks, sheets.risks),
    exclusionZones: from(tables.exclusionZones, sheets.exclusionZones),
    nonAssociations: from(tables.nonAssociations, sheets.nonAssociations),
    bans: from(tables.bans, sheets.bans),
    // Files tell where things stand, not what was proposed on the way.
    declined: [],
    anchors: from(tables.anchors, sheets.anchors),
    preferences: from(tables.preferences, sheets.preferences),
  };
}

function entitiesOf<Cells, Entity>(
  table: Table<Cells, Entity>,
  sheet: Sheet<Cells>,
  around: Surroundings,
  findings: Findings,
): Entity[] {
  const entities: Entity[] = [];
  for (const [reference, row] of sheet.rows) {
    const made = table.toEntity(row.cells, around);
    if (made.ok) entities.push(made.value);
    else {
      findings.problems.push(...made.complaints.map((each) => badCell(table, row, each, 'row')));
      leaveOut(sheet, reference);
    }
  }
  return entities;
}
