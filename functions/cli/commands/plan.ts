import type { ExitCode, Io } from '../io.ts';
import { type FolderOptions, loadPlan } from '../load.ts';
import { planWords } from '../words/plan-words.ts';

export function planCommand(folder: string, options: FolderOptions, io: Io): ExitCode {
  const { problem, plan } = loadPlan(folder, options, io);
  io.out(options.json ? JSON.stringify(plan, null, 2) : planWords(problem, plan).join('\n'));
  return 0;
}
