/**
 * The candidate somebody most likely meant: the same letters in another spelling (`Step free`, `stepfree`), or one that
 * differs by few letters. Null when none is near, and for codes too short to guess at.
 */
export function nearest(text: string, candidates: readonly string[]): string | null {
  const wanted = bare(text);
  const same = candidates.find((each) => bare(each) === wanted);
  if (same !== undefined) return same;
  const far = Math.floor(wanted.length / 3);
  let best: string | null = null;
  let fewest = far + 1;
  for (const candidate of candidates) {
    const letters = bare(candidate);
    if (letters.length < 3 || Math.abs(letters.length - wanted.length) > far) continue;
    const changes = editDistance(wanted, letters);
    if (changes < fewest) [best, fewest] = [candidate, changes];
  }
  return best;
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9+]/g, '')
    .slice(0, 60);

/** How many letters must be added, dropped or changed to make one word of the other. */
function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
