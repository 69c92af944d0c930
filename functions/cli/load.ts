import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Day } from '../../shared/domain/day.ts';
import { PartnershipId, type PersonId, type RoomId } from '../../shared/domain/ids.ts';
import type { Plan } from '../../shared/domain/plan.ts';
import { readOutcodes } from '../../shared/files/outcodes.ts';
import { type BadCell, sayNote, sayProblem } from '../../shared/files/problems.ts';
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
 * @throws CliError when the folder cannot be read, or any row, column or file had to be left out: a plan that leaves
 * somebody out without a word is worse than none
 */
export function loadFacts(folder: string, options: FolderOptions, io: Io): Facts {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new CliError(
      `There is no folder "${folder}".`,
      'give the folder that holds homes.csv, rooms.csv and the others.',
      2,
    );
  const partnership = partnershipOf(folder, options);
  const { facts, problems, notes } = readFolder(folder, {
    partnership,
    on: options.on,
    models: serviceModels(),
    outcodes: readOutcodes(),
  });
  for (const note of notes) io.err(`Note: ${sayNote(note)}`);
  tellMissingRates(partnership, options.on, io);
  tellProblems(problems, io);
  return facts;
}

/** Rents above the Local Housing Allowance are paid by the person, so without it nobody knows what they would pay. */
function tellMissingRates(partnership: PartnershipId, on: Day, io: Io): void {
  const rates = currentPolicy.localHousingAllowance;
  if (rates.some((rate) => rate.partnership === partnership && rate.from <= on)) return;
  io.err(
    `Note: no Local Housing Allowance is on record for "${partnership}", so market rents count as unknown. Use --partnership to name another area.`,
  );
}

/** @throws CliError when a problem keeps something from being read; one that keeps nothing out is told and no more */
function tellProblems(problems: readonly BadCell[], io: Io): void {
  for (const problem of problems.slice(0, mostLines)) io.err(sayProblem(problem));
  if (problems.length > mostLines) io.err(`and ${problems.length - mostLines} more`);
  const stopping = problems.filter(({ leftOut }) => leftOut !== null).length;
  if (stopping === 0) return;
  const [count, them] = stopping === 1 ? ['1 problem keeps', 'it'] : [`${stopping} problems keep`, 'them'];
  throw new CliError(
    `Nothing was planned: ${count} a row, a column or a whole file from being read.`,
    `put ${them} right and run the command again; nothing else was lost.`,
  );
}

/** The partnership that was named, or the folder's name as a reference: small letters, with dashes for what it cannot hold. */
function partnershipOf(folder: string, { partnership }: FolderOptions): PartnershipId {
  const given = PartnershipId.safeParse(partnership ?? referenceOf(basename(resolve(folder))));
  if (given.success) return given.data;
  if (partnership === undefined) return PartnershipId.parse('partnership');
  throw new CliError(
    `"${partnership}" is not a reference.`,
    'use letters, digits, dots, dashes and underscores.',
    2,
  );
}

function referenceOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}

/** Reads a folder and plans it, drawing progress where somebody is watching. */
export function loadPlan(folder: string, options: FolderOptions, io: Io): Planned {
  const problem = loadProblem(folder, options, io);
  return { facts: problem.facts, problem, plan: withProgress('Planning', io, (tick) => plan(problem, tick)) };
}

/** Reads a folder and asks every rule of it. */
export function loadProblem(folder: string, options: FolderOptions, io: Io): Problem {
  const facts = loadFacts(folder, options, io);
  try {
    return compile(facts, currentPolicy, serviceModels(), options.on);
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
