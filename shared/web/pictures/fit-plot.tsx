import { colours } from './colours.ts';
import { Picture } from './picture.tsx';
import { type Mark, type PlotPoint, plotLayout, plotSize, type Tick } from './plot-layout.ts';
import { shapeOf } from './symbols.ts';

/** How well rooms fit, upwards, against how long they would have to be waited for, to the right. */
export function FitPlot({ rooms, outOf }: { readonly rooms: readonly PlotPoint[]; readonly outOf: number }) {
  const { marks, days, points } = plotLayout(rooms, outOf);
  const told = rooms.map(({ letter, points: got, waitDays }) =>
    waitDays === null
      ? `${letter}: ${got} points, and nobody knows from when.`
      : `${letter}: ${got} points after ${waitDays} days.`,
  );
  return (
    <Picture
      id="plot"
      title="Fit against wait"
      description={told.join(' ')}
      width={plotSize.width}
      height={plotSize.height}
    >
      <Axes days={days} points={points} />
      {marks.map((mark) => (
        <OneMark {...mark} key={mark.letter} />
      ))}
    </Picture>
  );
}

function OneMark({ at, letter, x, y }: Mark) {
  return (
    <>
      <path
        d={shapeOf(at)}
        transform={`translate(${x} ${y})`}
        fill={at === 0 ? colours.mark : colours.paper}
        stroke={colours.mark}
        stroke-width="2"
      />
      <text
        x={x}
        y={y < plotSize.top + 12 ? y + 22 : y - 10}
        font-size="13"
        font-weight="bold"
        text-anchor="middle"
        fill={colours.ink}
      >
        {letter}
      </text>
    </>
  );
}

function Axes({ days, points }: { readonly days: readonly Tick[]; readonly points: readonly Tick[] }) {
  const { width, height, left, right, top, bottom } = plotSize;
  const foot = height - bottom;
  return (
    <>
      <path
        d={`M${left} ${top}V${foot}H${width - right}`}
        fill="none"
        stroke={colours.track}
        stroke-width="1.5"
      />
      {days.map(({ value, place }) => (
        <text x={place} y={foot + 17} font-size="12" text-anchor="middle" fill={colours.quiet} key={value}>
          {value}
        </text>
      ))}
      {points.map(({ value, place }) => (
        <text x={left - 6} y={place + 4} font-size="12" text-anchor="end" fill={colours.quiet} key={value}>
          {value}
        </text>
      ))}
      <text
        x={(left + width - right) / 2}
        y={height - 8}
        font-size="13"
        text-anchor="middle"
        fill={colours.ink}
      >
        Days until the room is ready
      </text>
      <text
        x={12}
        y={(top + foot) / 2}
        font-size="13"
        text-anchor="middle"
        fill={colours.ink}
        transform={`rotate(-90 12 ${(top + foot) / 2})`}
      >
        Points
      </text>
    </>
  );
}
