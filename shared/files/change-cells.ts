import * as z from 'zod';
import { Rater } from '../domain/assessment.ts';
import type { FactChange, FactTable } from '../domain/explanation.ts';
import { HmoLicence } from '../domain/home.ts';
import { Pet } from '../domain/person.ts';
import type { FileName } from './file-names.ts';

/** A change of facts as somebody would make it in a spreadsheet. */
export interface CellChange {
  readonly action: FactChange['action'];
  readonly file: FileName;
  readonly sourceReference: string;
  /** New contents by column; empty when the row is to be removed. */
  readonly cells: Readonly<Record<string, string>>;
}

const fileOf: Readonly<Record<FactTable, FileName>> = {
  homes: 'homes.csv',
  rooms: 'rooms.csv',
  vacancies: 'vacancies.csv',
  people: 'people.csv',
  needs: 'needs.csv',
  readiness: 'readiness.csv',
  requests: 'requests.csv',
  risks: 'risks.csv',
  exclusionZones: 'exclusion-zones.csv',
  nonAssociations: 'non-associations.csv',
  bans: 'provider-bans.csv',
  preferences: 'preferences.csv',
  workers: 'workers.csv',
};

/** Where a change of facts would be made in the CSV files, and what would be written there. */
export function cellsOf({ action, table, id, fields }: FactChange): CellChange {
  const cells = Object.entries(fields).flatMap(([field, value]) => Object.entries(cell(field, value)));
  return { action, file: fileOf[table], sourceReference: id, cells: Object.fromEntries(cells) };
}

const referenceColumns: Readonly<Record<string, string>> = {
  personId: 'person',
  roomId: 'room',
  homeId: 'home',
};

function cell(field: string, value: unknown): Record<string, string> {
  if (field === 'licence') return licenceCells(HmoLicence.parse(value));
  if (field === 'scores') return scoreCells(value);
  if (field === 'rater') return { ratedBy: raterCell(Rater.parse(value)) };
  if (field === 'pets' && Array.isArray(value)) return { pets: petsCell(z.array(Pet).parse(value)) };
  if (field === 'canPayWeekly' && typeof value === 'number')
    return { canPayWeekly: (value / 100).toFixed(2) };
  return { [referenceColumns[field] ?? field]: text(value) };
}

function text(value: unknown): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(text).join(' | ') : String(value);
}

function licenceCells({
  status,
  maxPersons,
  maxHouseholds,
  expiresOn,
  exemptionBasis,
}: HmoLicence): Record<string, string> {
  return {
    licenceStatus: status,
    licenceMaxPersons: text(maxPersons),
    licenceMaxHouseholds: text(maxHouseholds),
    licenceExpiresOn: text(expiresOn),
    licenceExemptionBasis: text(exemptionBasis),
  };
}

function scoreCells(value: unknown): Record<string, string> {
  const scores = z.record(z.string(), z.int()).parse(value);
  return Object.fromEntries(Object.entries(scores).map(([domain, score]) => [domain, String(score)]));
}

const raterCell = (rater: Rater): string => (rater.kind === 'self' ? 'self' : rater.workerId);

function petsCell(pets: readonly Pet[]): string {
  return pets.length === 0
    ? 'none'
    : pets.map(({ kind, assistance }) => (assistance ? `assistance ${kind}` : kind)).join(' | ');
}
