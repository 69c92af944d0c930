import {
  type NeutralInstance,
  type NeutralPlan,
  readInstance,
  solveInstance,
  TooLargeToAdd,
} from '../../../shared/matching/neutral.ts';
import { CliError, type ExitCode, type Io } from '../io.ts';
import { withProgress } from '../load.ts';
import { readJson } from '../read-json.ts';
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
  const plan = solved(file, read.value, options, io);
  io.out(options.json ? JSON.stringify(plan) : words(plan).join('\n'));
  return 0;
}

/** @throws CliError when the numbers together are too large to be added exactly */
function solved(file: string, instance: NeutralInstance, options: SolveOptions, io: Io): NeutralPlan {
  try {
    return withProgress('Solving', io, (onProgress) => solveInstance(instance, { ...options, onProgress }));
  } catch (fault) {
    if (!(fault instanceof TooLargeToAdd)) throw fault;
    throw new CliError(
      `${file}: ${largestOf(instance)} is the largest of points and waits that together, for so many people, are too large to be added exactly.`,
      'scale points or waits down, such as points out of 1,000 and waits in weeks.',
      2,
    );
  }
}

/** Where the largest number stands that is added up. */
function largestOf({ persons, edges }: NeutralInstance): string {
  let [path, largest] = ['edges', 0];
  const look = (value: number, where: string, i: number, end: string): void => {
    if (Math.abs(value) <= largest) return;
    [path, largest] = [`${where}[${i}]${end}`, Math.abs(value)];
  };
  edges.forEach(([, , points], i) => {
    look(points, 'edges', i, '[2]');
  });
  persons.forEach(({ wait }, i) => {
    look(wait, 'persons', i, '.wait');
  });
  return path;
}

/** What a better plan could still be worth, in words that cannot be read as a proof. */
function sayGap({ objective, upperBound, gap }: NeutralPlan): string {
  if ([gap].flat().every((one) => one === 0)) return 'Gap: none. No plan is worth more, and that is proved.';
  if (typeof objective === 'number' || typeof upperBound === 'number')
    return `Gap: up to ${count(Number(gap), 'more point', 'more points')}. A better plan may exist; none is worth more than the upper bound.`;
  const tier = objective.findIndex((one, i) => one !== upperBound[i]);
  const more = Number(upperBound[tier]) - Number(objective[tier]);
  const what =
    tier === 3
      ? `${count(more, 'more point', 'more points')}, with as many people in every tier`
      : `${count(more, 'more person', 'more people')} in tier ${tier}, whatever that costs in ${tier === 2 ? 'points' : 'later tiers and points'}`;
  return `Gap: up to ${what}. A better plan may exist; none goes beyond the upper bound.`;
}

function words(plan: NeutralPlan): string[] {
  const longest = Math.max(0, ...plan.chains.map((chain) => chain.length));
  const room = new Map(plan.assignments);
  return [
    `${count(plan.assignments.length, 'person changes', 'people change')} rooms, in ${count(plan.chains.length, 'chain')} of up to ${count(longest, 'move')}.`,
    `Objective ${String(plan.objective)}, upper bound ${String(plan.upperBound)}.`,
    sayGap(plan),
    ...plan.chains.map(
      (chain) => `  ${chain.map((person) => `person ${person} to room ${room.get(person)}`).join(', then ')}`,
    ),
  ];
}
