import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { aimsOf } from './aims.ts';
import { changes } from './changes.ts';
import { chartOf, type Series } from './chart.ts';
import { datedPlans } from './dated-plans.ts';
import { type Beside, exactPlans } from './exact-plans.ts';
import { Report } from './report.ts';
import { sayMs, tableOf } from './table.ts';
import { underRules } from './under-rules.ts';

/**
 * How long the engine takes, beside others on the same instances in the same run. Figures are medians of runs taken in
 * turns after a warm one, so that a busy moment slows all alike; where a solver takes too long it is run once and the
 * table says so. Ends with 1 when two solvers disagree or a gap is left where there must be none; never for a time.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'tests/bench/results' },
  },
});

const colours: Readonly<Record<string, string>> = {
  Homeward: '#00703c',
  'Homeward, strict tiers': '#1d70b8',
  HiGHS: '#d4351c',
  'HiGHS, interior point': '#5a6470',
  munkres: '#912b88',
  'plain objects': '#594d00',
};

const full: readonly (readonly [number, Beside])[] = [
  [1_000, { turns: 7, highs: 3, munkres: 3, munkresByPerson: 3, objects: 3 }],
  [5_000, { turns: 7, highs: 3, munkres: 3, munkresByPerson: 0, objects: 0 }],
  [20_000, { turns: 7, highs: 0, munkres: 0 }],
  [100_000, { turns: 3 }],
];
const quick: typeof full = [
  [1_000, { turns: 3, highs: 1, munkres: 1, munkresByPerson: 1, objects: 1 }],
  [5_000, { turns: 3, highs: 0, munkres: 0 }],
];

const sizes = options.quick ? quick : full;
const changing = options.quick ? 5_000 : 20_000;
const dated = options.quick ? [1_000] : [1_000, 5_000];
const report = new Report(sizes.length + 2 + dated.length);
try {
  // The tables of others fill the memory, so they come last.
  changes(report, changing);
  report.partDone();
  underRules(report, { clash: changing, cap: 5_000 });
  report.partDone();
  for (const people of dated) {
    datedPlans(report, people, people === 1_000);
    report.partDone();
  }
  for (const [people, beside] of sizes) {
    await exactPlans(report, people, beside);
    report.partDone();
  }
} finally {
  report.stop();
}

const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
const about = [
  `Node ${process.versions.node}; ${machine}; one thread. All in one run${options.quick ? ' (--quick)' : ''}.`,
  '',
  'Rooms for about a third of the people (a quarter at 100,000), a sixth of them vacant, 38 rooms that fit each person.',
  'Nobody has waited, so that all add up the same whole numbers, but where waits or the instance as given are named.',
  'All solvers of one objective found the same worth unless a fault is named below. "Times as long" compares solving',
  'alone: what a solver needs made for it first is told apart. HiGHS is the package `highs` (WebAssembly), given arrays.',
];
const aims = aimsOf(report);
const faults = report.faults.map((fault) => `FAULT: ${fault}`);
const table = `${tableOf(about, report.rows, aims)}${faults.length > 0 ? `\n${faults.join('\n\n')}\n` : ''}`;
process.stdout.write(`${table}\n`);

const lines = [...report.lines]
  .filter(([name]) => colours[name] !== undefined)
  .map(([name, points]): Series => ({ name, colour: colours[name]!, points }));
const description = lines
  .map(({ name, points }) => {
    const times = points.map(({ people, ms }) => `${people} people in ${sayMs(ms)}`);
    return `${name}: ${times.join(', ')}.`;
  })
  .join(' ');
const figures = {
  node: process.versions.node,
  machine,
  quick: options.quick,
  rows: report.rows,
  aims,
  faults,
};
mkdirSync(options.out, { recursive: true });
writeFileSync(join(options.out, 'engine.md'), table);
writeFileSync(join(options.out, 'engine.json'), `${JSON.stringify({ ...figures, lines }, null, 2)}\n`);
writeFileSync(
  join(options.out, 'engine-times.svg'),
  chartOf(lines, 'Time for the exact plan with chains', description),
);
process.exitCode = faults.length > 0 ? 1 : 0;
