import { type Change, whatIf } from '../../../shared/matching/engine.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { type FolderOptions, loadProblem, personNamed, roomNamed, withProgress } from '../load.ts';
import { readPolicy } from '../read-json.ts';
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
    policy: policy === undefined ? undefined : readPolicy(policy, io),
    moreRooms: likenesses(moreRoomsLike).map(({ reference, count }) => ({
      like: roomNamed(facts, reference),
      count,
    })),
    withoutRooms: withoutRoom.map((reference) => roomNamed(facts, reference)),
    morePeople: likenesses(morePeopleLike).map(({ reference, count }) => ({
      like: personNamed(facts, reference),
      count,
    })),
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

interface Likeness {
  readonly reference: string;
  readonly count: number;
}

/** What one option supposes, however often it is given. */
function likenesses(texts: readonly string[]): Likeness[] {
  const read = texts.map(likeness);
  const all = read.reduce((sum, { count }) => sum + count, 0);
  if (all > mostSupposed)
    throw new CliError(
      `${all} at once are too many to suppose.`,
      `suppose ${mostSupposed} at most, all of one option together.`,
      2,
    );
  return read;
}

/** "R-07=3": three like R-07; "R-07": one. */
function likeness(text: string): Likeness {
  const [reference = '', many = '1', ...rest] = text.split('=');
  const count = /^\d+$/.test(many) && rest.length === 0 ? Number(many) : 0;
  if (reference === '' || count < 1 || count > mostSupposed)
    throw new CliError(
      `"${text}" says neither what nor how many.`,
      `give a reference and 1 to ${mostSupposed}, such as R-07=3.`,
      2,
    );
  return { reference, count };
}
