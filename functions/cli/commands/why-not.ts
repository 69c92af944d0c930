import { whyNot } from '../../../shared/matching/engine.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { type FolderOptions, loadPlan, personNamed, roomNamed } from '../load.ts';
import { whyNotWords } from '../words/why-not-words.ts';

interface WhyNotOptions extends FolderOptions {
  readonly person: string;
  readonly room: string;
}

export function whyNotCommand(folder: string, options: WhyNotOptions, io: Io): ExitCode {
  const { facts, problem, plan } = loadPlan(folder, options, io);
  const found = whyNot(problem, plan, personNamed(facts, options.person), roomNamed(facts, options.room));
  if (!found)
    throw new CliError(
      `"${options.person}" has never asked for a place.`,
      'add a row for them to requests.csv.',
    );
  io.out(options.json ? JSON.stringify(found, null, 2) : whyNotWords(problem, found).join('\n'));
  return 0;
}
