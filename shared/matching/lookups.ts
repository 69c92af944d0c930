import type { Day } from '../domain/day.ts';

export function byId<Id extends string, T extends { readonly id: Id }>(
  items: readonly T[],
): ReadonlyMap<Id, T> {
  return new Map(items.map((item) => [item.id, item]));
}

export function groupBy<K, T>(items: readonly T[], key: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** The newest of several versions; of two on one day, the one with the higher id, so that order carries no meaning. */
export function latest<T extends { readonly id: string }>(
  versions: readonly T[],
  on: (version: T) => Day,
): T | null {
  return versions.reduce<T | null>(
    (newest, one) =>
      newest === null || on(one) > on(newest) || (on(one) === on(newest) && one.id > newest.id)
        ? one
        : newest,
    null,
  );
}

/** Whether something recorded on one day and expiring on another (its last day) holds on a third. */
export function inForce(from: Day, expiresOn: Day | null, on: Day): boolean {
  return from <= on && (expiresOn === null || on <= expiresOn);
}
