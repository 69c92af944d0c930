import {
  type NeutralInstance,
  type NeutralPlan,
  readInstance,
  solveInstance,
} from '../../../shared/matching/neutral.ts';
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
  const plan = solved(read.value, options, io);
  io.out(options.json ? JSON.stringify(plan) : words(plan).join('\n'));
  return 0;
}

/** @throws CliError when the numbers together are too large to be added exactly */
function solved(instance: NeutralInstance, options: SolveOptions, io: Io): NeutralPlan {
  try {
    return withProgress('Solving', io, (onProgress) => solveInstance(instance, { ...options, onProgress }));
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault;
    const [path, value] = largestOf(instance);
    throw new CliError(
      `Points and waits together are too large to be added exactly; ${path} is the largest, ${value}.`,
      'give them in a coarser measure, such as points out of 1,000 and waits in weeks.',
      2,
    );
  }
}

/** Where the largest number stands that is added up. */
function largestOf({ persons, edges }: NeutralInstance): [path: string, value: number] {
  let found: [string, number] = ['edges', 0];
  const look = (path: () => string, value: number): void => {
    if (Math.abs(value) > Math.abs(found[1])) found = [path(), value];
  };
  edges.forEach(([, , points], i) => {
    look(() => `edges[${i}][2]`, points);
  });
  persons.forEach(({ wait }, i) => {
    look(() => `persons[${i}].wait`, wait);
  });
  return found;
}

/** What a better plan could still be worth, in words that cannot be read as a proof. */
function sayGap({ objective, upperBound, gap }: NeutralPlan): string {
  if ([gap].flat().every((one) => one === 0)) return 'It is proved best: no plan is worth more.';
  if (typeof objective === 'number' || typeof upperBound === 'number')
    return `It is not proved best: a better plan could be worth up to ${String(gap)} points more, and no more than that.`;
  const tiers = ['tier 0', 'tier 1', 'tier 2', 'points'];
  const first = tiers.findIndex((_, i) => objective[i] !== upperBound[i]);
  const more = Number(upperBound[first]) - Number(objective[first]);
  const what = first === 3 ? `${more} points more` : `${more} more of ${tiers[first]}`;
  return `It is not proved best: a better plan could have up to ${what}, before anything after it counts.`;
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
