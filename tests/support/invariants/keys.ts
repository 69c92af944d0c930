import { isDeepStrictEqual } from 'node:util';
import { itemOf } from '../../../shared/store/item.ts';
import { keyNames } from '../../../shared/store/keys.ts';
import { nameOf, type Snapshot } from './snapshot.ts';

const partitions = [keyNames.partition, keyNames.lists.partition, keyNames.subjects.partition];

/** Every key of the table and of its indexes names the partnership it is of, and each record stands where it belongs. */
export function brokenKeys(snapshot: Snapshot): string[] {
  return [
    ...snapshot.unreadable,
    ...snapshot.items.flatMap((item) =>
      partitions.flatMap((name) => {
        const key = item[name];
        if (key === undefined) return [];
        const owned = [`T#${item.partnership}#`, 'T#_#'].some((start) => String(key).startsWith(start));
        return owned ? [] : [`${nameOf(item)}: ${name} is ${key}`];
      }),
    ),
    ...snapshot.all().flatMap(({ kept, item }) => {
      const { data: _text, ...right } = itemOf(kept.partnership, kept.kind, kept.version, kept.data);
      const { data: _kept, ...found } = item;
      return isDeepStrictEqual(right, found) ? [] : [`${nameOf(item)} is not kept as its kind says`];
    }),
  ];
}
