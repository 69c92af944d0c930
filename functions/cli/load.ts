import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Day } from '../../shared/domain/day.ts';
import { PartnershipId, type PersonId, type RoomId } from '../../shared/domain/ids.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { readOutcodes } from '../../shared/files/outcodes.ts';
import { sayNote, sayProblem } from '../../shared/files/problems.ts';
import { readFolder } from '../../shared/files/read-folder.ts';
import { compile, type Facts, type Problem, plan } from '../../shared/matching/engine.ts';
import { currentPolicy } from '../../shared/matching/policy.ts';
import { serviceModels } from '../../shared/services/index.ts';
import { CliError, type Io } from './io.ts';

export interface FolderOptions {
  readonly on: Day;
  readonly partnership?: string | undefined;
  readonly json: boolean;
}

/** A folder read and planned. */
export interface Planned {
  readonly facts: Facts;
  readonly problem: Problem;
  readonly plan: Plan;
}

/** How many lines of problems are printed before the rest are only counted. */
const mostLines = 200;

/**
 * Reads a folder of CSV files.
 * @throws CliError when the folder cannot be read, or any row had to be left out: a plan that silently leaves somebody
 * out is worse than none
 */
export function loadFacts(folder: string, options: FolderOptions, io: Io): Facts {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CliError(
      `There is no folder "${folder}".`,
      'give the folder that holds homes.csv, rooms.csv and the others.',
      2,
    );
  const { facts, problems, notes } = readFolder(folder, {
    partnership: partnershipOf(folder, options),
    on: options.on,
    models: serviceModels(),
    outcodes: readOutcodes(),
  });
  for (const note of notes) io.err(`Note: ${sayNote(note)}`);
  for (const problem of problems.slice(0, mostLines)) io.err(sayProblem(problem));
  if (problems.length > mostLines) io.err(`and ${problems.length - mostLines} more`);
  const leftOut = problems.filter((problem) => problem.leftOut).length;
  if (leftOut > 0) {
    const cells = leftOut === 1 ? '1 problem above keeps a row' : `${leftOut} problems above keep rows`;
    throw new CliError(
      `Nothing was planned: ${cells} out of the plan.`,
      'put them right and run the command again; nothing else was lost.',
    );
  }
  return facts;
}

function partnershipOf(folder: string, { partnership }: FolderOptions): PartnershipId {
  const given = PartnershipId.safeParse(partnership ?? basename(resolve(folder)));
  if (given.success) return given.data;
  if (partnership === undefined) return PartnershipId.parse('partnership');
  throw new CliError(
    `"${partnership}" is not a reference.`,
    'use letters, digits, dots, dashes and underscores.',
    2,
  );
}

/** Reads a folder and plans it, drawing progress where somebody is watching. */
export function loadPlan(folder: string, options: FolderOptions, io: Io): Planned {
  const facts = loadFacts(folder, options, io);
  try {
    const problem = compile(facts, currentPolicy, serviceModels(), options.on);
    return { facts, problem, plan: withProgress('Planning', io, (tick) => plan(problem, tick)) };
  } catch (error) {
    if (error instanceof RangeError)
      throw new CliError(error.message, 'plan for another day, or correct the figures named.');
    throw error;
  }
}

/** Runs some work under a progress bar on standard error; draws nothing where nobody is watching. */
export function withProgress<T>(
  label: string,
  io: Io,
  work: (tick: (done: number, all: number) => void) => T,
): T {
  if (!io.progress) return work(() => undefined);
  const bar = new SingleBar({
    format: `${label} {bar} {value} of {total}`,
    clearOnComplete: true,
    hideCursor: true,
  });
  let started = false;
  try {
    return work((done, all) => {
      if (!started) bar.start(all, 0);
      started = true;
      bar.update(done);
    });
  } finally {
    if (started) bar.stop();
  }
}

/** @throws CliError when nobody in the facts has this reference */
export function personNamed(facts: Facts, reference: string): PersonId {
  const found = facts.people.find((person) => person.id === reference);
  if (!found)
    throw new CliError(
      `people.csv has no person "${reference}".`,
      'use a sourceReference from people.csv.',
      2,
    );
  return found.id;
}

/** @throws CliError when no room in the facts has this reference */
export function roomNamed(facts: Facts, reference: string): RoomId {
  const found = facts.rooms.find((room) => room.id === reference);
  if (!found)
    throw new CliError(`rooms.csv has no room "${reference}".`, 'use a sourceReference from rooms.csv.', 2);
  return found.id;
}

/** @throws CliError when the file is missing or is not JSON */
export function readJson(file: string): unknown {
  if (!existsSync(file))
    throw new CliError(`There is no file "${file}".`, 'give the path of a JSON file.', 2);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    throw new CliError(`${file} is not JSON: ${why}`, 'save it as JSON, in UTF-8.', 2);
  }
}
