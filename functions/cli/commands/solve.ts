import { type NeutralPlan, readInstance, solveInstance } from '../../../shared/matching/neutral.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { readJson, withProgress } from '../load.ts';
import { count } from '../words/counting.ts';

interface SolveOptions {
  readonly objective: 'points' | 'tiers';
  readonly maxChain?: number | undefined;
  readonly json: boolean;
}

export function solveCommand(file: string, options: SolveOptions, io: Io): ExitCode {
  const read = readInstance(readJson(file));
  if (!read.ok) {
    for (const problem of read.problems) io.err(`${file}: ${problem}`);
    throw new CliError('Nothing was solved.', 'put right what is named above.', 2);
  }
  const plan = withProgress('Solving', io, (onProgress) =>
    solveInstance(read.value, { ...options, onProgress }),
  );
  io.out(options.json ? JSON.stringify(plan) : words(plan).join('\n'));
  return 0;
}

function words(plan: NeutralPlan): string[] {
  const longest = Math.max(0, ...plan.chains.map((chain) => chain.length));
  const room = new Map(plan.assignments);
  return [
    `${count(plan.assignments.length, 'person changes', 'people change')} rooms, in ${count(plan.chains.length, 'chain')} of up to ${count(longest, 'move')}.`,
    `Objective ${String(plan.objective)}, upper bound ${String(plan.upperBound)}, gap ${String(plan.gap)}. The proof holds.`,
    ...plan.chains.map(
      (chain) => `  ${chain.map((person) => `person ${person} to room ${room.get(person)}`).join(', then ')}`,
    ),
  ];
}
