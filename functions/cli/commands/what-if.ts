import { Policy } from '../../../shared/domain/policy.ts';
import { type Change, whatIf } from '../../../shared/matching/engine.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { type FolderOptions, loadProblem, personNamed, readJson, roomNamed, withProgress } from '../load.ts';
import { whatIfWords } from '../words/what-if-words.ts';

interface WhatIfOptions extends FolderOptions {
  readonly policy?: string | undefined;
  readonly moreRoomsLike?: readonly string[] | undefined;
  readonly withoutRoom?: readonly string[] | undefined;
  readonly morePeopleLike?: readonly string[] | undefined;
}

/** The most rooms or people supposed at once: more are a plan of their own. */
const mostSupposed = 50;

export function whatIfCommand(folder: string, options: WhatIfOptions, io: Io): ExitCode {
  const { policy, moreRoomsLike = [], withoutRoom = [], morePeopleLike = [] } = options;
  if (policy === undefined && moreRoomsLike.length + withoutRoom.length + morePeopleLike.length === 0)
    throw new CliError(
      'What should be different?',
      'give --policy, --more-rooms-like, --without-room or --more-people-like.',
      2,
    );
  const problem = loadProblem(folder, options, io);
  const { facts } = problem;
  const change: Change = {
    policy: policy === undefined ? undefined : readPolicy(policy),
    moreRooms: moreRoomsLike
      .map(likeness)
      .map(({ reference, count }) => ({ like: roomNamed(facts, reference), count })),
    withoutRooms: withoutRoom.map((reference) => roomNamed(facts, reference)),
    morePeople: morePeopleLike
      .map(likeness)
      .map(({ reference, count }) => ({ like: personNamed(facts, reference), count })),
  };
  try {
    const found = withProgress('Planning', io, (tick) => whatIf(problem, change, tick));
    io.out(options.json ? JSON.stringify(found, null, 2) : whatIfWords(found, problem.policy).join('\n'));
    return 0;
  } catch (error) {
    if (error instanceof RangeError)
      throw new CliError(error.message, 'name another room or person, or another day.');
    throw error;
  }
}

/** "R-07=3": three like R-07; "R-07": one. */
function likeness(text: string): { readonly reference: string; readonly count: number } {
  const [reference = '', many = '1'] = text.split('=');
  const count = Number(many);
  if (reference === '' || !Number.isInteger(count) || count < 1 || count > mostSupposed)
    throw new CliError(
      `"${text}" says neither what nor how many.`,
      `give a reference and 1 to ${mostSupposed}, such as R-07=3.`,
      2,
    );
  return { reference, count };
}

function readPolicy(file: string): Policy {
  const read = Policy.safeParse(readJson(file));
  if (read.success) return read.data;
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new CliError(
    `${file} is not a policy. ${faults.slice(0, 10).join('; ')}.`,
    'start from shared/matching/policy-2026-11.json and change what is to be different.',
    2,
  );
}
