import { Assignment } from '../../shared/matching/assignment.ts';
import type { Graph } from '../../shared/matching/graph.ts';
import { compareLanes } from '../../shared/matching/lanes.ts';
import { compileInstance } from '../../shared/matching/neutral.ts';
import { dice } from '../support/random-instance.ts';
import { town, townOf } from '../support/town.ts';
import { quantile, timed } from './measure.ts';
import type { Report } from './report.ts';
import { sayMs } from './table.ts';

const samples = 400;
const warmUp = 50;

/** One change at a time in a plan that is solved: another vacancy, and what putting somebody into a room would cost. */
export function changes(report: Report, people: number): void {
  for (const objective of ['points', 'tiers'] as const) {
    const { graph } = compileInstance(town(townOf(people), 7), { objective });
    const best = Assignment.solve(graph);
    report.doing(`changes in a plan of ${people}, ${objective}`);
    tellTimes(
      report,
      people,
      `one more vacancy in a solved plan, ${objective}`,
      vacancies(report, best, graph),
    );
    tellTimes(
      report,
      people,
      `what a pair costs the plan (why not), ${objective}`,
      regrets(report, best, graph),
    );
  }
}

function tellTimes(report: Report, people: number, what: string, all: readonly number[]): void {
  const times = all.slice(warmUp);
  const [middle, late] = [quantile(times, 0.5), quantile(times, 0.95)];
  const figure = `${sayMs(middle)}, p95 ${sayMs(late)}`;
  report.tell(people, what, { ms: middle, figure, note: `median and 95th percentile of ${times.length}` });
}

/** Closes a vacancy in a copy, then times its coming back. */
function vacancies(report: Report, best: Assignment, graph: Graph): number[] {
  const homes = new Set(graph.home);
  const vacant = Array.from({ length: graph.rooms }, (_, room) => room).filter((room) => !homes.has(room));
  const { below } = dice(7);
  return Array.from({ length: samples }, () => {
    const room = vacant[below(vacant.length)]!;
    const plan = best.clone();
    if (!plan.removeRoom(room))
      throw new Error(`A resident loses their room when vacancy ${room} is closed.`);
    const { ms } = timed(() => plan.insertRoom(room));
    if (compareLanes(plan.value(), best.value()) !== 0)
      report.faults.push(`vacancy ${room} comes back and the plan is worth something else`);
    return ms;
  });
}

/** A copy of the plan without somebody and a room they could have: what that loses is the price of putting them there. */
function regrets(report: Report, best: Assignment, graph: Graph): number[] {
  const { below } = dice(8);
  const times: number[] = [];
  while (times.length < samples) {
    const person = below(graph.people);
    const [from, to] = [graph.start[person]!, graph.start[person + 1]!];
    if (from === to) continue;
    const edge = from + below(to - from);
    const { ms, value: without } = timed(() => {
      const plan = best.clone();
      plan.removePerson(person);
      return plan.removeRoom(graph.room[edge]!) ? plan : null;
    });
    times.push(ms);
    if (without === null) continue;
    const { high, low } = without.value();
    if (compareLanes({ high: high + graph.high[edge]!, low: low + graph.low[edge]! }, best.value()) > 0)
      report.faults.push(
        `the plan with person ${person} in room ${graph.room[edge]} is worth more than the best`,
      );
  }
  return times;
}
