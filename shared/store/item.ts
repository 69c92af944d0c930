import * as z from 'zod';
import { aboutOf, current, everywhere, keyNames, listOf, partitionOf } from './keys.ts';
import type { Kept, Kind } from './kind.ts';

/** An item as the table keeps it. `data` is JSON: read whole, never queried, and quicker to read than a map. */
export const StoredItem = z.object({
  version: z.int().min(1),
  data: z.string(),
  expiresAt: z.number().optional(),
});

export type Item = Readonly<Record<string, string | number>>;

/** The key of the one record of a kind with an id. */
export function keyOf<T>(partnership: string, kind: Kind<T>, id: string): Item {
  const owner = kind.everywhere ? everywhere : partnership;
  return { [keyNames.partition]: partitionOf(owner, kind.name, id), [keyNames.sort]: current };
}

/** The whole item of a record in one version, with the keys of the indexes it stands in. */
export function itemOf<T>(partnership: string, kind: Kind<T>, version: number, data: T): Item {
  const id = kind.id(data);
  const owner = kind.everywhere ? everywhere : partnership;
  const listed = kind.list?.(data) ?? null;
  const about = kind.about?.(data) ?? null;
  return {
    ...keyOf(partnership, kind, id),
    kind: kind.name,
    partnership,
    version,
    data: JSON.stringify(data),
    ...(listed && {
      [keyNames.lists.partition]: listOf(owner, kind.name, listed.within),
      [keyNames.lists.sort]: `${listed.by}#${id}`,
    }),
    ...(about !== null && {
      [keyNames.subjects.partition]: aboutOf(owner, kind.name, about),
      [keyNames.subjects.sort]: id,
    }),
  };
}

/** @throws Error when the table holds something the kind's schema does not know: never guessed at, always a fault */
export function keptOf<T>(partnership: string, kind: Kind<T>, raw: unknown): Kept<T> {
  const { version, data } = StoredItem.parse(raw);
  const parsed = kind.schema.parse(JSON.parse(data));
  return { kind, partnership, id: kind.id(parsed), version, data: parsed };
}
