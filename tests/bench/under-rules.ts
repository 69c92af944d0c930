import { type NeutralOptions, type NeutralPlan, solveInstance } from '../../shared/matching/neutral.ts';
import { town, townOf } from '../support/town.ts';
import { quantile, timed } from './measure.ts';
import type { Report } from './report.ts';

const turns = 3;

/** Plans that may leave a gap: people who clash kept apart, and chains of a few moves at most; with the usual budget. */
export function underRules(report: Report, sizes: { readonly clash: number; readonly cap: number }): void {
  const clashing = town({ ...townOf(sizes.clash), clashChance: 0.05 }, 7);
  report.doing('clashes');
  measure(report, sizes.clash, 'people who clash kept apart, points', () =>
    solveInstance(clashing, { objective: 'points' }),
  );
  const instance = town(townOf(sizes.cap), 7);
  for (const maxChain of [2, 3, 4]) {
    const options: NeutralOptions = { objective: 'points', maxChain };
    report.doing(`chains of ${maxChain}`);
    measure(report, sizes.cap, `chains of at most ${maxChain} moves, points`, () =>
      solveInstance(instance, options),
    );
  }
}

function measure(report: Report, people: number, what: string, solve: () => NeutralPlan): void {
  const runs = Array.from({ length: turns + 1 }, () => timed(solve)).slice(1);
  const ms = quantile(
    runs.map((run) => run.ms),
    0.5,
  );
  const { gap, objective } = runs[0]!.value;
  if (Number(gap) < 0) report.faults.push(`${what}: the plan is worth more than its bound`);
  const share = (100 * Number(gap)) / Math.max(1, Number(objective));
  report.tell(people, what, { ms, note: `gap ${share.toFixed(3)}%; median of ${turns}` });
}
