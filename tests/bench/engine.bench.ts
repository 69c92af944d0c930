import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Day } from '../../shared/domain/day.ts';
import { Assignment } from '../../shared/matching/assignment.ts';
import { certify } from '../../shared/matching/certificate.ts';
import { allRules, undatedRules } from '../../shared/matching/checks/rules.ts';
import { compile, plan } from '../../shared/matching/engine.ts';
import type { Graph } from '../../shared/matching/graph.ts';
import { Masks } from '../../shared/matching/masks.ts';
import { solveInstance } from '../../shared/matching/neutral.ts';
import { PointTables } from '../../shared/matching/point-tables.ts';
import { points as pointsOf } from '../../shared/matching/scores/score.ts';
import { bestByHighs, highs } from '../support/highs-assignment.ts';
import { demoCase } from '../support/naive/random-world.ts';
import { dice, graphOf } from '../support/random-instance.ts';
import { town, townOf } from '../support/town.ts';
import { chartOf, type Series } from './chart.ts';
import { bestByMunkres, bestByObjects, costTable, plainTown } from './rivals.ts';

/**
 * How long the engine takes, beside others on the same instances in the same run. Each figure is the median of several
 * runs, taken in turns, so that a busy moment slows all alike. Ends with 1 when two solvers disagree or a gap is left
 * where there must be none; never because of a time.
 */
const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    out: { type: 'string', default: 'tests/bench/results' },
  },
});

const seed = 7;
const rows: { readonly what: string; readonly people: number; readonly figure: string }[] = [];
const series = new Map<string, { people: number; ms: number }[]>();
const faults: string[] = [];

function tell(what: string, people: number, figure: string): void {
  rows.push({ what, people, figure });
  process.stderr.write(`${people.toLocaleString('en-GB')} people, ${what}: ${figure}\n`);
}

