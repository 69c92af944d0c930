import { Assignment } from '../../shared/matching/assignment.ts';
import { certify } from '../../shared/matching/certificate.ts';
import type { Graph } from '../../shared/matching/graph.ts';
import { compileInstance, type NeutralInstance, solveInstance } from '../../shared/matching/neutral.ts';
import type { Objective } from '../../shared/matching/objective.ts';
import { highs } from '../support/highs-assignment.ts';
import { town, townOf } from '../support/town.ts';
import { HIGHS_SECONDS, type HighsMethod, highsMethods, solveByHighs } from './highs-model.ts';
import { inTurns, type Measured, type Run, type Runner, sayWorth, timed } from './measure.ts';
import type { Report } from './report.ts';
import { bestByMunkres, bestByObjects, costsByPerson, costsByRoom, plainTown } from './rivals.ts';
import { sayMs, sayTimes } from './table.ts';

/** Which others are run at a size, and how often; left out where it would take minutes or more memory than there is. */
export interface Beside {
  readonly turns: number;
  readonly highs?: number | undefined;
  readonly munkres?: number | undefined;
  readonly munkresByPerson?: number | undefined;
  readonly objects?: number | undefined;
}

const highsName = (method: HighsMethod): string => (method === 'ipm' ? 'HiGHS, interior point' : 'HiGHS');

const solved = (graph: Graph): Run => {
  const { ms, value } = timed(() => certify(graph, Assignment.solve(graph)));
  if (!value.certified) throw new Error(value.why);
  return { ms, found: sayWorth(value.value) };
};

/** The exact plan with chains of one size by all solvers, and what comes before it. */
export async function exactPlans(report: Report, people: number, beside: Beside): Promise<void> {
  const given = town(townOf(people), 7);
  // Without waits, so that every solver adds up the same small whole numbers.
  const instance = { ...given, persons: given.persons.map((person) => ({ ...person, wait: 0 })) };
  const points = compileInstance(instance, { objective: 'points' }).graph;
  const tiers = compileInstance(instance, { objective: 'tiers' }).graph;
  const waits = compileInstance(given, { objective: 'tiers' });
  // More than all points of a plan: one placement outweighs them, as in the two lanes.
  const unit = points.rooms * (1 + points.low.reduce((most, low) => Math.max(most, low), 0));
  const solver = await highs();
  const byHighs = (graph: Graph, lane: number, method: HighsMethod) => () =>
    solveByHighs(solver, graph, lane, method) ?? { ms: Number.NaN, found: 'did not finish' };
  const { turns } = beside;
  const measured = inTurns(
    [
      { name: 'packed', turns, run: () => packed(instance) },
      { name: 'Homeward', turns, run: () => solved(points) },
      { name: 'Homeward, strict tiers', turns, run: () => solved(tiers) },
      { name: 'Homeward, tiers and waits', turns, run: () => solved(waits.graph) },
      ...wholes(report, given, turns),
      ...rivals(points, beside),
      ...highsMethods.flatMap((method) => [
        ...runnerOf(highsName(method), beside.highs, byHighs(points, 1, method)),
        ...runnerOf(`${highsName(method)}, strict tiers`, beside.highs, byHighs(tiers, unit, method)),
      ]),
    ],
    (name) => report.doing(`${name} at ${people}`),
  );
  tellExact(report, people, measured);
}

function packed(instance: NeutralInstance): Run {
  const { ms, value } = timed(() => compileInstance(instance, { objective: 'tiers' }));
  return { ms, found: String(value.graph.room.length) };
}

function wholes(report: Report, instance: NeutralInstance, turns: number): Runner[] {
  return (['points', 'tiers'] as const).map((objective: Objective) => ({
    name: `whole, ${objective}`,
    turns: Math.min(turns, 3),
    run: () => {
      const { ms, value } = timed(() => solveInstance(instance, { objective }));
      if ([value.gap].flat().some((gap) => gap !== 0))
        report.faults.push(`${instance.persons.length} people, ${objective}: a gap of ${value.gap} is left`);
      return { ms, found: JSON.stringify(value.objective) };
    },
  }));
}

function runnerOf(name: string, turns: number | undefined, run: () => Run): Runner[] {
  return turns === undefined ? [] : [{ name, turns, run }];
}

function rivals(graph: Graph, beside: Beside): Runner[] {
  const munkres = (tableOf: typeof costsByRoom) => () => {
    const { ms: prepared, value: costs } = timed(() => tableOf(graph));
    const { ms, value } = timed(() => bestByMunkres(costs));
    return { ms, prepared, found: sayWorth({ high: 0, low: value }) };
  };
  const objects = () => {
    const { ms: prepared, value: plain } = timed(() => plainTown(graph));
    const { ms, value } = timed(() => bestByObjects(plain));
    return { ms, prepared, found: sayWorth({ high: 0, low: value }) };
  };
  return [
    ...runnerOf('munkres', beside.munkres, munkres(costsByRoom)),
    ...runnerOf('munkres, a row a person', beside.munkresByPerson, munkres(costsByPerson)),
    ...runnerOf('plain objects', beside.objects, objects),
  ];
}

const sayRuns = ({ cold, runs }: Measured): string => (cold ? 'one cold run' : `median of ${runs}`);

const own: Readonly<Record<string, string>> = {
  packed: 'packing the instance into columns',
  Homeward: 'exact plan with chains and its proof, points',
  'Homeward, strict tiers': 'exact plan with chains and its proof, strict tiers',
  'Homeward, tiers and waits': 'the same, and the longest wait where points are equal',
  'whole, points': 'from the instance as given to a certified plan, points',
  'whole, tiers': 'from the instance as given to a certified plan, strict tiers',
};

function tellExact(report: Report, people: number, measured: readonly Measured[]): void {
  for (const one of measured) {
    const { name, ms, prepared, found } = one;
    const ours = own[name];
    const runsSaid = sayRuns(one);
    if (!Number.isNaN(ms) && !(name === 'packed' || name.startsWith('whole'))) report.draw(name, people, ms);
    if (ours) {
      report.tell(people, ours, { ms, note: runsSaid });
      continue;
    }
    const base = measured.find(
      (other) => other.name === (name.endsWith('tiers') ? 'Homeward, strict tiers' : 'Homeward'),
    )!;
    if (Number.isNaN(ms)) {
      report.tell(people, name, { figure: `did not finish in ${HIGHS_SECONDS} s` });
      continue;
    }
    if (found !== base.found)
      report.faults.push(`${people} people: ${name} finds ${found}, Homeward ${base.found}`);
    const note = `${sayTimes(ms / base.ms)} times as long; ${sayMs(prepared ?? 0)} more to make what it reads; ${runsSaid}`;
    report.tell(people, name, { ms, note });
  }
}
