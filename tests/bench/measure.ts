/** What one run took, and what it found, as text that two solvers of the same thing must agree on. */
export interface Run {
  readonly ms: number;
  readonly found: string;
  /** Milliseconds of making what the solver reads, which are not part of `ms`. */
  readonly prepared?: number | undefined;
}

/** The worth of a plan in both lanes, which together can be more than a double holds. */
export const sayWorth = ({ high, low }: { readonly high: number; readonly low: number }): string =>
  `${high}/${low}`;

/** Something that is run several times. */
export interface Runner {
  readonly name: string;
  /** How often it is run after the warm run; 0 runs it once only, cold, because it takes too long. */
  readonly turns: number;
  readonly run: () => Run;
}

/** The runs of one runner together. */
export interface Measured {
  readonly name: string;
  /** The median. */
  readonly ms: number;
  readonly prepared: number | undefined;
  readonly found: string;
  /** How many runs the median is of. */
  readonly runs: number;
  /** Whether the one run was the first, which others leave out. */
  readonly cold: boolean;
}

export function timed<T>(run: () => T): { readonly ms: number; readonly value: T } {
  const began = performance.now();
  const value = run();
  return { ms: performance.now() - began, value };
}

/** @param share 0.5 for the median, 0.95 for the 95th percentile (nearest rank) */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/**
 * Runs everything in turns, so that a busy moment slows all alike, and takes medians.
 * @throws Error when a runner does not find the same each time
 */
export function inTurns(runners: readonly Runner[], onRun: (name: string) => void): Measured[] {
  const runs = new Map(runners.map(({ name }): [string, Run[]] => [name, []]));
  const mostTurns = Math.max(...runners.map(({ turns }) => turns));
  for (let turn = 0; turn <= mostTurns; turn++)
    for (const { name, turns, run } of runners) {
      if (turn > turns) continue;
      onRun(name);
      const one = run();
      const found = runs.get(name)![0]?.found ?? one.found;
      if (one.found !== found) throw new Error(`${name} finds ${one.found} after ${found}.`);
      runs.get(name)!.push(one);
    }
  return runners.map(({ name, turns }) => medianOf(name, runs.get(name)!, turns === 0));
}

function medianOf(name: string, all: readonly Run[], cold: boolean): Measured {
  const runs = cold ? all : all.slice(1);
  const prepared = runs.flatMap((run) => run.prepared ?? []);
  return {
    name,
    ms: quantile(
      runs.map(({ ms }) => ms),
      0.5,
    ),
    prepared: prepared.length > 0 ? quantile(prepared, 0.5) : undefined,
    found: runs[0]!.found,
    runs: runs.length,
    cold,
  };
}
