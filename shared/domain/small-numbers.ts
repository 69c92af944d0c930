/** Numbers of people from 1 up to below this are kept back. Assumes: the usual threshold for small counts of people. */
const fewest = 5;

const isSmall = (people: number): boolean => people > 0 && people < fewest;

/**
 * Which cells of one table are kept back so that no small number of people can be worked out from what is told, totals
 * included: those that are small, and with them the smallest number that is not, wherever it stands. What is kept back
 * hangs on the numbers alone and not on their places, and it always holds a small one and a larger one: exchange any two
 * of them, and what is told stays the same. A cell of nobody is told.
 * @param people of each cell; the cells of a table hold everybody once
 * @returns places of the cells that are kept back
 */
export function keptBack(people: readonly number[]): ReadonlySet<number> {
  if (!people.some(isSmall)) return new Set();
  const most = Math.min(...people.filter((one) => one >= fewest));
  return new Set(people.flatMap((one, at) => (one > 0 && one <= most ? [at] : [])));
}

/**
 * Whether the sum of some cells may be told: it holds all of what is kept back, or nothing of it. Where all that is kept
 * back is small, no sum that holds it may: the sum would tell too much of too few.
 */
export function mayTellSum(
  people: readonly number[],
  hidden: ReadonlySet<number>,
  cells: readonly number[],
): boolean {
  const inside = cells.filter((at) => hidden.has(at));
  if (inside.length === 0) return true;
  return inside.length === hidden.size && inside.some((at) => !isSmall(people[at] ?? 0));
}
