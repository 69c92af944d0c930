import { existsSync, readFileSync } from 'node:fs';
import { Policy } from '../../shared/domain/policy.ts';
import { showable } from '../../shared/files/problems.ts';
import { faultOf, writePath } from '../../shared/matching/issue-words.ts';
import { CliError, type Io } from './io.ts';

/** How many faults of one file are told before the rest are only counted. */
const mostFaults = 50;

/** @throws CliError when the file is missing, cannot be read or is not JSON */
export function readJson(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The engine's own words quote the file, and nobody knows what is in it. The place stands at their very end.
    const [at] =
      (error instanceof Error && /position \d+(?: \(line \d+ column \d+\))?$/.exec(error.message)) || [];
    throw new CliError(`${file} is not JSON${at ? `: see ${at}` : ''}.`, 'save it as JSON, in UTF-8.', 2);
  }
}

function readText(file: string): string {
  if (!existsSync(file))
    throw new CliError(`There is no file "${file}".`, 'give the path of a JSON file.', 2);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? showable(error.message) : 'the system does not say why';
    throw new CliError(`${file} cannot be read: ${why}`, 'give a file that you may read.', 2);
  }
}

/** @throws CliError when the file cannot be read or is not a policy; what is wrong with it has been told, a line each */
export function readPolicy(file: string, io: Io): Policy {
  const value = readJson(file);
  const read = Policy.safeParse(value);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => faultOf(value, issue));
  const told = faults.slice(0, mostFaults);
  for (const { path, message } of told) io.err(`${file}: ${writePath(path, 'the file')}: ${message}`);
  if (faults.length > told.length) io.err(`${file}: and ${faults.length - told.length} more`);
  throw new CliError(
    `${file} is not a policy.`,
    'start from shared/matching/policy-2026-11.json and change what is to be different.',
    2,
  );
}
