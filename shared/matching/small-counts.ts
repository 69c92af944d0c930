/** One group in figures: its people, and how many of them a plan moves, before a change and after. */
export interface Counts {
  readonly people: number;
  readonly before: number;
  readonly after: number;
}

/** The same, with null where a number is kept back. What is kept back on the left is kept back on the right. */
export interface ShownCounts {
  readonly people: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** Numbers of people from 1 up to below this are kept back. Assumes: the usual threshold for small counts of people. */
const fewest = 5;

/** What somebody could work out from each number, from itself and from those on its left. */
const derived: Readonly<Record<keyof Counts, (counts: Counts) => readonly number[]>> = {
  people: ({ people }) => [people],
  before: ({ people, before }) => [before, people - before],
  after: ({ people, before, after }) => [after, people - after, Math.abs(after - before)],
};

/**
 * The groups that make up a total, without the numbers that point at somebody: those that are small, those that leave a
 * small number when one is taken from another, and as many more as it takes that neither can be worked out from the total.
 */
export function withoutSmall(groups: readonly Counts[]): ShownCounts[] {
  const people = keptBack(groups, 'people', new Set());
  const before = keptBack(groups, 'before', people);
  const after = keptBack(groups, 'after', before);
  return groups.map((counts, at) => ({
    people: people.has(at) ? null : counts.people,
    before: before.has(at) ? null : counts.before,
    after: after.has(at) ? null : counts.after,
  }));
}

/**
 * The groups whose number of one kind is kept back. Together they point at nobody either, as the rest of the total is
 * theirs; so one is never kept back alone. The smallest groups are added first.
 */
function keptBack(
  groups: readonly Counts[],
  kind: keyof Counts,
  already: ReadonlySet<number>,
): ReadonlySet<number> {
  const small = (counts: Counts): boolean =>
    derived[kind](counts).some((number) => number > 0 && number < fewest);
  const kept = new Set(already);
  groups.forEach((counts, at) => {
    if (small(counts)) kept.add(at);
  });
  const bySize = [...groups.entries()].sort(([i, a], [j, b]) => a.people - b.people || i - j);
  for (const [at] of bySize) {
    if (!small(together(groups, kept))) break;
    kept.add(at);
  }
  return kept;
}

function together(groups: readonly Counts[], some: ReadonlySet<number>): Counts {
  const sum = (kind: keyof Counts): number =>
    groups.reduce((total, counts, at) => total + (some.has(at) ? counts[kind] : 0), 0);
  return { people: sum('people'), before: sum('before'), after: sum('after') };
}
