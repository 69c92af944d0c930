import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';

/** One solver's times by size. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly people: number; readonly ms: number }[];
}

const width = 720;
const height = 420;
const lineHeight = 16;
const margin = { top: 44, right: 170, bottom: 48, left: 76 };

const sayTime = (ms: number): string => (ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`);

/** A chart of time against size, both by powers of ten, with each line's name at its end. */
export function chartOf(series: readonly Series[], title: string, description: string): string {
  const all = series.flatMap((one) => one.points);
  const x = scaleLog(
    [Math.min(...all.map((one) => one.people)), Math.max(...all.map((one) => one.people))],
    [margin.left, width - margin.right],
  );
  const y = scaleLog(
    [
      10 ** Math.floor(Math.log10(Math.min(...all.map((one) => one.ms)))),
      10 ** Math.ceil(Math.log10(Math.max(...all.map((one) => one.ms)))),
    ],
    [height - margin.bottom, margin.top],
  );
  const path = line<Series['points'][number]>(
    (one) => x(one.people),
    (one) => y(one.ms),
  );
  const labelAt = labelHeights(series, (one) => y(one.ms));
  const sizes = [...new Set(all.map((one) => one.people))].sort((a, b) => a - b);
  const times = y.ticks().filter((ms) => Number.isInteger(Math.log10(ms)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title about" font-family="sans-serif" font-size="13">`,
    `<title id="title">${title}</title><desc id="about">${description}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${margin.left}" y="24" font-size="15" font-weight="bold" fill="#0b0c0c">${title}</text>`,
    ...times.map(
      (ms) =>
        `<path d="M${margin.left} ${y(ms)}H${width - margin.right}" stroke="#d8dadc"/><text x="${margin.left - 8}" y="${y(ms) + 4}" text-anchor="end" fill="#0b0c0c">${sayTime(ms)}</text>`,
    ),
    ...sizes.map(
      (people) =>
        `<text x="${x(people)}" y="${height - margin.bottom + 20}" text-anchor="middle" fill="#0b0c0c">${people.toLocaleString('en-GB')}</text>`,
    ),
    `<text x="${(margin.left + width - margin.right) / 2}" y="${height - 8}" text-anchor="middle" fill="#0b0c0c">people</text>`,
    ...series.flatMap(({ name, colour, points }) => {
      const last = points.at(-1);
      if (!last) return [];
      return [
        `<path d="${path([...points]) ?? ''}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
        ...points.map((one) => `<circle cx="${x(one.people)}" cy="${y(one.ms)}" r="4" fill="${colour}"/>`),
        `<text x="${x(last.people) + 10}" y="${(labelAt.get(name) ?? 0) + 4}" fill="${colour}" font-weight="bold">${name}</text>`,
      ];
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** Where each line's name stands: at its end, or as much lower as it takes not to touch the name above. */
function labelHeights(
  series: readonly Series[],
  heightOf: (one: Series['points'][number]) => number,
): ReadonlyMap<string, number> {
  const ends = series.flatMap(({ name, points }) => {
    const last = points.at(-1);
    return last ? [{ name, height: heightOf(last) }] : [];
  });
  let free = 0;
  const heights = new Map<string, number>();
  for (const { name, height } of ends.sort((a, b) => a.height - b.height)) {
    heights.set(name, Math.max(height, free));
    free = Math.max(height, free) + lineHeight;
  }
  return heights;
}
