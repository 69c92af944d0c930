/** One figure of the bench. */
export interface Row {
  readonly people: number;
  readonly what: string;
  /** Milliseconds; null where the figure is no time, or nothing finished. */
  readonly ms: number | null;
  /** The figure as it is read. */
  readonly figure: string;
  /** What a reader must know of it: how many runs, what is left out. */
  readonly note: string;
}

/** Something the engine is to reach, and whether it does. */
export interface Aim {
  readonly aim: string;
  /** NaN where this run did not measure it. */
  readonly found: number;
  readonly met: boolean;
}

export function sayMs(ms: number): string {
  if (ms < 1) return `${(1_000 * ms).toFixed(0)} µs`;
  return ms < 10_000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

export const sayCount = (count: number): string => count.toLocaleString('en-GB');

/** How many times as long, as exactly as it is worth reading. */
export function sayTimes(ratio: number): string {
  if (Number.isInteger(ratio)) return sayCount(ratio);
  return ratio < 10 ? ratio.toFixed(1) : sayCount(Math.round(ratio));
}

const sayMet = ({ found, met }: Aim): string =>
  Number.isNaN(found) ? 'not measured' : met ? 'met' : 'missed';

/** The figures and the aims as Markdown. */
export function tableOf(about: readonly string[], rows: readonly Row[], aims: readonly Aim[]): string {
  return [
    ...about,
    '',
    '| people | what | figure | note |',
    '|---:|---|---:|---|',
    ...rows.map(
      ({ people, what, figure, note }) => `| ${sayCount(people)} | ${what} | ${figure} | ${note} |`,
    ),
    ...aimRows(aims),
    '',
  ].join('\n');
}

function aimRows(aims: readonly Aim[]): string[] {
  if (aims.length === 0) return [];
  const rows = aims.map((aim) => {
    const found = Number.isNaN(aim.found) ? '–' : sayTimes(aim.found);
    return `| ${aim.aim} | ${found} | ${sayMet(aim)} |`;
  });
  return ['', '| aim | found | |', '|---|---:|---|', ...rows];
}
