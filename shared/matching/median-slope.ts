/** A whole-number fraction, so that a day is never rounded wrongly. `per` is above 0. */
export interface Slope {
  readonly rise: number;
  readonly per: number;
}

/** @param on day number */
interface Point {
  readonly on: number;
  readonly score: number;
}

/**
 * The median of the slopes between every two points (Theil and Sen), in scores per day; with an even number of slopes,
 * the mean of the middle two. One odd rating hardly moves it. Null with fewer than two points.
 * @param points on different days
 * @source P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968)
 */
export function medianSlope(points: readonly Point[]): Slope | null {
  const slopes = points
    .flatMap((a, i) =>
      points
        .slice(i + 1)
        .map(
          (b): Slope =>
            a.on < b.on
              ? { rise: b.score - a.score, per: b.on - a.on }
              : { rise: a.score - b.score, per: a.on - b.on },
        ),
    )
    .sort((a, b) => a.rise * b.per - b.rise * a.per);
  const upper = slopes[Math.floor(slopes.length / 2)];
  const lower = slopes[Math.floor((slopes.length - 1) / 2)];
  if (!upper || !lower) return null;
  if (slopes.length % 2 === 1) return upper;
  return { rise: lower.rise * upper.per + upper.rise * lower.per, per: 2 * lower.per * upper.per };
}

/** Whole days until a score has risen by `gap` at this slope, rounded up; Infinity when it does not rise. */
export function daysToRise(gap: number, { rise, per }: Slope): number {
  return rise > 0 ? Math.ceil((gap * per) / rise) : Number.POSITIVE_INFINITY;
}
