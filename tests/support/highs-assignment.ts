import { createRequire } from 'node:module';
import type { Highs, default as Package } from 'highs';
import type { Graph } from '../../shared/matching/graph.ts';

// The package's types say it has a `default` where its builds are the function itself: an import would not type-check.
const load: typeof Package.default = createRequire(import.meta.url)('highs');
let loaded: Promise<Highs> | undefined;

/** HiGHS, a linear-programming solver that shares no code with ours; loaded once. */
export function highs(): Promise<Highs> {
  loaded ??= load();
  return loaded;
}

/** Which person and room may not be joined; own rooms count too. */
export type Barred = (person: number, room: number) => boolean;

/**
 * The largest total of an assignment, both lanes folded into one number: `high` × `unit` + `low`.
 * @returns null when some resident cannot have a room
 */
export function bestByHighs(
  solver: Highs,
  graph: Graph,
  unit: number,
  barred: Barred = () => false,
): number | null {
  const terms: string[] = [];
  const byPerson = Array.from({ length: graph.people }, (): string[] => []);
  const byRoom = Array.from({ length: graph.rooms }, (): string[] => []);
  const join = (p: number, r: number, weight: number) => {
    if (barred(p, r)) return;
    const name = `x_${p}_${r}`;
    terms.push(`${weight < 0 ? '-' : '+'} ${Math.abs(weight)} ${name}`);
    byPerson[p]!.push(name);
    byRoom[r]!.push(name);
  };
  for (let p = 0; p < graph.people; p++) {
    if (graph.home[p]! >= 0) join(p, graph.home[p]!, 0);
    for (let e = graph.start[p]!; e < graph.start[p + 1]!; e++)
      join(p, graph.room[e]!, graph.high[e]! * unit + graph.low[e]!);
  }
  if (byPerson.some((names, p) => names.length === 0 && graph.home[p]! >= 0)) return null;
  if (terms.length === 0) return 0;
  const rows = [
    ...byPerson.map((names, p) => row(names, graph.home[p]! >= 0 ? '=' : '<=')),
    ...byRoom.map((names) => row(names, '<=')),
  ];
  const lp = `Maximize\n obj: ${terms.join('\n ')}\nSubject To\n${rows.join('')}End\n`;
  const answer = solver.solve(lp);
  if (answer.Status === 'Infeasible') return null;
  if (answer.Status !== 'Optimal') throw new Error(`HiGHS says ${answer.Status} to\n${lp}`);
  return Math.round(answer.ObjectiveValue);
}

function row(names: readonly string[], relation: string): string {
  return names.length === 0 ? '' : ` ${names.join(' + ')} ${relation} 1\n`;
}
