/**
 * The canonical order: people and rooms are numbered by a hash of their ids before they are matched, so that the
 * order of the input cannot decide between plans of equal worth and no name or id is favoured for starting with an A.
 */

/**
 * A 32-bit hash (FNV-1a over UTF-16 code units, then an avalanche so that similar ids land far apart).
 * @returns an integer from 0 to 2^32 - 1, the same on every machine
 */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * @param ids distinct ids
 * @returns the positions in `ids`, sorted by hash and, where two hashes agree, by id
 */
export function canonicalOrder(ids: readonly string[]): number[] {
  const keyed = ids.map((id, position) => ({ id, position, hash: hashOf(id) }));
  keyed.sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return keyed.map(({ position }) => position);
}