const sayMs = (ms: number): string =>
  ms < 1
    ? `${(1_000 * ms).toFixed(0)} µs`
    : ms < 10_000
      ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms`
      : `${(ms / 1_000).toFixed(1)} s`;

function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const began = performance.now();
  const value = run();
  return { ms: performance.now() - began, value };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

/** The median of each of some runs, taken in turns; the first turn is not counted where there are several. */
function inTurns(
  turns: number,
  runs: Readonly<Record<string, () => number>>,
): Record<string, { ms: number; value: number }> {
  const times = new Map<string, number[]>(Object.keys(runs).map((name) => [name, []]));
  const found: Record<string, { ms: number; value: number }> = {};
  for (let turn = 0; turn < turns; turn++) {
    for (const [name, run] of Object.entries(runs)) {
      const { ms, value } = timed(run);
      if (turn > 0 || turns === 1) times.get(name)!.push(ms);
      found[name] = { ms, value };
    }
  }
  for (const [name, all] of times) found[name] = { ...found[name]!, ms: quantile(all, 0.5) };
  return found;
}

function note(name: string, people: number, ms: number): void {
  series.set(name, [...(series.get(name) ?? []), { people, ms }]);
}

function solved(graph: Graph): number {
  const assignment = Assignment.solve(graph);
  const proof = certify(graph, assignment);
  if (!proof.certified) throw new Error(proof.why);
  return proof.value.low;
}

const timeOf = new Map<string, number>();

async function exactPlans(people: number): Promise<void> {
  const instance = town(townOf(people), seed);
  // Without waits, so that every solver adds up the same small whole numbers.
  const unwaited = { ...instance, persons: instance.persons.map((person) => ({ ...person, wait: 0 })) };
  const { graph } = graphOf(unwaited, 'points');
  const tiers = graphOf(instance, 'tiers').graph;
  const rivals: Record<string, () => number> = {};
  if (people <= 1_000) {
    const table = costTable(graph);
    rivals.munkres = () => bestByMunkres(table);
    rivals.objects = () => bestByObjects(plainTown(graph));
  }
  const ours = inTurns(people > 50_000 ? 3 : 7, { homeward: () => solved(graph), ...rivals });
  const placed = inTurns(people > 50_000 ? 3 : 7, { homeward: () => solved(tiers) });
  if (people > 1_000 && people <= (options.quick ? 1_000 : 5_000)) {
    const table = costTable(graph);
    ours.munkres = timed(() => bestByMunkres(table));
    ours.objects = timed(() => bestByObjects(plainTown(graph)));
  }
  if (people <= (options.quick ? 1_000 : 20_000)) {
    const solver = await highs();
    ours.HiGHS = timed(() => bestByHighs(solver, graph, 1) ?? Number.NaN);
  }
  const own = ours.homeward!;
  timeOf.set(`homeward ${people}`, own.ms);
  timeOf.set(`homeward tiers ${people}`, placed.homeward!.ms);
  tell('exact plan with chains, points', people, sayMs(own.ms));
  tell('exact plan with chains, strict tiers', people, sayMs(placed.homeward!.ms));
  note('Homeward', people, own.ms);
  note('Homeward, tiers', people, placed.homeward!.ms);
  for (const [name, { ms, value }] of Object.entries(ours)) {
    if (name === 'homeward') continue;
    timeOf.set(`${name} ${people}`, ms);
    tell(name, people, `${sayMs(ms)}, ${(ms / own.ms).toFixed(1)} times as long`);
    note(name, people, ms);
    if (value !== own.value) faults.push(`${name} finds ${value} at ${people} people, Homeward ${own.value}`);
  }
  const whole = inTurns(3, {
    whole: () => solveInstance(instance, { objective: 'tiers' }).assignments.length,
  });
  tell('from the instance as given to a certified plan, tiers', people, sayMs(whole.whole!.ms));
}

function onlineChanges(people: number): void {
  const { graph } = graphOf(town(townOf(people), seed), 'tiers');
  const best = Assignment.solve(graph);
  const { below } = dice(seed);
  const inserts: number[] = [];
  const regrets: number[] = [];
  for (let i = 0; i < 300; i++) {
    const room = below(graph.rooms);
    const person = below(graph.people);
    if (!graph.home.includes(room)) {
      const plan = best.clone();
      plan.removeRoom(room);
      inserts.push(timed(() => plan.insertRoom(room)).ms);
    }
    const edge = graph.start[person]!;
    if (edge === graph.start[person + 1]!) continue;
    const other = best.clone();
    regrets.push(
      timed(() => {
        other.removePerson(person);
        return other.removeRoom(graph.room[edge]!);
      }).ms,
    );
  }
  tell(
    'one more vacancy in a solved plan, median and 95th percentile',
    people,
    `${sayMs(quantile(inserts, 0.5))}, ${sayMs(quantile(inserts, 0.95))}`,
  );
  tell(
    'what a pair costs the plan (why not), median and 95th percentile',
    people,
    `${sayMs(quantile(regrets, 0.5))}, ${sayMs(quantile(regrets, 0.95))}`,
  );
}

function underRules(people: number, what: string, shape: { clashChance?: number; maxChain?: number }): void {
  const instance = town(
    { ...townOf(people), ...(shape.clashChance && { clashChance: shape.clashChance }) },
    seed,
  );
  const { ms, value } = timed(() =>
    solveInstance(instance, { objective: 'points', maxChain: shape.maxChain, nodeBudget: 200 }),
  );
  const share = (100 * Number(value.gap)) / Math.max(1, Number(value.objective));
  tell(what, people, `${sayMs(ms)}, gap ${share.toFixed(3)}%`);
}

function datedPlans(people: number): void {
  const { facts, policy, models, on } = demoCase({
    partnership: 'southampton',
    on: '2026-11-23',
    seed,
    people,
  });
  const { value: problem, ms } = timed(() => compile(facts, policy, models, Day.parse(on)));
  const { subjects, places, setting } = problem.pool;
  tell(
    `a dated partnership compiled: ${subjects.length} people who ask, ${places.length} rooms, ${problem.pairs.room.length} pairs`,
    people,
    sayMs(ms),
  );
  const into = new Uint32Array(problem.masks.everyRoom.length);
  const pruning = timed(() => {
    const masks = new Masks(undatedRules, subjects, places, setting);
    for (let person = 0; person < subjects.length; person++) masks.allowed(person, into);
  });
  const checks = subjects.length * places.length * undatedRules.length;
  tell('hard checks a second, by masks', people, `${(checks / pruning.ms / 1_000).toFixed(0)} million`);
  const tables = new PointTables(subjects, places, setting);
  const scoring = timed(() => {
    let sum = 0;
    for (let person = 0; person < subjects.length; person++)
      for (let room = 0; room < places.length; room++) sum += tables.points(person, room);
    return sum;
  });
  tell(
    'pairs scored a second, by tables',
    people,
    `${((subjects.length * places.length) / scoring.ms / 1_000).toFixed(1)} million`,
  );
  if (people <= 1_000) {
    const plain = timed(() => {
      let sum = 0;
      for (const s of subjects)
        for (const p of places) {
          if (allRules.every((rule) => rule.judge(s, p, setting, setting.on) === 'pass')) sum++;
          sum += pointsOf(s, p, setting);
        }
      return sum;
    });
    tell(
      'the same checks and points asked of every rule and term for every pair',
      people,
      `${sayMs(plain.ms)}, ${(plain.ms / (pruning.ms + scoring.ms)).toFixed(1)} times as long`,
    );
  }
  const planned = timed(() => plan(problem));
  tell(
    `its plan, ${planned.value.exact ? 'proved best' : 'with its gap published'}`,
    people,
    sayMs(planned.ms),
  );
}

const sizes = options.quick ? [1_000, 5_000] : [1_000, 5_000, 20_000, 100_000];
for (const people of sizes) await exactPlans(people);
onlineChanges(options.quick ? 5_000 : 20_000);
underRules(options.quick ? 5_000 : 20_000, 'people who clash kept apart', { clashChance: 0.05 });
for (const maxChain of [2, 3]) underRules(5_000, `chains of at most ${maxChain} moves`, { maxChain });
for (const people of options.quick ? [1_000] : [1_000, 5_000]) datedPlans(people);

const ratio = (a: string, b: string): number => (timeOf.get(a) ?? Number.NaN) / (timeOf.get(b) ?? Number.NaN);
const aims = [
  {
    aim: 'at least 15 times as fast as HiGHS at 1,000 people',
    found: ratio('HiGHS 1000', 'homeward 1000'),
    met: (found: number) => found >= 15,
  },
  {
    aim: 'at least 50 times as fast as HiGHS at 20,000 people',
    found: ratio('HiGHS 20000', 'homeward 20000'),
    met: (found: number) => found >= 50,
  },
  {
    aim: 'faster than munkres at 1,000 people',
    found: ratio('munkres 1000', 'homeward 1000'),
    met: (found: number) => found > 1,
  },
  {
    aim: 'faster than munkres at 5,000 people',
    found: ratio('munkres 5000', 'homeward 5000'),
    met: (found: number) => found > 1,
  },
  {
    aim: '100,000 people in at most 12 times the time of 20,000, points',
    found: ratio('homeward 100000', 'homeward 20000'),
    met: (found: number) => found <= 12,
  },
  {
    aim: '100,000 people in at most 12 times the time of 20,000, tiers',
    found: ratio('homeward tiers 100000', 'homeward tiers 20000'),
    met: (found: number) => found <= 12,
  },
].filter(({ found }) => !Number.isNaN(found));

const table = [
  `Node ${process.versions.node}, one thread of ${cpus().length} cores; medians, taken in turns in one run.`,
  '',
  '| people | what | figure |',
  '|---:|---|---|',
  ...rows.map(({ what, people, figure }) => `| ${people.toLocaleString('en-GB')} | ${what} | ${figure} |`),
  '',
  '| aim | found | |',
  '|---|---:|---|',
  ...aims.map(({ aim, found, met }) => `| ${aim} | ${found.toFixed(1)} | ${met(found) ? 'met' : 'missed'} |`),
  '',
].join('\n');
process.stdout.write(`${table}\n`);

const colours: Readonly<Record<string, string>> = {
  Homeward: '#00703c',
  'Homeward, tiers': '#1d70b8',
  HiGHS: '#d4351c',
  munkres: '#912b88',
  objects: '#594d00',
};
const lines = [...series].map(
  ([name, points]): Series => ({ name, colour: colours[name] ?? '#0b0c0c', points }),
);
mkdirSync(options.out, { recursive: true });
writeFileSync(join(options.out, 'engine.md'), table);
writeFileSync(
  join(options.out, 'engine.json'),
  `${JSON.stringify({ rows, aims: aims.map(({ aim, found, met }) => ({ aim, found, met: met(found) })), series: lines.map(({ name, points }) => ({ name, points })) }, null, 2)}\n`,
);
writeFileSync(
  join(options.out, 'engine-times.svg'),
  chartOf(
    lines,
    'Time for the exact plan with chains',
    lines
      .map(
        ({ name, points }) =>
          `${name}: ${points.map(({ people, ms }) => `${people} people in ${sayMs(ms)}`).join(', ')}.`,
      )
      .join(' '),
  ),
);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
