import { scaleLinear } from 'd3-scale';
import { rounded } from './picture.tsx';

/** Units of the plot and what its axes keep free for words. */
export const plotSize = { width: 320, height: 240, left: 44, right: 18, top: 16, bottom: 44 } as const;

/** One room in the plot of fit against wait. */
export interface PlotPoint {
  readonly letter: string;
  readonly points: number;
  /** Days; null where nobody knows. */
  readonly waitDays: number | null;
}

export interface Mark {
  readonly at: number;
  readonly letter: string;
  readonly x: number;
  readonly y: number;
}

export interface Tick {
  readonly value: number;
  readonly place: number;
}

/** Where everything of the plot stands. What has no day is in the table alone. @param outOf most points there could be */
export function plotLayout(
  rooms: readonly PlotPoint[],
  outOf: number,
): { readonly marks: Mark[]; readonly days: Tick[]; readonly points: Tick[] } {
  const { width, height, left, right, top, bottom } = plotSize;
  const longest = Math.max(7, ...rooms.flatMap(({ waitDays }) => waitDays ?? []));
  const across = scaleLinear([0, longest], [left, width - right])
    .nice(4)
    .clamp(true);
  const down = scaleLinear([0, Math.max(1, outOf)], [height - bottom, top]).clamp(true);
  const marks = rooms.flatMap(({ letter, points, waitDays }, at) =>
    waitDays === null ? [] : [{ at, letter, x: rounded(across(waitDays)), y: rounded(down(points)) }],
  );
  const tick = (scale: (value: number) => number) => (value: number) => ({
    value,
    place: rounded(scale(value)),
  });
  return {
    marks: apart(marks),
    days: across.ticks(4).filter(Number.isInteger).map(tick(across)),
    points: down.ticks(4).map(tick(down)),
  };
}

/** Marks that would lie on each other stand side by side. */
function apart(marks: readonly Mark[]): Mark[] {
  const step = 13;
  return marks.map((mark, at) => {
    const before = marks.slice(0, at).filter(({ x, y }) => Math.hypot(x - mark.x, y - mark.y) < step).length;
    const most = plotSize.width - plotSize.right;
    const moved = mark.x + before * step;
    return { ...mark, x: rounded(moved <= most ? moved : mark.x - before * step) };
  });
}
