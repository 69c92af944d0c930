import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Day } from '../../shared/domain/day.ts';
import type { Plan, Suggestion } from '../../shared/domain/plan.ts';
import { readOutcodes } from '../../shared/files/outcodes.ts';
import { type FactsRead, readTables } from '../../shared/files/read-tables.ts';
import { compile, type Facts, type Problem, plan } from '../../shared/matching/engine.ts';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { serviceModels } from '../../shared/services/index.ts';

/** The texts of a folder's CSV files, by name. */
export function csvFolder(folder: string): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

export function readOn(
  texts: ReadonlyMap<string, string>,
  on: string,
  partnership = 'southampton',
): FactsRead {
  return readTables(texts, {
    partnership,
    on: Day.parse(on),
    models: serviceModels(),
    outcodes: readOutcodes(),
  });
}

export interface Planned {
  readonly facts: Facts;
  readonly problem: Problem;
  readonly plan: Plan;
}

export function planFacts(facts: Facts, on: string, policy = currentPolicy): Planned {
  const problem = compile(facts, policy, serviceModels(), Day.parse(on));
  return { facts, problem, plan: plan(problem) };
}

/** Reads CSV texts, which must hold no problem, and plans them. */
export function planTexts(
  texts: ReadonlyMap<string, string>,
  on: string,
  partnership = 'southampton',
): Planned {
  const { facts, problems } = readOn(texts, on, partnership);
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
  return planFacts(facts, on);
}

/** A suggestion in the few words that tests speak of. */
export function inShort({ personId, roomId, fromRoomId, moveOn, points }: Suggestion) {
  return { person: personId, from: fromRoomId, to: roomId, on: moveOn, points };
}

/** The cells of one line of a CSV text; the fixtures hold no quoted cell. */
const cellsOf = (line: string): string[] => line.split(',');

/** The texts with some cells of one row changed. */
export function withCells(
  texts: ReadonlyMap<string, string>,
  file: string,
  reference: string,
  cells: Readonly<Record<string, string>>,
): Map<string, string> {
  const [header = '', ...rows] = (texts.get(file) ?? '').trimEnd().split('\n');
  const columns = cellsOf(header);
  if (!rows.some((row) => row.startsWith(`${reference},`)))
    throw new Error(`${file} has no row ${reference}`);
  const changed = rows.map((row) =>
    row.startsWith(`${reference},`)
      ? cellsOf(row)
          .map((cell, i) => cells[columns[i] ?? ''] ?? cell)
          .join(',')
      : row,
  );
  return new Map(texts).set(file, `${[header, ...changed].join('\n')}\n`);
}

/** The texts with one row more; columns that are not named stay blank. */
export function withRow(
  texts: ReadonlyMap<string, string>,
  file: string,
  cells: Readonly<Record<string, string>>,
): Map<string, string> {
  const text = (texts.get(file) ?? '').trimEnd();
  const columns = cellsOf(text.split('\n')[0] ?? '');
  const row = columns.map((column) => cells[column] ?? '').join(',');
  return new Map(texts).set(file, `${text}\n${row}\n`);
}

/** The texts without one row. */
export function withoutRow(
  texts: ReadonlyMap<string, string>,
  file: string,
  reference: string,
): Map<string, string> {
  const rows = (texts.get(file) ?? '').split('\n').filter((row) => !row.startsWith(`${reference},`));
  return new Map(texts).set(file, rows.join('\n'));
}
