import { SingleBar } from 'cli-progress';
import { type Row, sayMs } from './table.ts';

/** What a row says beside what and of how many. */
interface Said {
  readonly ms?: number;
  readonly figure?: string;
  readonly note?: string;
}

/** Gathers the figures, times and faults of a run, and shows how far it is where somebody watches. */
export class Report {
  readonly rows: Row[] = [];
  /** What differs between solvers, and gaps where there must be none. */
  readonly faults: string[] = [];
  /** Lines of the chart: by solver, its times by size. */
  readonly lines = new Map<string, { people: number; ms: number }[]>();
  readonly #bar: SingleBar | null;

  /** @param parts how many parts the run has */
  constructor(parts: number) {
    this.#bar = process.stderr.isTTY
      ? new SingleBar({ format: '{bar} part {value} of {total}, {doing}', clearOnComplete: true })
      : null;
    this.#bar?.start(parts, 0, { doing: 'starting' });
  }

  doing(what: string): void {
    this.#bar?.update({ doing: what });
  }

  partDone(): void {
    this.#bar?.increment();
  }

  stop(): void {
    this.#bar?.stop();
  }

  tell(people: number, what: string, { ms, figure, note = '' }: Said): void {
    const row = { people, what, ms: ms ?? null, figure: figure ?? sayMs(ms ?? Number.NaN), note };
    this.rows.push(row);
    if (!this.#bar) process.stderr.write(`${people}: ${what}: ${row.figure} ${note}\n`);
  }

  draw(line: string, people: number, ms: number): void {
    this.lines.set(line, [...(this.lines.get(line) ?? []), { people, ms }]);
  }

  /** @returns the time of a line of the chart at a size, or NaN */
  timeOf(line: string, people: number): number {
    return this.lines.get(line)?.find((one) => one.people === people)?.ms ?? Number.NaN;
  }
}
