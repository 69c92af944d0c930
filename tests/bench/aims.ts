import type { Report } from './report.ts';
import { type Aim, sayCount } from './table.ts';

/** How many times as fast as HiGHS the exact plan is to be, by size. */
const timesHighs = [
  { people: 1_000, times: 15 },
  { people: 20_000, times: 50 },
];

/** Most that 100,000 people may take, as a multiple of 20,000. */
const mostGrowth = 12;

/** What is asked of the engine, and what this run found. HiGHS counts by whichever of its methods is the faster. */
export function aimsOf(report: Report): Aim[] {
  const time = (line: string, people: number) => report.timeOf(line, people);
  const aim = (text: string, found: number, met: boolean): Aim => ({ aim: text, found, met });
  const besideHighs = timesHighs.flatMap(({ people, times }) =>
    ['', ', strict tiers'].map((tiers) => {
      const methods = ['HiGHS', 'HiGHS, interior point'].map((method) => time(method + tiers, people));
      const finished = methods.filter((ms) => !Number.isNaN(ms));
      const found =
        finished.length > 0 ? Math.min(...finished) / time(`Homeward${tiers}`, people) : Number.NaN;
      const objective = tiers || ', points';
      return aim(
        `at least ${times} times as fast as HiGHS, ${sayCount(people)} people${objective}`,
        found,
        found >= times,
      );
    }),
  );
  const besideMunkres = [1_000, 5_000, 20_000].map((people) => {
    const found = time('munkres', people) / time('Homeward', people);
    return aim(`faster than munkres, ${sayCount(people)} people`, found, found > 1);
  });
  const growth = ['points', 'strict tiers', 'tiers and waits'].map((objective) => {
    const line = objective === 'points' ? 'Homeward' : `Homeward, ${objective}`;
    const found = time(line, 100_000) / time(line, 20_000);
    return aim(
      `100,000 people in at most ${mostGrowth} times the time of 20,000, ${objective}`,
      found,
      found <= mostGrowth,
    );
  });
  const gaps = report.faults.length;
  return [
    ...besideHighs,
    ...besideMunkres,
    ...growth,
    aim('no gap without caps or clashes, and equal worth by all solvers: faults', gaps, gaps === 0),
  ];
}
