import { explain } from '../../../shared/matching/engine.ts';
import { roomKinds } from '../../../shared/matching/room-kinds.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { type FolderOptions, loadPlan, personNamed, roomNamed } from '../load.ts';
import { explanationWords } from '../words/explanation-words.ts';
import { roomKindWords } from '../words/room-kind-words.ts';

interface ExplainOptions extends FolderOptions {
  readonly person?: string | undefined;
  readonly room?: string | undefined;
  readonly roomsNeeded?: boolean | undefined;
}

export function explainCommand(folder: string, options: ExplainOptions, io: Io): ExitCode {
  const { person, room, roomsNeeded } = options;
  const asked = [person, room, roomsNeeded].filter((one) => one !== undefined);
  if (asked.length !== 1)
    throw new CliError(
      'Explain what?',
      'give --person or --room with a reference, or --rooms-needed, and one of them alone.',
      2,
    );
  const { facts, problem, plan } = loadPlan(folder, options, io);
  if (roomsNeeded) {
    const kinds = roomKinds(problem, plan);
    io.out(options.json ? JSON.stringify(kinds, null, 2) : roomKindWords(kinds).join('\n'));
    return 0;
  }
  const found = explain(
    problem,
    plan,
    person === undefined ? roomNamed(facts, room ?? '') : personNamed(facts, person),
  );
  if (!found) throw new CliError('There is nothing to explain.', 'check the reference.', 2);
  io.out(options.json ? JSON.stringify(found, null, 2) : explanationWords(problem, plan, found).join('\n'));
  return 0;
}
