import { scaleLinear } from 'd3-scale';
import { colours } from './colours.ts';
import { fitted, Picture, rounded } from './picture.tsx';

/** One bar: what it stands for, how far it reaches, and its number in words. */
export interface Bar {
  readonly words: string;
  readonly value: number;
  readonly told: string;
}

/** Units across the picture, and down for each bar: its words stand above it, its number after it. */
export const chartSize = { width: 320, row: 42, bar: 14, words: 14, numbers: 112, letters: 44 } as const;

/** How far each bar reaches, in units of the picture; the longest takes the room that numbers leave. */
export function barsAcross(values: readonly number[]): number[] {
  const { width, numbers } = chartSize;
  const across = scaleLinear([0, Math.max(1, ...values)], [0, width - numbers]);
  return values.map((value) => rounded(across(value)));
}

/** Figures as bars one under the other. Their table has every number, those kept back too. */
export function BarChart({ id, title, bars }: { id: string; title: string; bars: readonly Bar[] }) {
  const { width, row, bar, words, letters } = chartSize;
  const across = barsAcross(bars.map(({ value }) => value));
  return (
    <Picture
      {...{ id, title, width }}
      height={bars.length * row}
      description={bars.map((one) => `${one.words}: ${one.told}.`).join(' ')}
    >
      {bars.map((one, at) => (
        <g key={one.words} transform={`translate(0 ${at * row})`}>
          <text x="0" y={words} font-size="13" fill={colours.ink}>
            {fitted(one.words, letters)}
          </text>
          <rect x="0" y={words + 6} width={Math.max(1, across[at] ?? 0)} height={bar} fill={colours.mark} />
          <text x={(across[at] ?? 0) + 8} y={words + bar + 3} font-size="13" fill={colours.ink}>
            {one.told}
          </text>
        </g>
      ))}
    </Picture>
  );
}
