import { keyNames } from '../shared/store/keys.ts';

/** One attribute of the table's or an index's key. Keys are text, so that each can carry its kind in front. */
export interface KeyAttribute {
  readonly name: string;
  readonly type: 'S';
}

/** A way to find items: the partition they share and the order they stand in. */
export interface KeyPair {
  readonly partition: KeyAttribute;
  readonly sort: KeyAttribute;
}

/** A second way to find the same items. Items without both key attributes are not in it. */
export interface IndexShape extends KeyPair {
  readonly name: string;
  readonly projection: 'ALL' | 'KEYS_ONLY';
}

/** What a table must be, whoever makes it: AWS, or an emulator on one's own machine. */
export interface TableShape extends KeyPair {
  readonly indexes: readonly IndexShape[];
  /** Attribute that holds the second (Unix time) after which an item may be deleted. Reads must filter it too. */
  readonly expiryAttribute: string;
  /** What a stream record carries of the changed item. */
  readonly stream: 'NEW_AND_OLD_IMAGES';
}

/**
 * The one table. `PK` names partnership, kind and id, so that a role can be bound to the kinds it may touch.
 * The indexes are sparse: an item is listed only where its writer sets that index's keys.
 * Stream records carry both images, because a rematch is due only when a fact the engine reads has changed.
 */
export const tableShape = {
  partition: { name: keyNames.partition, type: 'S' },
  sort: { name: keyNames.sort, type: 'S' },
  indexes: [keyNames.lists, keyNames.subjects].map(({ index, partition, sort }) => ({
    name: index,
    partition: { name: partition, type: 'S' },
    sort: { name: sort, type: 'S' },
    projection: 'ALL',
  })),
  expiryAttribute: keyNames.expiry,
  stream: 'NEW_AND_OLD_IMAGES',
} as const satisfies TableShape;
