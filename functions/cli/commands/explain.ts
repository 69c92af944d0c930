import { explain } from '../../../shared/matching/engine.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { type FolderOptions, loadPlan, personNamed, roomNamed } from '../load.ts';
import { explanationWords } from '../words/explanation-words.ts';

interface ExplainOptions extends FolderOptions {
  readonly person?: string | undefined;
  readonly room?: string | undefined;
}

export function explainCommand(folder: string, options: ExplainOptions, io: Io): ExitCode {
  const { person, room } = options;
  if ((person === undefined) === (room === undefined))
    throw new CliError('Explain what?', 'give either --person or --room, with a reference.', 2);
  const { facts, problem, plan } = loadPlan(folder, options, io);
  const found = explain(
    problem,
    plan,
    person === undefined ? roomNamed(facts, room ?? '') : personNamed(facts, person),
  );
  if (!found) throw new CliError('There is nothing to explain.', 'check the reference.', 2);
  io.out(options.json ? JSON.stringify(found, null, 2) : explanationWords(problem, plan, found).join('\n'));
  return 0;
}
