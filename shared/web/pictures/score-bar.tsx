import { scaleLinear } from 'd3-scale';
import { colours } from './colours.ts';
import { Picture, rounded } from './picture.tsx';

/** Units across a bar with its frame, and down. */
export const barSize = { width: 160, height: 16, frame: 1 } as const;

/** How far a bar reaches, in the picture's units. @param outOf most there could be; nothing at all gives no bar */
export function barLength(points: number, outOf: number): number {
  const inside = barSize.width - 2 * barSize.frame;
  return outOf <= 0 ? 0 : rounded(scaleLinear([0, outOf], [0, inside]).clamp(true)(points));
}

/** One part of a score as a bar; its number stands beside it as text. */
export function ScoreBar({
  id,
  label,
  points,
  outOf,
}: {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  readonly outOf: number;
}) {
  const { width, height, frame } = barSize;
  return (
    <Picture
      {...{ id, width, height }}
      class="app-bar"
      title={label}
      description={`A bar that is filled for ${points} of ${outOf} points.`}
    >
      <rect
        x={frame / 2}
        y={frame / 2}
        width={width - frame}
        height={height - frame}
        fill={colours.paper}
        stroke={colours.track}
        stroke-width={frame}
      />
      <rect
        x={frame}
        y={frame}
        width={barLength(points, outOf)}
        height={height - 2 * frame}
        fill={colours.mark}
      />
    </Picture>
  );
}
